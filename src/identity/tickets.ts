// What goes along between the two steps of signing in, sealed so that only this installation can have written it.
import type { Instant } from '../domain/vocabulary.js';
import type { Secrets } from './secrets.js';

/** Nothing else that is sealed begins so. */
const [ofSignIn, ofSetUp] = ['sign-in', 'set-up'] as const;

export const sealTicket = (secrets: Secrets, email: string, until: Instant): string =>
  secrets.seal(JSON.stringify([ofSignIn, email, until]));

/** Null for what is none. */
export function openTicket(secrets: Secrets, ticket: string): { email: string; until: Instant } | null {
  const [email, until] = opened(secrets, ticket, ofSignIn) ?? [];
  return email === undefined || until === undefined ? null : { email, until };
}

/** A secret that an app is shown, for this person, before it is known that the app has it. */
export const sealSetUp = (secrets: Secrets, person: string, secret: string): string =>
  secrets.seal(JSON.stringify([ofSetUp, person, secret]));

/** Null for what is none, or was made for somebody else. */
export function openSetUp(secrets: Secrets, sealed: string, person: string): string | null {
  const [whose, secret] = opened(secrets, sealed, ofSetUp) ?? [];
  return whose === person ? (secret ?? null) : null;
}

function opened(secrets: Secrets, sealed: string, kind: string): string[] | null {
  try {
    const said: unknown = JSON.parse(secrets.unseal(sealed));
    if (!Array.isArray(said)) return null;
    const [first, ...rest] = said.map(String);
    return first === kind ? rest : null;
  } catch {
    return null; // it was changed, or sealed with another secret
  }
}
