// What arrives as a message: broken, hostile, too large or of another kind; and what every answer carries.
import { request } from 'node:http';
import type { DossierView } from '../../src/domain/views/dossier-view.js';
import type { WorkflowView } from '../../src/wording/gates/views.js';
import { refusal, type Client } from '../support/client.js';
import { accepted, dossierOf, startDrenthe, withOpenGate } from '../support/drenthe.js';
import { TestServer } from '../support/server.js';

let server: TestServer;
let lead: Client;
let id: string;
let path: string;

beforeAll(async () => {
  server = await TestServer.start();
  lead = await server.lead();
  id = await startDrenthe(server);
  path = `/dossiers/${id}/phases/instemming/starts`;
});
afterEach(async () => {
  expect((await dossierOf(server, id)).version).toBe(1); // nothing was written by any of them
});
afterAll(() => server.stop());

const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);

describe('a body', () => {
  it.each([
    ['broken JSON', '{"on":', '400 invalid-json'],
    ['nothing', '', '400 invalid-json'],
    ['a name twice', '{"on":"2024-04-12","on":"2024-04-13"}', '400 invalid-json'],
    ['a name twice further down', '{"on":"2024-04-12","x":[{"a":1,"a":2}]}', '400 invalid-json'],
    ['bytes that are no UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d]), '400 invalid-json'],
    ['40 levels', `{"on":${nested(40)}}`, '413 too-large'],
    ['2 MB', JSON.stringify({ on: 'x'.repeat(2_000_000) }), '413 too-large'],
    ['a list', '[]', '400  wrong-type'],
    ['a text', '"2024-04-12"', '400  wrong-type'],
    ['null', 'null', '400  wrong-type'],
    ['an unknown property', '{"on":"2024-04-12","at":"x"}', '400 /at unknown-property'],
    ['__proto__', '{"on":"2024-04-12","__proto__":{"x":1}}', '400 /__proto__ unknown-property'],
    ['constructor further down', '{"on":{"constructor":1}}', '400 /on/constructor unknown-property'],
    ['null for a day', '{"on":null}', '400 /on wrong-type'],
    ['a number for a day', '{"on":20240412}', '400 /on wrong-type'],
    ['no day at all', '{}', '400 /on required'],
  ])('of %s', async (_, body, expected) => {
    expect(refusal(await lead.post(path, body))).toBe(expected);
  });

  it('of another kind, or in another character set', async () => {
    const as = (type: string) => lead.post(path, '{"on":"2024-04-12"}', { 'content-type': type });
    expect(refusal(await as('text/plain'))).toBe('415 unsupported-media-type');
    expect(refusal(await as('application/x-www-form-urlencoded'))).toBe('415 unsupported-media-type');
    expect(refusal(await as('application/json; charset=iso-8859-1'))).toBe('415 unsupported-media-type');
    expect(refusal(await as('multipart/form-data; boundary=x'))).toBe('415 unsupported-media-type');
  });

  it('is not read at all before someone is signed in', async () => {
    const stranger = server.anyone;
    expect(refusal(await stranger.post(path, 'x'.repeat(2_000_000)))).toBe('401 sign-in-required');
    expect(refusal(await stranger.post(path, '{"on":', { 'content-type': 'text/plain' }))).toBe('401 sign-in-required');
  });
});

describe('a text', () => {
  const start = (title: string) =>
    lead.post<DossierView>('/dossiers', { workflow: 'drenthe-robuuste-regio', startedOn: '2024-04-11', title });

  it.each([
    ['a lone surrogate', 'a\ud800b'],
    ['U+0000', 'a\u0000b'],
    ['a line feed in a title', 'a\nb'],
    ['an escape', 'a\u001bb'],
    ['a right-to-left override', 'a\u202eb'],
    ['an isolate', 'a\u2066b'],
  ])('with %s is refused', async (_, title) => {
    expect(refusal(await start(title))).toBe('400 /title bad-text');
  });

  it('is kept as it was meant: NFC, trimmed, emoji and markup as they are', async () => {
    const title = `  cafe\u0301 <script>alert(1)</script> 👩‍👩‍👧 ${'x'.repeat(100)}  `;
    expect((await accepted(start(title))).title).toBe(title.normalize('NFC').trim());
    expect((await accepted(start('👍'.repeat(200)))).title).toBe('👍'.repeat(200)); // lengths are in code points
    expect(refusal(await start('👍'.repeat(201)))).toBe('400 /title too-long');
  });

  it('is bounded in number and kind: links, conditions, evidence', async () => {
    const gate = `/dossiers/${await withOpenGate(server)}/gates/instemming/decisions`;
    const assen = await server.secretary('assen');
    const with_ = (more: object) =>
      assen.post(gate, { body: 'assen/college', decision: 'agree', decidedOn: '2024-04-16', ...more });
    const evidence = (url: string) => with_({ evidence: [{ title: 'Lijst', url }] });
    expect(refusal(await evidence('javascript:alert(1)'))).toBe('400 /evidence/0/url bad-text');
    expect(refusal(await evidence('/besluit'))).toBe('400 /evidence/0/url bad-text');
    expect(refusal(await evidence('https://gebruiker:geheim@example.org/'))).toBe('400 /evidence/0/url bad-text');
    expect(refusal(await evidence(`https://example.org/${'x'.repeat(2000)}`))).toBe('400 /evidence/0/url too-long');
    const eleven = Array.from({ length: 11 }, () => ({ title: 'x', url: 'https://example.org/' }));
    expect(refusal(await with_({ evidence: eleven }))).toBe('400 /evidence too-long');
    const many = Array.from({ length: 51 }, () => ({ text: 'x', effect: 'elaboration' }));
    expect(refusal(await with_({ decision: 'agree-with-conditions', conditions: many }))).toBe(
      '400 /conditions too-long',
    );
    const odd = { decision: 'agree-with-conditions', conditions: [{ text: 'x', effect: 'later', by: 'wie' }] };
    expect(refusal(await with_(odd))).toBe('400 /conditions/0/by unknown-property, /conditions/0/effect wrong-type');
  });
});

describe('an address', () => {
  it('that does not exist is 404 with what there is', async () => {
    expect(refusal(await lead.get('/feest'))).toBe('404 unknown-path');
    expect(refusal(await lead.get('/dossiers/nothing-like-this'))).toBe('404 unknown-dossier');
    const workflow = await lead.get('/workflows/feest');
    expect([refusal(workflow), workflow.body.facts.exists]).toEqual([
      '404 unknown-workflow',
      expect.arrayContaining(['drenthe-robuuste-regio']),
    ]);
    expect(refusal(await lead.get('/workflows/drenthe-robuuste-regio?version=99'))).toBe(
      '400 ?version unknown-workflow',
    );
    const phase = await lead.post(`/dossiers/${id}/phases/feest/starts`, { on: '2024-04-12' });
    expect(phase.body.facts.exists).toContain('instemming');
    const gate = await lead.get(`/dossiers/${id}/gates/feest`);
    expect([refusal(gate), gate.body.facts.exists?.length]).toEqual(['404 unknown-gate', 7]);
  });

  it('names what it cannot be asked', async () => {
    const wrong = await lead.send('PUT', '/dossiers', {});
    expect([refusal(wrong), wrong.headers.get('allow')]).toEqual(['405 method-not-allowed', 'GET, HEAD, POST']);
    expect(refusal(await lead.get('/dossiers', { accept: 'text/csv' }))).toBe('406 not-acceptable');
    expect(refusal(await lead.post(`${path}?force=yes`, { on: '2024-04-12' }))).toBe('400 ?force unknown-parameter');
    expect(refusal(await lead.get('/dossiers?limit=101'))).toBe('400 ?limit wrong-type');
    expect(refusal(await lead.get('/dossiers?limit=0'))).toBe('400 ?limit wrong-type');
    expect(refusal(await lead.get('/dossiers?cursor=feest'))).toBe('400 ?cursor wrong-type');
    expect(refusal(await lead.get('/dossiers?state=asleep'))).toBe('400 ?state wrong-type');
    expect(refusal(await lead.get('/me?x=1'))).toBe('400 ?x unknown-parameter');
  });

  it('survives what no router expects', async () => {
    for (const odd of [
      '/api/v1/%',
      '/api/v1/dossiers/%00',
      '/api/v1/dossiers/%2e%2e%2fx',
      `/api/v1/${'x'.repeat(5000)}`,
      '//api/v1/me',
    ]) {
      const status = await rawStatus(odd);
      expect([400, 401, 404, 414, 431]).toContain(status);
    }
  });

  function rawStatus(target: string): Promise<number> {
    const { hostname, port } = new URL(server.url);
    return new Promise((resolve, reject) => {
      request({ hostname, port, path: target }, (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      })
        .on('error', reject)
        .end();
    });
  }
});

describe('every answer', () => {
  it('carries its version, its own id and how it may be kept', async () => {
    const one = await lead.get<DossierView>(`/dossiers/${id}`);
    expect(one.headers.get('api-version')).toMatch(/^1\.\d+\.\d+$/);
    expect(one.headers.get('x-request-id')).toMatch(/\w/);
    expect(one.headers.get('cache-control')).toBe('private, no-cache');
    expect(one.headers.get('vary')).toContain('Authorization');
    expect((await lead.get('/me')).headers.get('cache-control')).toBe('no-store');
    expect((await lead.get('/feest')).headers.get('content-type')).toContain('application/problem+json');
  });

  it('of a dossier carries a tag, and is 304 to who holds it', async () => {
    for (const read of [`/dossiers/${id}`, `/dossiers/${id}/gates/instemming`, `/dossiers/${id}/events`]) {
      const etag = (await lead.get(read)).headers.get('etag') ?? '';
      expect(etag).toMatch(/^"1-[\w-]+"$/);
      expect((await lead.get(read, { 'if-none-match': etag })).status).toBe(304);
      expect((await lead.get(read, { 'if-none-match': `W/${etag}` })).status).toBe(304);
      expect((await lead.get(read, { 'if-none-match': '"0-x"' })).status).toBe(200);
    }
  });

  it('to who read another state is 412, and nothing is written', async () => {
    const stale = await lead.post(path, { on: '2024-04-12' }, { 'if-match': '"0-x"' });
    expect([refusal(stale), stale.body.facts.version]).toEqual(['412 changed-meanwhile', 1]);
    expect(refusal(await lead.post(path, { on: '2024-04-12' }, { 'if-match': 'W/"1-x"' }))).toBe(
      '412 changed-meanwhile',
    );
    expect(refusal(await lead.post(path, { on: '2024-04-12' }, { 'if-match': 'one' }))).toBe('400 bad-header');
    const other = await startDrenthe(server);
    const fresh = `/dossiers/${other}/phases/instemming/starts`;
    const done = await lead.post(fresh, { on: '2024-04-12' }, { 'if-match': '"1-x"' });
    expect([done.status, done.headers.get('location')]).toEqual([201, `/api/v1/dossiers/${other}`]);
  });

  it('of a list comes in pages', async () => {
    for (let i = 0; i < 3; i++) await startDrenthe(server);
    const seen: string[] = [];
    let cursor = '';
    do {
      const { body } = await lead.get<{ items: DossierView[]; next: string | null }>(`/dossiers?limit=2${cursor}`);
      seen.push(...body.items.map((dossier) => dossier.id));
      cursor = body.next ? `&cursor=${body.next}` : '';
    } while (cursor);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toContain(id);
    expect((await lead.get<{ items: unknown[] }>('/dossiers?state=stopped')).body.items).toEqual([]);
  });

  it('says of a workflow what it is, and that it was checked', async () => {
    const { body } = await lead.get<WorkflowView>('/workflows/drenthe-robuuste-regio?version=1');
    expect(body.phases.map(({ id: phase, number }) => `${number} ${phase}`)).toEqual([
      '0 instemming',
      '1 orientatie',
      '2 themas',
      '3 variant',
      '4 regelingen',
      '5 raadsvoorstel',
      '6 raadsbesluiten',
      '7 inrichting',
    ]);
    expect(body.checks.every(({ passed }) => passed)).toBe(true);
    expect(body.parties.find((party) => party.id === 'assen')?.code).toBe('GM0106');
    expect(body.gates.every(({ rule }) => rule.assumed !== null)).toBe(true);
    expect(body.phases.find((one) => one.id === 'raadsbesluiten')?.planned).toEqual({
      from: null,
      until: '2025-09-30',
      aim: 'vóór het zomerreces van 2025',
    });
  });
});
