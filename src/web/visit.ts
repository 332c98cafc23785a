// Who looks at a page, what of a dossier they see, and what every page needs to know of them.
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Accounts } from '../app/accounts.js';
import { Clock } from '../app/clock.js';
import { Configuration } from '../app/configuration.js';
import { Readings } from '../app/reading.js';
import { Shelf } from '../app/shelf.js';
import { now } from '../domain/dossier/history.js';
import { isValid, permissions } from '../domain/permissions.js';
import type { Day } from '../domain/vocabulary.js';
import { invalid } from '../domain/refusal.js';
import { authenticate } from '../http/authentication.js';
import { MomentQuery, momentOf } from '../requests/queries.js';
import { shapeQuery } from '../requests/shape.js';
import type { KnownPerson } from '../store/people.js';
import { listWords, roleWords } from '../wording/words.js';
import type { Surroundings } from './components/frame.js';
import { isoDay } from './forms/form.js';
import type { FormContext, Place } from './forms/form-kind.js';
import { addressesOf } from './pages/addresses.js';

/** What every page needs to find out who looks at it, and at what. */
@Injectable()
export class Visits {
  constructor(
    readonly configuration: Configuration,
    readonly clock: Clock,
    readonly accounts: Accounts,
    readonly readings: Readings,
    readonly shelf: Shelf,
  ) {}
}

/** @throws Refusal sign-in-required, token-expired, csrf */
export const visitor = async (request: FastifyRequest, { accounts, configuration }: Visits): Promise<KnownPerson> =>
  (await authenticate(request, accounts, configuration.baseUrl)).person;

/** What is said of the visitor at the top of every page. */
export function aroundOf(person: KnownPerson | null, { configuration, clock }: Visits): Surroundings {
  const today = clock.today();
  const roles = person?.assignments.filter((a) => isValid(a, today)).map(({ role }) => roleWords[role]) ?? [];
  return {
    person: person && { name: person.name, roles: listWords([...new Set(roles)]) },
    demonstration: configuration.mode === 'demonstration',
    here: null,
  };
}

export const queryOf = ({ query }: FastifyRequest): Record<string, string | undefined> => {
  const pairs = Object.entries(query as Record<string, unknown>); // Fastify parses it into names and values
  return Object.fromEntries(pairs.filter((pair): pair is [string, string] => typeof pair[1] === 'string'));
};

/** A dossier, and what the address names in it. */
type Named = Partial<Place> & { dossier: string };

/** A dossier at the moment that the address names. @throws Refusal unknown-dossier, validation */
export async function visit(request: FastifyRequest, visits: Visits, place: Named): Promise<FormContext> {
  const person = await visitor(request, visits);
  await visits.readings.one(person, place.dossier, now); // whether it is there comes before what is wrong with the moment
  const { asOf, knownAt, ...query } = queryOf(request);
  const asked = shapeQuery(MomentQuery, {
    ...(asOf ? { asOf: isoDay(asOf.trim()) } : {}),
    ...(knownAt ? { knownAt } : {}),
  });
  if ('errors' in asked) throw invalid(asked.errors);
  const { reading } = await visits.readings.one(person, place.dossier, momentOf(asked.payload));
  return contextOf(visits, person, reading, place, query);
}

/** A dossier as it stands now, for what changes it. @throws Refusal unknown-dossier */
export async function visitNow(request: FastifyRequest, visits: Visits, place: Named): Promise<FormContext> {
  const person = await visitor(request, visits);
  const { reading } = await visits.readings.one(person, place.dossier, now);
  return contextOf(visits, person, reading, place, queryOf(request));
}

const contextOf = (
  visits: Visits,
  person: KnownPerson,
  reading: FormContext['reading'],
  place: Named,
  query: FormContext['query'],
): FormContext => {
  const today = visits.clock.today();
  return {
    reading,
    person,
    query,
    today,
    occasion: { dossier: reading.dossier, person, today, plans: visits.shelf },
    at: addressesOf(place.dossier, reading.moment),
    place: { gate: '', phase: '', decision: '', condition: '', ...place },
  };
};

export const isPast = ({ reading: { moment } }: FormContext): boolean =>
  moment.asOf !== null || moment.knownAt !== null;

/** Whether this person may start a dossier in some region. */
export const mayStart = (person: KnownPerson, today: Day): boolean =>
  person.assignments.some((a) => permissions['start-dossier'][a.role] !== 'never' && isValid(a, today));
