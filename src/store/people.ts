// People and their assignments. Names and addresses live here alone; the record knows people by id.
import type { KnownAssignment, KnownPerson } from '../domain/people.js';
import type { BodyId, Day, Id, Role } from '../domain/vocabulary.js';
import type { Connection } from './connection.js';

interface PersonRow {
  id: Id;
  email: string;
  name: string;
}

interface AssignmentRow {
  id: Id;
  person: Id;
  role: Role;
  body: BodyId | null;
  valid_from: Day;
  valid_until: Day | null;
}

/** An address is compared in lower case; it is shown as it is stored, which is in lower case. */
export const normaliseEmail = (email: string): string => email.trim().toLowerCase();

export async function personById(connection: Connection, id: Id): Promise<KnownPerson | null> {
  const row = await connection.row<PersonRow>('SELECT id, email, name FROM person WHERE id = ?', [id]);
  return row ? withAssignments(connection, row) : null;
}

/** The person with this address and the hash of their password; null when there is no such person. */
export async function credentialsOf(
  connection: Connection,
  email: string,
): Promise<{ id: Id; password: string | null } | null> {
  return connection.row('SELECT id, password FROM person WHERE email = ?', [normaliseEmail(email)]);
}

/** At most `limit` people whose address comes after `after`, in order of address. */
export async function listPeople(connection: Connection, after: string, limit: number): Promise<KnownPerson[]> {
  const rows = await connection.rows<PersonRow>(
    'SELECT id, email, name FROM person WHERE email > ? ORDER BY email LIMIT ?',
    [after, limit],
  );
  const people: KnownPerson[] = [];
  for (const row of rows) people.push(await withAssignments(connection, row));
  return people;
}

/** The names of everyone, by id: few enough to be held in memory. */
export async function namesOfPeople(connection: Connection): Promise<Map<Id, string>> {
  const rows = await connection.rows<PersonRow>('SELECT id, name FROM person');
  return new Map(rows.map(({ id, name }) => [id, name]));
}

export const addPerson = (connection: Connection, { id, email, name }: PersonRow): Promise<void> =>
  connection.run('INSERT INTO person (id, email, name) VALUES (?, ?, ?)', [id, normaliseEmail(email), name]);

export const setPassword = (connection: Connection, person: Id, hash: string): Promise<void> =>
  connection.run('UPDATE person SET password = ? WHERE id = ?', [hash, person]);

export const addAssignment = (connection: Connection, person: Id, a: KnownAssignment): Promise<void> =>
  connection.run('INSERT INTO assignment (id, person, role, body, valid_from, valid_until) VALUES (?, ?, ?, ?, ?, ?)', [
    a.id,
    person,
    a.role,
    a.body,
    a.from,
    a.until,
  ]);

export const endAssignment = (connection: Connection, id: Id, until: Day): Promise<void> =>
  connection.run('UPDATE assignment SET valid_until = ? WHERE id = ?', [until, id]);

async function withAssignments(connection: Connection, { id, email, name }: PersonRow): Promise<KnownPerson> {
  const rows = await connection.rows<AssignmentRow>(
    'SELECT id, role, body, valid_from, valid_until FROM assignment WHERE person = ? ORDER BY valid_from, id',
    [id],
  );
  const assignments = rows.map((a) => ({
    id: a.id,
    role: a.role,
    body: a.body,
    from: a.valid_from,
    until: a.valid_until,
  }));
  return { id, email, name, assignments };
}
