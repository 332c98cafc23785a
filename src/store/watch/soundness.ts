// Looks through a whole database: whether its file is sound, and whether the chain and the texts of every dossier are what
// was recorded. It takes as long as there are events, so it is done beside whoever answers.
import type { EventStatements } from '../dialect/dialect.js';
import { isCorrupt } from '../dialect/sqlite-driver.js';
import { DamagedRecord, readRecord } from '../event-log.js';

/** What is looked through: a connection of its own. */
export interface RecordOnDisk {
  readonly events: EventStatements;
  /** What is wrong with the file, table by table; nothing for a sound one. */
  faultsOfFile(): Iterable<string | null>;
}

/** What was found on the way. */
export type FoundOnTheWay =
  | { what: 'looked'; done: number; of: number }
  | { what: 'file'; why: string }
  | { what: 'dossier'; id: string; sequence: number; why: string };

/** Every so many dossiers it is told how far it has come. */
const tellEvery = 100;

/** First the file: what is wrong there is told before anything is read from it. */
export async function* lookThrough(database: RecordOnDisk): AsyncGenerator<FoundOnTheWay> {
  try {
    for (const why of database.faultsOfFile()) if (why !== null) yield { what: 'file', why };
    yield* lookThroughDossiers(database);
  } catch (error) {
    if (!isCorrupt(error)) throw error;
    yield { what: 'file', why: (error as Error).message }; // SQLite throws errors
  }
}

async function* lookThroughDossiers(database: RecordOnDisk): AsyncGenerator<FoundOnTheWay> {
  const ids = await database.events.dossierIds();
  for (const [i, id] of ids.entries()) {
    if (i % tellEvery === 0) yield { what: 'looked', done: i, of: ids.length };
    const damage = await damageOf(database, id);
    if (damage) yield { what: 'dossier', id, sequence: damage.sequence, why: damage.message };
  }
  yield { what: 'looked', done: ids.length, of: ids.length };
}

async function damageOf(database: RecordOnDisk, id: string): Promise<DamagedRecord | null> {
  try {
    await readRecord(database, id);
    return null;
  } catch (error) {
    if (!(error instanceof DamagedRecord)) throw error;
    return error;
  }
}
