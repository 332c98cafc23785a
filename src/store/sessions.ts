// Sessions of browsers, tokens of programs, and one-time links. Only hashes are stored: who reads the database cannot
// sign in with it.
import type { Hex, Id, Instant } from '../domain/vocabulary.js';
import type { Connection } from './connection.js';

export type SessionKind = 'cookie' | 'token';

export interface Session {
  person: Id;
  kind: SessionKind;
  expiresAt: Instant;
}

export const addSession = (connection: Connection, hash: Hex, { person, kind, expiresAt }: Session): Promise<void> =>
  connection.run('INSERT INTO session (hash, person, kind, expires_at) VALUES (?, ?, ?, ?)', [
    hash,
    person,
    kind,
    expiresAt,
  ]);

export const findSession = (connection: Connection, hash: Hex): Promise<Session | null> =>
  connection.row<Session>('SELECT person, kind, expires_at AS "expiresAt" FROM session WHERE hash = ?', [hash]);

export const endSession = (connection: Connection, hash: Hex): Promise<void> =>
  connection.run('DELETE FROM session WHERE hash = ?', [hash]);

/** Signs a person out everywhere: after a new password, or the end of an assignment. */
export const endSessionsOf = (connection: Connection, person: Id): Promise<void> =>
  connection.run('DELETE FROM session WHERE person = ?', [person]);

export const forgetSessions = (connection: Connection, before: Instant): Promise<void> =>
  connection.run('DELETE FROM session WHERE expires_at < ?', [before]);

export interface Invitation {
  person: Id;
  expiresAt: Instant;
}

/** A new link takes the place of every older one of that person. */
export async function addInvitation(connection: Connection, hash: Hex, invitation: Invitation): Promise<void> {
  await endInvitationsOf(connection, invitation.person);
  await connection.run('INSERT INTO invitation (hash, person, expires_at) VALUES (?, ?, ?)', [
    hash,
    invitation.person,
    invitation.expiresAt,
  ]);
}

export const findInvitation = (connection: Connection, hash: Hex): Promise<Invitation | null> =>
  connection.row<Invitation>('SELECT person, expires_at AS "expiresAt" FROM invitation WHERE hash = ?', [hash]);

export const endInvitationsOf = (connection: Connection, person: Id): Promise<void> =>
  connection.run('DELETE FROM invitation WHERE person = ?', [person]);
