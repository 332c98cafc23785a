// The quick look at a request is held to class-validator, over every table; and what class-validator finds is what the
// judges of the table say, at the place where it is.
import fc from 'fast-check';
import { requests } from '../../src/http/requests.js';
import type { Facts } from '../../src/domain/facts/fact.js';
import { objectOf, type Value } from '../../src/domain/facts/values.js';
import * as queries from '../../src/http/queries.js';
import { faultsIn, isInOrder } from '../../src/http/request-class.js';
import { shapeBody } from '../../src/http/shape.js';

const { momentOf: _, ...queryTables } = queries;
const tables: [string, Facts][] = Object.entries({ ...requests, ...queryTables });

/** What the judges of a value may make of it: much of its own kind, and much of another. */
function sentAs({ sort, schema }: Value): fc.Arbitrary<unknown> {
  const texts = fc.constantFrom('10', 'x@y.example', '2024-05-16T12:00:00Z', 'wachtwoord');
  const own: Record<typeof sort.is, fc.Arbitrary<unknown>> = {
    line: fc.constantFrom('ABO van 29 april', 'x@y.example', '', ' ', 'a\nb', 'x'.repeat(201)),
    lines: fc.constantFrom('Een reden.', 'Twee\nregels.', '\u202e', 'x'.repeat(4001)),
    address: fc.constantFrom('https://voorbeeld.example/a', 'voorbeeld', 'ftp://x.example', 'https://a:b@x.example'),
    day: fc.constantFrom('2024-05-16', '2024-02-31', '16-5-2024'),
    'yes-no': fc.boolean(),
    name: fc.constantFrom('assen/college', 'instemming', 'f'.repeat(64), 'Nee!'),
    file: fc.constantFrom('f'.repeat(64), 'f'.repeat(63), 'refused:paper-empty'),
    number: fc.constantFrom(0, 1, 1.5, -1, 10_001),
    choice: fc.constantFrom(...('among' in sort ? sort.among : []), 'iets anders'),
    list: 'of' in sort ? fc.array(sentAs(sort.of), { maxLength: 3 }) : fc.constant([]),
    other: schema.type === 'object' ? inside(schema) : texts,
  };
  return fc.oneof({ weight: 6, arbitrary: own[sort.is] }, { weight: 1, arbitrary: odd });
}

/** An object by its description, with a field more or less. */
function inside(schema: Value['schema']): fc.Arbitrary<unknown> {
  const names = Object.keys(schema.properties ?? { form: 1, text: 1, rule: 1 });
  const value = fc.oneof(fc.constantFrom('session', 'Een punt.', 'assen/college', '2024-05-16', 'unanimity'), odd);
  return fc.dictionary(fc.constantFrom(...names, 'extra', '$value', 'a/b'), value, { noNullPrototype: true });
}

const odd = fc.constantFrom<unknown>(null, '', 7, true, {}, [], [''], [[]], { constructor: 1 }, '10', 'a$property');

const requestOf = (table: Facts): fc.Arbitrary<object> =>
  fc
    .record(Object.fromEntries(Object.entries(table).map(([name, { value }]) => [name, sentAs(value)])), {
      requiredKeys: [],
    })
    .chain((sent) => fc.constantFrom<object>(sent, { ...sent, geen: 1 }, { ...sent, $target: 'x' }));

it.each(tables)('a %s is in order when class-validator finds nothing wrong, and only then', (_, table) => {
  expect([isInOrder(table, right(table)), faultsIn(table, right(table))]).toEqual([true, []]);
  const either = fc.oneof(
    requestOf(table),
    requestOf(table).map((sent) => ({ ...sent, ...right(table) })),
  );
  fc.assert(
    fc.property(either, (sent) => {
      expect(isInOrder(table, sent)).toBe(faultsIn(table, sent).length === 0);
    }),
    { numRuns: 150 },
  );
});

const plausible = [
  ...['2024-05-16', 'Een reden.', 'https://voorbeeld.example/a', 'assen/college', 'instemming', 'f'.repeat(64)],
  ...['x@y.example', '10', '2024-05-16T12:00:00Z', true, 1, [], {}, { rule: 'unanimity' }],
];

/** A request with everything in it that can be said plainly. */
const right = (table: Facts): object =>
  Object.fromEntries(
    Object.entries(table).flatMap(([name, { value }]) => {
      const among = 'among' in value.sort ? value.sort.among : [];
      const found = [...among, ...plausible].filter((one) => value.judge(one).length === 0);
      return found.length > 0 ? [[name, found[0]]] : [];
    }),
  );

it.each(tables)('what is wrong with a %s is what its judges say, each at its own place', (_, table) => {
  const judge = objectOf(table).judge;
  const sorted = (errors: readonly object[]) => errors.map((error) => JSON.stringify(error)).sort();
  fc.assert(
    fc.property(requestOf(table), (sent) => {
      const asked = shapeBody(table, sent);
      if ('payload' in asked) {
        expect(judge(asked.payload)).toEqual([]);
        return;
      }
      const plain = !JSON.stringify(sent).includes('"constructor"'); // a reserved name is refused before the judges
      if (plain) expect(sorted(asked.errors)).toEqual(sorted(judge(tidied(sent))));
    }),
    { numRuns: 200 },
  );
});

/** Texts as they reach the judges. */
function tidied(value: unknown): unknown {
  if (typeof value === 'string') return value.normalize('NFC').trim();
  if (Array.isArray(value)) return value.map(tidied);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, tidied(one)]));
}
