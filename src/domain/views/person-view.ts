// What is shown of somebody: to who manages people, and to themselves.
import type { KnownPerson } from '../people.js';
import type { Assignment } from '../permissions.js';

export type PersonView = KnownPerson;

export interface MeView extends Omit<KnownPerson, 'assignments'> {
  assignments: Assignment[];
}

export const personView = ({ id, name, email, assignments }: KnownPerson): PersonView => ({
  id,
  name,
  email,
  assignments,
});

export const meView = ({ assignments, ...person }: KnownPerson): MeView => ({
  ...personView({ ...person, assignments }),
  assignments: assignments.map(({ role, body, from, until }) => ({ role, body, from, until })),
});
