// People: accounts, roles, signing in and out, invitations, and what a browser may do.
import type { PersonView } from '../../src/domain/views/person-view.js';
import { refusal, type Client } from '../support/client.js';
import { accepted, startDrenthe } from '../support/drenthe.js';
import { abo, TestServer } from '../support/server.js';

let server: TestServer;
let administrator: Client;

beforeAll(async () => {
  server = await TestServer.start();
  administrator = await server.as('administrator', null);
});
afterAll(() => server.stop());

let counter = 0;
const newEmail = () => `iemand-${++counter}@gemeente.example`;
const password = 'een goed lang wachtwoord';

const add = (email = newEmail()) =>
  accepted(administrator.post<PersonView & { email: string }>('/people', { email, name: 'Sara de Boer' }));
const assign = (person: string, role: object) =>
  administrator.post<PersonView>(`/people/${person}/assignments`, { from: '2024-01-01', ...role });

async function invite(person: string): Promise<string> {
  const { link } = await accepted(administrator.post<{ link: string }>(`/people/${person}/invitations`, {}));
  return link.replace('http://localhost:3000', server.url);
}

const form = (url: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: new URLSearchParams(fields),
    redirect: 'manual',
  });

const signIn = (email: string, given = password) =>
  server.anyone.post<{ token: string; expiresAt: string }>('/tokens', { email, password: given });

/** A person with a password, and their token. */
async function member(role: object = { role: 'secretary', body: 'assen/college' }) {
  const person = await add();
  await accepted(assign(person.id, role));
  await form(await invite(person.id), { password });
  const { token } = await accepted(signIn(person.email));
  return { person, token, client: server.anyone.bearing(token) };
}

describe('an administrator', () => {
  it('adds people, gives and ends roles, and lists them', async () => {
    const person = await add();
    const given = await accepted(assign(person.id, { role: 'secretary', body: 'assen/college' }));
    expect(given.assignments).toMatchObject([
      { role: 'secretary', body: 'assen/college', from: '2024-01-01', until: null },
    ]);
    const path = `/people/${person.id}/assignments/${given.assignments[0]?.id}/endings`;
    expect(refusal(await administrator.post(path, { until: '2023-12-31' }))).toBe('400 /until date-too-early');
    expect((await accepted(administrator.post<PersonView>(path, { until: '2024-06-30' }))).assignments[0]?.until).toBe(
      '2024-06-30',
    );
    const { body } = await administrator.get<{ items: PersonView[] }>('/people?limit=100');
    expect(body.items.map(({ id }) => id)).toContain(person.id);
  });

  it('cannot do what cannot be', async () => {
    const { id, email } = await add();
    expect(refusal(await administrator.post('/people', { email: email.toUpperCase(), name: 'x' }))).toBe(
      '400 /email not-allowed-here',
    );
    expect(refusal(await administrator.post('/people', { email: 'nobody', name: 'x' }))).toBe('400 /email bad-text');
    expect(refusal(await assign('nobody', { role: 'reader', body: abo }))).toBe('404 unknown-person');
    expect(refusal(await assign(id, { role: 'king', body: abo }))).toBe('400 /role wrong-type');
    expect(refusal(await assign(id, { role: 'secretary' }))).toBe('400 /body required');
    expect(refusal(await assign(id, { role: 'secretary', body: 'lutjebroek/college' }))).toBe('400 /body unknown-body');
    expect(refusal(await assign(id, { role: 'secretary', body: 'assen/raad' }))).toBe('400 /body not-allowed-here');
    expect(refusal(await assign(id, { role: 'clerk', body: 'assen/college' }))).toBe('400 /body not-allowed-here');
    expect(refusal(await assign(id, { role: 'administrator', body: abo }))).toBe('400 /body not-allowed-here');
    expect(refusal(await assign(id, { role: 'reader', body: abo, until: '2023-01-01' }))).toBe(
      '400 /until date-too-early',
    );
    expect(
      refusal(await administrator.post(`/people/${id}/assignments/nothing/endings`, { until: '2024-06-30' })),
    ).toBe('404 unknown-person');
  });

  it('gives roles for every municipality that there is on the first day, whether or not a workflow names it', async () => {
    const person = await add();
    const clerk = { role: 'clerk', body: 'voorne-aan-zee/raad' };
    await accepted(assign(person.id, { ...clerk, from: '2023-01-01' }));
    expect(refusal(await assign(person.id, { ...clerk, from: '2022-12-31' }))).toBe('400 /body not-allowed-here');
    const merged = await assign(person.id, { role: 'secretary', body: 'brielle/college', from: '2023-01-01' });
    const detail = '/body bestond niet op 1 januari 2023; opgevolgd door Voorne aan Zee (voorne-aan-zee).';
    expect(merged.body).toMatchObject({ errors: [{ detail }] });
    for (const body of ['goes/abo', 'gemeente/college', 'regio/overleg'])
      expect(refusal(await assign(person.id, { role: 'contact', body }))).toBe('400 /body unknown-body');
    expect(refusal(await assign(person.id, { ...clerk, role: 'secretary' }))).toBe('400 /body not-allowed-here');
  });

  it('never gives a role to themselves, and reads no dossiers', async () => {
    const { id } = (await administrator.get<{ id: string }>('/me')).body;
    expect(refusal(await assign(id, { role: 'chair', body: abo }))).toBe('403 not-your-role');
    const dossier = await startDrenthe(server);
    expect(refusal(await administrator.get(`/dossiers/${dossier}`))).toBe('404 unknown-dossier');
    expect((await administrator.get<{ items: unknown[] }>('/dossiers')).body.items).toEqual([]);
    expect((await administrator.get('/workflows')).status).toBe(200);
  });

  it('is the only one who sees people', async () => {
    const lead = await server.lead();
    const { id } = await add();
    expect(refusal(await lead.get('/people'))).toBe('403 not-your-role');
    expect(refusal(await lead.post('/people', { email: newEmail(), name: 'x' }))).toBe('403 not-your-role');
    expect(refusal(await lead.post(`/people/${id}/invitations`, {}))).toBe('403 not-your-role');
  });

  it('gets the same link again with the same key, and the database does not hold it', async () => {
    const { id } = await add();
    const key = { 'idempotency-key': 'an invitation' };
    const first = await accepted(administrator.post<{ link: string }>(`/people/${id}/invitations`, {}, key));
    const again = await accepted(administrator.post<{ link: string }>(`/people/${id}/invitations`, {}, key));
    expect(again.link).toBe(first.link);
    const secret = first.link.split('/').at(-1) ?? 'nothing';
    const kept = await server.sluis.work.do(({ connection }) => connection.rows('SELECT * FROM kept_answer'));
    const invitations = await server.sluis.work.do(({ connection }) => connection.rows('SELECT * FROM invitation'));
    expect(JSON.stringify([kept, invitations])).not.toContain(secret);
  });
});

describe('a one-time link', () => {
  it('sets a password once', async () => {
    const person = await add();
    const link = await invite(person.id);
    expect((await fetch(link)).status).toBe(200);
    expect((await form(link, { password: 'te kort' })).status).toBe(400);
    expect((await form(link, { password })).status).toBe(303);
    for (const used of [await form(link, { password: 'een ander wachtwoord' }), await fetch(link)])
      expect([used.status, await used.text()]).toEqual([404, expect.stringContaining('Deze link werkt niet meer')]);
    expect((await signIn(person.email)).status).toBe(201);
  });

  it('takes the place of an older one, and signs out everywhere', async () => {
    const { person, client } = await member();
    const older = await invite(person.id);
    const newer = await invite(person.id);
    expect((await form(older, { password })).status).toBe(404);
    expect((await client.get('/me')).status).toBe(200);
    expect((await form(newer, { password: 'weer een ander wachtwoord' })).status).toBe(303);
    expect(refusal(await client.get('/me'))).toBe('401 sign-in-required');
  });

  it('is not followed from another site', async () => {
    const link = await invite((await add()).id);
    expect((await form(link, { password }, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await form(link, { password }, { origin: 'https://evil.example' })).status).toBe(403);
  });
});

describe('a token', () => {
  it('lasts twelve hours, says who one is, and ends with signing out', async () => {
    const { person, token, client } = await member();
    const { expiresAt } = await accepted(signIn(person.email));
    const hours = (Date.parse(expiresAt) - Date.now()) / 3_600_000;
    expect(Math.round(hours)).toBe(12);
    const me = await client.get<{ assignments: object[] }>('/me');
    expect(me.body).toMatchObject({ email: person.email, assignments: [{ role: 'secretary', body: 'assen/college' }] });
    expect((await client.send('DELETE', '/tokens/current', undefined)).status).toBe(204);
    expect(refusal(await server.anyone.bearing(token).get('/me'))).toBe('401 sign-in-required');
  });

  it('expires', async () => {
    const { id } = await server.addPerson({ role: 'reader', body: abo });
    const late = await server.addPerson();
    await server.sluis.work.do(({ connection }) =>
      connection.run('UPDATE session SET expires_at = ? WHERE person = ?', ['2020-01-01T00:00:00.000Z', late.id]),
    );
    expect(refusal(await server.anyone.bearing(late.token).get('/me'))).toBe('401 token-expired');
    expect(id).not.toBe(late.id);
  });

  it('ends with the role', async () => {
    const { person, client } = await member();
    const { body } = await administrator.get<{ items: PersonView[] }>('/people?limit=100');
    const assignment = body.items.find(({ id }) => id === person.id)?.assignments[0]?.id;
    await accepted(
      administrator.post(`/people/${person.id}/assignments/${assignment}/endings`, { until: '2024-06-30' }),
    );
    expect(refusal(await client.get('/me'))).toBe('401 sign-in-required');
    const again = server.anyone.bearing((await accepted(signIn(person.email))).token);
    const dossier = await startDrenthe(server);
    expect(refusal(await again.get(`/dossiers/${dossier}`))).toBe('403 assignment-not-valid');
    expect((await again.get<{ items: unknown[] }>('/dossiers')).body.items).toEqual([]);
  });

  it('must be one of ours', async () => {
    for (const header of ['Bearer nonsense', 'Bearer', 'Basic abc', `Bearer ${'x'.repeat(500)}`])
      expect(refusal(await server.anyone.get('/me', { authorization: header }))).toBe('401 sign-in-required');
    expect(refusal(await server.anyone.get('/me'))).toBe('401 sign-in-required');
  });
});

describe('signing in', () => {
  it('answers an unknown account as it answers a wrong password', async () => {
    const { person } = await member();
    const wrong = await signIn(person.email, 'not this one at all');
    const unknown = await signIn(newEmail(), 'not this one at all');
    expect([refusal(wrong), refusal(unknown)]).toEqual(['401 sign-in-failed', '401 sign-in-failed']);
    expect(wrong.text).toBe(unknown.text);
    expect((await signIn(person.email.toUpperCase())).status).toBe(201);
  });

  it('is refused for a minute after five failures, all at once or one by one; successes never count', async () => {
    const { person } = await member();
    for (let i = 0; i < 8; i++) expect((await signIn(person.email)).status).toBe(201);
    const answers = await Promise.all(Array.from({ length: 12 }, () => signIn(person.email, 'a wrong password')));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(7);
    expect(new Set(refused.map(refusal))).toEqual(new Set(['429 too-many']));
    expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await signIn(person.email)).status).toBe(429); // also with the right one, or guessing would go on
  });

  it('takes a password of 1,024 bytes and no longer, and nothing else', async () => {
    expect(refusal(await signIn(newEmail(), 'x'.repeat(1025)))).toBe('400 /password too-long');
    expect(refusal(await server.anyone.post('/tokens', { email: 'x' }))).toBe(
      '400 /email bad-text, /password required',
    );
  });
});

describe('a browser', () => {
  async function browser(): Promise<string> {
    const { person } = await member();
    const answer = await form(`${server.url}/aanmelden`, { email: person.email, password, next: '/trajecten' });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/trajecten']);
    const [cookie = ''] = answer.headers.getSetCookie();
    expect(cookie).toMatch(/^sluis=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/);
    return cookie.split(';')[0] ?? '';
  }

  it('gets a cookie, reads with it, and writes only from its own pages', async () => {
    const cookie = await browser();
    const own = server.anyone.with({ cookie });
    expect((await own.get('/me')).status).toBe(200);
    const write = (headers: Record<string, string>) => own.post('/dossiers', {}, headers);
    expect(refusal(await write({}))).toBe('403 csrf');
    expect(refusal(await write({ 'sec-fetch-site': 'cross-site' }))).toBe('403 csrf');
    expect(refusal(await write({ 'sec-fetch-site': 'same-site' }))).toBe('403 csrf');
    expect(refusal(await write({ origin: 'https://evil.example' }))).toBe('403 csrf');
    expect(refusal(await write({ 'sec-fetch-site': 'same-origin' }))).toBe('403 not-your-role');
    expect(refusal(await write({ origin: 'http://localhost:3000' }))).toBe('403 not-your-role');
    expect(refusal(await own.send('DELETE', '/tokens/current', undefined))).toBe('403 csrf');
    expect(refusal(await own.get('/me', { authorization: 'Bearer wrong' }))).toBe('401 sign-in-required');
  });

  it('gets a new session at every sign-in, and the old one ends', async () => {
    const { person } = await member();
    const fields = { email: person.email, password };
    const first = (await form(`${server.url}/aanmelden`, fields)).headers.get('set-cookie')?.split(';')[0] ?? '';
    const second = (await form(`${server.url}/aanmelden`, fields, { cookie: first })).headers.get('set-cookie');
    expect(second?.split(';')[0]).not.toBe(first);
    expect(refusal(await server.anyone.get('/me', { cookie: first }))).toBe('401 sign-in-required');
  });

  it('is sent back only to a path of our own', async () => {
    for (const next of ['https://evil.example', '//evil.example', '/\\evil.example', '/a\\b', 'trajecten', '/ä', '']) {
      const { person } = await member();
      const answer = await form(`${server.url}/aanmelden`, { email: person.email, password, next });
      expect(answer.headers.get('location')).toBe('/');
    }
  });

  it('that was signed out is given back what it sent, on a path of forms alone', async () => {
    const { person } = await member();
    const fields = { email: person.email, password, ingevuld: 'reason=%22Zo%22+%26+zo&bevestigd=ja' };
    const next = '/trajecten/een/stoppen';
    const wrong = await form(`${server.url}/aanmelden`, { ...fields, password: 'een ander woord', next });
    expect(await wrong.text()).toContain('name="ingevuld" value="reason=%22Zo%22+%26+zo&amp;bevestigd=ja"');
    const back = await form(`${server.url}/aanmelden`, { ...fields, next });
    expect([back.status, back.headers.get('set-cookie')]).toEqual([200, expect.stringMatching(/^sluis=[\w-]{43};/)]);
    const page = await back.text();
    expect(page).toContain(`action="${next}"`);
    expect(page).toContain('name="reason" value="&quot;Zo&quot; &amp; zo"');
    expect(page).not.toContain('bevestigd');
    const elsewhere = await form(`${server.url}/aanmelden`, { ...fields, next: '/uitnodiging/een' });
    expect([elsewhere.status, elsewhere.headers.get('location')]).toEqual([303, '/uitnodiging/een']);
  });

  it('signs out, and is shown a page when something is refused', async () => {
    const cookie = await browser();
    const out = await form(`${server.url}/afmelden`, {}, { cookie, 'sec-fetch-site': 'same-origin' });
    expect([out.status, out.headers.get('location')]).toEqual([303, '/aanmelden']);
    expect(refusal(await server.anyone.get('/me', { cookie }))).toBe('401 sign-in-required');
    const page = await fetch(`${server.url}/bestaat-niet`, { headers: { accept: 'text/html' } });
    expect([page.status, page.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  });
});
