// Requests made from the OpenAPI document: valid, nearly valid, and hostile. All randomness comes from fast-check.
import fc, { type Arbitrary } from 'fast-check';
import type { Described, DescribedOperation } from './described.js';

interface Schema {
  $ref?: string;
  type?: string;
  enum?: string[];
  pattern?: string;
  format?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  anyOf?: Schema[];
  additionalProperties?: Schema | boolean;
  minimum?: number;
  maximum?: number;
}

interface Operation {
  requestBody?: { content: Record<string, { schema: Schema }> };
  parameters?: { name: string; in: string; schema: Schema }[];
}

export interface FuzzedRequest {
  /** What it was made from, by its name in the document; the method may be another. */
  operation: string;
  method: string;
  path: string;
  body: string | undefined;
  headers: Record<string, string>;
}

/** What exists on the server, so that a part of the requests reaches deep. It is looked at when a request is made. */
export type Known = Record<string, readonly (string | number)[]>;

const hostileText = [
  '',
  ' ',
  '\u0000',
  '\ud800',
  '\u202e',
  '<script>alert(1)</script>',
  "'; DROP TABLE event; --",
  '../../etc/passwd',
  '%00',
  '%2F',
  '=1+1',
  '𝕊𝕝𝕦𝕚𝕤',
  'a'.repeat(5000),
  '2025-02-31',
  '9999-12-31',
  '-1',
  '1e308',
  'null',
  '__proto__',
  'toString',
  '{{7*7}}',
  'javascript:alert(1)',
];

const hostile = (): Arbitrary<unknown> =>
  fc.oneof(
    fc.constantFrom(...hostileText),
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom(null, true, 0, -1, 1e21, [], {}, [[]], { __proto__: null }, { constructor: 1 }),
    fc.jsonValue({ maxDepth: 3 }),
  );

const days = fc.constantFrom('2024-04-11', '2024-04-16', '2024-05-20', '2024-06-01', '2024-02-29');

export function requestsFrom(document: Described, known: Known): Arbitrary<FuzzedRequest> {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      path,
      method: method.toUpperCase(),
      operation: operation as Operation & DescribedOperation, // with the schemas, which only matter here
    })),
  );
  const requests = operations.map(({ path, method, operation }) =>
    fc.record({
      operation: fc.constant(operation.operationId),
      method: often(fc.constant(method), fc.constantFrom('PUT', 'PATCH', 'OPTIONS', 'DELETE')),
      path: fc.tuple(pathFrom(path, known), queryFrom(operation)).map(([p, query]) => p + query),
      body: method === 'POST' ? bodyFrom(document, operation, known) : fc.constant(undefined),
      headers: headersFrom(),
    }),
  );
  return fc.oneof(...requests);

  function pathFrom(template: string, pool: Known): Arbitrary<string> {
    const steps = template.split('/').map((step): Arbitrary<string> => {
      const name = /^\{(\w+)\}$/.exec(step)?.[1];
      if (name === undefined) return fc.constant(step);
      const wild = fc.oneof(fc.constantFrom(...hostileText), fc.string({ maxLength: 30 })).map(safelyEncoded);
      return often(
        fc
          .constantFrom(...(pool[name] ?? ['nothing']))
          .map(String)
          .map(encodeURIComponent),
        wild,
      );
    });
    return fc.tuple(...steps).map((parts) => parts.join('/'));
  }

  function queryFrom({ parameters = [] }: Operation): Arbitrary<string> {
    const named = parameters.filter((parameter) => parameter.in === 'query');
    const pair = fc.oneof(
      ...named.map(({ name, schema }) =>
        valueFrom(document, schema, name, known).map((value) => [
          name,
          typeof value === 'string' ? value : JSON.stringify(value),
        ]),
      ),
      fc.tuple(fc.constantFrom('asof', 'x', 'limit', '__proto__', ''), fc.constantFrom(...hostileText)),
    );
    return often(
      fc.constant(''),
      fc.array(pair, { maxLength: 3 }).map((pairs) => {
        const query = pairs.map(([name = '', value = '']) => `${safelyEncoded(name)}=${safelyEncoded(value)}`);
        return query.length > 0 ? `?${query.join('&')}` : '';
      }),
    );
  }
}

/** The first so many times as often as the other. */
const often = <T>(usual: Arbitrary<T>, odd: Arbitrary<T>, weight = 12): Arbitrary<T> =>
  fc.oneof({ weight, arbitrary: usual }, { weight: 1, arbitrary: odd });

/** A lone surrogate has no encoding in an address; a step of one or two dots is taken out of it by who sends it. */
const safelyEncoded = (text: string): string => encodeURIComponent(text.toWellFormed()).replace(/^\.{1,2}$/, 'punt');

function headersFrom(): Arbitrary<Record<string, string>> {
  const odd = fc.constantFrom(
    {},
    { 'if-match': '"1-x"' },
    { 'if-match': '*' },
    { 'if-match': 'nonsense' },
    { 'idempotency-key': 'one key for all' },
    { 'idempotency-key': 'short' },
    { accept: 'text/csv' },
    { 'if-none-match': '*' },
    { 'content-type': 'text/plain' },
    { authorization: 'Bearer nonsense' },
  );
  return often(fc.constant({}), odd);
}

function bodyFrom(document: Described, { requestBody }: Operation, known: Known): Arbitrary<string | undefined> {
  const schema = requestBody?.content['application/json']?.schema ?? {};
  const fitting = valueFrom(document, schema, '', known).map((value) => JSON.stringify(value));
  const broken = fc.constantFrom(
    '',
    '{',
    '[]',
    'null',
    '{"a":1,"a":2}',
    `${'['.repeat(50)}${']'.repeat(50)}`,
    '\u0000',
  );
  const wild = hostile().map((value) => JSON.stringify(value));
  return fc.oneof({ weight: 12, arbitrary: fitting }, { weight: 1, arbitrary: broken }, { weight: 1, arbitrary: wild });
}

function valueFrom(document: Described, schema: Schema, name: string, known: Known): Arbitrary<unknown> {
  if (schema.$ref) {
    const target = document.components.schemas[schema.$ref.split('/').at(-1) ?? ''];
    return target ? valueFrom(document, target, name, known) : hostile();
  }
  const isKnown = name in known && !schema.enum; // a decision is said by its kind, and meant by its id
  const right = isKnown ? oneOf(known, name) : rightValue(document, schema, known);
  return fc.oneof({ weight: 25, arbitrary: right }, { weight: 1, arbitrary: hostile() });
}

function rightValue(document: Described, schema: Schema, known: Known): Arbitrary<unknown> {
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map((one) => valueFrom(document, one, '', known)));
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.format === 'date') return days;
  if (schema.format === 'date-time') return fc.constantFrom('2024-05-16T12:00:00Z', '2099-01-01T00:00:00+02:00');
  switch (schema.type) {
    case 'integer':
      return fc.integer({ min: schema.minimum ?? 0, max: schema.maximum ?? 100 });
    case 'boolean':
      return fc.boolean();
    case 'array':
      return fc.array(valueFrom(document, schema.items ?? {}, '', known), { maxLength: 3 });
    case 'object':
      return objectFrom(document, schema, known);
    case undefined:
    default:
      if (schema.pattern) return patterned(new RegExp(schema.pattern), known);
      if (schema.format === 'email') return fc.nat(999_999).map((n) => `${n}@gemeente.example`);
      if (schema.format === 'uri') return fc.constantFrom('https://example.org/', 'https://example.org/stuk.pdf');
      return fc.oneof(
        fc.constantFrom('assen', 'Een reden.', 'https://example.org/'),
        fc.string({ minLength: 1, maxLength: 30 }),
      );
  }
}

const oneOf = (known: Known, name: string): Arbitrary<string | number> =>
  fc.nat(999).map((n) => known[name]?.[n % known[name].length] ?? 'nothing');

/** Something that is there and is written like that, or else anything that is. */
function patterned(pattern: RegExp, known: Known): Arbitrary<unknown> {
  const fitting = Object.keys(known).filter((name) => known[name]?.every((one) => pattern.test(String(one))));
  return fc.oneof(fc.stringMatching(pattern), ...fitting.map((name) => oneOf(known, name)));
}

function objectFrom(document: Described, schema: Schema, known: Known): Arbitrary<unknown> {
  const { properties = {}, required = [], additionalProperties } = schema;
  const fields = Object.fromEntries(
    Object.entries(properties).map(([name, one]) => [name, valueFrom(document, one, name, known)]),
  );
  const requiredKeys = required.filter((name) => name in fields);
  const plain = fc.record(fields, { requiredKeys });
  const least = fc.record(Object.fromEntries(requiredKeys.map((name) => [name, fields[name]!]))); // of those that are there
  const loose = fc.record(fields, { requiredKeys: [] });
  const extra = typeof additionalProperties === 'object' ? additionalProperties : {};
  const more = fc.dictionary(
    fc.constantFrom('noodzaak', 'x', '__proto__', 'vote'),
    valueFrom(document, extra, '', known),
    { maxKeys: 2 },
  );
  return often(
    fc.oneof(plain, least), // the more is said, the more of it contradicts
    fc.tuple(loose, more).map(([one, two]) => ({ ...one, ...two })),
  );
}
