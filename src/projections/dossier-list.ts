// Which dossiers there are, how each stands, and which bodies it concerns: for lists, and for who may see them.
import { Brackets, Column, Entity, In, Index, PrimaryColumn, type EntityManager } from 'typeorm';
import type { DossierEvent } from '../domain/dossier/events.js';
import { machineEvent } from '../domain/dossier/evolve.js';
import { runningState, type Dossier } from '../domain/dossier/state.js';
import type { BodyId, Day, DossierId, Hex, Slug } from '../domain/vocabulary.js';
import type { Connection } from '../store/connection.js';
import { insertOf, upsertOf } from '../store/prepared.js';
import type { Keep, Projection } from './projection.js';

/** A dossier as the list has it, without its record. */
@Entity('dossier')
@Index('dossier_in_order', ['startedOn', 'id'])
export class ListedDossier {
  @PrimaryColumn('text') id!: DossierId;
  @Column('text') region!: Slug;
  @Column('text') workflow!: Slug;
  @Column('integer') version!: number;
  @Column('text') state!: ReturnType<typeof runningState>;
  @Column('text', { name: 'started_on' }) startedOn!: Day;
}

/** A plan that some dossier follows or followed: its file may not change. */
@Entity('dossier_plan')
class ListedPlan {
  @PrimaryColumn('text') workflow!: Slug;
  @PrimaryColumn('integer') version!: number;
  @PrimaryColumn('text', { name: 'workflow_hash' }) workflowHash!: Hex;
}

/** A body that a dossier concerns. */
@Entity('dossier_body')
class ListedBody {
  @PrimaryColumn('text') body!: BodyId;
  @PrimaryColumn('text') dossier!: DossierId;
}

export const dossierList: Projection = {
  name: 'dossier-list',
  version: 3,
  entities: [ListedDossier, ListedPlan, ListedBody],
  apply,
  former,
};

const putDossier = upsertOf(ListedDossier);
const putPlan = upsertOf(ListedPlan);
const addBody = insertOf(ListedBody);

async function apply(connection: Connection, events: readonly DossierEvent[], dossier: Dossier): Promise<void> {
  const followed = events.filter((event) => event.type === 'DossierStarted' || event.type === 'DossierMigrated');
  for (const { facts } of followed)
    await putPlan(connection, { workflow: facts.workflow, version: facts.version, workflowHash: facts.workflowHash });
  if (followed.length > 0) await put(connection, rowOf(dossier), [...dossier.plan.bodies.keys()]);
  else if (events.some((event) => machineEvent(event) !== null)) await putDossier(connection, rowOf(dossier));
}

function rowOf(dossier: Dossier): ListedDossier {
  const { plan, id, startedOn } = dossier;
  const { id: workflow, version } = plan.workflow;
  return { id, region: plan.region, workflow, version, state: runningState(dossier), startedOn };
}

/** After a migration a dossier concerns the bodies of its new plan. */
async function put(connection: Connection, row: ListedDossier, bodies: readonly BodyId[]): Promise<void> {
  await putDossier(connection, row);
  await connection.run('DELETE FROM dossier_body WHERE dossier = ?', [row.id]);
  for (const body of bodies) await addBody(connection, { body, dossier: row.id });
}

/** Nothing where there is no list yet. */
async function former(manager: EntityManager): Promise<Keep> {
  const rows = new Map<DossierId, ListedDossier>();
  const bodies = new Map<DossierId, BodyId[]>();
  if (await manager.queryRunner?.hasTable('dossier')) {
    for (const row of await manager.find(ListedDossier)) rows.set(row.id, row);
    for (const { dossier, body } of await manager.find(ListedBody))
      bodies.set(dossier, (bodies.get(dossier) ?? []).concat(body));
  }
  return async (connection, id) => {
    const row = rows.get(id);
    if (row) await put(connection, row, bodies.get(id) ?? []);
  };
}

/** Where a dossier stands in the list. */
export interface ListPlace {
  startedOn: Day;
  id: DossierId;
}

export interface ListQuery {
  regions: Slug[];
  bodies: BodyId[];
  state?: string;
  workflow?: Slug;
  after?: ListPlace;
  /** This one alone. */
  id?: DossierId;
  limit: number;
}

/** The dossiers of these regions or with these bodies, by start and id. */
export function listDossiers(manager: EntityManager, query: ListQuery): Promise<ListedDossier[]> {
  const { regions, bodies, state, workflow, after, id, limit } = query;
  const found = manager.createQueryBuilder(ListedDossier, 'dossier');
  const concerned = found
    .subQuery()
    .select('listed.dossier')
    .from(ListedBody, 'listed')
    .where({ body: In(bodies) });
  found.where(
    new Brackets((either) =>
      either.where({ region: In(regions) }).orWhere(`dossier.id IN ${concerned.getQuery()}`, concerned.getParameters()),
    ),
  );
  if (state !== undefined) found.andWhere({ state });
  if (workflow !== undefined) found.andWhere({ workflow });
  if (id !== undefined) found.andWhere({ id });
  if (after)
    found.andWhere('(dossier.startedOn > :startedOn OR (dossier.startedOn = :startedOn AND dossier.id > :id))', after);
  return found.orderBy({ 'dossier.startedOn': 'ASC', 'dossier.id': 'ASC' }).limit(limit).getMany();
}

/** Which workflow files the dossiers follow or followed, and as they were then. */
export const usedWorkflows = (manager: EntityManager): Promise<ListedPlan[]> =>
  manager.find(ListedPlan, { order: { workflow: 'ASC', version: 'ASC' } });
