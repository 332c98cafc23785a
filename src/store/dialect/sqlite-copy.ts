// Whole databases of SQLite as files: copied beside whoever writes, and made fit to be opened elsewhere.
import type BetterSqlite3 from 'better-sqlite3';

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
