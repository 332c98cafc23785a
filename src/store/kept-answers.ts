// The answer to an accepted command, kept with its idempotency key in the transaction of its event, so that the same
// request sent again gets the same answer and never a second event.
import type { Hex, Id, Instant } from '../domain/vocabulary.js';
import type { Connection } from './connection.js';

/** A key is kept for so many days. */
export const keptDays = 7;

export interface KeptAnswer {
  /** Digest of method, path and body: another request with the same key is refused. */
  request: Hex;
  /** What was answered, as text. */
  answer: string;
}

/** What was kept since that moment; older keys may be used again. */
export async function keptAnswer(
  connection: Connection,
  person: Id,
  key: string,
  since: Instant,
): Promise<KeptAnswer | null> {
  return connection.row<KeptAnswer>(
    'SELECT request, answer FROM kept_answer WHERE person = ? AND key = ? AND kept_at >= ?',
    [person, key, since],
  );
}

export async function keepAnswer(
  connection: Connection,
  person: Id,
  key: string,
  { request, answer }: KeptAnswer,
  now: Instant,
): Promise<void> {
  await connection.run(
    `INSERT INTO kept_answer (person, key, request, answer, kept_at) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (person, key) DO UPDATE
      SET request = excluded.request, answer = excluded.answer, kept_at = excluded.kept_at`,
    [person, key, request, answer, now],
  );
}

/** Forgets what was kept before that moment. */
export const forgetAnswers = (connection: Connection, before: Instant): Promise<void> =>
  connection.run('DELETE FROM kept_answer WHERE kept_at < ?', [before]);
