// Which people a list shows, and in which order: as its address asks, page by page.
import type { PersonOnRecord } from '../../domain/people.js';
import { isValid } from '../../domain/permissions.js';
import type { Day, Id } from '../../domain/vocabulary.js';
import { lastPage } from '../visit/past-end.js';
import { choiceIn } from '../pages/list-choice.js';
import { peopleOffers, type AskedPeople, type PeopleFilter } from '../pages/people/people-choice.js';

const pageSize = 100;
const wordsMax = 100;
const inDutch = new Intl.Collator('nl');

type Query = Readonly<Record<string, string | undefined>>;

export const askedPeople = (query: Query): AskedPeople => ({
  ...choiceIn(query, peopleOffers),
  zoek: (query.zoek ?? '').trim().slice(0, wordsMax),
});

interface Listed {
  people: PersonOnRecord[];
  /** How many fit, on all pages together. */
  found: number;
  /** Where the next page begins; null on the last. */
  next: number | null;
  /** Where the last page begins, for who came past the end; null for others. */
  last: number | null;
}

/**
 * @param titleOf how a body is called, by which somebody is found too
 * @param awaited who never chose a password
 */
export function peopleList(
  everyone: readonly PersonOnRecord[],
  { toon, volgorde, zoek }: AskedPeople,
  { vanaf = '' }: Query,
  { today, titleOf, awaited }: { today: Day; titleOf: (body: string) => string; awaited: ReadonlySet<Id> },
): Listed {
  const from = /^[1-9]\d{0,5}$/.test(vanaf) ? Number(vanaf) : 0;
  const words = plainOf(zoek).split(/\s+/).filter(Boolean);
  const now = ({ assignments }: PersonOnRecord) => assignments.filter((one) => isValid(one, today));
  const isKept: Record<PeopleFilter, (one: PersonOnRecord) => boolean> = {
    alles: ({ erasedOn }) => erasedOn === null,
    zonder: (one) => one.erasedOn === null && now(one).length === 0,
    wachtwoord: ({ id, erasedOn }) => erasedOn === null && awaited.has(id),
    gewist: ({ erasedOn }) => erasedOn !== null,
  };
  const said = (one: PersonOnRecord): string =>
    plainOf([one.name, one.email, ...now(one).map(({ body }) => (body === null ? '' : titleOf(body)))].join(' '));
  const kept = everyone.filter(
    (one) => isKept[toon](one) && (words.length === 0 || words.every((word) => said(one).includes(word))),
  );
  const keyOf = volgorde === 'naam' ? ({ name }: PersonOnRecord) => name : ({ email }: PersonOnRecord) => email;
  const byKey = (a: PersonOnRecord, b: PersonOnRecord) =>
    inDutch.compare(keyOf(a) ?? '', keyOf(b) ?? '') || a.id.localeCompare(b.id);
  const people = kept.sort(byKey).slice(from, from + pageSize);
  const next = kept.length > from + pageSize ? from + pageSize : null;
  return { people, found: kept.length, next, last: lastPage(kept.length, from, () => pageSize) };
}

/** Without accents and capitals, so that nobody is missed by how they are written. */
const plainOf = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
