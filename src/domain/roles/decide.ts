// What can be recorded of people and their roles: each takes somebody as they are known, and says what is to be recorded or
// why that cannot be. Who may do it, and whether an address is taken, is asked before.
import { keep } from '../facts/keeping.js';
import type { Payload } from '../facts/fact.js';
import {
  assignmentEndFacts,
  assignmentFacts,
  erasureFacts,
  personCorrectionFacts,
  personFacts,
} from '../facts/of-people.js';
import type { KnownAssignment, PersonOnRecord } from '../people.js';
import type { Assignment } from '../permissions.js';
import { invalid, Refusal, refused, type FieldError } from '../refusal.js';
import { worksAs, type BodyId, type BodyKind, type Day, type Id, type Role, type WorksAs } from '../vocabulary.js';
import type { NewPeopleEvent, Origin } from './events.js';

/** `origin` where nobody is signed in. */
export function addedPerson(id: Id, asked: Payload<typeof personFacts>, on: Day, origin?: Origin): NewPeopleEvent {
  const { texts } = keep(personFacts, asked);
  return { type: 'PersonAdded', on, facts: { person: id, ...(origin && { origin }) }, texts };
}

/** A role that somebody has, whatever the rules for giving one. */
export function heldRole(person: Id, held: KnownAssignment, on: Day, origin: Origin): NewPeopleEvent {
  const { id: assignment, role, body, from, until } = held;
  const where = { ...(body !== null && { body }), from, ...(until !== null && { until }) };
  return { type: 'RoleGiven', on, facts: { person, assignment, role, ...where, origin }, texts: {} };
}

export interface Giving {
  today: Day;
  newId: () => Id;
  /** The kind of a body on a day; else what is wrong with it. */
  kindOf: (body: BodyId, on: Day) => BodyKind | FieldError;
}

/** @throws Refusal */
export function giveRole(
  person: PersonOnRecord,
  asked: Payload<typeof assignmentFacts>,
  { today, newId, kindOf }: Giving,
): NewPeopleEvent {
  mustBeKnown(person);
  const errors = assignmentErrors(asked, kindOf);
  if (errors.length > 0) throw invalid(errors);
  mustBeNew(person, asked);
  const { facts, texts } = keep(assignmentFacts, asked);
  return { type: 'RoleGiven', on: today, facts: { person: person.id, assignment: newId(), ...facts }, texts };
}

interface Leaving {
  today: Day;
  /** Whether nobody else goes on giving roles. */
  isLast: boolean;
}

/**
 * Ends a role on a day, that day included. An end is only ever brought forward.
 * @throws Refusal
 */
export function endRole(
  person: PersonOnRecord,
  assignment: Id,
  asked: Payload<typeof assignmentEndFacts>,
  { today, isLast }: Leaving,
): NewPeopleEvent {
  const found = person.assignments.find(({ id }) => id === assignment);
  if (!found) throw new Refusal('unknown-person');
  const { from, until: present } = found;
  if (asked.until < from) throw invalid([{ pointer: '/until', code: 'date-too-early', limit: from }]);
  if (asked.until === present) throw refused('not-in-this-state', { state: 'ended' });
  if (present !== null && asked.until > present)
    throw invalid([
      { pointer: '/until', code: 'not-allowed-here', because: { code: 'only-shortens', until: present } },
    ]);
  if (found.role === 'administrator' && isLast) throw new Refusal('last-administrator');
  const { facts, texts } = keep(assignmentEndFacts, asked);
  return { type: 'RoleEnded', on: today, facts: { person: person.id, assignment, ...facts }, texts };
}

/** @throws Refusal */
export function correctPerson(
  person: PersonOnRecord,
  asked: Payload<typeof personCorrectionFacts>,
  today: Day,
): NewPeopleEvent {
  mustBeKnown(person);
  const { name, email } = asked;
  if (name === undefined && email === undefined)
    throw invalid([{ pointer: '/name', code: 'required', because: { code: 'names-nothing' } }]);
  return {
    type: 'PersonCorrected',
    on: today,
    facts: { person: person.id },
    texts: keep(personCorrectionFacts, asked).texts,
  };
}

/**
 * Takes away who somebody is: their roles end today, and what was still to begin never does.
 * @throws Refusal
 */
export function erasePerson(
  person: PersonOnRecord,
  asked: Payload<typeof erasureFacts>,
  { today, isLast }: Leaving,
): NewPeopleEvent {
  mustBeKnown(person);
  const { on = today } = asked;
  if (on > today) throw invalid([{ pointer: '/on', code: 'date-in-future', limit: today }]);
  if (isLast) throw new Refusal('last-administrator');
  const { texts } = keep(erasureFacts, asked);
  return { type: 'PersonErased', on, facts: { person: person.id, until: today }, texts };
}

/** A link by which somebody chooses a password; `origin` where nobody is signed in. @throws Refusal */
export function makeLink(person: PersonOnRecord, on: Day, origin?: Origin): NewPeopleEvent {
  mustBeKnown(person);
  return { type: 'LinkMade', on, facts: { person: person.id, ...(origin && { origin }) }, texts: {} };
}

export const chosenPassword = (person: Id, on: Day, origin: Origin = 'link'): NewPeopleEvent => ({
  type: 'PasswordChosen',
  on,
  facts: { person, origin },
  texts: {},
});

/** Whether this person gives roles on that day and goes on to do so. */
export const administersOn = (on: Day, { assignments }: { assignments: readonly Assignment[] }): boolean =>
  assignments.some(({ role, from, until }) => role === 'administrator' && from <= on && (until === null || until > on));

/** @throws Refusal not-in-this-state */
function mustBeKnown({ erasedOn }: PersonOnRecord): void {
  if (erasedOn !== null) throw refused('not-in-this-state', { state: 'erased' });
}

type AddAssignment = Payload<typeof assignmentFacts>;

function assignmentErrors({ role, body, from, until }: AddAssignment, kindOf: Giving['kindOf']): FieldError[] {
  const errors: FieldError[] = [];
  if (until !== undefined && until < from) errors.push({ pointer: '/until', code: 'date-too-early', limit: from });
  if (role === 'administrator')
    return body === undefined ? errors : [...errors, { pointer: '/body', code: 'not-allowed-here' }];
  if (body === undefined) return [...errors, { pointer: '/body', code: 'required' }];
  const kind = kindOf(body, from);
  if (typeof kind !== 'string') return [...errors, kind];
  return rolesAt(worksAs(kind)).includes(role) ? errors : [...errors, { pointer: '/body', code: 'not-allowed-here' }];
}

/** The same role for the same body twice on one day would say nothing, and ending one would end nothing. */
function mustBeNew({ assignments }: PersonOnRecord, { role, body, from, until }: AddAssignment): void {
  const same = assignments.find(
    (held) =>
      held.role === role &&
      held.body === (body ?? null) &&
      (held.until === null || from <= held.until) &&
      (until === undefined || held.from <= until),
  );
  if (!same) return;
  const because = { code: 'role-overlaps', from: same.from, until: same.until } as const;
  throw invalid([{ pointer: '/from', code: 'not-allowed-here', because }]);
}

const atBody: Role[] = ['contact', 'portfolio-holder'];

/** Which roles a person can have for a body of this kind. */
export const rolesAt = (works: WorksAs): readonly Role[] => rolesFor[works];

const rolesFor: Record<WorksAs, Role[]> = {
  college: ['secretary', ...atBody],
  council: ['clerk', ...atBody],
  provider: ['secretary', ...atBody],
  minister: ['secretary', ...atBody],
  consultation: ['process-lead', 'chair', 'deputy-chair', 'chair-secretary', 'reader'],
  board: ['secretary', 'chair', 'deputy-chair', 'chair-secretary', ...atBody],
};
