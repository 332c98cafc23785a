// What is late reads the same wherever it is told: in the API, in the line at the top of a dossier, in its row of phases, in
// its table and in the list (finding 22: being late is invisible in one place and everywhere in the other).
import type { DossierSummaryView, DossierView } from '../../src/domain/views/dossier-view.js';
import { latenessWords } from '../../src/wording/gates/lateness.js';
import { accepted } from '../support/drenthe.js';
import { pagesAt } from '../support/pages.js';
import { abo, TestServer } from '../support/server.js';

let server: TestServer;
let dossier: string;
let cookie: string;
const { look } = pagesAt(() => server.url);

beforeAll(async () => {
  server = await TestServer.start();
  const lead = await server.as('process-lead', abo);
  const start = { workflow: 'drenthe-robuuste-regio', version: 1, title: 'Te laat', startedOn: '2024-04-11' };
  dossier = (await accepted(lead.post<DossierView>('/dossiers', start))).id;
  const moved = { on: '2024-05-01', until: '2024-08-31', reason: 'Eerder klaar om de vakantie.' };
  await accepted(lead.post(`/dossiers/${dossier}/phases/orientatie/plans`, moved));
  cookie = await server.cookieOf('process-lead', abo);
});
afterAll(() => server.stop());

const read = async (query = ''): Promise<DossierView> =>
  (await (await server.as('reader', abo)).get<DossierView>(`/dossiers/${dossier}${query}`)).body;

/** A page as it is read, and how often each thing in it is red. */
async function shown(path: string) {
  const { status, text } = await look(path, cookie);
  expect(status).toBe(200);
  const plain = text.replace(/<[^>]+>/g, '').replaceAll('&#x27;', "'");
  const red = [...text.matchAll(/class="(sluis-late|sluis-pace sluis-pace--late)"/g)];
  return { plain, red: red.map(([, kind]) => kind) };
}

it('on the day that is asked about', async () => {
  const asOf = '?asOf=2024-09-02';
  const { late, goal, phases } = await read(asOf);
  expect(late).toEqual({
    phase: 'instemming',
    phases: ['instemming', 'orientatie'],
    since: '2024-05-17',
    days: 109,
  });
  expect(goal).toEqual({ on: '2026-01-01', reachedOn: null, late: null });
  expect(phases.map((phase) => phase.late?.since ?? null).slice(0, 3)).toEqual(['2024-05-17', '2024-09-01', null]);
  const { plain, red } = await shown(`/trajecten/${dossier}${asOf}`);
  for (const words of [
    'Instemming met het verzoek is 109 dagen te laat, sinds 17 mei 2024. Ook te laat: nog een fase.',
    'Doel: 1 januari 2026, over 486 dagen.',
    '109 dagen te laat, sinds 17 mei 2024',
    '2 dagen te laat, sinds 1 sep 2024; 30 dagen eerder gepland',
  ])
    expect(plain).toContain(words);
  expect(red).toEqual(['sluis-late', 'sluis-late', 'sluis-late']); // the chip, the line and the table
});

it('and today, also in the list', async () => {
  const { late, goal, phases } = await read();
  const { body } = await (await server.as('reader', abo)).get<{ items: DossierSummaryView[] }>('/dossiers');
  expect(body.items).toMatchObject([{ late, goal }]);
  expect(late?.phases).toEqual(phases.flatMap((phase) => (phase.late ? [phase.id] : [])));
  const days = late?.days ?? 0;
  const list = await shown('/trajecten');
  expect(list.plain).toContain(`${latenessWords.mark(days)}Instemming met het verzoek`);
  expect(list.red).toEqual(['sluis-pace sluis-pace--late']);
  const { plain } = await shown(`/trajecten/${dossier}`);
  expect(plain).toContain(latenessWords.first('Instemming met het verzoek', days));
  expect(plain).toContain('Ook te laat: nog 7 fasen.');
  expect(goal?.late).not.toBeNull();
  expect(plain).toContain(`Doel: 1 januari 2026, ${latenessWords.goalOver(goal?.late?.days ?? 0)}.`);
  const table = plain.slice(plain.indexOf('Toon als tabel'));
  for (const phase of phases)
    expect(table).toContain(latenessWords.cell(phase.late?.since ?? '', phase.late?.days ?? 0));
});
