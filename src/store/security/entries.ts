// The statements on the security log: adding an entry at its end, reading it, and letting go of what is past its term.
import type { SecurityKind } from '../../domain/security/entries.js';
import type { Hex, Id, Instant } from '../../domain/vocabulary.js';
import type { Connection } from '../connection.js';
import type { EventRow, SqlValue } from '../dialect/dialect.js';

/** Whatever reads the log: a connection, or who looks through a file. */
export interface EntryRows {
  rows<Row>(sql: string, values?: readonly SqlValue[]): Promise<Row[]>;
}

/** The end of the log, or its beginning where it is empty. */
export interface SecurityHead {
  sequence: number;
  hash: Hex;
}

/** What is looked for; everything where nothing is said. */
export interface SecurityAsked {
  kind?: SecurityKind | undefined;
  /** Whoever it is of or about. */
  person?: Id | undefined;
  address?: string | undefined;
  /** From this moment on. */
  from?: Instant | undefined;
  /** Before this moment. */
  before?: Instant | undefined;
}

/** Where a page goes on: below an entry of this time and this sequence. */
export interface SecurityPlace {
  at: Instant;
  sequence: number;
}

export type FoundEntry = EventRow & { at: Instant };

export async function headOf(connection: Connection): Promise<SecurityHead> {
  const last = await connection.row<SecurityHead>(
    'SELECT sequence, hash FROM security_entry ORDER BY sequence DESC LIMIT 1',
  );
  return last ?? beginOf(connection);
}

/** The last entry that is gone, to which the first one that is there is tied. */
export async function beginOf(log: EntryRows): Promise<SecurityHead> {
  const [begin] = await log.rows<SecurityHead>('SELECT sequence, hash FROM security_log_begin');
  if (!begin) throw new Error('the security log has no beginning');
  return begin;
}

export const lastEntry = (connection: Connection, kinds: readonly SecurityKind[]): Promise<EventRow | null> =>
  connection.row(
    `SELECT sequence, body, hash FROM security_entry WHERE kind IN (${kinds.map(() => '?').join(', ')})
    ORDER BY sequence DESC LIMIT 1`,
    kinds,
  );

export const addEntry = (connection: Connection, { sequence, body, hash }: EventRow): Promise<void> =>
  connection.run('INSERT INTO security_entry (sequence, body, hash) VALUES (?, ?, ?)', [sequence, body, hash]);

/** At most so many after a sequence, in their order. */
export const entriesAfter = (log: EntryRows, sequence: number, limit: number): Promise<FoundEntry[]> =>
  log.rows(
    `SELECT sequence, body, hash, recorded_at AS "at" FROM security_entry WHERE sequence > ?
    ORDER BY sequence LIMIT ?`,
    [sequence, limit],
  );

/** Those of which a column has a value, the newest first, below a place: by one column, so that an index has them in order. */
export function entriesBelow(
  connection: Connection,
  column: 'kind' | 'person' | 'about' | 'address' | null,
  value: string,
  { at, sequence }: SecurityPlace,
  from: Instant,
  limit: number,
): Promise<FoundEntry[]> {
  const where = column === null ? '' : `${column} = ? AND `;
  return connection.rows(
    `SELECT sequence, body, hash, recorded_at AS "at" FROM security_entry
    WHERE ${where}recorded_at >= ? AND (recorded_at, sequence) < (?, ?)
    ORDER BY recorded_at DESC, sequence DESC LIMIT ?`,
    [...(column === null ? [] : [value]), from, at, sequence, limit],
  );
}

/** Lets go of everything up to an entry. The database refuses it for what is not past its term. */
export async function forgetThrough(connection: Connection, { sequence, hash }: SecurityHead): Promise<void> {
  await connection.run('UPDATE security_log_begin SET sequence = ?, hash = ?', [sequence, hash]);
  await connection.run('DELETE FROM security_entry WHERE sequence <= ?', [sequence]);
}
