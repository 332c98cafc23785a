// What a page says was just recorded: it was, by the very person who reads it. An address cannot make it say anything else.
import type { DecisionView } from '../../src/domain/views/decision-view.js';
import { council, Track } from '../support/council-track.js';
import { accepted } from '../support/drenthe.js';
import { hiddenIn, pagesAt, textOf } from '../support/pages.js';
import { TestServer } from '../support/server.js';
import { testWorkflows } from '../support/workflows.js';

let server: TestServer;
const { look, send } = pagesAt(() => server.url);
let track: Track;
let base: string;
let west: string;
let decided: DecisionView;

beforeAll(async () => {
  server = await TestServer.start({ workflows: testWorkflows });
  track = await Track.start(server);
  base = `/trajecten/${track.id}`;
  await track.put('ontwerp', '2024-01-02');
  decided = await accepted(track.decide('ontwerp', 'oost/college', 'agree', '2024-01-03'));
  west = await server.cookieOf('secretary', 'west/college');
});
afterAll(() => server.stop());

const said = /(is|zijn) vastgelegd\.|Vastgelegd[: ]|is gestopt|is afgerond\./;
const pages = (): string[] => [
  '',
  '/mandaten',
  '/momenten/ontwerp',
  `/momenten/ontwerp/besluiten/${decided.id}`,
  '/mandaat',
];

it('is nothing that somebody else recorded, nobody did, or an address made up', async () => {
  const asked = ['stop-dossier', 'ja', '0', '-1', '1e3', '99999', '__proto__', `${decided.recorded.sequence}`, '1'];
  for (const page of pages())
    for (const what of asked) {
      const { status, text } = await look(`${base}${page}?vastgelegd=${what}`, west);
      expect([page, what, status, text.includes('role="alert"')]).toEqual([page, what, 200, false]);
    }
});

it('is what this person did, and stays so when the page is read again', async () => {
  const form = `${base}/mandaat`;
  const { text } = await look(form, west);
  const fields = { holder: 'De portefeuillehouder', from: '01-01-2024', source: 'Mandaatbesluit 2024' };
  const { location } = await send(form, west, { ...hiddenIn(text), body: 'west/college', ...fields });
  expect(location).toMatch(/\/mandaten\?vastgelegd=\d+$/);
  for (const _ of [1, 2])
    expect(textOf((await look(location ?? '', west)).text)).toContain('Het mandaat is vastgelegd.');
  const other = await server.cookieOf('process-lead', council);
  expect(textOf((await look(location ?? '', other)).text)).not.toMatch(said);
});

it('is told on the receipt, with what comes next', async () => {
  const form = `${base}/momenten/ontwerp/besluit`;
  const { text } = await look(form, west);
  const { location } = await send(form, west, { ...hiddenIn(text), decision: 'agree', decidedOn: '03-01-2024' });
  const receipt = textOf((await look(location ?? '', west)).text);
  expect(receipt).toContain('Het besluit is vastgelegd');
  expect(receipt).toContain('Wat gebeurt er nu');
});
