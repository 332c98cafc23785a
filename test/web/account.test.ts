// Choosing another password: by who is signed in with the present one, and then everywhere else they are signed out.
import { hiddenIn, ownPage, pagesAt } from '../support/pages.js';
import { abo, TestServer } from '../support/server.js';

const former = 'een goed lang wachtwoord';
const password = 'weer een ander wachtwoord';

let server: TestServer;
const { look, send } = pagesAt(() => server.url);

beforeAll(async () => {
  server = await TestServer.start();
});
afterAll(() => server.stop());

const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(server.url + path, { method: 'POST', redirect: 'manual', headers, body: new URLSearchParams(fields) });

/** Somebody with a password, and the cookies of a browser in which they signed in. */
async function member(role: 'reader' | 'contact' = 'reader'): Promise<{ id: string; email: string; cookie: string }> {
  const { id, email } = await server.addPerson({ role, body: abo });
  const administrator = await server.as('administrator', null);
  const { link } = (await administrator.post<{ link: string }>(`/people/${id}/invitations`, {})).body;
  await post(new URL(link).pathname, { password: former });
  return { id, email, cookie: await browserOf(email, former) };
}

async function browserOf(email: string, given: string): Promise<string> {
  const answer = await post('/aanmelden', { email, password: given });
  expect(answer.status).toBe(303);
  return answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
}

it('a new password holds from then on, elsewhere one is signed out, and it is in the record as of oneself', async () => {
  const { id, email, cookie } = await member();
  const elsewhere = await browserOf(email, former);
  expect((await look('/account', cookie)).text).toContain(email);
  const answer = await post('/account', { former, password }, { ...ownPage, cookie });
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/account?gewijzigd=ja']);
  expect(answer.headers.getSetCookie()).toEqual([expect.stringMatching(/^sluis-device=/)]);
  expect((await look('/account?gewijzigd=ja', cookie)).text).toContain('Uw wachtwoord is gewijzigd.');
  expect((await look('/account', elsewhere)).location).toContain('/aanmelden');
  expect((await post('/aanmelden', { email, password: former })).status).toBe(401);
  await browserOf(email, password);
  const last = (await server.sluis.people.history(id)).at(-1)?.event;
  expect([last?.type, last?.facts]).toMatchObject(['PasswordChosen', { person: id, origin: 'self' }]);
  const told = await (await server.as('administrator', null)).get<{ items: object[] }>(`/people/${id}/roles`);
  expect(told.body.items.at(-1)).toMatchObject({ type: 'PasswordChosen', facts: { origin: 'self' } });
});

it('nothing changes by a wrong present one, by one that is guessed at once, or from another site', async () => {
  const { email, cookie } = await member();
  const wrong = await send('/account', cookie, { former: 'niet het goede woord', password });
  expect([wrong.status, wrong.text.includes('Uw huidige wachtwoord klopt niet')]).toEqual([400, true]);
  const guessed = await send('/account', cookie, { former, password: 'Welkom2024!!!' });
  expect([guessed.status, guessed.text.includes('dit wordt vaak gebruikt')]).toEqual([400, true]);
  const own = await send('/account', cookie, { former, password: email });
  expect([own.status, own.text.includes('uw naam of e-mailadres')]).toEqual([400, true]);
  expect(own.text).not.toContain(former); // what was typed is not shown again
  expect(Object.keys(hiddenIn(own.text))).toEqual([]);
  const foreign = await send('/account', cookie, { former, password }, { origin: 'https://evil.example' });
  expect(foreign.status).toBe(403);
  expect((await send('/account', '', { former, password })).status).toBe(401);
  await browserOf(email, former);
});

it('the present one can be guessed no more often than at signing in', async () => {
  const { cookie } = await member();
  const answers = [];
  for (let i = 0; i < 7; i++) answers.push(await send('/account', cookie, { former: `niet dit woord ${i}`, password }));
  expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 400, 400, 429, 429]);
});

it('one sees the own roles and where one is signed in, and signs out everywhere else at once', async () => {
  const { id, email, cookie } = await member();
  const before = (await look('/account', cookie)).text;
  expect(before).toContain('Lezer van het ABO Jeugd, vanaf');
  expect(before).toContain('U bent nergens anders aangemeld.');
  const elsewhere = await browserOf(email, former);
  const api = `${server.url}/api/v1`;
  const credentials = { method: 'POST', headers: { 'Content-Type': 'application/json' } };
  const body = JSON.stringify({ email, password: former });
  const { token } = (await (await fetch(`${api}/tokens`, { ...credentials, body })).json()) as { token: string };
  const other = await member();
  const shown = (await look('/account', cookie)).text;
  expect([shown.match(/Een andere browser/g)?.length, shown.match(/Een programma/g)?.length]).toEqual([1, 1]);
  const answer = await post('/account/afmelden', {}, { ...ownPage, cookie });
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/account?afgemeld=2']);
  const after = (await look('/account?afgemeld=2', cookie)).text;
  expect(after).toContain('U bent overal elders afgemeld: op 2 plaatsen.');
  expect(after).toContain('U bent nergens anders aangemeld.');
  expect((await look('/account', elsewhere)).location).toContain('/aanmelden');
  expect((await fetch(`${api}/me`, { headers: { Authorization: `Bearer ${token}` } })).status).toBe(401);
  expect((await look('/account', other.cookie)).status).toBe(200);
  const administrator = await server.as('administrator', null);
  const query = `kind=SignedOutElsewhere&person=${id}`;
  const log = await administrator.get<{ items: object[] }>(`/security-log?${query}`);
  expect(log.body.items).toMatchObject([{ type: 'SignedOutElsewhere', person: { id }, facts: { sessions: 2 } }]);
});

it('another site signs nobody out, and neither does who is not signed in', async () => {
  const { email, cookie } = await member();
  const elsewhere = await browserOf(email, former);
  expect((await send('/account/afmelden', cookie, {}, { origin: 'https://evil.example' })).status).toBe(403);
  expect((await send('/account/afmelden', '', {})).status).not.toBe(303);
  expect((await look('/account', elsewhere)).status).toBe(200);
});

it('keeps the number by which one wants to be called, says what is no number, and takes it away', async () => {
  const { id, email, cookie } = await member('contact');
  const give = (phone: string) => post('/account/telefoon', { phone }, { ...ownPage, cookie });
  const stored = () => server.sluis.reader.rows('SELECT phone FROM person WHERE id = ?', [id]);
  const contacts = () => server.sluis.directory.contactsOf(abo, '2024-05-01').find((one) => one.email === email);
  expect((await give(' +31 (0)592 12 34 56 ')).status).toBe(303);
  expect(await stored()).toEqual([{ phone: '+31 (0)592 12 34 56' }]);
  expect(contacts()?.phone).toBe('+31 (0)592 12 34 56');
  for (const wrong of ['bel mij', '<b>0592</b>', '0'.repeat(31), '12']) {
    const refused = await give(wrong);
    expect([wrong, refused.status, await refused.text()]).toEqual([
      wrong,
      400,
      expect.stringContaining('Dit is geen telefoonnummer'),
    ]);
  }
  expect(await stored()).toEqual([{ phone: '+31 (0)592 12 34 56' }]);
  await server.sluis.directory.rebuild();
  expect(await stored()).toEqual([{ phone: '+31 (0)592 12 34 56' }]);
  expect((await give('')).status).toBe(303);
  expect(await stored()).toEqual([{ phone: null }]);
  await give('0592 12 34 56');
  const administrator = await server.as('administrator', null);
  await administrator.post(`/people/${id}/erasures`, { reason: 'Uit dienst.' });
  expect(await stored()).toEqual([{ phone: null }]);
  expect(contacts()).toBeUndefined();
});
