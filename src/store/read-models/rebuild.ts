// Makes the tables of the read models and fills them from the record: at start when one is new or changed, and
// whenever someone asks. The record is the truth; a read model can always be thrown away.
import { Table, type EntityManager } from 'typeorm';
import type { DossierEvent } from '../../domain/dossier/events.js';
import { CannotFollow, evolve } from '../../domain/fold/evolve.js';
import type { Dossier } from '../../domain/dossier/state.js';
import type { DossierId } from '../../domain/vocabulary.js';
import type { CarriedPlans } from '../../domain/workflow/plan.js';
import type { Connection } from '../connection.js';
import type { EntityClass } from '../dialect/dialect.js';
import { DamagedRecord, dossierIds, readRecord } from '../event-log.js';
import { saveSetting, setting } from '../settings.js';
import type { Transaction } from '../unit-of-work.js';
import type { Keep, Projection } from './projection.js';

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
 * Rebuilds these read models within a job. Of a dossier whose record does not hold they
 * say what holds of it, or else what they said before.
 */
export async function rebuild(
  { connection, manager }: Pick<Transaction, 'connection' | 'manager'>,
  projections: readonly Projection[],
  plans: CarriedPlans,
  onDamaged: OnDamaged,
): Promise<void> {
  const keepers: Keep[] = [];
  for (const projection of projections) {
    keepers.push(await projection.former(manager));
    for (const entity of projection.entities) await makeAnew(manager, entity);
  }
  for (const id of await dossierIds(connection)) {
    let dossier: Dossier | null = null;
    const { events, damage } = await holding(connection, id);
    try {
      for (const event of events) {
        dossier = evolve(plans, dossier, event);
        for (const projection of projections) await projection.apply(connection, [event], dossier);
      }
      if (damage) throw damage;
    } catch (error) {
      if (!(error instanceof CannotFollow || error instanceof DamagedRecord)) throw error;
      onDamaged(id, error, dossier);
      if (!dossier) for (const keep of keepers) await keep(connection, id);
    }
  }
  for (const projection of projections) await saveSetting(manager, settingOf(projection), String(projection.version));
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
