// The link in a reminder: from the mail to the receipt in three clicks, for one form of one body at one gate. Looked at by whatever
// looks at mail it changes nothing; used twice, late, by another or after it was revoked it says so.
import { setTimeout as pause } from 'node:timers/promises';
import { axeFindings, overflowing, TestBrowser } from '../support/browser.js';
import { council, Track } from '../support/council-track.js';
import { accepted } from '../support/drenthe.js';
import { MailServer } from '../support/mail-server.js';
import { hiddenIn, ownPage, pagesAt, textOf } from '../support/pages.js';
import { TestServer } from '../support/server.js';
import { testWorkflows } from '../support/workflows.js';

const thereMax = 20_000;
const settings = '/herinneringen/raadsregio';
const plan = {
  aan: 'ja',
  voor: '14, 7, 3',
  na: '1',
  overzicht: 'nee',
  tekst: 'Beste {naam}, ga voor {orgaan} naar\n{link}\nof anders naar\n{link}',
};

let post: MailServer;
let server: TestServer;
let track: Track;
let lead: string;
let admin: string;
/** The first link that somebody got. */
let first: string;
const { look, send } = pagesAt(() => server.url);

beforeAll(async () => {
  post = await MailServer.start();
  const mail = post.settings({ triedFor: 500, firstPause: 20 });
  server = await TestServer.start({ workflows: testWorkflows, change: { clock: '2024-04-15T08:00:00.000Z', mail } });
  lead = await server.cookieOf('process-lead', council);
  admin = await server.cookieOf('administrator', null);
  track = await Track.start(server);
  await track.put('ontwerp', '2024-01-04', { replyBy: '2024-05-16' });
  for (const place of ['oost', 'west', 'eiland']) await track.recorder(`${place}/college`);
});
afterAll(async () => {
  await server.stop();
  await post.stop();
});

/** The link in each mail that came on a day, by the body that it is for; on our own site. */
async function linksOn(day: string): Promise<Record<string, string>> {
  const before = post.received.length;
  server.sluis.clock.runOnFrom(`${day}T08:00:00.000Z`);
  await server.sluis.reminding.look();
  const end = Date.now() + thereMax;
  const waiting = () => server.sluis.reader.rows(`SELECT id FROM mail WHERE state IN ('waiting', 'sending')`);
  while ((await waiting()).length > 0 && Date.now() < end) await pause(20);
  const texts = post.received.slice(before).map(({ text }) => text.replace(/=\r?\n/g, '').replaceAll('=3D', '='));
  return Object.fromEntries(
    texts.map((text) => {
      const [, body = ''] = /ga voor (?:het )?(.*?) naar\b/.exec(text) ?? [];
      const found = [...text.matchAll(/http:\/\/localhost:3000(\/antwoord\/[\w-]{43})\r?$/gm)].map(([, path]) => path);
      expect([body, found.length, new Set(found).size]).toEqual([body, 2, 1]);
      return [body.split(' ').at(-1) ?? '', found[0] ?? ''];
    }),
  );
}
const everything = async () =>
  JSON.stringify([
    await server.sluis.reader.rows('SELECT * FROM event'),
    await server.sluis.reader.rows('SELECT * FROM personal_link'),
  ]);
/** What the security log says of a kind, once it says so much. */
async function told(kind: string, least = 1): Promise<string[]> {
  const end = Date.now() + thereMax;
  for (;;) {
    const rows = await server.sluis.reader.rows<{ body: string }>('SELECT body FROM security_entry ORDER BY sequence');
    const found = rows.map(({ body }) => body).filter((body) => body.includes(`"${kind}"`));
    if (found.length >= least || Date.now() > end) return found;
    await pause(20);
  }
}
const personOf = async (body: string): Promise<string> => {
  const [row] = await server.sluis.reader.rows<{ person: string }>(
    `SELECT person FROM personal_link WHERE body = '${body}' ORDER BY made_at DESC`,
  );
  return row?.person ?? '';
};
const agreed = (text: string) => ({ ...hiddenIn(text), decision: 'agree', decidedOn: '2024-05-01' });
const decisions = async () => (await track.gate('ontwerp')).decisions;

/** A day in a weekend is doubted at an address of its own: the secret is kept nowhere, and nothing is recorded. */
async function readOnceMore(link: string, fields: Record<string, string>): Promise<void> {
  const body = new URLSearchParams(fields);
  const sent = await fetch(server.url + link, { method: 'POST', redirect: 'manual', headers: ownPage, body });
  const to = sent.headers.get('location') ?? '';
  expect([sent.status, to]).toEqual([303, `${link}?controle=${fields.sleutel}`]);
  for (let n = 0; n < 2; n++) expect(textOf((await look(to, '')).text)).toContain('11 mei 2024 is een zaterdag');
  expect((await look(`${link}?controle=een-andere-sleutel`, '')).location).toBe(link);
  expect(JSON.stringify(await server.sluis.reader.rows('SELECT * FROM draft'))).not.toContain(link.slice(-43));
  expect(await told('RecordedByLink')).toHaveLength(1);
}

it('is of each who records, leads through signing in, and is nowhere kept as it is', async () => {
  await send(settings, lead, plan);
  const links = await linksOn('2024-05-02');
  expect(Object.keys(links).sort()).toEqual(['Eiland', 'Oost', 'West']);
  const { Oost = '' } = links;
  first = Oost;
  const kept = await server.sluis.reader.rows('SELECT * FROM mail');
  const all = JSON.stringify(kept) + (await everything());
  for (const path of Object.values(links)) expect(all).not.toContain(path.slice(-43));
  const before = await everything();
  for (let n = 0; n < 3; n++) {
    const { status, location } = await look(Oost, '');
    expect([status, location]).toEqual([303, `/aanmelden?next=${encodeURIComponent(Oost)}`]);
  }
  expect((await send(Oost, '', { decision: 'agree' })).location).toBe(Oost); // it has to be signed in for
  const own = await server.signIn(await personOf('oost/college'));
  const { location } = await look(Oost, own);
  expect(location).toMatch(/besluit\?orgaan=oost%2Fcollege&link=[\w-]{36}$/);
  expect(await everything()).toBe(before);
  const form = await look(location ?? '', own);
  const { status } = await send(location ?? '', own, agreed(form.text));
  expect(status).toBe(303);
  const [decision] = await decisions();
  expect([decision?.body, decision?.recorded.link]).toEqual(['oost/college', 'signed-in']);
  const again = await look(Oost, '');
  expect([again.status, textOf(again.text)]).toEqual([200, expect.stringContaining('Dit besluit is al vastgelegd')]);
  expect(textOf(again.text)).not.toMatch(/akkoord/i);
});

it('of somebody else, or of nobody, says so, and is told in the security log', async () => {
  const { West = '' } = await linksOn('2024-05-13');
  const other = await look(West, await server.cookieOf('secretary', 'oost/college'));
  expect([other.status, textOf(other.text)]).toEqual([403, expect.stringContaining('voor iemand anders')]);
  const none = await look('/antwoord/nergens', '');
  expect([none.status, textOf(none.text)]).toEqual([404, expect.stringContaining('Deze link werkt niet')]);
  const statuses = new Set<number>();
  for (let n = 0; n < 25; n++) statuses.add((await look(`/antwoord/${'a'.repeat(42)}${n}`, '')).status);
  expect([...statuses]).toEqual([404, 429]);
  expect((await look(West, '')).status).toBe(303); // whose works is not kept out
  const refused = await told('LinkRefused');
  expect(refused[0]).toContain('/antwoord/:secret');
  expect(refused.join()).not.toContain('nergens');
});

it('works no more once who it is of, or an administrator, revoked it', async () => {
  server.sluis.clock.runOnFrom('2024-05-13T08:10:00.000Z');
  const person = await personOf('west/college');
  const own = await server.signIn(person);
  expect(textOf((await look('/account', own)).text)).toContain('2 persoonlijke links');
  expect((await send('/account/links', own, {})).location).toBe('/account?links=ingetrokken');
  expect(textOf((await look('/account', own)).text)).toContain('geen persoonlijke link');
  const eiland = await personOf('eiland/college');
  expect((await send(`/mensen/${eiland}/maillinks`, lead, {})).status).toBe(403);
  expect((await send(`/mensen/${eiland}/maillinks`, admin, {})).status).toBe(303);
  expect(await personOf('eiland/college')).toBe('');
  expect(await told('MailLinksRevoked', 2)).toHaveLength(2);
});

it('goes from the mail to the receipt in three clicks where the region lets the link do', async () => {
  await send(settings, lead, { ...plan, 'zonder/secretary': 'ja' });
  expect((await look(settings, lead)).text).toMatch(/name="zonder\/secretary"[^>]*checked/);
  const west = await track.recorder('west/college');
  const item = { body: 'west/college', meetingOn: '2024-05-14', stage: 'college' };
  await accepted(west.post(track.path('ontwerp', 'agendas'), item));
  const { West = '', Eiland = '' } = await linksOn('2024-05-17');
  const before = await everything();
  expect((await look(West, '')).status).toBe(200); // as what looks at mail before its reader
  expect(await everything()).toBe(before);
  const browser = await TestBrowser.start();
  try {
    const page = await browser.page({ width: 390 });
    await page.goto(server.url + West);
    expect([await axeFindings(page), await overflowing(page)]).toEqual([[], []]);
    await page
      .getByLabel(/^Akkoord(?! )/)
      .first()
      .click();
    await page.getByRole('button', { name: 'Besluit vastleggen' }).click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Het besluit is vastgelegd');
    expect(await page.getByText('zonder aanmelden').first().isVisible()).toBe(true);
    expect([await axeFindings(page), await overflowing(page)]).toEqual([[], []]);
    expect(await page.context().cookies()).toEqual([]);
  } finally {
    await browser.stop();
  }
  const decision = (await decisions()).find(({ body }) => body === 'west/college');
  expect([decision?.decision, decision?.decidedOn, decision?.recorded.link]).toEqual([
    'agree',
    '2024-05-14',
    'unsigned',
  ]);
  const log = textOf((await look(`/trajecten/${track.id}/logboek`, lead)).text);
  expect(log).toContain('via de link in een mail, zonder aanmelden');
  expect(await told('RecordedByLink')).toHaveLength(1);
  const later = textOf((await look(West, '')).text);
  expect(later).toContain('al vastgelegd');
  expect(later).not.toMatch(/akkoord/i);
  // It is for its own body alone, whatever is sent, and twice at once is once.
  const form = await look(Eiland, '');
  expect(textOf(form.text)).not.toContain('Kies een bestand');
  const fields = { ...agreed(form.text), body: 'west/college' };
  expect((await send(Eiland, '', fields, { ...ownPage, origin: 'https://elders.example' })).status).toBe(403);
  await readOnceMore(Eiland, { ...fields, decidedOn: '2024-05-11' });
  const sent = await Promise.all([send(Eiland, '', fields), send(Eiland, '', fields)]);
  expect(sent.map(({ status }) => status)).toEqual([303, 303]);
  expect(sent[0].location).toBe(sent[1].location);
  expect((await decisions()).map(({ body }) => body).sort()).toEqual([
    'eiland/college',
    'oost/college',
    'west/college',
  ]);
  expect(textOf((await look(sent[0].location ?? '', '')).text)).toContain('Het besluit is vastgelegd');
  server.sluis.clock.runOnFrom('2024-05-17T09:30:00.000Z');
  expect(textOf((await look(sent[0].location ?? '', '')).text)).not.toMatch(/akkoord/i);
});

it('asks nothing any more once the gate was concluded', async () => {
  await accepted(track.rule('ontwerp', 'go', '2024-05-17'));
  const { status, text } = await look(first, '');
  expect([status, textOf(text)]).toEqual([410, expect.stringContaining('Hier wordt niets meer gevraagd')]);
});

it('asks again at a gate that was opened once more, and no more when that is put as another round', async () => {
  const on = '2024-05-17';
  const reason = 'Er is een fout in de conclusie.';
  await accepted(track.chair.post(track.path('ontwerp', 'reopenings'), { on, reason }));
  const again = await look(first, '');
  expect([again.status, textOf(again.text)]).toEqual([200, expect.stringContaining('al vastgelegd')]);
  expect(textOf(again.text)).not.toMatch(/akkoord/i);
  await accepted(track.rule('ontwerp', 'no-go', on, { reason, meeting: { form: 'session' } }));
  await accepted(track.lead.post(`/dossiers/${track.id}/phases/ontwerp/reworks`, { on, reason }));
  expect((await look(first, '')).status).toBe(410);
  await accepted(track.lead.post(track.path('ontwerp', 'submissions'), { on }));
  for (const method of ['GET', 'HEAD', 'POST']) {
    const { status } = await fetch(server.url + first, { method, redirect: 'manual', headers: ownPage });
    expect([method, status]).toEqual([method, 410]);
  }
});
