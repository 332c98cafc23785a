// The pages of signing in in two steps, in a browser: what axe says of some and the checker of HTML of each, and the sentence for each mistake.
// The demonstration has none of them, so that every-page does not see them.
import { randomUUID } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import type { Page } from 'playwright-core';
import { axeFindingsOfSome, headingOf, overflowing, TestBrowser } from '../support/browser.js';
import { sentTo } from '../support/html-check.js';
import { surroundings } from '../support/process.js';
import { abo, TestServer } from '../support/server.js';

const password = 'een lang en eigen wachtwoord';
const halfMinute = 30_000;
let browser: TestBrowser;
let server: TestServer;
let base: string;
let page: Page;
let sent: ReturnType<typeof sentTo>;

beforeAll(async () => {
  const { port } = await surroundings();
  base = `http://localhost:${port}`;
  browser = await TestBrowser.start();
  server = await TestServer.start({ change: { port, baseUrl: base, secondFactorRoles: ['process-lead'] } });
  page = await browser.page({ width: 390 });
  sent = sentTo(page);
}, 60_000);
afterAll(async () => {
  await browser.stop();
  await server.stop();
});

async function member(role: 'process-lead' | 'reader' | 'administrator') {
  const [id, email] = [randomUUID(), `${randomUUID()}@test.example`];
  const body = role === 'administrator' ? null : abo;
  const assignments = [{ role, body, from: '2020-01-01', until: null }];
  await server.sluis.directory.enrol([{ id, email, name: 'Anna Smid', password, assignments }]);
  return { id, email };
}

/** The page that is shown is right, and reads so. */
async function isRight(heading: string, ...words: string[]): Promise<void> {
  expect(await headingOf(page)).toBe(heading);
  const text = (await page.locator('main').innerText()).replace(/\s+/g, ' ');
  for (const one of words) expect(text).toContain(one);
  expect([heading, await overflowing(page), await axeFindingsOfSome(page), await sent.findings()]).toEqual([
    ...[heading, [], [], []],
  ]);
}

const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
async function signIn(email: string): Promise<void> {
  await page.context().clearCookies();
  await page.goto(`${base}/aanmelden`);
  await page.getByLabel('E-mailadres').fill(email);
  await page.getByLabel('Wachtwoord').fill(password);
  await press('Aanmelden');
}
async function codes(): Promise<string[]> {
  return (await page.locator('main').innerText()).match(/[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}/g) ?? [];
}
/** As an app does it whose clock is so many half minutes off; near the end of one the next is waited for. */
async function codeOf(secret: string, steps = 0): Promise<string> {
  const left = halfMinute - (Date.now() % halfMinute);
  if (left < 3_000) await page.waitForTimeout(left);
  const totp = new TOTP({ secret: Secret.fromBase32(secret) });
  return totp.generate({ timestamp: Date.now() + steps * halfMinute });
}
const giveCode = async (code: string): Promise<void> => {
  await page.getByLabel('Code uit de app, of een herstelcode').first().fill(code);
  await press('Aanmelden');
};
const used = 'Die code werkt niet, of is al gebruikt. Neem de volgende code uit de app';

it('is set up by whom a role asks it, on pages that say what is wrong with a code', async () => {
  const { email } = await member('process-lead');
  await signIn(email);
  await isRight('Tweede stap instellen', 'Met uw rol meldt u zich in twee stappen aan.');
  const text = (await page.locator('main').innerText()).replace(/\s+/g, ' ');
  const secret = (/sleutel in de app: ((?:[A-Z2-7]{4} ?)+)/.exec(text)?.[1] ?? '').replaceAll(' ', '');
  await page.getByLabel('Code uit de app').fill(await codeOf(secret, -3));
  await press('Code nakijken en aanzetten');
  await isRight('Tweede stap instellen', 'Die code klopt nu niet.', 'kijk of de klok van uw telefoon goed loopt');
  const first = await codeOf(secret, -1); // half a minute behind is no matter
  await page.getByLabel('Code uit de app').fill(first);
  await press('Code nakijken en aanzetten');
  await isRight('U meldt zich nu in twee stappen aan', 'Elke code werkt één keer.');
  const [paper = '', second = ''] = await codes();

  await signIn(email);
  await isRight('Nog één stap', 'Telefoon kwijt en geen herstelcode?');
  await giveCode(first);
  await isRight('Nog één stap', used);
  await giveCode(await codeOf(secret, -4));
  await isRight('Nog één stap', used, 'Kijk ook of de klok van uw telefoon goed loopt.');
  await giveCode(paper);
  expect(new URL(page.url()).pathname).not.toBe('/aanmelden/code');

  await page.goto(`${base}/account/tweede-stap`);
  await isRight(
    'Aanmelden in twee stappen',
    'U hebt nog 9 herstelcodes.',
    'Met uw rol kunt u de tweede stap niet uitzetten.',
  );
  await page.getByLabel('Code uit de app, of een herstelcode').fill(paper);
  await press('Nieuwe herstelcodes maken');
  await isRight('Aanmelden in twee stappen', used);
  await page.getByLabel('Code uit de app, of een herstelcode').fill(second);
  await press('Nieuwe herstelcodes maken');
  await isRight('Dit zijn uw nieuwe herstelcodes', 'Elke code werkt één keer.');
  expect(await codes()).toHaveLength(10);
}, 60_000);

it('is ended by who chose it, and by an administrator for who lost it', async () => {
  const { id, email } = await member('reader');
  await signIn(email);
  await page.goto(`${base}/account`);
  await isRight('Uw account', 'U meldt zich aan met alleen een wachtwoord.');
  await page.goto(`${base}/account/tweede-stap`);
  await isRight('Tweede stap instellen');
  const secret = (await page.locator('code').innerText()).replaceAll(' ', '');
  await page.getByLabel('Code uit de app').fill(await codeOf(secret));
  await press('Code nakijken en aanzetten');
  await page.goto(`${base}/account/tweede-stap`);
  await isRight('Aanmelden in twee stappen', 'Daarna meldt u zich weer aan met alleen een wachtwoord.');

  const administrator = await member('administrator');
  await signIn(administrator.email);
  await page.goto(`${base}/mensen/${id}/tweede-stap`);
  await isRight('Klopt dit? Wissen maakt aanmelden makkelijker, ook voor een ander', 'Anna Smid wordt overal afgemeld');
  await press('Tweede stap wissen');
  await isRight('Anna Smid');
  expect(await page.getByRole('link', { name: 'Tweede stap wissen' }).count()).toBe(0);
  await page.goto(`${base}/mensen/${id}/tweede-stap`);
  expect(await headingOf(page)).not.toContain('Klopt dit?');
}, 60_000);
