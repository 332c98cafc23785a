// Signing in in two steps: a code works once, also within the same half minute; a clock that is a minute off is no matter; who
// has to and has none can do nothing else; and every step is in the security log.
import { Secret, TOTP } from 'otpauth';
import { randomUUID } from 'node:crypto';
import { abo, TestServer } from '../support/server.js';
import { hiddenIn, ownPage, pagesAt } from '../support/pages.js';

const password = 'een lang en eigen wachtwoord';
let server: TestServer;

beforeAll(async () => {
  server = await TestServer.start({ change: { secondFactorRoles: ['process-lead'] } });
});
afterAll(() => server.stop());

const pages = pagesAt(() => server.url);
const plain = (text: string): string =>
  text
    .replace(/<(head|style|svg)[^]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

async function post(path: string, fields: Record<string, string>, cookie = '') {
  const answer = await fetch(`${server.url}${path}`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    redirect: 'manual',
    headers: { ...ownPage, cookie },
  });
  const html = await answer.text();
  const session = answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0] ?? '')
    .join('; ');
  return { status: answer.status, html, text: plain(html), to: answer.headers.get('location'), session };
}

const halfMinute = 30_000;

async function member(role: 'reader' | 'process-lead') {
  const [id, email] = [randomUUID(), `${randomUUID()}@test.example`];
  const assignments = [{ role, body: abo, from: '2020-01-01', until: null }];
  await server.sluis.directory.enrol([{ id, email, name: 'Anna Smid', password, assignments }]);
  return { id, email };
}

/** A code is asked and given within one half minute: near its end the next one is waited for. */
async function wellWithin(): Promise<void> {
  const left = halfMinute - (Date.now() % halfMinute);
  if (left < 8_000) await new Promise((resolve) => setTimeout(resolve, left));
}

async function signIn(email: string) {
  return post('/aanmelden', { email, password, next: '/taken' });
}

/** As an app does it, so many half minutes from now. */
const codeOf = (secret: string, steps = 0): string =>
  new TOTP({ secret: Secret.fromBase32(secret.replaceAll(' ', '')) }).generate({
    timestamp: Date.now() + steps * halfMinute,
  });

/** Somebody who set it up, with what the app and the paper have. */
async function inTwoSteps() {
  await wellWithin();
  const { id, email } = await member('reader');
  const { session } = await signIn(email);
  const asked = await pages.look('/account/tweede-stap', session);
  const [, secret = ''] = /sleutel in de app: ((?:[A-Z2-7]{4} )+)/.exec(plain(asked.text)) ?? [];
  const { sealed = '' } = hiddenIn(asked.text);
  const wrong = await post('/account/tweede-stap', { sealed, code: '000000', doet: 'instellen' }, session);
  expect([wrong.status, wrong.text]).toEqual([400, expect.stringContaining('Die code klopt nu niet.')]);
  expect(wrong.text).toContain(secret.trim());
  const set = await post('/account/tweede-stap', { sealed, code: codeOf(secret, -1), doet: 'instellen' }, session);
  expect([set.status, set.text]).toEqual([200, expect.stringContaining('U meldt zich nu in twee stappen aan')]);
  const codes = set.text.match(/[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}/g) ?? [];
  return { id, email, session, secret, codes };
}

async function ticketOf(email: string): Promise<Record<string, string>> {
  const asked = await signIn(email);
  expect([asked.status, asked.session, asked.text]).toEqual([200, '', expect.stringContaining('Nog één stap')]);
  return hiddenIn(asked.html);
}

const giveCode = (ticket: Record<string, string>, code: string) => post('/aanmelden/code', { ...ticket, code });

describe('who signs in in two steps', () => {
  it('is asked a code after the password, which works once, also on a clock that is half a minute off', async () => {
    const { email, secret, codes } = await inTwoSteps();
    expect(new Set(codes).size).toBe(10);
    const ticket = await ticketOf(email);
    const used = codeOf(secret, -1);
    expect((await giveCode(ticket, used)).status).toBe(401);
    const late = await giveCode(ticket, codeOf(secret, -4));
    expect([late.status, late.text]).toEqual([401, expect.stringContaining('Die code werkt niet, of is al gebruikt.')]);
    const early = codeOf(secret, 1);
    const both = await Promise.all([
      giveCode(ticket, `${early.slice(0, 3)} ${early.slice(3)}`),
      giveCode(ticket, early),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([303, 401]);
    const opened = both.find(({ status }) => status === 303);
    expect(opened?.to).toBe('/taken');
    expect((await pages.look('/account', opened?.session ?? '')).text).toContain(email);
  });

  it('gets in with each code on paper once, also as somebody types it over', async () => {
    const { id, email, codes } = await inTwoSteps();
    const [one = '', two = ''] = codes;
    const ticket = await ticketOf(email);
    expect((await giveCode(ticket, one.toLowerCase().replaceAll('-', ' '))).status).toBe(303);
    expect((await giveCode(ticket, one)).status).toBe(401);
    const { session } = await giveCode(ticket, two);
    expect(plain((await pages.look('/account', session)).text)).toContain('U hebt nog 8 herstelcodes.');
    const log = await (
      await server.as('administrator', null)
    ).get<{ items: { type: string; facts: object }[] }>(`/security-log?person=${id}`);
    const kinds = log.body.items.map(({ type }) => type);
    expect(kinds).toEqual(expect.arrayContaining(['SecondFactorSet', 'RecoveryCodeUsed', 'SignedIn']));
    expect(JSON.stringify(log.body)).not.toContain(one);
  });

  it('is kept out after five wrong codes, without the right one being looked at', async () => {
    const { email, secret } = await inTwoSteps();
    const ticket = await ticketOf(email);
    for (let i = 0; i < 5; i++) expect((await giveCode(ticket, `00000${i}`)).status).toBe(401);
    expect((await giveCode(ticket, codeOf(secret))).status).toBe(429);
  });

  it('cannot be somebody else by a ticket that was changed, or is of a set-up', async () => {
    const { email, secret, session } = await inTwoSteps();
    const { ticket = '' } = await ticketOf(email);
    const changed = `${ticket.slice(0, -6)}AAAAA=`;
    for (const bad of ['', 'x', changed]) {
      const { status, text } = await post('/aanmelden/code', { ticket: bad, code: codeOf(secret) });
      expect([status, text]).toEqual([401, expect.stringContaining('Meld u opnieuw aan.')]);
    }
    const other = await member('reader');
    const begun = hiddenIn((await pages.look('/account/tweede-stap', (await signIn(other.email)).session)).text);
    const stolen = await post(
      '/account/tweede-stap',
      { sealed: begun.sealed ?? '', code: '123456', doet: 'instellen' },
      session,
    );
    expect(stolen.status).toBe(400);
    expect((await post('/aanmelden/code', { ticket: begun.sealed ?? '', code: '123456' })).status).toBe(401);
  });

  it('says the code to a program too', async () => {
    const { email, codes } = await inTwoSteps();
    const token = (body: object) => server.bearing('none').post<{ token?: string; errors?: object[] }>('/tokens', body);
    const without = await token({ email, password });
    expect([without.status, without.body.errors]).toEqual([400, [expect.objectContaining({ pointer: '/code' })]]);
    expect((await token({ email, password, code: '000000' })).status).toBe(401);
    expect((await token({ email, password, code: codes[0] })).status).toBe(201);
  });

  it('ends it with a code, and an administrator ends it for who lost it; then a password is enough', async () => {
    const { email, session, codes } = await inTwoSteps();
    expect((await post('/account/tweede-stap', { code: '000000', doet: 'uitzetten' }, session)).status).toBe(400);
    const more = await post('/account/tweede-stap', { code: codes[0] ?? '', doet: 'codes' }, session);
    expect(more.text).toContain('Dit zijn uw nieuwe herstelcodes');
    expect((await post('/account/tweede-stap', { code: codes[1] ?? '', doet: 'uitzetten' }, session)).status).toBe(400);
    const [fresh = ''] = /[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}/.exec(more.text) ?? [];
    expect((await post('/account/tweede-stap', { code: fresh, doet: 'uitzetten' }, session)).status).toBe(303);
    expect((await signIn(email)).status).toBe(303);

    const lost = await inTwoSteps();
    const administrator = await server.signIn((await server.addPerson({ role: 'administrator' })).id);
    const path = `/mensen/${lost.id}/tweede-stap`;
    expect((await pages.look(path, lost.session)).status).toBe(403);
    expect((await post(path, {}, lost.session)).status).toBe(403);
    expect((await pages.look(`/mensen/${lost.id}`, administrator)).text).toContain(path);
    expect(plain((await pages.look(path, administrator)).text)).toContain('Anna Smid wordt overal afgemeld');
    expect((await post(path, {}, administrator)).status).toBe(303);
    expect((await pages.look('/account', lost.session)).location).toContain('/aanmelden');
    expect((await signIn(lost.email)).status).toBe(303);
    expect((await pages.look(path, administrator)).status).toBe(404);
  });
});

it('who has to sign in in two steps is led there, and can do nothing else before it', async () => {
  await wellWithin();
  const { email } = await member('process-lead');
  const { session } = await signIn(email);
  expect((await pages.look('/taken', session)).location).toBe('/account/tweede-stap?next=%2Ftaken');
  expect((await post('/account/afmelden', {}, session)).status).toBe(401);
  const token = (await server.bearing('none').post<{ token: string }>('/tokens', { email, password })).body.token;
  const refused = await server.bearing(token).get<{ code: string }>('/me');
  expect([refused.status, refused.body.code]).toEqual([401, 'second-factor-required']);
  const asked = await pages.look('/account/tweede-stap?next=%2Ftaken', session);
  expect(plain(asked.text)).toContain('Met uw rol meldt u zich in twee stappen aan.');
  const [, secret = ''] = /sleutel in de app: ((?:[A-Z2-7]{4} )+)/.exec(plain(asked.text)) ?? [];
  const { sealed = '' } = hiddenIn(asked.text);
  const set = await post(
    '/account/tweede-stap?next=%2Ftaken',
    { sealed, code: codeOf(secret), doet: 'instellen' },
    session,
  );
  expect(set.html).toContain('href="/taken"');
  expect((await pages.look('/taken', session)).status).toBe(200);
  const codes = set.text.match(/[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}/g) ?? [];
  expect((await post('/account/tweede-stap', { code: codes[0] ?? '', doet: 'uitzetten' }, session)).status).toBe(404);
  expect((await post('/afmelden', {}, session)).status).toBe(303);
});
