// One-time links by mail: who is let in and who lost their password gets the link itself, through a real server of mail; it works
// once and the newest alone, and nobody who reads the database, the page about mail or the security log can follow it.
import { setTimeout as pause } from 'node:timers/promises';
import { StoredMail } from '../../src/store/stored-mail.js';
import { MailServer } from '../support/mail-server.js';
import { hiddenIn, pagesAt, textOf } from '../support/pages.js';
import { abo, TestServer } from '../support/server.js';

const thereMax = 20_000;
const password = 'een lang en eigen wachtwoord';

let post: MailServer;
let server: TestServer;
let cookie: string;
const { look, send } = pagesAt(() => server.url);

beforeAll(async () => {
  post = await MailServer.start();
  server = await TestServer.start({ change: { mail: post.settings({ triedFor: 500, firstPause: 20 }) } });
  cookie = await server.cookieOf('administrator', null);
});
afterAll(async () => {
  await server.stop();
  await post.stop();
});

const cameTo = (email: string): string[] => post.received.filter(({ to }) => to === email).map(({ text }) => text);

/** The mail to an address, once there are so many. */
async function mailTo(email: string, n = 1): Promise<string> {
  const end = Date.now() + thereMax;
  while (cameTo(email).length < n) {
    if (Date.now() > end) throw new Error(`mail ${n} did not come to ${email}`);
    await pause(10);
  }
  return cameTo(email).at(-1) ?? '';
}

/** What is followed in a mail: lines of mail may be broken, and have their own way to write what they cannot. */
const linkIn = (text: string): string =>
  /http:\/\/localhost:3000(\/uitnodiging\/[\w-]+)/.exec(text.replaceAll(/=\r?\n/g, ''))?.[1] ?? '';

async function letIn(name: string, email: string): Promise<string> {
  const { text } = await look('/mensen/nieuw', cookie);
  const fields = { ...hiddenIn(text), name, email, role: 'secretary', body: 'assen/college', from: '2024-01-01' };
  const { status, text: page } = await send('/mensen/nieuw', cookie, fields);
  expect([status < 400, textOf(page)]).toEqual([true, expect.anything()]);
  const found = (await server.sluis.reader.rows<{ id: string }>('SELECT id FROM person WHERE email = ?', [email]))[0];
  return found?.id ?? '';
}

it('who is let in gets the link that the page shows, chooses a password by it, and it works once', async () => {
  await letIn('Sara de Boer', 'sara@assen.example');
  const text = await mailTo('sara@assen.example');
  expect(text).toMatch(/^Subject: Uw toegang tot Sluis/m);
  const link = linkIn(text);
  expect((await look(link, '')).status).toBe(200);
  expect((await send(link, '', { password })).status).toBe(303);
  expect((await look(link, '')).status).toBe(404);
  expect((await server.anyone.post('/tokens', { email: 'sara@assen.example', password })).status).toBe(201);
});

it('who lost their password gets a new one, of which the newest alone works', async () => {
  const id = await letIn('Piet Vos', 'piet@assen.example');
  const first = linkIn(await mailTo('piet@assen.example'));
  const page = await send(`/mensen/${id}/link`, cookie, {});
  expect(textOf(page.text)).toContain('piet@assen.example'); // it says that it goes by mail as well
  const text = await mailTo('piet@assen.example', 2);
  expect(text).toMatch(/^Subject: Kies een wachtwoord voor Sluis/m);
  const second = linkIn(text);
  expect(page.text).toContain(second);
  expect(second).not.toBe(first);
  expect((await look(first, '')).status).toBe(404);
  expect((await send(second, '', { password })).status).toBe(303);
});

it('nobody who reads what is kept can follow it', async () => {
  await letIn('Iris Kok', 'iris@assen.example');
  const secret =
    linkIn(await mailTo('iris@assen.example'))
      .split('/')
      .at(-1) ?? '';
  expect(secret.length).toBeGreaterThan(20);
  const kept = await server.sluis.manager.find(StoredMail, { order: { id: 'ASC' } });
  const mine = kept.find(({ address }) => address === 'iris@assen.example');
  expect(JSON.stringify(kept)).not.toContain(secret);
  const shown = await look(`/mail/${mine?.id ?? ''}`, cookie);
  expect(shown.status).toBe(200);
  expect(shown.text).not.toContain(secret);
  await server.sluis.security.write();
  expect((await look('/beveiligingslogboek', cookie)).text).not.toContain(secret);
  const lead = await server.cookieOf('process-lead', abo);
  expect((await look(`/mail/${mine?.id ?? ''}`, lead)).status).toBe(403);
});

it('an address that refuses mail loses nobody: the link is on the page, and the person says that it did not come', async () => {
  const email = 'unknown@assen.example';
  const id = await letIn('Niemand', email);
  const end = Date.now() + thereMax;
  const hasFailed = async () =>
    (await server.sluis.manager.find(StoredMail, { where: { address: email } })).some(
      ({ state }) => state === 'failed',
    );
  while (!(await hasFailed())) {
    if (Date.now() > end) throw new Error('it was not refused');
    await pause(10);
  }
  expect(textOf((await look(`/mensen/${id}`, cookie)).text)).toContain('No such user here');
  const [, link = ''] =
    /http:\/\/localhost:3000(\/uitnodiging\/[\w-]+)/.exec((await send(`/mensen/${id}/link`, cookie, {})).text) ?? [];
  expect((await look(link, '')).status).toBe(200);
});
