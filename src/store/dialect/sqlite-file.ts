// The file of a database, before anyone asks it something: how it is opened, whether this Sluis knows what is in it, and
// whether what keeps its logs append-only is still there.
import { readFileSync } from 'node:fs';
import type BetterSqlite3 from 'better-sqlite3';
import type { MigrationInterface } from 'typeorm';
import type { Driver, SchemaFound, TriggersFound } from './dialect.js';
import { SqliteDriver } from './sqlite-driver.js';
import { appendOnlyTriggers } from './sqlite-events.js';

/** Pages of 4 kB in the WAL before they are copied into the database: 16 MB, so that pages written often are copied once. */
const checkpointPages = 4_000;
/** Where a database says in which journal it writes, and that this is not a WAL. */
const [journalAt, journalEnd, rollbackJournal] = [18, 20, 1];
/** Migrations are numbered from here. */
const firstMigration = 1_700_000_000_000;
const digits = String(firstMigration).length;

/** The connection that writes. */
export function prepared(sqlite: BetterSqlite3.Database): BetterSqlite3.Database {
  sqlite.pragma('journal_mode = WAL');
  sqlite.pragma('synchronous = FULL');
  sqlite.pragma(`wal_autocheckpoint = ${checkpointPages}`);
  sqlite.pragma('foreign_keys = ON');
  sqlite.pragma('secure_delete = ON'); // what is erased is gone from the file, too
  return sqlite;
}

/**
 * The database as its file has it, read into memory: where nothing can be written, not even the index of a WAL. Whoever
 * stopped last left no WAL behind; what one holds would be missed.
 */
export function copyInMemory(sqlite: typeof BetterSqlite3, file: string): BetterSqlite3.Database {
  const bytes = readFileSync(file);
  bytes.fill(rollbackJournal, journalAt, journalEnd);
  return new sqlite(bytes, { readonly: true });
}

type Migrations = readonly (new () => MigrationInterface)[];

const numberOf = (name: string): number => Number(name.slice(-digits)) - firstMigration;

export function schemaIn(database: BetterSqlite3.Database, migrations: Migrations): SchemaFound {
  const names = migrations.map(({ name }) => name);
  const isThere = database.prepare(`SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'migrations'`).get();
  const done = isThere ? (database.prepare('SELECT name FROM migrations ORDER BY id').pluck().all() as string[]) : []; // a column of texts
  const highest = (all: readonly string[]): number => Math.max(0, ...all.map(numberOf).filter(Number.isFinite));
  return { found: highest(done), known: highest(names), isNewer: done.some((name) => !names.includes(name)) };
}

export function triggersIn(database: BetterSqlite3.Database): TriggersFound {
  const rows = database.prepare(`SELECT name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name`).all();
  const found = new Map((rows as { name: string; sql: string }[]).map(({ name, sql }) => [name, sql])); // as it names its columns
  const wrong = [...appendOnlyTriggers].filter(([name, sql]) => found.get(name) !== sql).map(([name]) => name);
  return { wrong, strange: [...found.keys()].filter((name) => !appendOnlyTriggers.has(name)) };
}

/** Makes these triggers as they should be, all at once. */
export function mendTriggers(writing: BetterSqlite3.Database, names: readonly string[]): void {
  writing.transaction(() => {
    for (const name of names) {
      writing.exec(`DROP TRIGGER IF EXISTS ${name}`);
      writing.exec(appendOnlyTriggers.get(name) ?? '');
    }
  })();
}

/** What SQLite finds wrong with its file. It reads the whole of it, one table after the other. */
function* faultsOfFile(database: BetterSqlite3.Database): Iterable<string | null> {
  const tables = database.prepare(`SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name`).pluck().all();
  for (const name of tables as string[]) {
    const [first] = database.pragma(`integrity_check(${JSON.stringify(name)})`) as { integrity_check: string }[]; // one line or more
    const { integrity_check: said = 'ok' } = first ?? {};
    yield said === 'ok' ? null : said.replace(/^\*{3}.*\*{3}\s*/, '').replaceAll(/\s+/g, ' ');
  }
}

/** A connection of its own, to look the whole database through. */
export function lookedThrough(
  sqlite: typeof BetterSqlite3,
  file: string,
  fromCopy: boolean,
): Pick<Driver, 'events'> & { faultsOfFile(): Iterable<string | null>; close(): void } {
  const database = fromCopy ? copyInMemory(sqlite, file) : new sqlite(file, { readonly: true });
  const { events } = new SqliteDriver(database);
  return { events, faultsOfFile: () => faultsOfFile(database), close: () => database.close() };
}
