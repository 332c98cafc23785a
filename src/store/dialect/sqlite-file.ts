// The file of a database, before anyone asks it something: how it is opened, whether this Sluis knows what is in it, whether
// what keeps its logs append-only is still there, and how the whole of it is read by who changes nothing.
import { readFileSync } from 'node:fs';
import type BetterSqlite3 from 'better-sqlite3';
import type { MigrationInterface } from 'typeorm';
import type { EventStatements, SchemaFound, SqlValue, TriggersFound } from './dialect.js';
import { SqliteDriver } from './sqlite-driver.js';
import { securityTable } from './sqlite-security.js';
import { appendOnlyTriggers, dossierLog, isThere, peopleLog } from './sqlite-events.js';

/** Pages of 4 kB in the WAL before they are copied into the database: 16 MB, so that pages written often are copied once. */
const checkpointPages = 4_000;
/** Where a database says in which journal it writes, and that this is not a WAL. */
const [journalAt, journalEnd, rollbackJournal] = [18, 20, 1];
/** So many milliseconds who looks through it waits for another process. */
const waitMax = 5_000;
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

/** Writes what its WAL holds into the file itself, by which that is the whole of it. @returns false where others are reading */
export function foldedLog(sqlite: typeof BetterSqlite3, file: string): boolean {
  const database = new sqlite(file, { fileMustExist: true, timeout: waitMax });
  try {
    return database.pragma('wal_checkpoint(TRUNCATE)', { simple: true }) === 0;
  } finally {
    database.close();
  }
}

type Migrations = readonly (new () => MigrationInterface)[];

const numberOf = (name: string): number => Number(name.slice(-digits)) - firstMigration;

export function schemaIn(database: BetterSqlite3.Database, migrations: Migrations): SchemaFound {
  const names = migrations.map(({ name }) => name);
  const hasAny = database.prepare(isThere).get('migrations');
  const done = hasAny ? (database.prepare('SELECT name FROM migrations ORDER BY id').pluck().all() as string[]) : []; // a column of texts
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

/** A database that is looked through, of whatever version it is: on a connection of its own that changes nothing. */
export class DatabaseFile {
  private readonly driver: SqliteDriver;

  private constructor(private readonly sqlite: BetterSqlite3.Database) {
    this.driver = new SqliteDriver(sqlite);
  }

  /** @param fromCopy where nothing can be written beside it. A file that is no database is found when something is read */
  static open(sqlite: typeof BetterSqlite3, file: string, fromCopy = false): DatabaseFile {
    if (fromCopy) return new DatabaseFile(copyInMemory(sqlite, file));
    return new DatabaseFile(new sqlite(file, { readonly: true, fileMustExist: true, timeout: waitMax }));
  }

  get dossiers(): EventStatements {
    return this.driver.events;
  }

  /** Null where it is of before there was one. */
  get people(): EventStatements | null {
    return this.has(peopleLog.event) ? this.driver.people : null;
  }

  /** Whether it is a database of Sluis at all. */
  get isOurs(): boolean {
    return this.has('migrations') && this.has('setting') && this.has(dossierLog.event);
  }

  get hasSecurityLog(): boolean {
    return this.has(securityTable);
  }

  /** What was done to its tables, in order. */
  get migrations(): string[] {
    return this.sqlite.prepare('SELECT name FROM migrations ORDER BY id').pluck().all() as string[]; // a column of texts
  }

  /** As it should have them once it is brought up to this release. */
  get triggers(): TriggersFound {
    return triggersIn(this.sqlite);
  }

  /** Reads every page. @returns what is wrong first; null where nothing is */
  fault(): string | null {
    const said = String(this.sqlite.pragma('integrity_check(1)', { simple: true }));
    return said === 'ok' ? null : said.replace(/^\*{3}.*\*{3}\s*/, '').replaceAll(/\s+/g, ' ');
  }

  count(): { events: number; peopleEvents: number } {
    const of = (table: string) => this.sqlite.prepare(`SELECT COUNT(*) FROM ${table}`).pluck().get() as number;
    return { events: of(dossierLog.event), peopleEvents: this.people ? of(peopleLog.event) : 0 };
  }

  /** The plans that dossiers carry, as they were stored. */
  async plans(): Promise<{ hash: string; text: string }[]> {
    return this.has('plan') ? this.rows('SELECT hash, text FROM plan WHERE text IS NOT NULL') : [];
  }

  rows<Row>(sql: string, values: readonly SqlValue[] = []): Promise<Row[]> {
    return this.driver.rows(sql, values) as Promise<Row[]>; // the query names the columns of the row
  }

  close(): void {
    this.sqlite.close();
  }

  private has(table: string): boolean {
    return this.sqlite.prepare(isThere).get(table) !== undefined;
  }
}
