// What is known of people in a job, and what is asked of them before anything is recorded.
import type { PersonOnRecord } from '../domain/people.js';
import type { Person } from '../domain/permissions.js';
import { invalid, Refusal } from '../domain/refusal.js';
import { administersOn } from '../domain/roles/decide.js';
import type { PeopleEventType } from '../domain/roles/events.js';
import type { Newcoming } from '../domain/roles/welcome.js';
import type { Day, Id } from '../domain/vocabulary.js';
import type { Caller } from '../store/caller.js';
import type { Transaction } from '../store/unit-of-work.js';
import {
  administratorsAmong,
  credentialsOf,
  listPeople,
  normaliseEmail,
  onRecord,
  personById,
} from './stored-person.js';

export async function known({ manager }: Pick<Transaction, 'manager'>, id: Id): Promise<PersonOnRecord> {
  const person = await personById(manager, id);
  if (!person) throw new Refusal('unknown-person');
  return onRecord(person);
}

/** Who asks as they are now: their role may have ended while they waited for their turn. @throws Refusal */
export async function stillThere({ manager }: Transaction, { person }: Caller): Promise<Person> {
  const now = await personById(manager, person.id);
  if (now?.erasedOn !== null) throw new Refusal('sign-in-required');
  return now;
}

/** Whether nobody else goes on giving roles after that day, and this person would. */
export async function isLastAfter(day: Day, { manager }: Transaction, person: PersonOnRecord): Promise<boolean> {
  const others = (await administratorsAmong(manager)).filter(({ id }) => id !== person.id);
  return administersOn(day, person) && !others.some((one) => administersOn(day, one));
}

export const everyoneIn = async ({ manager }: Pick<Transaction, 'manager'>): Promise<PersonOnRecord[]> =>
  (await listPeople(manager, '', peopleMax)).map(onRecord);

/** Nobody has more people. */
const peopleMax = 100_000;

export const ofRoles = new Set<PeopleEventType>(['RoleGiven', 'RoleEnded', 'PersonErased']);

export const withPlainAddress = (row: Newcoming): Newcoming => ({ ...row, person: withPlainEmail(row.person) });

export const withPlainEmail = <T extends { email?: string }>(said: T): T =>
  said.email === undefined ? said : { ...said, email: normaliseEmail(said.email) };

/** @throws Refusal for an address that somebody else has */
export async function mustBeFree({ manager }: Transaction, email: string, but: Id | null): Promise<void> {
  const taken = await credentialsOf(manager, email);
  if (taken && taken.id !== but)
    throw invalid([{ pointer: '/email', code: 'not-allowed-here', because: { code: 'address-taken' } }]);
}
