// Who looks at a page, what of a dossier they see, and what every page needs to know of them.
import type { FastifyRequest } from 'fastify';
import type { Sluis } from '../app/sluis.js';
import type { Moment } from '../domain/dossier/history.js';
import { isValid, permissions } from '../domain/permissions.js';
import type { Day } from '../domain/vocabulary.js';
import { invalid } from '../domain/refusal.js';
import { authenticate } from '../http/authentication.js';
import type { KnownPerson } from '../store/people.js';
import { listWords, roleWords } from '../wording/words.js';
import type { Surroundings } from './components/frame.js';
import { isoDay } from './forms/form.js';
import type { FormContext, Place } from './forms/form-kind.js';
import { addressesOf } from './pages/addresses.js';
import { momentOf, momentQuery } from '../http/queries.js';
import { shapeQuery } from '../http/shape.js';

/** @throws Refusal sign-in-required, token-expired, csrf */
export const visitor = async (request: FastifyRequest, { accounts, configuration }: Sluis): Promise<KnownPerson> =>
  (await authenticate(request, accounts, configuration.baseUrl)).person;

/** What is said of the visitor at the top of every page. */
export function aroundOf(person: KnownPerson | null, { configuration, clock }: Sluis): Surroundings {
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
export async function visit(request: FastifyRequest, sluis: Sluis, place: Named): Promise<FormContext> {
  const person = await visitor(request, sluis);
  const { asOf, knownAt, ...query } = queryOf(request);
  const { reading } = await sluis.readings.one(person, place.dossier, () => momentAsked(asOf, knownAt));
  return contextOf(sluis, person, reading, place, query);
}

/** @throws Refusal validation */
function momentAsked(asOf: string | undefined, knownAt: string | undefined): Moment {
  const asked = shapeQuery(momentQuery, {
    ...(asOf ? { asOf: isoDay(asOf.trim()) } : {}),
    ...(knownAt ? { knownAt } : {}),
  });
  if ('errors' in asked) throw invalid(asked.errors);
  return momentOf(asked.payload);
}

/** A dossier as it stands now, for what changes it. @throws Refusal unknown-dossier */
export async function visitNow(request: FastifyRequest, sluis: Sluis, place: Named): Promise<FormContext> {
  const person = await visitor(request, sluis);
  const { reading } = await sluis.readings.one(person, place.dossier);
  return contextOf(sluis, person, reading, place, queryOf(request));
}

const contextOf = (
  sluis: Sluis,
  person: KnownPerson,
  reading: FormContext['reading'],
  place: Named,
  query: FormContext['query'],
): FormContext => {
  const today = sluis.clock.today();
  return {
    reading,
    person,
    query,
    today,
    occasion: { dossier: reading.dossier, person, today, plans: sluis.shelf },
    at: addressesOf(place.dossier, reading.moment),
    place: { gate: '', phase: '', decision: '', condition: '', ...place },
  };
};

export const isPast = ({ reading: { moment } }: FormContext): boolean =>
  moment.asOf !== null || moment.knownAt !== null;

/** Whether this person may start a dossier in some region. */
export const mayStart = (person: KnownPerson, today: Day): boolean =>
  person.assignments.some((a) => permissions['start-dossier'][a.role] !== 'never' && isValid(a, today));
