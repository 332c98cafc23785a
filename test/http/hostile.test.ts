// No input breaks it: thousands of requests made from the OpenAPI document get no 500 and no status that is not
// declared. SLUIS_REQUESTS sets how many, SLUIS_SEED repeats a run.
import fc from 'fast-check';
import { requestsFrom, type FuzzedRequest } from '../support/fuzz.js';
import type { Described } from '../support/described.js';
import type { Client } from '../support/client.js';
import { accepted, conditionOf, decide, gateOf, withOpenGate } from '../support/drenthe.js';
import { TestServer } from '../support/server.js';

const requests = Number(process.env.SLUIS_REQUESTS ?? 5_000);
const seed = Number(process.env.SLUIS_SEED ?? Date.now() % 1_000_000_007);
const together = 8;

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
    const id = await withOpenGate(server);
    const conditions = [{ text: 'Eerst de kosten.', effect: 'elaboration' }];
    const decision = await accepted(decide(server, id, 'assen', { decision: 'agree-with-conditions', conditions }));
    const condition = await conditionOf(server, id);
    const person = await server.addPerson();
    const known = {
      dossier: [id, await withOpenGate(server), await withOpenGate(server)],
      workflow: ['drenthe-robuuste-regio'],
      phase: ['instemming', 'orientatie', 'themas', 'variant'],
      gate: ['instemming', 'themas', 'raadsbesluiten'],
      decision: [decision.id],
      condition: [condition.id],
      person: [person.id],
      assignment: ['nothing'],
      body: ['assen/college', 'emmen/college', 'assen/raad', 'jeugdhulpregio-drenthe/abo'],
    };
    const samples = fc.sample(requestsFrom(document, known), { numRuns: requests, seed });
    const statuses = new Map<number, number>();
    for (let i = 0; i < samples.length; i += together) {
      const group = samples.slice(i, i + together);
      const answers = await Promise.all(group.map((sample, k) => send(sample, i + k)));
      for (const status of answers) statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
    console.log(
      `${requests} requests (seed ${seed}): ${[...statuses]
        .sort()
        .map((pair) => pair.join('×'))
        .join(' ')}`,
    );
    expect([...statuses.keys()].filter((status) => status >= 500)).toEqual([]);
    expect([...statuses.keys()].filter((status) => status < 300).length).toBeGreaterThan(0);
    expect((await gateOf(server, id)).tally.electorate).toBe(12);
  },
  60_000 + requests * 50,
);

/** Every answer is held to the document by the client; what it finds is said with the request that caused it. */
async function send({ method, path, body, headers }: FuzzedRequest, index: number): Promise<number> {
  const signsOut = method === 'DELETE'; // whoever does is not asked again
  const who = signsOut ? await server.person() : (people[index % people.length] ?? server.anyone);
  try {
    return (await who.send(method, path, body, headers)).status;
  } catch (error) {
    const asked = `${method} ${path.slice(0, 300)} ${JSON.stringify(headers)} ${body?.slice(0, 1000)}`;
    throw new Error(`${asked}\n${String(error).slice(0, 1000)}`);
  }
}
