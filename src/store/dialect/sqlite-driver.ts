// One connection to SQLite, as the store asks it; for whatever only reads and checks there need be nothing else.
import type BetterSqlite3 from 'better-sqlite3';
import { SequenceTaken, type DatabaseFault, type Driver, type SqlValue } from './dialect.js';
import { dossierLog, isThere, peopleLog, SqliteEvents } from './sqlite-events.js';
import { newestEntryFormat, securityTable } from './sqlite-security.js';

/** So many statements are kept prepared; the code has far fewer. */
const preparedMax = 500;

/** Asks SQLite without TypeORM, whose query() costs 5 µs a statement on top of the 2 µs that SQLite needs. */
export class SqliteDriver implements Driver {
  readonly events = new SqliteEvents(this, dossierLog);
  readonly people = new SqliteEvents(this, peopleLog);
  private readonly prepared = new Map<string, BetterSqlite3.Statement>();

  constructor(private readonly sqlite: BetterSqlite3.Database) {}

  async rows(sql: string, values: readonly SqlValue[]): Promise<unknown[]> {
    return this.statement(sql).all(...values);
  }

  async run(sql: string, values: readonly SqlValue[]): Promise<void> {
    const statement = this.statement(sql);
    if (statement.reader) statement.all(...values);
    else statement.run(...values);
  }

  /**
   * Adds one row that follows what is there.
   * @returns the key that SQLite gave it
   * @throws SequenceTaken
   */
  append(sql: string, values: readonly SqlValue[]): number {
    try {
      return Number(this.statement(sql).run(...values).lastInsertRowid);
    } catch (error) {
      throw codeOf(error).startsWith('SQLITE_CONSTRAINT')
        ? new SequenceTaken('it does not follow', { cause: error })
        : error;
    }
  }

  async newestFormat(): Promise<number> {
    const formats = [await this.events.newestFormat(), await this.people.newestFormat()];
    if ((await this.rows(isThere, [securityTable])).length > 0) {
      const [row] = (await this.rows(newestEntryFormat, [])) as { newest: unknown }[]; // as the statement names it
      formats.push(typeof row?.newest === 'number' ? row.newest : null);
    }
    return Math.max(0, ...formats.filter((one) => one !== null));
  }

  private statement(sql: string): BetterSqlite3.Statement {
    const known = this.prepared.get(sql);
    if (known) return known;
    if (this.prepared.size >= preparedMax) this.prepared.clear();
    const statement = this.sqlite.prepare(sql);
    this.prepared.set(sql, statement);
    return statement;
  }
}

/** SQLITE_READONLY by itself is no fault of the disk: it is what the reading connection says to who writes there. */
export function faultOf(error: unknown): DatabaseFault {
  const code = codeOf(error);
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return 'busy';
  if (code.startsWith('SQLITE_FULL')) return 'full';
  return /^SQLITE_(IOERR|CORRUPT|NOTADB|CANTOPEN|READONLY_|NOMEM)/.test(code) ? 'fatal' : 'none';
}

/** Why nothing can be written, which says nothing of what can be read; null for any other fault. Also of a file system. */
export function cannotWrite(error: unknown): 'full' | 'not-writable' | null {
  const code = codeOf(error);
  if (/^(SQLITE_(FULL|IOERR_SHMSIZE)|ENOSPC|EDQUOT)$/.test(code)) return 'full';
  return /^(SQLITE_(READONLY|CANTOPEN|IOERR_SHM)|EROFS$|EACCES$|EPERM$)/.test(code) ? 'not-writable' : null;
}

/** Whether what is on the disk cannot be what was written there. */
export const isCorrupt = (error: unknown): boolean => /^SQLITE_(CORRUPT|NOTADB)/.test(codeOf(error));

function codeOf(error: unknown): string {
  const inner = (error as { driverError?: unknown } | null)?.driverError ?? error; // TypeORM wraps what the driver threw
  const code = (inner as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : '';
}
