// The reminder to those who are still to act: to whom it goes, what it says and what it never says, and who may see it.
import { accepted } from '../support/drenthe.js';
import { council, Track } from '../support/council-track.js';
import { pagesAt, textOf } from '../support/pages.js';
import { TestServer } from '../support/server.js';
import { testWorkflows } from '../support/workflows.js';

let server: TestServer;
let track: Track;
const { look } = pagesAt(() => server.url);

beforeAll(async () => {
  server = await TestServer.start({ workflows: testWorkflows });
});
afterAll(() => server.stop());
beforeEach(async () => {
  track = await Track.start(server);
  await track.put('ontwerp', '2024-01-04', { replyBy: '2099-02-01' });
});

const page = async (role: Parameters<TestServer['cookieOf']>[0] = 'process-lead', body = council) =>
  look(`/trajecten/${track.id}/momenten/ontwerp/herinneren`, await server.cookieOf(role, body));
/** The text of the page, and whom its letter names. */
async function letter(): Promise<{ text: string; whom: string[] }> {
  const text = textOf((await page()).text);
  return { text, whom: ['Oost', 'West', 'Eiland'].filter((name) => text.includes(`- College van ${name}:`)) };
}

it('goes to who is silent, not to who decided or said a day that is in time', async () => {
  expect((await letter()).whom).toEqual(['Oost', 'West', 'Eiland']);
  await accepted(track.decide('ontwerp', 'oost/college', 'agree', '2024-01-05'));
  expect((await letter()).whom).toEqual(['West', 'Eiland']);
  await accepted(track.decide('ontwerp', 'west/college', 'deferred', '2024-01-05', { nextDate: '2099-01-19' }));
  expect((await letter()).whom).toEqual(['Eiland']);
  const { text } = await letter();
  expect(text).toContain('Antwoord kan t/m zondag 1 februari 2099.');
  expect(text).toContain(`/trajecten/${track.id}/momenten/ontwerp`);
});

it('goes to who said a day that is past, or after the term, and to who has still to confirm', async () => {
  await accepted(track.decide('ontwerp', 'west/college', 'deferred', '2024-01-05', { nextDate: '2024-01-19' }));
  await accepted(track.decide('ontwerp', 'oost/college', 'deferred', '2024-01-05', { nextDate: '2099-02-02' }));
  const recorded = { body: 'eiland/college', decision: 'agree', decidedOn: '2024-01-05' };
  const evidence = [{ title: 'Besluitenlijst', url: 'https://example.org/lijst' }];
  await accepted(track.lead.post(track.path('ontwerp', 'decisions'), { ...recorded, evidence }));
  expect((await letter()).whom).toEqual(['Oost', 'West', 'Eiland']);
});

it('goes once to who has to decide again and to confirm what the region recorded', async () => {
  const recorded = { body: 'oost/college', decision: 'deferred', decidedOn: '2024-01-05' };
  const evidence = [{ title: 'Besluitenlijst', url: 'https://example.org/lijst' }];
  await accepted(track.lead.post(track.path('ontwerp', 'decisions'), { ...recorded, evidence }));
  expect(textOf((await page()).text).split('- College van Oost:')).toHaveLength(2);
});

it('never says what is not released, and asks nothing of who decided it', async () => {
  const release = { scope: 'own', ground: 'art. 87 Gemeentewet' };
  const text = 'Alleen met een lagere bijdrage.';
  await accepted(track.decide('ontwerp', 'oost/college', 'disagree', '2024-01-05', { release, reason: text }));
  expect((await letter()).whom).toEqual(['West', 'Eiland']);
  expect((await page()).text).not.toContain(text);
});

it('reaches them by name and address, several without seeing each other', async () => {
  for (const place of ['oost', 'west']) await track.recorder(`${place}/college`);
  const { text } = await page();
  const link = /href="mailto:\?bcc=([^"&]*)&amp;subject=[^"]*&amp;body=[^"]*"/.exec(text);
  const addresses = decodeURIComponent(link?.[1] ?? '').split(',');
  expect(addresses.length).toBeGreaterThanOrEqual(2);
  for (const one of addresses) expect(text).toContain(`mailto:${encodeURIComponent(one)}`);
});

it('is for who leads the process or chairs it', async () => {
  expect((await page('chair')).status).toBe(200);
  for (const [role, body] of [
    ['secretary', 'oost/college'],
    ['reader', council],
    ['chair-secretary', council],
  ] as const)
    expect([role, (await page(role, body)).status]).toEqual([role, role === 'chair-secretary' ? 200 : 403]);
});

it('has nobody where all decided, and says so', async () => {
  for (const place of ['oost', 'west', 'eiland'])
    await accepted(track.decide('ontwerp', `${place}/college`, 'agree', '2024-01-05'));
  expect((await letter()).whom).toEqual([]);
  expect((await letter()).text).toContain('Niemand hoeft te worden herinnerd');
});
