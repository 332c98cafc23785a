// No input breaks it: thousands of requests made from the OpenAPI document get no 500 and no status that is not
// declared. SLUIS_REQUESTS sets how many, SLUIS_SEED repeats a run.
import fc from 'fast-check';
import { requestsFrom, type FuzzedRequest } from '../support/fuzz.js';
import type { Described } from '../support/described.js';
import type { Client } from '../support/client.js';
import { accepted, conditionOf, decide, gateOf, withOpenGate } from '../support/drenthe.js';
import { TestServer } from '../support/server.js';

const requests = Number(process.env.SLUIS_REQUESTS ?? 2_000);
const seed = Number(process.env.SLUIS_SEED ?? Date.now() % 1_000_000_007);
const together = 8;
/** After so many requests there are new dossiers for them. */
const worldEach = 250;

let server: TestServer;
let people: Client[];

beforeAll(async () => {
  server = await TestServer.start();
  people = [
    ...[await server.lead(), await server.chair(), await server.secretary('assen'), await server.clerk('assen')],
    ...[await server.as('administrator', null), await server.as('reader', 'jeugdhulpregio-drenthe/abo'), server.anyone],
  ];
});
afterAll(() => server.stop());

it('the description names every call once, and every name in its path', async () => {
  const { paths } = (await (await fetch(`${server.url}/openapi.json`)).json()) as Described;
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.values(methods).map((operation) => ({ path, ...operation })),
  );
  expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
  for (const { path, parameters = [] } of operations) {
    const described = parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => `{${name}}`);
    expect(described.sort()).toEqual([...(path.match(/{\w+}/g) ?? [])].sort());
  }
});

it(
  `${requests} requests, some of them hostile, get no 500 and no undeclared status (seed ${seed})`,
  async () => {
    const document = (await (await fetch(`${server.url}/openapi.json`)).json()) as Described;
    const answers: Answered[] = [];
    const known = await newWorld();
    const any = requestsFrom(document, known);
    for (let from = 0; from < requests; from += worldEach) {
      if (from > 0) Object.assign(known, await newWorld());
      const samples = fc.sample(any, { numRuns: Math.min(worldEach, requests - from), seed: seed + from });
      for (let i = 0; i < samples.length; i += together)
        answers.push(...(await Promise.all(samples.slice(i, i + together).map((sample, k) => send(sample, i + k)))));
      expect((await gateOf(server, known.dossier[0])).id).toBe('instemming'); // it is still there to be read
    }
    const writes = answers.filter(({ status }) => status === 201);
    const distinct = new Set(writes.map(({ operation }) => operation));
    console.log(
      `${requests} requests (seed ${seed}): ${counted(answers)}; among them ${writes.length} accepted writes of ` +
        `${distinct.size} kinds`,
    );
    expect(answers.filter(({ status }) => status >= 500 && status !== 503 && status !== 507)).toEqual([]);
    expect(writes.length).toBeGreaterThan(requests / 400);
  },
  60_000 + requests * 50,
);

/** What is there for the next requests: what they accept changes it, until little more can be accepted. */
async function newWorld() {
  const id = await withOpenGate(server);
  const conditions = [{ text: 'Eerst de kosten.', effect: 'elaboration' }];
  const decision = await accepted(decide(server, id, 'assen', { decision: 'agree-with-conditions', conditions }));
  const condition = await conditionOf(server, id);
  const person = await server.addPerson();
  return {
    dossier: [id, id, id, await withOpenGate(server), await withOpenGate(server)] as const,
    workflow: ['drenthe-robuuste-regio'],
    phase: ['instemming', 'orientatie', 'themas', 'variant'],
    gate: ['instemming', 'instemming', 'instemming', 'themas', 'raadsbesluiten'],
    decision: [decision.id],
    condition: [condition.id],
    person: [person.id],
    assignment: ['nothing'],
    corrects: [3, 4, 5, 6],
    revises: [decision.id],
    body: ['assen/college', 'emmen/college', 'assen/raad', 'jeugdhulpregio-drenthe/abo'],
  };
}

interface Answered {
  operation: string;
  status: number;
}

/** How far each got with what they asked: to a refusal of what they said, or of when they did, or through. */
const got = new Map<string, Map<Client, number>>();
const furthest = [400, 409, 200, 201];

/** Mostly one of those who got furthest; as long as nobody got anywhere, somebody who did not ask it yet. */
function whoAsks(operation: string, index: number): Client {
  const known = got.get(operation) ?? new Map<Client, number>();
  const most = Math.max(0, ...known.values());
  const best = people.filter((person) => known.get(person) === most);
  const among = best.length > 0 ? best : people.filter((person) => !known.has(person));
  const all = index % 5 === 0 || among.length === 0 ? people : among;
  return all[index % all.length] ?? server.anyone;
}

/** Every answer is held to the document by the client; what it finds is said with the request that caused it. */
async function send({ operation, method, path, body, headers }: FuzzedRequest, index: number): Promise<Answered> {
  const signsOut = method === 'DELETE'; // whoever does is not asked again
  const who = signsOut ? await server.person() : whoAsks(operation, index);
  const far = got.get(operation) ?? new Map<Client, number>();
  got.set(operation, far);
  try {
    const { status } = await who.send(method, path, body, headers);
    far.set(who, Math.max(far.get(who) ?? -1, furthest.indexOf(status)));
    return { operation, status };
  } catch (error) {
    const asked = `${method} ${path.slice(0, 300)} ${JSON.stringify(headers)} ${body?.slice(0, 1000)}`;
    throw new Error(`${asked}\n${String(error).slice(0, 1000)}`);
  }
}

function counted(answers: readonly Answered[]): string {
  const times = new Map<number, number>();
  for (const { status } of answers) times.set(status, (times.get(status) ?? 0) + 1);
  return [...times]
    .sort()
    .map((pair) => pair.join('×'))
    .join(' ');
}
