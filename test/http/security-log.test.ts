// A day's work of an attacker can be read in the security log, line by line, over the API and on the page; and neither that
// log nor the log of the server holds what was asked or sent.
import type { SecurityEntryView } from '../../src/domain/views/security-view.js';
import type { SecurityLog } from '../../src/store/security/security-log.js';
import { refusal, type Client } from '../support/client.js';
import { accepted } from '../support/drenthe.js';
import { abo, TestServer } from '../support/server.js';

const lines: string[] = [];
const password = 'een goed lang wachtwoord';
/** Stands in everything that an attacker sends: in no log may it be found. */
const secret = 'GEHEIM-7f3a';

let server: TestServer;
let security: SecurityLog;
let administrator: Client & { id: string };
let cookie: string;

beforeAll(async () => {
  const log = { level: 'debug', to: { write: (line: string) => void lines.push(line) }, readable: false } as const;
  server = await TestServer.start({ change: { trace: { log, securityLogDays: 400, metrics: null } } });
  security = server.sluis.security;
  administrator = await server.person({ role: 'administrator' });
  cookie = await server.signIn(administrator.id);
});
afterAll(() => server.stop());

const send = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(`${server.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: new URLSearchParams(fields),
    redirect: 'manual',
  });

interface EntryList {
  items: (SecurityEntryView & { facts: { request?: string; route?: string; address?: string; code?: string } })[];
  next: string | null;
}

async function entries(query = ''): Promise<EntryList['items']> {
  await security.write();
  return (await administrator.get<EntryList>(`/security-log?limit=100${query}`)).body.items;
}

async function page(query = ''): Promise<string> {
  await security.write();
  const answer = await fetch(`${server.url}/beveiligingslogboek${query}`, { headers: { cookie, accept: 'text/html' } });
  expect(answer.status).toBe(200);
  return answer.text();
}

it('tells a day’s work of an attacker, line by line', async () => {
  const victim = await accepted(
    administrator.post<{ id: string; email: string }>('/people', { email: 'anna@assen.example', name: 'Anna Smid' }),
  );
  await accepted(
    administrator.post(`/people/${victim.id}/assignments`, { role: 'reader', body: abo, from: '2024-01-01' }),
  );
  const { link } = await accepted(administrator.post<{ link: string }>(`/people/${victim.id}/invitations`, {}));
  const path = new URL(link).pathname;
  // The attacker has the link, and uses it twice; then guesses the password, as her and as nobody.
  expect((await send(path, { password })).status).toBe(303);
  expect((await send(path, { password: `${secret} ${secret}` })).status).toBe(404);
  const signIn = (email: string, given: string) => server.anyone.post('/tokens', { email, password: given });
  for (let i = 0; i < 5; i++) expect((await signIn(victim.email, `${secret}${i}`)).status).toBe(401);
  expect((await signIn(`${secret}@assen.example`, secret)).status).toBe(401);
  expect((await signIn(victim.email, secret)).status).toBe(429);
  // From a place of hers it works, and what she may not do is refused.
  const stolen = await server.signIn(victim.id);
  const anna = { cookie: stolen, 'sec-fetch-site': 'same-origin', accept: 'text/html' };
  expect((await send('/mensen/nieuw', { name: secret, email: `${secret}@x.example` }, anna)).status).toBe(403);
  expect((await send('/mensen/nieuw', {}, { ...anna, 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  expect((await fetch(`${server.url}/beveiligingslogboek?adres=${secret}`, { headers: anna })).status).toBe(403);
  expect((await send('/afmelden', {}, anna)).status).toBe(303);

  const told = (await entries()).reverse();
  const line = ({ type, person, about, facts }: EntryList['items'][number]) =>
    [type, person?.name ?? '-', about?.name ?? '-', facts.route, facts.code ?? ''].join(' | ').replace(/ \| $/, '');
  const admin = told[0]?.person?.name;
  expect(told.map(line)).toEqual([
    `PersonAdded | ${admin} | Anna Smid | POST /api/v1/people`,
    `RoleGiven | ${admin} | Anna Smid | POST /api/v1/people/:person/assignments`,
    `LinkMade | ${admin} | Anna Smid | POST /api/v1/people/:person/invitations`,
    'PasswordChosen | Anna Smid | Anna Smid | POST /uitnodiging/:secret',
    'LinkRefused | - | - | POST /uitnodiging/:secret',
    ...Array<string>(5).fill('SignInFailed | Anna Smid | - | POST /api/v1/tokens'),
    'SignInFailed | - | - | POST /api/v1/tokens',
    'SignInThrottled | Anna Smid | - | POST /api/v1/tokens',
    'RightsRefused | Anna Smid | - | POST /mensen/nieuw | not-your-role',
    'ForgedFormRefused | Anna Smid | - | POST /mensen/nieuw',
    'RightsRefused | Anna Smid | - | GET /beveiligingslogboek | not-your-role',
    'SignedOut | Anna Smid | - | POST /afmelden',
  ]);
  for (const { facts } of told) {
    expect(facts.address).toBe('127.0.0.1');
    expect(facts.request).toMatch(/^[\da-f-]{36}$/);
  }
  // The same over the page, and by filter; who read it stands there too.
  const words = await page();
  for (const [i, sentence] of [
    'Aanmelden mislukt: met een e-mailadres dat niemand hier heeft',
    'Aanmelden geweigerd na te veel pogingen',
    'Wachtwoord gekozen: regel',
    'Link geweigerd: hij bestaat niet, is al gebruikt, ingetrokken of verlopen',
    'Formulier van een andere site geweigerd',
    'Rol gegeven: regel',
    'Afgemeld',
    'Beveiligingslogboek gelezen',
  ].entries())
    expect([i, words.includes(sentence)]).toEqual([i, true]);
  for (const { facts } of told) expect(words).toContain(facts.request);
  expect(await entries('&kind=SignInFailed')).toHaveLength(6);
  expect(await entries(`&person=${victim.id}&kind=SignInFailed`)).toHaveLength(5);
  expect((await entries('&kind=SecurityLogRead')).map(({ person }) => person?.id)).toContain(administrator.id);
  const ofKind = await page('?soort=ForgedFormRefused&van=2020-01-01&tot=2999-01-01');
  expect(ofKind).toContain('POST /mensen/nieuw');
  expect(ofKind).not.toContain('POST /afmelden');
  expect(await page('?soort=ForgedFormRefused&tot=2020-01-01')).toContain('Er is niets dat hieraan voldoet.');
  await security.verify();
  expect(security.damagedAt).toBeNull();
  const health = await fetch(`${server.url}/health/ready`);
  expect(await health.json()).not.toHaveProperty('securityLog');
});

it('goes on page by page, and refuses what cannot be asked', async () => {
  const all = await entries();
  const first = await administrator.get<EntryList>('/security-log?limit=3&kind=SignInFailed');
  const second = await administrator.get<EntryList>(
    `/security-log?limit=3&kind=SignInFailed&cursor=${first.body.next}`,
  );
  const failed = all.filter(({ type }) => type === 'SignInFailed').map(({ sequence }) => sequence);
  expect([...first.body.items, ...second.body.items].map(({ sequence }) => sequence)).toEqual(failed);
  expect(second.body.next).toBeNull();
  expect(refusal(await administrator.get('/security-log?kind=Alles&from=gisteren'))).toContain('400');
  for (const who of [server.anyone, await server.lead(), await server.chair()])
    expect([401, 403]).toContain((await who.get('/security-log')).status);
});

it('leaves nothing of what was asked or sent in the log of the server or in the security log', async () => {
  const told = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  const requests = told.filter(({ msg }) => msg === 'verzoek');
  expect(requests.length).toBeGreaterThan(20);
  for (const one of requests) {
    expect(one).toMatchObject({ status: expect.any(Number) as number, ms: expect.any(Number) as number });
    expect(one.route).toMatch(/^(\/[\w:./-]*|\(onbekend adres\))$/);
  }
  const { reader } = server.sluis;
  const bodies = await reader.rows<{ body: string }>('SELECT body FROM security_entry');
  const everything = [...lines, ...bodies.map(({ body }) => body)].join('\n');
  const links = /uitnodiging\/[\w-]{10}/;
  for (const forbidden of [secret, 'anna@', 'Anna Smid', password, 'Bearer', 'sluis=', links])
    expect(forbidden instanceof RegExp ? forbidden.test(everything) : everything.includes(forbidden)).toBe(false);
});
