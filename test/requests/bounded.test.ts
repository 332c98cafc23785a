// Whatever is wrong with a request, finding it takes no longer than reading it, and what is answered is short.
import type { Facts } from '../../src/domain/facts/fact.js';
import { Refusal, invalid } from '../../src/domain/refusal.js';
import { bodyMax, parseJson } from '../../src/http/json-body.js';
import { problemOf } from '../../src/http/problem.js';
import { requests } from '../../src/http/requests.js';
import { nothing, shapeBody, shapeQuery } from '../../src/http/shape.js';
import { languages } from '../../src/wording/wording.js';
import { TestServer } from '../support/server.js';

const answerMax = 4_096;
const triesMax = 30;

const range = <T>(n: number, one: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => one(i));
const names = (n: number, length = 1) => Object.fromEntries(range(n, (i) => [`${'é'.repeat(length)}${i}`, 1]));

/** The answer to a body, as far as it is refused before anything is asked of the record. */
function answerTo(bytes: Buffer, table: Facts): string {
  try {
    const asked = shapeBody(table, parseJson(bytes));
    if ('payload' in asked) return '';
    throw invalid(asked.errors);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return JSON.stringify(problemOf(error, languages.nl));
  }
}

/** As much as a message can hold. */
const full = (one: (n: number) => object): Buffer => {
  let n = 1;
  while (JSON.stringify(one(n * 2)).length < bodyMax) n *= 2;
  return Buffer.from(JSON.stringify(one(n)));
};

const time = (run: () => unknown): number => {
  const begun = performance.now();
  run();
  return performance.now() - begun;
};

describe.each(Object.entries(requests))('a %s', (_, table) => {
  const each = (value: unknown) => Object.fromEntries(Object.keys(table).map((name) => [name, value]));
  const floods: Record<string, (n: number) => object> = {
    'unknown names': names,
    'long unknown names': (n) => names(1_900, n / 1_900),
    'one endless name': (n) => ({ ['\u{1f600}'.repeat(n)]: 1 }),
    'unknown names in every field': (n) => each(names(n)),
    'unknown names in the things of a list': (n) => each(range(n, () => names(3))),
    'lists in every field': (n) => each(range(n, () => [])),
    'reserved names': (n) => ({ on: range(n, () => ({ constructor: 1 })) }),
  };
  // What a body can hold at most without being refused for its size, and as much as a message can hold at all.
  const bodies = Object.entries(floods).flatMap(([flood, one]) => [
    { flood, bytes: Buffer.from(JSON.stringify(one(400))) },
    ...(table === requests.RecordDecisionRequest ? [{ flood, bytes: full(one) }] : []),
  ]);

  it('that is wrong in a thousand ways is answered in a few words', () => {
    for (const { flood, bytes } of bodies)
      expect([flood, Buffer.byteLength(answerTo(bytes, table)) < answerMax]).toEqual([flood, true]);
  });
});

it('a megabyte of unknown names takes no longer than twice what reading it takes', () => {
  for (const flood of [names, (n: number) => names(1_900, n / 1_900), (n: number) => ({ on: names(n) })]) {
    const bytes = full(flood);
    let [parsing, answering] = [Infinity, Infinity];
    for (let tries = 0; tries < triesMax && !(answering < 2 * parsing); tries++) {
      parsing = Math.min(
        parsing,
        time(() => JSON.parse(bytes.toString()) as unknown),
      );
      answering = Math.min(
        answering,
        time(() => answerTo(bytes, requests.SignInRequest ?? nothing)),
      );
    }
    expect(answering).toBeLessThan(2 * parsing);
  }
});

it('a query that is wrong in a thousand ways is answered in a few words', () => {
  const asked = shapeQuery(nothing, names(2_000));
  if (!('errors' in asked)) throw new Error('it was refused');
  expect(JSON.stringify(problemOf(invalid(asked.errors), languages.nl)).length).toBeLessThan(answerMax);
});

describe('who is not signed in', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await TestServer.start();
  });
  afterAll(() => server.stop());

  const sent = async (path: string, type: string, length: number) => {
    const headers = { 'content-type': type };
    const body = type.endsWith('json') ? JSON.stringify({ email: 'x'.repeat(length) }) : `email=${'x'.repeat(length)}`;
    const answer = await fetch(`${server.url}${path}`, { method: 'POST', headers, body, redirect: 'manual' });
    const text = await answer.text();
    expect(text.length).toBeLessThan(20_000 + length);
    return answer.status;
  };

  it('says no more than 16 kB to sign in by a program, and no more than a form holds by a page', async () => {
    expect(await sent('/api/v1/tokens', 'application/json', 16_000)).toBe(400);
    expect(await sent('/api/v1/tokens', 'application/json', 16_400)).toBe(413);
    const form = 'application/x-www-form-urlencoded';
    expect(await sent('/aanmelden', form, 190_000)).toBe(401);
    expect(await sent('/aanmelden', form, 201_000)).toBe(413);
    expect(await sent('/uitnodiging/een', form, 66_000)).toBe(413);
    expect(await sent('/trajecten/nieuw', form, 66_000)).toBe(413);
  });
});
