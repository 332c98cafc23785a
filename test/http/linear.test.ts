// Nothing that reads what was sent takes four times as long for twice as much: every parser, every shape of a request,
// every header, every form.
import { noCalendars } from '../../src/domain/calendars/body-calendar.js';
import type { IncomingMessage } from 'node:http';
import accepts from 'accepts';
import type { FastifyRequest } from 'fastify';
import { loadPlans, shippedWorkflows } from '../../src/app/plan-catalogue.js';
import { decisionsIn } from '../../src/domain/dossier/acts.js';
import { now } from '../../src/domain/fold/history.js';
import { Refusal, invalid } from '../../src/domain/refusal.js';
import { answerRead } from '../../src/http/answer.js';
import { authenticate, callerOf } from '../../src/http/authentication.js';
import { readCursor } from '../../src/http/cursor.js';
import { parseForm } from '../../src/http/form-body.js';
import { parseJson } from '../../src/http/json-body.js';
import { problemOf } from '../../src/http/problem.js';
import { readReplay } from '../../src/replay/replay-file.js';
import { requests } from '../../src/http/requests.js';
import { commands } from '../../src/domain/commands/commands.js';
import type { Facts } from '../../src/domain/facts/fact.js';
import * as queries from '../../src/http/queries.js';
import { nothing, shapeBody, shapeQuery } from '../../src/http/shape.js';
import { keyOf, payloadOf, valuesOf } from '../../src/web/forms/form.js';
import type { FormContext } from '../../src/web/forms/form-kind.js';
import { forms } from '../../src/web/forms/register.js';
import { addressesOf } from '../../src/web/pages/addresses.js';
import { growth, quadratic } from '../support/growth.js';
import { abo, TestServer } from '../support/server.js';
import { Play } from '../support/play.js';
import { languages } from '../../src/wording/wording.js';

const range = <T>(n: number, one: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => one(i));
const names = (n: number) => Object.fromEntries(range(n, (i) => [`x${i}`, 1]));

/** What is refused was read too. */
function tried(run: () => unknown): void {
  try {
    run();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}

describe('a JSON body', () => {
  const deep = (inside: string) => `${'{"a":'.repeat(30)}${inside}${'}'.repeat(30)}`;
  it.each<[string, (n: number) => string]>([
    ['of many names', (n) => JSON.stringify(names(n))],
    ['of one name, many times', (n) => `{${range(n, () => '"a":1').join()}}`],
    ['of many values', (n) => JSON.stringify(range(n, (i) => i))],
    ['of many lists', (n) => `[${range(n, () => '[]').join()}]`],
    ['of one long text', (n) => JSON.stringify('é:"\\'.repeat(n))],
    ['of many names far down', (n) => deep(JSON.stringify(names(n)))],
    ['that opens and never closes', (n) => '['.repeat(n)],
    ['of spaces', (n) => ' '.repeat(n)],
  ])('%s', async (_, text) => {
    const make = (n: number) => Buffer.from(text(n));
    expect(await growth(5_000, make, (bytes) => tried(() => parseJson(bytes)))).toBeLessThan(quadratic);
  });
});

describe('the shape of a body', () => {
  it.each(Object.entries(requests))('of a %s', async (_, table: Facts) => {
    const each = (value: unknown) => Object.fromEntries(Object.keys(table).map((name) => [name, value]));
    const floods: Record<string, (n: number) => object> = {
      'unknown names': names,
      'reserved names': (n) => ({ on: range(n, () => ({ constructor: 1 })) }),
      'lists in every field': (n) => each(range(n >> 3, (i) => `${i}`)),
      'lists of lists in every field': (n) => each(range(n >> 3, () => [[]])),
      'names in every field': (n) => each(names(n >> 3)),
      'long texts in every field': (n) => each('a '.repeat(n)),
      'long texts that are no address': (n) => each(`a@${'.'.repeat(n)}@`),
    };
    for (const [flood, make] of Object.entries(floods)) {
      const run = (sent: object) => {
        const asked = shapeBody(table, sent);
        if ('errors' in asked) JSON.stringify(problemOf(invalid(asked.errors), languages.nl));
      };
      expect([flood, (await growth(1_000, make, run)) < quadratic]).toEqual([flood, true]);
    }
  });
});

describe('the parameters of a query', () => {
  const { dossiersQuery, eventsQuery, gateQuery, workflowQuery } = queries;
  const tables = { dossiersQuery, eventsQuery, gateQuery, workflowQuery, nothing };
  it.each(Object.entries(tables))('of %s', async (_, table: Facts) => {
    expect(await growth(2_000, names, (sent) => shapeQuery(table, sent))).toBeLessThan(quadratic);
    const long = (n: number) => ({ cursor: 'a'.repeat(n), asOf: '2'.repeat(n), knownAt: '2'.repeat(n) });
    expect(await growth(20_000, long, (sent) => shapeQuery(table, sent))).toBeLessThan(quadratic);
  });

  it('and where a list goes on', async () => {
    const place = (n: number) => Buffer.from(JSON.stringify(range(n, String))).toString('base64url');
    expect(await growth(20_000, place, (cursor) => tried(() => readCursor(cursor, 2)))).toBeLessThan(quadratic);
  });
});

describe('the file of a replay', () => {
  const fact = { on: '2024-04-11', call: 'starts', phase: 'instemming', source: 'Brief' };
  const start = {
    workflow: 'drenthe-robuuste-regio',
    title: 'x',
    startedOn: '2024-04-11',
    source: 'x',
    invented: true,
  };
  it.each<[string, (n: number) => object]>([
    ['of many facts', (n) => ({ ...start, facts: range(n, () => fact) })],
    ['of many facts that are wrong', (n) => ({ ...start, facts: range(n, () => ({ ...fact, on: 'x' })) })],
    ['of many names', (n) => ({ ...start, facts: [], ...names(n) })],
    ['of many names in a fact', (n) => ({ ...start, facts: [{ ...fact, ...names(n) }] })],
  ])('%s', async (_, file) => {
    const make = (n: number) => Buffer.from(JSON.stringify(file(n), null, 1));
    const run = (bytes: Buffer) => {
      try {
        const { facts, start: asked, lineOf } = readReplay(bytes);
        for (const one of facts) one.lineOf(''); // as playing asks of each
        for (const name of Object.keys(asked)) lineOf(`/${name}`);
      } catch (error) {
        if (!/regel \d/.test(String(error))) throw error;
      }
    };
    expect(await growth(600, make, run)).toBeLessThan(quadratic);
  });
});

describe('a header', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await TestServer.start();
  });
  afterAll(() => server.stop());

  /** As Fastify hands it over. */
  const requestWith = (headers: object) => ({ method: 'POST', url: '/', headers, body: {} }) as FastifyRequest;
  const signIn = (request: FastifyRequest) =>
    authenticate(request, server.sluis.directory, 'http://localhost:3000').catch(() => undefined);
  const accept = (request: FastifyRequest) => accepts(request as unknown as IncomingMessage).type(['application/json']);
  const read = ({ headers }: FastifyRequest) => answerRead({ view: {}, sequence: 1 }, headers);

  it.each<[string, (n: number) => string, (request: FastifyRequest) => unknown]>([
    ['cookie', (n) => range(n, (i) => `a${i}=b`).join('; '), signIn],
    ['cookie', (n) => 'sluis=b; '.repeat(n), signIn],
    ['authorization', (n) => `Bearer ${'a '.repeat(n)}`, signIn],
    ['if-none-match', (n) => '"1-a", '.repeat(n), read],
    ['if-none-match', (n) => ' '.repeat(n), read],
    ['accept', (n) => range(n, (i) => `a/b${i};q=0.${i}`).join(), accept],
    ['accept', (n) => 'a/b;c="'.repeat(n), accept],
  ])('%s is read in linear time', async (name, value, run) => {
    const make = (n: number) => requestWith({ [name]: value(n) });
    expect(await growth(4_000, make, run)).toBeLessThan(quadratic);
  });

  it.each<[string, (n: number) => string]>([
    ['if-match', (n) => '"1-a",'.repeat(n)],
    ['if-match', (n) => `"1-a"${' '.repeat(n)}x`],
    ['idempotency-key', (n) => 'a'.repeat(n)],
  ])('%s of who is signed in is read in linear time', async (name, value) => {
    const { token } = await server.addPerson();
    const make = (n: number) => requestWith({ authorization: `Bearer ${token}`, [name]: value(n) });
    const run = async (request: FastifyRequest) => {
      await signIn(request);
      tried(() => callerOf(request));
    };
    expect(await growth(4_000, make, run)).toBeLessThan(quadratic);
  });

  it('is no longer than 16 kB with all others, and an address neither', async () => {
    const long = 'a'.repeat(16_384);
    expect((await fetch(`${server.url}/`, { headers: { cookie: long } })).status).toBe(431);
    expect((await fetch(`${server.url}/${long}`)).status).toBe(431);
  });

  it('and a flood of unknown names, from the socket to the last byte of the answer', async () => {
    const headers = { 'content-type': 'application/json' };
    const run = async (body: string) => {
      const answer = await fetch(`${server.url}/api/v1/tokens`, { method: 'POST', headers, body });
      expect([answer.status, (await answer.text()).length < 4_096]).toEqual([413, true]);
    };
    expect(await growth(4_000, (n) => JSON.stringify(names(n)), run)).toBeLessThan(quadratic);
  });
});

describe('a form', () => {
  let context: FormContext;
  beforeAll(async () => {
    const catalogue = await loadPlans([shippedWorkflows]);
    const play = Play.start(catalogue.get('drenthe-robuuste-regio', 1, ''), '2024-04-11');
    const [lead, own] = [
      { role: 'process-lead', body: abo },
      { role: 'secretary', body: 'assen/college' },
    ] as const;
    const at = { gate: 'instemming' };
    play.give('start-phase', { phase: 'instemming' }, { on: '2024-04-11' }, lead, '2024-04-11');
    play.give('submit-gate', at, { on: '2024-04-11' }, lead, '2024-04-11');
    const conditions = [{ text: 'Eerst de kosten.', effect: 'elaboration' as const }];
    const decided = { body: 'assen/college', decision: 'agree-with-conditions' as const, decidedOn: '2024-04-16' };
    play.give('record-decision', at, { ...decided, conditions }, own, '2024-04-16');
    const reading = { ...play.reading('2024-05-01'), moment: now };
    const { dossier } = reading;
    const assignments = [lead, own].map((one) => ({ ...one, from: '2024-01-01', until: null }));
    const person = { id: 'p', email: 'p@test.example', name: 'P', assignments: [] };
    context = {
      wording: languages.nl,
      reading,
      person,
      others: [],
      calendars: noCalendars,
      today: '2024-05-01',
      recorded: null,
      occasion: { dossier, person: { id: 'p', assignments }, today: '2024-05-01', plans: catalogue },
      at: addressesOf(dossier.id, now),
      place: {
        dossier: dossier.id,
        phase: 'instemming',
        ...at,
        decision: decisionsIn(dossier, 'instemming', 1)[0]?.id ?? '',
        condition: Object.keys(dossier.conditions)[0] ?? '',
      },
      query: {},
    };
  });

  it('is read no further than its limits', async () => {
    const many = (n: number) => 'a=b&'.repeat(n);
    const run = (text: string) => tried(() => parseForm(text, { carries: false }));
    expect(await growth(20_000, many, run)).toBeLessThan(quadratic);
    expect(() => parseForm(many(499), { carries: false })).not.toThrow();
    expect(() => parseForm(many(500), { carries: false })).toThrow('too-large');
    expect(() => parseForm('a'.repeat(65_536), { carries: false })).not.toThrow();
    expect(() => parseForm('a'.repeat(65_537), { carries: false })).toThrow('too-large');
  });

  it.each(Object.entries(forms))('%s', async (_, kind) => {
    const own = kind.form(context, {}).sections.flatMap(({ fields }) => fields.map(({ name }) => name));
    const pairs = (n: number, name: (i: number) => string) => range(n, (i) => `${name(i)}=agree`).join('&');
    const floods: Record<string, (n: number) => string> = {
      'one entry of a list': (n) => pairs(3 * n, () => 'conditions/0/text'),
      'one line of a list': (n) => pairs(3 * n, () => 'remarks/7'),
      'many entries': (n) => pairs(n, (i) => `conditions/${i % 1000}/text`),
      'unknown names': (n) => pairs(n, (i) => `x${i}`),
      'its own names': (n) => pairs(n, (i) => own[i % own.length] ?? ''),
      'entries of its own names': (n) => pairs(n, (i) => `${own[i % own.length] ?? ''}/${i}`),
      'a long text in each field': (n) => own.map((name) => `${name}=${'a+'.repeat(n >> 2)}`).join('&'),
    };
    for (const [flood, make] of Object.entries(floods)) {
      const run = (text: string) => {
        const values = valuesOf(new URLSearchParams(text), commands[kind.command].says);
        keyOf(values);
        shapeBody(commands[kind.command].says, payloadOf(kind.form(context, values), values));
      };
      expect([flood, (await growth(1_000, make, run)) < quadratic]).toEqual([flood, true]);
    }
  });
});
