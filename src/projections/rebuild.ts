// Makes the tables of the read models and fills them from the record: at start when one is new or changed, and
// whenever someone asks. The record is the truth; a read model can always be thrown away.
import type { DossierEvent } from '../domain/dossier/events.js';
import { evolve } from '../domain/dossier/evolve.js';
import type { Dossier } from '../domain/dossier/state.js';
import type { DossierId } from '../domain/vocabulary.js';
import type { Plans } from '../domain/workflow/plan.js';
import type { Connection } from '../store/connection.js';
import { dossierIds } from '../store/event-log.js';
import { saveSetting, setting } from '../store/settings.js';
import type { Projection } from './projection.js';

/** Reads the whole record of a dossier. */
export type ReadRecord = (id: DossierId) => Promise<DossierEvent[]>;

const settingOf = (projection: Projection): string => `projection ${projection.name}`;

/** The read models whose tables are missing or of another version. */
export async function outdated(connection: Connection, projections: readonly Projection[]): Promise<Projection[]> {
  const found: Projection[] = [];
  for (const projection of projections)
    if ((await setting(connection, settingOf(projection))) !== String(projection.version)) found.push(projection);
  return found;
}

/** Rebuilds these read models within the transaction of the connection. */
export async function rebuild(
  connection: Connection,
  projections: readonly Projection[],
  plans: Plans,
  readRecord: ReadRecord,
): Promise<void> {
  for (const { tables } of projections) {
    for (const [table, statements] of Object.entries(tables)) {
      await connection.run(`DROP TABLE IF EXISTS ${table}`);
      for (const statement of statements) await connection.run(statement);
    }
  }
  for (const id of await dossierIds(connection)) {
    let dossier: Dossier | null = null;
    for (const event of await readRecord(id)) {
      dossier = evolve(plans, dossier, event);
      for (const projection of projections) await projection.apply(connection, [event], dossier);
    }
  }
  for (const projection of projections)
    await saveSetting(connection, settingOf(projection), String(projection.version));
}
