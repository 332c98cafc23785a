// Fills the tables of the read models from the record while people are answered: dossier by dossier, each in a transaction
// that it shares with a few others, and after a kill on from where it was. The record is the truth; a read model can always
// be thrown away.
import { setImmediate as turn } from 'node:timers/promises';
import { Table, type EntityManager } from 'typeorm';
import type { DossierEvent } from '../../domain/dossier/events.js';
import { CannotFollow } from '../../domain/fold/evolve.js';
import { asFarAsItHolds, emptyHistory, grow } from '../../domain/fold/history.js';
import type { Dossier } from '../../domain/dossier/state.js';
import type { DossierId } from '../../domain/vocabulary.js';
import type { CarriedPlans } from '../../domain/workflow/plan.js';
import type { Connection } from '../connection.js';
import type { EntityClass } from '../dialect/dialect.js';
import { DamagedRecord, readRecord } from '../event-log.js';
import { saveSetting, Setting, setting } from '../settings.js';
import type { Transaction } from '../unit-of-work.js';
import type { Projection } from './projection.js';

/** What the record of a dossier comes to, as far as it holds. */
export interface ReadDossier {
  id: DossierId;
  events: readonly DossierEvent[];
  /** Null where nothing of it can be read. */
  dossier: Dossier | null;
  damage: DamagedRecord | CannotFollow | null;
}

/** How far the filling has come. */
export interface FilledSoFar {
  /** The last dossier that was filled; null before the first. */
  after: DossierId | null;
  /** Whether what is not filled yet is missing; else it is as it was before. */
  isMissing: boolean;
}

const settingOf = (projection: Projection): string => `projection ${projection.name}`;
const filledMark = 'projections filled to';

/** The read models whose tables are not there, or not filled as they are now. */
export async function outdated(manager: EntityManager, projections: readonly Projection[]): Promise<Projection[]> {
  const found: Projection[] = [];
  for (const projection of projections)
    if ((await setting(manager, settingOf(projection))) !== String(projection.version)) found.push(projection);
  return found;
}

/**
 * Begins to fill these read models, within a job, or goes on where that was begun. What has the columns that it should
 * have is kept, and says what it said until it is filled.
 */
export async function beginFilling({ manager }: Job, projections: readonly Projection[]): Promise<FilledSoFar> {
  const begun = await Promise.all(projections.map((one) => setting(manager, settingOf(one))));
  const known = await setting(manager, filledMark);
  if (known !== null && projections.every((one, i) => begun[i] === markOf(one)))
    return JSON.parse(known) as FilledSoFar; // as below
  let { isMissing } = known === null ? { isMissing: false } : (JSON.parse(known) as FilledSoFar); // of one that was not ended
  for (const { entity } of projections.flatMap(({ tables }) => tables))
    if (!(await isKept(manager, entity))) isMissing = true;
  const filling: FilledSoFar = { after: null, isMissing };
  for (const one of projections) await saveSetting(manager, settingOf(one), markOf(one));
  await saveSetting(manager, filledMark, JSON.stringify(filling));
  return filling;
}

/** What is said of a read model that is being filled. */
const markOf = ({ version }: Projection): string => `to ${version}`;

/** Reads a dossier and folds it, outside of any job; others have a turn meanwhile. */
export async function readToFill(connection: Connection, plans: CarriedPlans, id: DossierId): Promise<ReadDossier> {
  await turn(); // a short record is read without one, and many follow each other
  const { events, damage } = await holding(connection, id);
  const { dossier, fault } = await folded(plans, events);
  return { id, events, dossier, damage: fault ?? damage };
}

/** So many milliseconds a job fills before it ends: whoever wants to record waits for it. */
const sliceMilliseconds = 10;

/**
 * Fills of what was read as many as fit in a slice of time, and one at least, within a job. What was added to a dossier since
 * is read again here.
 */
export async function fill(
  job: Job,
  projections: readonly Projection[],
  plans: CarriedPlans,
  all: readonly ReadDossier[],
  filling: FilledSoFar,
): Promise<FilledSoFar> {
  const begun = performance.now();
  let after = filling.after;
  for (const read of all) {
    if (after !== filling.after && performance.now() - begun >= sliceMilliseconds) break;
    after = read.id;
    const last = await job.connection.events.last(read.id);
    const isNewest = read.damage !== null || last?.sequence === read.events.at(-1)?.sequence;
    const { id, events, dossier } = isNewest ? read : await readToFill(job.connection, plans, read.id);
    if (!dossier) continue; // what was said of it before is all that is known
    for (const projection of projections) {
      for (const { entity, dossier: column } of projection.tables)
        await job.connection.run(`DELETE FROM "${job.connection.metadataOf(entity).tableName}" WHERE ${column} = ?`, [
          id,
        ]);
      await projection.apply(job.connection, events, dossier);
    }
    await turn();
  }
  const now = { ...filling, after };
  await saveSetting(job.manager, filledMark, JSON.stringify(now));
  return now;
}

/** Everything is filled. */
export async function endFilling({ manager }: Job, projections: readonly Projection[]): Promise<void> {
  await manager.delete(Setting, { key: filledMark });
  for (const one of projections) await saveSetting(manager, settingOf(one), String(one.version));
}

type Job = Pick<Transaction, 'connection' | 'manager'>;

/** The dossier that these come to, or as far as they hold. Others have a turn meanwhile. */
async function folded(
  plans: CarriedPlans,
  events: readonly DossierEvent[],
): Promise<{ dossier: Dossier | null; fault: CannotFollow | null }> {
  const work = grow(plans, emptyHistory, events);
  try {
    for (;;) {
      const { done, value } = work.next();
      if (done) return { dossier: value.dossier, fault: null };
      await turn();
    }
  } catch (error) {
    if (!(error instanceof CannotFollow)) throw error;
    return { dossier: asFarAsItHolds(plans, events, error.sequence), fault: error };
  }
}

/** Whether its table had the columns that it should have; else it is made anew, with nothing in it. */
async function isKept(manager: EntityManager, entity: EntityClass): Promise<boolean> {
  const { queryRunner, dataSource } = manager;
  if (!queryRunner) throw new Error('a read model is made within a job');
  const should = Table.create(dataSource.getMetadata(entity), dataSource.driver);
  const is = await queryRunner.getTable(should.name);
  if (is === undefined || columnsOf(is) !== columnsOf(should)) {
    await queryRunner.dropTable(should.name, true);
    await queryRunner.createTable(should);
    return false;
  }
  for (const index of should.indices)
    if (!is.indices.some(({ name }) => name === index.name)) await queryRunner.createIndex(is, index);
  return true;
}

const columnsOf = ({ columns }: Table): string =>
  JSON.stringify(columns.map(({ name, type, isPrimary, isNullable }) => [name, type, isPrimary, isNullable]));

/** The events of a dossier, as far as its record holds. */
async function holding(
  connection: Connection,
  id: DossierId,
): Promise<{ events: DossierEvent[]; damage: DamagedRecord | null }> {
  try {
    return { events: (await readRecord(connection, id)).map(({ event }) => event), damage: null };
  } catch (error) {
    if (!(error instanceof DamagedRecord)) throw error;
    return { events: error.holding.map(({ event }) => event), damage: error };
  }
}
