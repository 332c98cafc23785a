// What the description says is so: every call answers, to what is wrong in every usual way, with the statuses that its
// own description names; the document is served where people look; and what it promises in headers is sent.
import { randomUUID } from 'node:crypto';
import type { DescribedOperation } from '../support/described.js';
import { type Answer, type Client, type Problem, refusal } from '../support/client.js';
import { accepted, startDrenthe } from '../support/drenthe.js';
import { abo, TestServer } from '../support/server.js';

let server: TestServer;
/** Where nobody may write any more. */
let full: TestServer;
let lead: Client;
let id: string;

beforeAll(async () => {
  server = await TestServer.start();
  full = await TestServer.start({ change: { writesPerMinute: 0 } });
  lead = await server.lead();
  id = await startDrenthe(server);
});
afterAll(() => Promise.all([server, full].map((one) => one.stop())));

interface Call {
  method: string;
  path: string;
  operation: DescribedOperation;
}

const calls = (): Call[] =>
  Object.entries(server.anyone.description.document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  );

/** The address with something that is there, as far as there is, or with nothing that is. */
const filled = (path: string, dossier: string): string =>
  path
    .replace('{dossier}', dossier)
    .replace('{phase}', 'instemming')
    .replace('{gate}', 'instemming')
    .replace('{workflow}', dossier === id ? 'drenthe-robuuste-regio' : 'feest')
    .replace(/\{\w+\}/g, 'nothing-like-this');

const takesBody = ({ method, operation }: Call): boolean => method === 'DELETE' || operation.requestBody !== undefined;

/** Sends a call that is wrong in one way; every answer is held to the description by the client itself. */
type Wrong = (call: Call) => Promise<Answer<Problem>>;

/** Somebody who may call it, as far as the call can tell. */
const whoFor = async ({ path, method }: Call): Promise<Client> => {
  if (method === 'DELETE') return server.person(); // whoever signs out is not asked again
  if (path === '/tokens') return server.anyone;
  return isForAdministrators(path) ? server.as('administrator', null) : lead;
};

const isForAdministrators = (path: string): boolean =>
  path.startsWith('/people') || path.startsWith('/papers/') || path === '/security-log';

const wrongs: Record<number, Wrong> = {
  400: async (call) => {
    const who = await whoFor(call);
    const path = filled(call.path, id);
    if (takesBody(call)) return who.send(call.method, path, '{"on":', {});
    return who.send(call.method, `${path}?feest=1`, undefined);
  },
  401: async ({ method, path, operation }) => {
    const body =
      operation.security.length > 0 ? undefined : { email: 'niemand@gemeente.example', password: 'verkeerd woord' };
    return server.anyone.send(method, filled(path, id), body);
  },
  403: async ({ method, path }) => {
    if (method === 'DELETE') {
      const cookie = await server.cookieOf('reader', abo); // sent by no page of ours
      return server.anyone.send(method, path, undefined, { cookie });
    }
    if (isForAdministrators(path)) {
      const person = await server.addPerson();
      const own = filled(path, id).replace('nothing-like-this', person.id);
      return (await server.secretary('assen')).send(method, own, method === 'GET' ? undefined : {});
    }
    const formerReader = await server.person({ role: 'reader', body: abo, until: '2020-12-31' });
    return formerReader.send(method, filled(path, id), method === 'GET' ? undefined : {});
  },
  404: async (call) =>
    (await whoFor(call)).send(call.method, filled(call.path, 'nothing-like-this'), call.operation.requestBody && {}),
  406: async (call) => (await whoFor(call)).send(call.method, filled(call.path, id), undefined, { accept: 'text/csv' }),
  413: async (call) =>
    (await whoFor(call)).send(call.method, filled(call.path, id), `${'['.repeat(40)}${']'.repeat(40)}`),
  415: async (call) =>
    (await whoFor(call)).send(call.method, filled(call.path, id), 'on=today', { 'content-type': 'text/plain' }),
  429: async ({ method, path, operation }) => {
    const body = operation.requestBody && {};
    if (path !== '/tokens') return (await full.person()).send(method, filled(path, id), body);
    const wrong = { email: `${randomUUID()}@gemeente.example`, password: 'verkeerd woord' };
    for (let i = 0; i < 5; i++) await full.anyone.post(path, wrong);
    return full.anyone.post(path, wrong);
  },
};

describe('every status of a refusal', () => {
  it.each(Object.keys(wrongs).map(Number))(
    '%i is given by each call whose description names it, and by no other',
    async (status) => {
      const wrong = wrongs[status];
      if (!wrong) throw new Error(`nothing is wrong in a way that gives ${status}`);
      const given: string[] = [];
      const named: string[] = [];
      for (const call of calls()) {
        const name = `${call.method} ${call.path}`;
        if (String(status) in call.operation.responses) named.push(name);
        else if (!canBeTried(status, call)) continue;
        if ((await wrong(call)).status === status) given.push(name);
      }
      expect(given).toEqual(named);
    },
  );

  /** What has no place to be wrong in that way is not tried: a GET has no body, and who begins names nothing. */
  const canBeTried = (status: number, call: Call): boolean =>
    status === 413 || status === 415 ? takesBody(call) : status !== 401 && status !== 403;

  it('422 is named where a key is taken, and that it was used is the only reason', async () => {
    for (const { operation, path } of calls()) {
      const keyed = operation.parameters.some(({ name }) => name === 'Idempotency-Key');
      expect([path, '422' in operation.responses]).toEqual([path, keyed]);
    }
    expect(JSON.stringify(server.anyone.description.document.components.responses.KeyReused)).toContain(
      '"enum":["idempotency-key-reused"]',
    );
    const used = { 'idempotency-key': 'used for something else' };
    const start = { workflow: 'drenthe-robuuste-regio', title: 'Proef', startedOn: '2024-04-11' };
    await accepted(lead.post('/dossiers', start, used));
    const other = lead.post(`/dossiers/${id}/phases/instemming/starts`, {}, used);
    expect(refusal(await other)).toBe('422 idempotency-key-reused');
  });

  it('429 says after how many seconds to try again', async () => {
    const wrong = { email: 'steeds.weer@gemeente.example', password: 'verkeerd woord' };
    const answers = [];
    for (let i = 0; i < 6; i++) answers.push(await server.anyone.post('/tokens', wrong));
    expect(answers.map((answer) => refusal(answer)).slice(-2)).toEqual(['401 sign-in-failed', '429 too-many']);
    expect(answers.at(-1)?.headers.get('retry-after')).toMatch(/^\d+$/);
  });
});

describe('the document', () => {
  it('is served to everyone, from any site, at its place in the API and where people look', async () => {
    const [own, first] = await Promise.all(
      ['/api/v1/openapi.json', '/openapi.json'].map((path) => fetch(`${server.url}${path}`)),
    );
    for (const answer of [own, first]) {
      expect(answer?.headers.get('access-control-allow-origin')).toBe('*');
      expect(answer?.headers.get('api-version')).toBe(server.anyone.description.document.info.version);
      expect(answer?.headers.get('content-type')).toBe('application/json; charset=utf-8');
    }
    expect(await own?.text()).toBe(await first?.text());
  });

  it('alone may be read from another site', async () => {
    const { headers } = await lead.get('/me', { origin: 'https://elders.example' });
    expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  it('says where it is, who answers, and what changed', async () => {
    const { info, servers } = server.anyone.description.document;
    expect(servers).toEqual([{ url: 'http://localhost:3000/api/v1' }]);
    expect(info.contact).toEqual({ name: 'Proef', url: 'https://sluis.example', email: 'api@sluis.example' });
    const link = /\]\(http:\/\/localhost:3000(\/\S+)\)/.exec(info.description)?.[1] ?? '';
    const changes = await (await fetch(`${server.url}${link}`)).text();
    expect(changes).toContain(`## ${info.version}`);
  });
});
