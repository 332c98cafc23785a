// Who everyone is and what they may do, folded from the record of people. It never judges.
import type { KnownAssignment, PersonOnRecord } from '../people.js';
import type { Id } from '../vocabulary.js';
import type { PeopleEvent } from './events.js';

/** An event that cannot follow those before it, whatever their hashes say. */
export class Unfounded extends Error {
  constructor(
    readonly sequence: number,
    why: string,
  ) {
    super(why);
  }
}

/** Everybody that these events are about. @throws Unfounded */
export function peopleFrom(events: Iterable<PeopleEvent>): Map<Id, PersonOnRecord> {
  const people = new Map<Id, PersonOnRecord>();
  for (const event of events) {
    const { person } = event.facts;
    people.set(person, evolvePerson(people.get(person) ?? null, event));
  }
  return people;
}

/** Somebody after one more event about them. @throws Unfounded */
export function evolvePerson(before: PersonOnRecord | null, event: PeopleEvent): PersonOnRecord {
  if (event.type === 'PersonAdded') {
    const { name = null, email = null } = event.texts;
    return { id: event.facts.person, name, email, erasedOn: null, assignments: [] };
  }
  if (!before) throw new Unfounded(event.sequence, `it is about ${event.facts.person}, who was never added`);
  switch (event.type) {
    case 'RoleGiven': {
      const { assignment: id, role, body = null, from, until = null } = event.facts;
      return { ...before, assignments: inOrder([...before.assignments, { id, role, body, from, until }]) };
    }
    case 'RoleEnded': {
      const { assignment, until } = event.facts;
      return { ...before, assignments: before.assignments.map((a) => (a.id === assignment ? { ...a, until } : a)) };
    }
    case 'PersonCorrected': {
      const { name = before.name, email = before.email } = event.texts;
      return { ...before, name, email };
    }
    case 'PersonErased': {
      const { until } = event.facts;
      const begun = before.assignments.filter(({ from }) => from <= until);
      const assignments = begun.map((a) => (a.until !== null && a.until < until ? a : { ...a, until }));
      return { ...before, name: null, email: null, erasedOn: event.on, assignments };
    }
    case 'LinkMade':
    case 'PasswordChosen':
      return before;
    default: {
      const { sequence, type }: { sequence: number; type: string } = event satisfies never;
      throw new Unfounded(sequence, `nothing is known of ${type}`);
    }
  }
}

/** In the order in which they began. */
export const inOrder = (assignments: readonly KnownAssignment[]): KnownAssignment[] =>
  [...assignments].sort((a, b) => (a.from + a.id < b.from + b.id ? -1 : 1));
