// What is shown of somebody: to who manages people, and to themselves.
import type { KnownPerson, PersonOnRecord } from '../people.js';
import type { Assignment } from '../permissions.js';
import type { PeopleEvent, PeopleEventType } from '../roles/events.js';
import type { Day, Hex, Id, Instant } from '../vocabulary.js';
import type { PersonRef } from './decision-view.js';

export type PersonView = PersonOnRecord;

export interface MeView extends Omit<KnownPerson, 'assignments'> {
  assignments: Assignment[];
}

export const meView = ({ id, name, email, assignments }: KnownPerson): MeView => ({
  id,
  name,
  email,
  assignments: assignments.map(({ role, body, from, until }) => ({ role, body, from, until })),
});

/** One line of what is recorded of somebody. */
export interface PersonEventView {
  sequence: number;
  type: PeopleEventType;
  format: number;
  on: Day;
  recordedAt: Instant;
  /** Null where nobody was signed in. */
  recordedBy: PersonRef | null;
  facts: object;
  texts: Record<string, { text: string | null; salt: Hex | null }>;
  previous: Hex;
  hash: Hex;
}

/** An event about somebody, with everything that is stored of it and who recorded it. */
export interface ToldOfPerson {
  event: PeopleEvent;
  texts: PersonEventView['texts'];
  /** Null where nobody was signed in. */
  recordedBy: PersonRef | null;
}

export function toldOfPerson(
  { event, texts }: Omit<ToldOfPerson, 'recordedBy'>,
  nameOf: (person: Id) => string | null,
): ToldOfPerson {
  const { recordedBy: id, facts } = event;
  const { by } = facts;
  const recordedBy = id === undefined || !by ? null : { id, role: by.role, body: by.body ?? null, name: nameOf(id) };
  return { event, texts, recordedBy };
}

export function personEventView({ event, texts, recordedBy }: ToldOfPerson): PersonEventView {
  const { sequence, type, format, on, recordedAt, facts, previous, hash } = event;
  return { sequence, type, format, on, recordedAt, recordedBy, facts, texts, previous, hash };
}
