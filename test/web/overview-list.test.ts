// The list of dossiers: which it shows and in which order is in its address, so that it can be sent and comes back the same; what
// the address asks and is not there is said, and the whole list is shown; what is over or was played back is folded away.
import readXlsx from 'read-excel-file/node';
import { Player } from '../../src/replay/play-replay.js';
import { readReplay } from '../../src/replay/replay-file.js';
import type { DossierView } from '../../src/domain/views/dossier-view.js';
import { accepted, decide } from '../support/drenthe.js';
import { pagesAt } from '../support/pages.js';
import { abo, TestServer } from '../support/server.js';

let server: TestServer;
let lead: string;
const { look } = pagesAt(() => server.url);

const titles = {
  late: 'Zeer laat',
  condition: 'Met voorwaarde',
  other: 'Alles in orde',
  over: 'Al gestopt',
  played: 'Nagespeeld',
};

async function start(title: string, startedOn: string, replyBy?: string): Promise<string> {
  const client = await server.lead();
  const asked = { workflow: 'drenthe-robuuste-regio', version: 1, title, startedOn };
  const { id } = await accepted(client.post<DossierView>('/dossiers', asked));
  if (replyBy === undefined) return id;
  await accepted(client.post(`/dossiers/${id}/phases/instemming/starts`, { on: startedOn }));
  await accepted(client.post(`/dossiers/${id}/gates/instemming/submissions`, { on: startedOn, replyBy }));
  return id;
}

beforeAll(async () => {
  server = await TestServer.start({ change: { clock: '2024-05-10T09:00:00.000Z' } });
  lead = await server.cookieOf('process-lead', abo);
  await start(titles.late, '2024-04-12', '2024-04-25');
  const id = await start(titles.condition, '2024-04-13', '2024-07-16');
  const conditions = [{ text: 'Eerst de begroting.', effect: 'elaboration', owner: 'Werkgroep' }];
  await accepted(
    decide(server, id, 'assen', { decision: 'agree-with-conditions', conditions, decidedOn: '2024-05-07' }),
  );
  await start(titles.other, '2024-04-14', '2024-08-16');
  const over = await start(titles.over, '2024-04-15');
  await accepted((await server.chair()).post(`/dossiers/${over}/stops`, { on: '2024-05-01', reason: 'Samengevoegd.' }));
  const { dossiers, catalogue, directory } = server.sluis;
  const replay = { workflow: 'drenthe-robuuste-regio', title: titles.played, startedOn: '2024-04-11', source: 'Brief' };
  const file = Buffer.from(JSON.stringify({ ...replay, invented: true, facts: [] }, null, 1));
  await new Player(dossiers, catalogue, directory).play(readReplay(file));
});
afterAll(() => server.stop());

const listed = (text: string): string[] =>
  [...text.matchAll(/<h2 class="nl-heading nl-heading--level-3"><a[^>]*>([^<]*)<\/a>/g)].map(([, title = '']) => title);
/** What stands open, and what is folded away. */
async function shown(query: string, cookie = lead): Promise<{ open: string[]; folded: string[]; text: string }> {
  const { status, text } = await look(`/trajecten${query}`, cookie);
  expect([query, status]).toEqual([query, 200]);
  const [open = '', folded = ''] = text.split('<details class="sluis-details"');
  return { open: listed(open), folded: listed(folded), text };
}
const own = (all: string[]) => all.filter((one) => Object.values(titles).includes(one));
const unknown = 'filter of volgorde die er niet (meer) is';

it('shows what runs, and folds away what was stopped and what was played back', async () => {
  const { open, folded, text } = await shown('');
  expect(own(open)).toEqual([titles.late, titles.condition, titles.other]); // the first that began first
  expect(folded).toEqual([titles.over, titles.played]);
  expect(text).toContain('Afgerond, gestopt of gereconstrueerd (2)');
});

it.each([
  ['laat', [titles.late]],
  ['voorwaarden', [titles.condition]],
  ['afgerond', [titles.over]],
])('shows under "%s" what that says, and marks in its address where one is', async (filter, expected) => {
  const { open, folded, text } = await shown(`?toon=${filter}`);
  expect([own(open), folded]).toEqual([expected, []]);
  expect(text).toMatch(new RegExp(`href="/trajecten\\?toon=${filter}" aria-current="page"`));
  expect(text).not.toContain(unknown);
});

it('goes along in its file under the filter and in the order that is shown, which the file says', async () => {
  const fileOf = async (query: string) => {
    const { text } = await shown(query);
    const [, href = ''] = /href="(\/export\/trajecten\.csv[^"]*)"/.exec(text) ?? [];
    const csv = await (await fetch(server.url + href.replaceAll('&amp;', '&'), { headers: { cookie: lead } })).text();
    const inFile = csv.split('\r\n').map((line) => /^\uFEFF?"([^"]*)"/.exec(line)?.[1] ?? '');
    return { csv, inFile: inFile.filter((one) => Object.values(titles).includes(one)) };
  };
  const all = await fileOf('?volgorde=titel');
  expect(all.inFile).toEqual([titles.over, titles.other, titles.condition, titles.played, titles.late]);
  for (const [filter, title] of [
    ['laat', titles.late],
    ['voorwaarden', titles.condition],
    ['afgerond', titles.over],
  ])
    expect([filter, (await fileOf(`?toon=${filter}`)).inFile]).toEqual([filter, [title]]);
  const sheet = await readXlsx(
    Buffer.from(
      await (await fetch(`${server.url}/export/trajecten.xlsx?toon=laat`, { headers: { cookie: lead } })).arrayBuffer(),
    ),
  );
  expect(JSON.stringify(sheet)).toMatch(/Alleen: Te laat \(1 van \d+\)/);
  const other = await fetch(`${server.url}/export/trajecten.xlsx?toon=weg`, { headers: { cookie: lead } });
  expect(JSON.stringify(await readXlsx(Buffer.from(await other.arrayBuffer())))).toContain(unknown);
});

it('has an order by name, by the next day and by the least room, which goes with the filter', async () => {
  expect(own((await shown('?volgorde=titel')).open)).toEqual([titles.other, titles.condition, titles.late]);
  expect(own((await shown('?volgorde=datum')).open)).toEqual([titles.late, titles.condition, titles.other]);
  expect(own((await shown('?volgorde=speling')).open).sort()).toEqual(
    [titles.late, titles.condition, titles.other].sort(),
  );
  const both = await shown('?toon=voorwaarden&volgorde=titel');
  expect(own(both.open)).toEqual([titles.condition]);
  expect(both.text).toContain('href="/trajecten?toon=laat&amp;volgorde=titel"'); // another filter keeps the order
  expect(both.text).toContain('href="/trajecten?toon=voorwaarden&amp;volgorde=datum"'); // and the other way round
});

it('says that a filter or an order is not there, and shows the whole list', async () => {
  const whole = own((await shown('')).open);
  for (const query of ['?toon=zoek', '?volgorde=kleur', '?toon=%3Cscript%3E', '?toon=constructor', '?toon=LAAT']) {
    const { open, text } = await shown(query);
    expect([query, own(open)]).toEqual([query, whole]);
    expect(text).toContain(unknown);
    expect(text).not.toContain('<script>');
  }
  // Who has a role for one party alone has no other to leave out.
  const secretary = await server.cookieOf('secretary', 'assen/college');
  const { text } = await shown('?toon=gemeente', secretary);
  expect(text).toContain(unknown);
  expect(text).not.toContain('Mijn gemeente');
});

it('knows of a condition no more than who looks may know', async () => {
  const id = await start('Besloten voorwaarde', '2024-04-16', '2024-07-16');
  const closed = {
    conditions: [{ text: 'Geheim.', effect: 'elaboration', owner: 'X' }],
    release: { scope: 'own', ground: 'art. 5.1 Woo' },
  };
  const secretary = await server.secretary('emmen');
  const decision = { body: 'emmen/college', decision: 'agree-with-conditions', decidedOn: '2024-05-07', ...closed };
  await accepted(secretary.post(`/dossiers/${id}/gates/instemming/decisions`, decision));
  const ofEmmen = await server.cookieOf('secretary', 'emmen/college');
  expect((await shown('?toon=voorwaarden', ofEmmen)).open).toContain('Besloten voorwaarde');
  for (const other of [lead, await server.cookieOf('secretary', 'assen/college'), await server.cookieOf('reader', abo)])
    expect((await shown('?toon=voorwaarden', other)).open).not.toContain('Besloten voorwaarde');
});

it('is told page by page under a filter too, each dossier once', async () => {
  for (let i = 0; i < 26; i++) await start(`Reeks ${String(i).padStart(2, '0')}`, '2024-04-20');
  const seen: string[] = [];
  for (let query: string | undefined = '?volgorde=titel'; query !== undefined;) {
    const { open, text } = await shown(query);
    seen.push(...open);
    query = /href="\/trajecten(\?[^"]*vanaf=[^"]*)"/.exec(text)?.[1]?.replaceAll('&amp;', '&');
  }
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen.filter((one) => one.startsWith('Reeks'))).toHaveLength(26);
});
