// Looking for words over all dossiers: every kind of text that people type, in any form of the word, and nothing that who looks
// may not know.
import type { Role } from '../../src/domain/vocabulary.js';
import { refusal, type Client } from '../support/client.js';
import { council, Track } from '../support/council-track.js';
import { accepted } from '../support/drenthe.js';
import { pagesAt, textOf } from '../support/pages.js';
import { TestServer } from '../support/server.js';
import { testWorkflows } from '../support/workflows.js';

interface Hit {
  found: string;
  dossier: string;
  sequence: number;
  type: string;
  texts: { field: string; text: string }[];
}

let server: TestServer;
let track: Track;
const { look } = pagesAt(() => server.url);

const ways = {
  reason: 'De coördinatie van de gemeenteraden kost tijd.',
  reference: 'Z2024-00117',
  remarks: ['Let op de wachtlijsten.'],
  evidence: [{ title: 'Besluitenlijst kwikzilver.pdf', url: 'https://oost.example/lijst' }],
};

beforeAll(async () => {
  server = await TestServer.start({ workflows: testWorkflows });
  track = await Track.start(server);
  await track.put('ontwerp', '2024-01-04', { replyBy: '2099-02-01' });
  await accepted(track.decide('ontwerp', 'oost/college', 'agree-with-remarks', '2024-01-08', ways));
  const conditions = [{ text: 'Eerst de begrotingen.', effect: 'elaboration', owner: 'Werkgroep Financiën' }];
  await accepted(track.decide('ontwerp', 'west/college', 'agree-with-conditions', '2024-01-09', { conditions }));
});
afterAll(() => server.stop());

const q = (words: string) => new URLSearchParams({ q: words }).toString();
const find = async (words: string, who: Client = track.lead) =>
  (await who.get<{ items: Hit[]; next: string | null }>(`/search?${q(words)}`)).body.items;
const fields = async (words: string, who?: Client) =>
  (await find(words, who)).flatMap(({ texts }) => texts.map(({ field }) => field));

it.each([
  ['gemeenteraad', 'reason'],
  ['coordinatie', 'reason'],
  ['COÖRDINATIE tijd', 'reason'],
  ['z2024-00117', 'reference'],
  ['wachtlijst', 'remarks/0'],
  ['kwikzilver', 'evidence/0/title'],
  ['begroting', 'conditions/0/text'],
  ['werkgroepen', 'conditions/0/owner'],
])('finds %s in %s', async (words, field) => {
  expect(await fields(words)).toEqual([field]);
});

it('finds a dossier by what it is called, before what stands in it', async () => {
  const [first] = await find('raadstrajecten');
  expect(first).toMatchObject({ found: 'title', dossier: track.id, texts: [{ text: 'Raadstraject (test)' }] });
  const page = await look(`/zoeken?${q('raadstraject')}`, await server.cookieOf('process-lead', council));
  expect(page.text).toContain(`<a class="nl-link" href="/trajecten/${track.id}"><mark>Raadstraject</mark> (test)</a>`);
});

it('asks all the words of one line, with whose it is and where', async () => {
  expect(await fields('oost wachtlijst')).toEqual(['remarks/0']);
  expect(await fields('west wachtlijst')).toEqual([]);
  expect(await fields('wachtlijst begroting')).toEqual([]);
});

it('leads to the place, with the words marked', async () => {
  const cookie = await server.cookieOf('process-lead', council);
  const { text } = await look(`/zoeken?${q('begroting')}`, cookie);
  expect(text).toContain('Eerst de <mark>begrotingen</mark>.');
  const [, href = ''] = /class="sluis-list__item"><p><a class="nl-link" href="([^"]+)"/.exec(text) ?? [];
  expect(href).toContain(`/trajecten/${track.id}/momenten/ontwerp/besluiten/`);
  expect((await look(href, cookie)).status).toBe(200);
});

it('finds nothing in a dossier that somebody may not see', async () => {
  const others: [Role, string | null][] = [
    ['secretary', 'assen/college'],
    ['process-lead', 'jeugdhulpregio-drenthe/abo'],
    ['administrator', null],
  ];
  for (const [role, body] of others)
    expect([role, await find('wachtlijst', await server.as(role, body))]).toEqual([role, []]);
  expect(await find('wachtlijst', await server.as('reader', council))).toHaveLength(1);
  expect(await find('wachtlijst', await server.as('secretary', 'eiland/college'))).toHaveLength(1);
});

it('finds a closed decision for its own body alone, and for all once it is released', async () => {
  const closed = await Track.start(server);
  await closed.put('ontwerp', '2024-01-02');
  const said = { reason: 'Kwartjesvinder.', release: { scope: 'own', ground: 'Gemeentewet art. 86' } };
  const { id } = await accepted(closed.decide('ontwerp', 'oost/college', 'disagree', '2024-01-03', said));
  const own = await closed.recorder('oost/college');
  const others = [
    closed.lead,
    closed.chair,
    await server.as('secretary', 'west/college'),
    await server.as('reader', council),
  ];
  expect(await fields('kwartjesvinders', own)).toEqual(['reason']);
  for (const other of others) expect(await find('kwartjesvinder', other)).toEqual([]);
  for (const other of others) expect(await find('oost gemeentewet', other)).toEqual([]);
  const page = await look(`/zoeken?${q('kwartjesvinder')}`, await server.cookieOf('process-lead', council));
  expect(textOf(page.text)).toContain('Er is niets gevonden voor “kwartjesvinder”');
  await accepted(own.post(closed.path('ontwerp', `decisions/${id}/releases`), { on: '2024-01-10', scope: 'region' }));
  for (const other of others) expect(await fields('kwartjesvinder', other)).toEqual(['reason']);
});

it('follows a correction: what was wrongly recorded is found no more', async () => {
  const own = await track.recorder('eiland/college');
  const said = { body: 'eiland/college', decision: 'agree', decidedOn: '2024-01-10', reason: 'Verkeerdsel.' };
  const { id } = await accepted(own.post<{ id: string }>(track.path('ontwerp', 'decisions'), said));
  expect(await fields('verkeerdsel')).toEqual(['reason']);
  const mended = { body: 'eiland/college', corrects: id, reason: 'Rechtgezet.' };
  await accepted(own.post(track.path('ontwerp', 'decisions'), mended));
  expect(await fields('verkeerdsel')).toEqual([]);
  expect(await fields('rechtgezet')).toContain('reason');
});

it('is the same after everything was read anew, and does not find what was erased', async () => {
  const before = await find('oost');
  await server.sluis.rebuild();
  expect(await find('oost')).toEqual(before);
  expect(before.length).toBeGreaterThan(0);
});

it('comes in pages, none twice and none left out', async () => {
  const all = await find('ontwerp');
  const seen: Hit[] = [];
  for (let next: string | null = ''; next !== null;) {
    const { body }: { body: { items: Hit[]; next: string | null } } = await track.lead.get(
      `/search?q=ontwerp&limit=1${next === '' ? '' : `&cursor=${next}`}`,
    );
    seen.push(...body.items);
    ({ next } = body);
  }
  expect(all.length).toBeGreaterThan(2);
  expect(seen).toEqual(all);
});

it('says what is wrong with what cannot be looked for, and keeps it', async () => {
  const cookie = await server.cookieOf('process-lead', council);
  const shown = async (words: string) => {
    const { status, text } = await look(`/zoeken?${q(words)}`, cookie);
    return [status, textOf(text)];
  };
  expect(await shown('')).toEqual([200, expect.not.stringContaining('Fout')]);
  expect(await shown('de het een')).toEqual([400, expect.stringContaining('heeft alleen woorden die overal staan')]);
  expect(await shown('%')).toEqual([400, expect.stringContaining('heeft alleen woorden die overal staan')]);
  expect(await shown('x'.repeat(10_000))).toEqual([400, expect.stringContaining('is te lang; hoogstens 200 tekens')]);
  expect(await shown('weg\u202ener')).toEqual([400, expect.stringContaining('bevat tekens')]);
  for (const odd of ['_', '%%', "'", '"', "' OR 1=1 --", '<script>alert(1)</script>', '\\', '🙂 é', 'NEAR(a b)'])
    expect([odd, (await look(`/zoeken?${q(odd)}`, cookie)).text.includes('<script>alert')]).toEqual([odd, false]);
  expect(await find("' OR 1=1 --")).toEqual([]);
  expect(await find('wachtlijst%')).toHaveLength(1);
  expect(refusal(await track.lead.get('/search?q=de'))).toBe('400 ?q only-common-words');
  expect(refusal(await track.lead.get('/search'))).toBe('400 ?q required');
  expect(refusal(await track.lead.get('/search?q=wacht&cursor=xyz'))).toBe('400 ?cursor wrong-type');
});
