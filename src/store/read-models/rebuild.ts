// Makes the tables of the read models and fills them from the record: at start when one is new or changed, and
// whenever someone asks. The record is the truth; a read model can always be thrown away.
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
import { saveSetting, setting } from '../settings.js';
import type { Transaction } from '../unit-of-work.js';
import type { RestoreRows, Projection } from './projection.js';

/** Hears of a dossier whose record does not hold, with how it was before that. */
export type OnDamaged = (id: DossierId, damage: DamagedRecord | CannotFollow, before: Dossier | null) => void;

const settingOf = (projection: Projection): string => `projection ${projection.name}`;

/** The read models whose tables are missing or of another version. */
export async function outdated(manager: EntityManager, projections: readonly Projection[]): Promise<Projection[]> {
  const found: Projection[] = [];
  for (const projection of projections)
    if ((await setting(manager, settingOf(projection))) !== String(projection.version)) found.push(projection);
  return found;
}

/**
 * Rebuilds these read models within a job. Of a dossier with a damaged record they say what its whole events say, or
 * else what they said before.
 */
export async function rebuild(
  { connection, manager }: Pick<Transaction, 'connection' | 'manager'>,
  projections: readonly Projection[],
  plans: CarriedPlans,
  onDamaged: OnDamaged,
): Promise<void> {
  const keepers: RestoreRows[] = [];
  for (const projection of projections) {
    keepers.push(await projection.saveRows(manager));
    for (const entity of projection.entities) await makeAnew(manager, entity);
  }
  for (const id of await connection.events.dossierIds()) {
    const { events, damage } = await holding(connection, id);
    const { dossier, fault } = await folded(plans, events);
    if (dossier) for (const projection of projections) await projection.apply(connection, events, dossier);
    const wrong = fault ?? damage;
    if (!wrong) continue;
    onDamaged(id, wrong, dossier);
    if (!dossier) for (const keep of keepers) await keep(connection, id);
  }
  for (const projection of projections) await saveSetting(manager, settingOf(projection), String(projection.version));
}

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

async function makeAnew(manager: EntityManager, entity: EntityClass): Promise<void> {
  const { queryRunner, dataSource } = manager;
  if (!queryRunner) throw new Error('a read model is made within a job');
  const table = Table.create(dataSource.getMetadata(entity), dataSource.driver);
  await queryRunner.dropTable(table.name, true);
  await queryRunner.createTable(table);
}

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
