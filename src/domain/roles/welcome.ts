// People who are let in together: each with a role, and with a link where they are new. All of them or none.
import { keep } from '../facts/keeping.js';
import type { Payload } from '../facts/fact.js';
import { personFacts, type assignmentFacts } from '../facts/of-people.js';
import type { PersonOnRecord } from '../people.js';
import { Refusal, type FieldError } from '../refusal.js';
import type { Id } from '../vocabulary.js';
import { addedPerson, giveRole, makeLink, type Giving } from './decide.js';
import type { NewPeopleEvent } from './events.js';

/** Somebody to let in: who they are, and the role that they get; a role that is left out is given later. */
export interface Newcoming {
  person: Payload<typeof personFacts>;
  role: Payload<typeof assignmentFacts> | null;
}

interface Welcoming extends Giving {
  /** Who asks: nobody gives themselves a role. */
  by: Id;
}

export interface Welcomed {
  /** In the order of what was asked. */
  people: { person: Id; isNew: boolean }[];
  events: NewPeopleEvent[];
  /** What is wrong; each pointer begins with the number of its row. */
  errors: FieldError[];
}

/** Who is known by an address gets the role as well, and keeps their password. @param known whoever has one of the addresses */
export function letIn(rows: readonly Newcoming[], known: readonly PersonOnRecord[], welcoming: Welcoming): Welcomed {
  const byEmail = new Map(known.flatMap((one) => (one.email === null ? [] : [[one.email, one]])));
  const done: Welcomed = { people: [], events: [], errors: [] };
  const fresh = new Set<Id>();
  rows.forEach((row, i) => {
    const wrong = (errors: readonly FieldError[]): void => {
      done.errors.push(...errors.map((error) => ({ ...error, pointer: `/${i}${error.pointer}` })));
    };
    const found = byEmail.get(row.person.email);
    const because = found && mismatch(found, row, welcoming.by);
    if (because) {
      wrong([{ pointer: '/email', code: 'not-allowed-here', because }]);
      return;
    }
    const person = found ?? newPerson(row.person, welcoming.newId());
    const isNew = !found;
    if (isNew) {
      fresh.add(person.id);
      done.events.push(addedPerson(person.id, row.person, welcoming.today));
    }
    const { role } = row;
    const given = role && attempt(() => giveRole(person, role, welcoming), wrong);
    if (given) done.events.push(given);
    if (isNew) done.events.push(makeLink(person, welcoming.today));
    byEmail.set(row.person.email, given ? withRole(person, given) : person);
    done.people.push({ person: person.id, isNew: fresh.has(person.id) });
  });
  return done;
}

type Reason = NonNullable<FieldError['because']>;

/** A known address with another name is more often a slip than a second name; without a role nothing would be said. */
function mismatch({ id, name }: PersonOnRecord, { person, role }: Newcoming, by: Id): Reason | null {
  if (id === by) return { code: 'own-role' };
  if (role === null) return { code: 'address-taken' };
  const isSame = name !== null && plain(name) === plain(person.name);
  return isSame ? null : { code: 'address-of', name: name ?? '' };
}

const plain = (name: string): string => name.normalize('NFC').toLowerCase().replaceAll(/\s+/g, ' ').trim();

function newPerson(said: Payload<typeof personFacts>, id: Id): PersonOnRecord {
  const { name = null, email = null } = keep(personFacts, said).texts;
  return { id, name, email, erasedOn: null, assignments: [] };
}

function withRole(person: PersonOnRecord, { facts }: NewPeopleEvent): PersonOnRecord {
  if (!('role' in facts)) return person;
  const { assignment: id, role, body = null, from, until = null } = facts;
  return { ...person, assignments: [...person.assignments, { id, role, body, from, until }] };
}

/** Other refusals than of a field are of the whole. */
function attempt<T>(give: () => T, wrong: (errors: readonly FieldError[]) => void): T | null {
  try {
    return give();
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'validation') throw error;
    wrong(error.errors);
    return null;
  }
}
