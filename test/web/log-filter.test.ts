// The log of a dossier by body, by who recorded, and by words: kept in the address; what is not there any more is said, and the
// whole log is shown; a line that somebody may not know is found by nothing.
import { council, Track } from '../support/council-track.js';
import { accepted } from '../support/drenthe.js';
import { pagesAt, textOf } from '../support/pages.js';
import { TestServer } from '../support/server.js';
import { testWorkflows } from '../support/workflows.js';

let server: TestServer;
let track: Track;
let lead: string;
const { look } = pagesAt(() => server.url);

beforeAll(async () => {
  server = await TestServer.start({ workflows: testWorkflows });
  lead = await server.cookieOf('process-lead', council);
  track = await Track.start(server);
  await track.put('ontwerp', '2024-01-04', { replyBy: '2099-02-01' });
  const conditions = [{ text: 'Eerst de begrotingen.', effect: 'elaboration', owner: 'Werkgroep' }];
  await accepted(track.decide('ontwerp', 'oost/college', 'agree-with-conditions', '2024-01-08', { conditions }));
  await accepted(track.decide('ontwerp', 'west/college', 'agree', '2024-01-09'));
  const secret = { reason: 'Kwikzilver in de grond.', release: { scope: 'own', ground: 'art. 5.1 Woo' } };
  await accepted(track.decide('ontwerp', 'eiland/college', 'disagree', '2024-01-10', secret));
});
afterAll(() => server.stop());

async function log(query: Record<string, string>, cookie = lead) {
  const { status, text } = await look(
    `/trajecten/${track.id}/logboek?${new URLSearchParams(query).toString()}`,
    cookie,
  );
  expect([query, status]).toEqual([query, 200]);
  const [, lines = ''] = /<section class="sluis-day">(.*)<\/main>/s.exec(text) ?? [];
  return { text, lines: textOf(lines), count: [...lines.matchAll(/class="sluis-log__line/g)].length };
}
const unknown = 'een filter dat hier niet (meer) kan. Dat filter is weggelaten.';
const valueOf = (text: string, label: string): string =>
  new RegExp(`<option value="([^"]*)"[^>]*>${label}`).exec(text)?.[1] ?? '';

it('shows the lines of one body, also those that follow from its decision', async () => {
  const { lines, count, text } = await log({ orgaan: 'oost/college' });
  expect(count).toBe(1);
  expect(lines).toContain('Oost');
  expect(lines).not.toContain('West');
  expect(text).toContain('<option value="oost/college" selected="">');
});

it('shows the lines that somebody recorded', async () => {
  const { text, count: all } = await log({});
  const people = [...text.matchAll(/<select[^>]*name="wie".*?<\/select>/gs)].join('');
  const values = [...people.matchAll(/<option value="([^"]+)"/g)].map(([, value = '']) => value);
  expect(values.length).toBeGreaterThan(1);
  const counts = await Promise.all(values.map(async (wie) => (await log({ wie })).count));
  expect(counts.every((count) => count > 0)).toBe(true);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(all);
});

it('shows the lines with words, in any form of them, and together with a body', async () => {
  expect((await log({ zoek: 'begroting' })).lines).toContain('Eerst de begrotingen.');
  expect((await log({ zoek: 'begroting', orgaan: 'west/college' })).count).toBe(0);
  expect((await log({ zoek: 'begroting', orgaan: 'oost/college' })).count).toBe(1);
  expect((await log({ zoek: 'begroting', toon: 'conclusies' })).count).toBe(0);
});

it('finds by nothing what somebody may not know, and does not offer it', async () => {
  const stranger = await server.cookieOf('secretary', 'west/college');
  const { text, lines } = await log({}, stranger);
  expect(valueOf(text, 'College van Eiland')).toBe('');
  expect(lines).not.toContain('Kwikzilver');
  const queries: Record<string, string>[] = [
    { zoek: 'kwikzilver' },
    { orgaan: 'eiland/college' },
    { zoek: 'kwikzilver', toon: 'besluiten' },
  ];
  for (const query of queries) expect((await log(query, stranger)).lines).not.toContain('Kwikzilver');
  const own = await server.cookieOf('secretary', 'eiland/college');
  expect((await log({ zoek: 'kwikzilver' }, own)).lines).toContain('Kwikzilver');
});

it('says that something is not there any more, and shows the whole log', async () => {
  const { count } = await log({});
  const queries: Record<string, string>[] = [
    { orgaan: 'nergens/college' },
    { orgaan: '<script>' },
    { wie: 'niemand' },
    { toon: 'vroeger' },
    { toon: 'toString' },
    { zoek: 'de het een' },
  ];
  for (const query of queries) {
    const asked = await log(query);
    expect([query, asked.count]).toEqual([query, count]);
    expect([query, textOf(asked.text)]).toEqual([query, expect.stringContaining(unknown)]);
    expect(asked.text).not.toContain('<script>');
  }
});
