// Whole databases of SQLite as files: copied beside whoever writes, looked through, and made fit to be opened elsewhere.
import type BetterSqlite3 from 'better-sqlite3';
import type { EventStatements, SqlValue } from './dialect.js';
import { dossierLog, peopleLog, SqliteEvents } from './sqlite-events.js';

type Sqlite = typeof BetterSqlite3;

/** Pages of 4 kB that are copied in one step: a few milliseconds. */
const pagesAtOnce = 500;
/** So many milliseconds a statement waits for another process. */
const waitMax = 5_000;

/**
 * Copies what is committed now, in steps, into a file that is there and empty. Who writes goes on: one open transaction
 * that reads holds the state as it was. Without it SQLite begins anew after every commit of another, and never ends.
 */
export async function copyDatabase(sqlite: Sqlite, from: string, to: string): Promise<void> {
  const source = new sqlite(from, { readonly: true, fileMustExist: true, timeout: waitMax });
  try {
    source.exec('BEGIN');
    source.prepare('SELECT COUNT(*) FROM sqlite_master').get(); // the transaction reads from here on
    await source.backup(to, { progress: () => pagesAtOnce });
  } finally {
    source.close();
  }
}

/** What a copy is told before it is opened: which tables are emptied in it, and what it remembers. */
interface Change {
  emptied: readonly string[];
  settings: readonly (readonly [key: string, value: string])[];
}

/** Makes of a copy one file by itself, without a log beside it, and changes what must be otherwise in it. */
export function closeCopy(sqlite: Sqlite, file: string, { emptied, settings }: Change): void {
  const copy = new sqlite(file, { fileMustExist: true });
  try {
    copy.pragma('synchronous = FULL');
    copy.pragma('secure_delete = ON');
    copy.pragma('journal_mode = DELETE');
    const put = 'INSERT INTO setting VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value';
    copy.transaction(() => {
      for (const table of emptied) copy.exec(`DELETE FROM ${table}`);
      for (const one of settings) copy.prepare(put).run(...one);
    })();
  } finally {
    copy.close();
  }
}

/** A database that is only looked through. */
export class DatabaseFile {
  readonly dossiers: EventStatements;
  /** Null where it is of before there was one. */
  readonly people: EventStatements | null;

  private constructor(private readonly sqlite: BetterSqlite3.Database) {
    const runner = {
      rows: (sql: string, values: readonly SqlValue[]) => Promise.resolve(this.rows(sql, values)),
      run: () => Promise.reject(new Error('it is only looked through')),
      append: () => {
        throw new Error('it is only looked through');
      },
    };
    this.dossiers = new SqliteEvents(runner, dossierLog);
    this.people = this.has(peopleLog.event) ? new SqliteEvents(runner, peopleLog) : null;
  }

  /** @throws what SQLite throws of a file that is none of its own */
  static open(sqlite: Sqlite, file: string): DatabaseFile {
    const opened = new sqlite(file, { readonly: true, fileMustExist: true, timeout: waitMax });
    try {
      return new DatabaseFile(opened);
    } catch (error) {
      opened.close();
      throw error;
    }
  }

  /** Whether it is a database of Sluis at all. */
  get isOurs(): boolean {
    return this.has('migrations') && this.has('setting') && this.has(dossierLog.event);
  }

  /** What was done to its tables, in order. */
  get migrations(): string[] {
    return (this.rows('SELECT name FROM migrations ORDER BY id', []) as { name: string }[]).map(({ name }) => name);
  }

  /** Reads every page. @returns what is wrong first; null where nothing is */
  fault(): string | null {
    const said = String(this.sqlite.pragma('integrity_check(1)', { simple: true }));
    return said === 'ok' ? null : said;
  }

  count(): { events: number; peopleEvents: number } {
    const of = (table: string) => (this.rows(`SELECT COUNT(*) AS n FROM ${table}`, [])[0] as { n: number }).n;
    return { events: of(dossierLog.event), peopleEvents: this.people ? of(peopleLog.event) : 0 };
  }

  /** The plans that dossiers carry, as they were stored. */
  plans(): { hash: string; text: string }[] {
    if (!this.has('plan')) return [];
    return this.rows('SELECT hash, text FROM plan WHERE text IS NOT NULL', []) as { hash: string; text: string }[];
  }

  close(): void {
    this.sqlite.close();
  }

  private has(table: string): boolean {
    return this.rows(`SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?`, [table]).length > 0;
  }

  private rows(sql: string, values: readonly SqlValue[]): unknown[] {
    return this.sqlite.prepare(sql).all(...values);
  }
}

/**
 * full: no space is left · closed: who asks may not · foreign: no file of SQLite · damaged: a file of it that does not
 * hold · null: none of these
 */
export function faultOfFile(error: unknown): 'full' | 'closed' | 'foreign' | 'damaged' | null {
  const code = (error as { code?: unknown } | null)?.code;
  if (typeof code !== 'string') return null;
  if (code === 'ENOSPC' || code === 'EDQUOT' || code.startsWith('SQLITE_FULL')) return 'full';
  if (/^(EACCES|EPERM|EROFS|SQLITE_CANTOPEN|SQLITE_READONLY|SQLITE_PERM)/.test(code)) return 'closed';
  if (code === 'SQLITE_NOTADB') return 'foreign';
  return /^SQLITE_(CORRUPT|IOERR_SHORT_READ)/.test(code) ? 'damaged' : null;
}
