// What others recorded since somebody was here before: stable during a visit, told once, and only what they may see.
import { accepted } from '../support/drenthe.js';
import { council, Track } from '../support/council-track.js';
import { ownPage, pagesAt, textOf } from '../support/pages.js';
import { TestServer } from '../support/server.js';
import { testWorkflows } from '../support/workflows.js';

let server: TestServer;
let track: Track;
const { look } = pagesAt(() => server.url);
const minutes = (n: number): number => n * 60_000;

/** By a clock that is not the machine's, and that nobody doubts. */
async function start(folder?: string): Promise<void> {
  server = await TestServer.start({ workflows: testWorkflows, ...(folder === undefined ? {} : { folder }) });
  server.sluis.clock.judge = () => null;
}

beforeAll(() => start());
afterAll(() => server.stop());
beforeEach(async () => {
  track = await Track.start(server);
  await track.put('ontwerp', '2024-01-04', { replyBy: '2099-02-01' });
});

/** The part of the page of tasks, in words; null where it is not there. */
async function newsOf(cookie: string): Promise<string | null> {
  const { text } = await look('/taken', cookie);
  const part = /<section class="sluis-news" id="nieuw">(.*?)<h2 class="[^"]*">Afgerond/s.exec(text)?.[1];
  return part === undefined ? null : textOf(part);
}
const board = async (cookie: string): Promise<string> => (await look(`/trajecten/${track.id}`, cookie)).text;
/** Time goes on, or back. */
const later = (by: number): void => server.sluis.clock.runOnFrom(server.sluis.clock.after(by));

async function reader(role: 'process-lead' | 'reader' | 'secretary' = 'reader', body = council) {
  const { id } = await server.addPerson({ role, body });
  return { id, cookie: await server.signIn(id) };
}
const signOut = (cookie: string) =>
  fetch(`${server.url}/afmelden`, { method: 'POST', headers: { ...ownPage, cookie }, redirect: 'manual' });

it('tells nothing to who is here for the first time', async () => {
  const { cookie } = await reader();
  expect(await newsOf(cookie)).toBeNull();
  await accepted(track.decide('ontwerp', 'oost/college', 'agree', '2024-01-05'));
  expect(await newsOf(cookie)).toBeNull();
  expect(await board(cookie)).not.toContain('Sinds uw vorige bezoek');
});

it('tells what came since, as long as the visit lasts, in the words of the log', async () => {
  const { id, cookie } = await reader();
  await newsOf(cookie);
  await signOut(cookie);
  const again = await server.signIn(id);
  await accepted(track.decide('ontwerp', 'oost/college', 'agree', '2024-01-05'));
  for (let i = 0; i < 3; i++) {
    expect(await newsOf(again)).toMatch(/College van Oost: akkoord bij .*secretaris/);
    later(minutes(29));
  }
  await accepted(track.decide('ontwerp', 'west/college', 'agree', '2024-01-05'));
  expect(await newsOf(again)).toMatch(/College van West: .*College van Oost:/);
  later(minutes(31));
  expect(await newsOf(again)).toContain('legden anderen niets vast');
});

it('tells again what came during a visit and was not shown in it', async () => {
  const { cookie } = await reader();
  await newsOf(cookie);
  await accepted(track.decide('ontwerp', 'oost/college', 'agree', '2024-01-05'));
  await board(cookie);
  later(minutes(31));
  expect(await newsOf(cookie)).toContain('College van Oost');
});

it('says on the page of a dossier how much, and leads to its log from there on', async () => {
  const { cookie } = await reader();
  await newsOf(cookie);
  later(minutes(31));
  await accepted(track.decide('ontwerp', 'oost/college', 'agree', '2024-01-05'));
  await accepted(track.decide('ontwerp', 'west/college', 'agree', '2024-01-05'));
  const page = await board(cookie);
  expect(textOf(page)).toMatch(/Sinds uw vorige bezoek \(tot [^)]*\) legden anderen hier 2 dingen vast/);
  const href = /href="([^"]*\/logboek\?na=\d+)"/.exec(page)?.[1] ?? '';
  const { text } = await look(href, cookie);
  expect([...text.matchAll(/id="regel-(\d+)"/g)].map(([, n]) => n)).toEqual(['5', '4']);
  expect(textOf(text)).toContain('Alleen wat na regel 3 is vastgelegd.');
});

it('tells nobody what they recorded themselves', async () => {
  const { cookie } = await reader('process-lead');
  await newsOf(cookie);
  later(minutes(31));
  const evidence = [{ title: 'Besluitenlijst', url: 'https://example.org/lijst' }];
  const body = { body: 'oost/college', decision: 'agree', decidedOn: '2024-01-05', evidence };
  const sent = await fetch(`${server.url}/api/v1${track.path('ontwerp', 'decisions')}`, {
    method: 'POST',
    headers: { cookie, origin: ownPage.origin, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(sent.status).toBe(201);
  expect(await newsOf(cookie)).toContain('legden anderen niets vast');
});

it('says of a decision that is not released no more than the log, whatever it says', async () => {
  const told: (string | null)[] = [];
  for (const [decision, reason] of [
    ['agree', undefined],
    ['disagree', 'Alleen met een lagere bijdrage.'],
  ] as const) {
    track = await Track.start(server);
    await track.put('ontwerp', '2024-01-04', { replyBy: '2099-02-01' });
    const { cookie } = await reader();
    await newsOf(cookie);
    later(minutes(31));
    const release = { scope: 'own', ground: 'art. 87 Gemeentewet' };
    await accepted(track.decide('ontwerp', 'oost/college', decision, '2024-01-05', { release, reason }));
    told.push((await newsOf(cookie))?.replaceAll(/\d+ \w+ \d{4} om \d\d:\d\d/g, '') ?? null);
  }
  expect(told[0]).toBe(told[1]);
  expect(told[0]).not.toMatch(/Oost|lagere/);
});

it('tells nothing of a dossier that they may not see', async () => {
  const { cookie } = await reader('secretary', 'assen/college');
  await newsOf(cookie);
  later(minutes(31));
  await accepted(track.decide('ontwerp', 'oost/college', 'agree', '2024-01-05'));
  expect(await newsOf(cookie)).toContain('legden anderen niets vast');
});

it('goes by the order of the log, not by the clock', async () => {
  const { cookie } = await reader();
  await newsOf(cookie);
  later(-minutes(24 * 60));
  await accepted(track.decide('ontwerp', 'oost/college', 'agree', '2024-01-05'));
  const told = await newsOf(cookie);
  expect(told).toContain('College van Oost');
  later(minutes(24 * 60));
});

it('tells a few lines of each dossier, and says that there are more', async () => {
  const { cookie } = await reader();
  await newsOf(cookie);
  later(minutes(31));
  for (const day of ['05', '06', '07'])
    for (const place of ['oost', 'west'])
      await accepted(track.decide('ontwerp', `${place}/college`, 'deferred', `2024-01-${day}`));
  expect(await newsOf(cookie)).toMatch(/nog 2 in het logboek/);
});

it('is kept over a restart, and gone with whom it is about', async () => {
  const one = await reader();
  await newsOf(one.cookie);
  await accepted(track.decide('ontwerp', 'oost/college', 'agree', '2024-01-05'));
  const { folder } = server;
  await server.stop({ keep: true });
  await start(folder);
  later(minutes(31));
  expect(await newsOf(one.cookie)).toContain('College van Oost');
  const kept = () => server.sluis.reader.rows('SELECT 1 FROM presence WHERE person = ?', [one.id]);
  expect(await kept()).toHaveLength(1);
  const administrator = await server.person({ role: 'administrator', body: null });
  await accepted(administrator.post(`/people/${one.id}/erasures`, { reason: 'Verzoek.' }));
  expect(await kept()).toHaveLength(0);
});
