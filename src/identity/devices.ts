// The cookie by which a browser that signed in once is known again: it opens nothing, but what strangers try does not count
// against it. It is bound to the account and to its password, so that it ends when that changes; nothing of it is stored.
import { timingSafeEqual } from 'node:crypto';
import type { Id } from '../domain/vocabulary.js';
import { newSecret } from '../store/one-time-links.js';
import type { Secrets } from './secrets.js';

interface OfAccount {
  id: Id;
  /** The stored hash of it. */
  password?: string | null;
}

export function newDevice(secrets: Secrets, account: OfAccount): string {
  const name = newSecret();
  return `${name}.${signatureOf(secrets, account, name)}`;
}

/** The name of the browser that a cookie is of; null when it is of another account, of a former password, or of nobody. */
export function deviceIn(secrets: Secrets, cookie: string | undefined, account: OfAccount | null): string | null {
  const [name, signature, ...rest] = (cookie ?? '').split('.');
  if (!account || name === undefined || signature === undefined || rest.length > 0) return null;
  const [given, right] = [signature, signatureOf(secrets, account, name)].map((one) => Buffer.from(one));
  return given && right && given.length === right.length && timingSafeEqual(given, right) ? name : null;
}

const signatureOf = (secrets: Secrets, { id, password }: OfAccount, name: string): string =>
  secrets.sign(JSON.stringify([id, password ?? null, name]));
