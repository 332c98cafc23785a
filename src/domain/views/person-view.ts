// What is shown of somebody: to who keeps people, and to themselves.
import type { KnownPerson } from '../people.js';
import type { BodyId, Day, Id, Role } from '../vocabulary.js';

export interface PersonView {
  id: Id;
  name: string;
  email: string;
  assignments: { id: Id; role: Role; body: BodyId | null; from: Day; until: Day | null }[];
}

export interface MeView {
  id: Id;
  name: string;
  email: string;
  assignments: { role: Role; body: BodyId | null; from: Day; until: Day | null }[];
}

export const personView = ({ id, name, email, assignments }: KnownPerson): PersonView => ({
  id,
  name,
  email,
  assignments,
});

export const meView = ({ id, name, email, assignments }: KnownPerson): MeView => ({
  id,
  name,
  email,
  assignments: assignments.map(({ role, body, from, until }) => ({ role, body, from, until })),
});
