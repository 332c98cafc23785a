// The plans that dossiers carry: the canonical text of each, under its hash, beside the record that names it.
import { Column, Entity, IsNull, PrimaryColumn, type EntityManager } from 'typeorm';
import type { DossierId, Hex, Slug } from '../domain/vocabulary.js';
import type { Connection } from './connection.js';
import { findOf } from './prepared.js';

@Entity('plan')
export class StoredPlan {
  @PrimaryColumn('text') hash!: Hex;
  @Column('text') workflow!: Slug;
  @Column('integer') version!: number;
  /** Null for one that was named before plans were stored, and was not found since. */
  @Column('text', { nullable: true }) text!: string | null;
}

export const storedPlans = (manager: EntityManager): Promise<StoredPlan[]> =>
  manager.find(StoredPlan, { order: { workflow: 'ASC', version: 'ASC', hash: 'ASC' } });

const findPlan = findOf(StoredPlan);

export const isStored = async (connection: Connection, hash: Hex): Promise<boolean> =>
  (await findPlan(connection, hash)) !== null;

/** Does nothing where it is stored already. */
export async function storePlan(manager: EntityManager, plan: StoredPlan): Promise<void> {
  await manager.createQueryBuilder().insert().into(StoredPlan).values(plan).orIgnore().execute();
}

export async function storeText(manager: EntityManager, hash: Hex, text: string): Promise<void> {
  await manager.update(StoredPlan, { hash, text: IsNull() }, { text });
}

/** The dossiers that follow it or followed it. It reads the whole log, so it is asked for a plan that is lost alone. */
export const dossiersOn = ({ events }: Connection, hash: Hex): Promise<DossierId[]> =>
  events.dossiersWith(`"workflowHash":"${hash}"`);
