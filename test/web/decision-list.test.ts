// A list of decisions that is pasted as text: what of it is about an open question fills in the form of a decision; nothing is
// recorded, and what is not certain stays open.
import { withOpenGate } from '../support/drenthe.js';
import { hiddenIn, ownPage, pagesAt, textOf } from '../support/pages.js';
import { abo, TestServer } from '../support/server.js';

let server: TestServer;
let path: string;
const { look, send } = pagesAt(() => server.url);

beforeAll(async () => {
  server = await TestServer.start();
  path = `/trajecten/${await withOpenGate(server)}/besluitenlijst`;
});
afterAll(() => server.stop());

const list = (besluit: string) =>
  [
    'Openbare besluitenlijst van het college van Assen',
    'Vergadering van dinsdag 16 april 2024',
    '',
    '1. Verslag van de vorige vergadering',
    'Besluit: vastgesteld.',
    '2. Instemming met het verzoek robuuste jeugdhulpregio, onderschrijven van de noodzaak en van de uitwerking',
    'Zaaknummer Z-2024-118',
    `Besluit: ${besluit}`,
    '3. Nieuwe stoelen <script>alert(1)</script>',
    'Besluit: akkoord.',
  ].join('\n');

describe('a list of decisions that is pasted', () => {
  it('fills in the form of a decision, which is recorded only there', async () => {
    const secretary = await server.cookieOf('secretary', 'assen/college');
    const { text } = await look(path, secretary);
    const found = await send(path, secretary, { ...hiddenIn(text), sheet: list('Het college gaat akkoord.') });
    expect(found.status).toBe(200);
    expect(textOf(found.text)).toMatch(/Besluit Akkoord Datum 16 april 2024 Kenmerk Z-2024-118/);
    expect(found.text).not.toContain('stoelen <');
    const [, action = ''] = /action="(\/trajecten\/[^"]*\/besluit\?[^"]*)"/.exec(found.text) ?? [];
    const { sheet: _, ...kept } = hiddenIn(found.text.slice(found.text.indexOf(action)));
    const form = await send(action.replaceAll('&amp;', '&'), secretary, { ...kept, wijzigen: 'ja' });
    expect([form.status, /value="agree"[^>]*checked|checked=""[^>]*value="agree"/.test(form.text)]).toEqual([
      200,
      true,
    ]);
    expect(form.text).toContain('value="2024-04-16"');
    expect(textOf((await look(path.replace('/besluitenlijst', '/logboek'), secretary)).text)).not.toContain(
      'Z-2024-118',
    );
  });

  it.each([
    ['akkoord of niet akkoord, zie bijlage', 'Besluit niet zeker; vul dit zelf in'],
    ['niet akkoord', 'Besluit Niet akkoord'],
    ['aangehouden tot de volgende vergadering', 'Besluit Aangehouden'],
    ['het college neemt koffie', 'Besluit niet zeker; vul dit zelf in'],
  ])('says of "%s": %s', async (besluit, words) => {
    const lead = await server.cookieOf('process-lead', abo);
    const found = await send(path, lead, { orgaan: 'emmen/college', sheet: list(besluit) });
    expect(textOf(found.text)).toContain(words);
  });

  it('that is too long for its field says so, and comes back with its beginning and whose it is', async () => {
    const lead = await server.cookieOf('process-lead', abo);
    const form = new FormData();
    form.append('orgaan', 'emmen/college');
    form.append('sheet', Array.from({ length: 2_000 }, (_, i) => `${i}. Het college ${'x'.repeat(60)}`).join('\n'));
    const sent = await fetch(server.url + path, { method: 'POST', body: form, headers: { ...ownPage, cookie: lead } });
    const html = await sent.text();
    expect([sent.status, html]).toEqual([400, expect.stringContaining('Dit is te lang: hoogstens 60.000 tekens.')]);
    expect(html).toContain('12. Het college');
    expect(html).toMatch(/value="emmen\/college" selected/);
  });

  it('asks whose it is, and is for who records decisions', async () => {
    const lead = await server.cookieOf('process-lead', abo);
    const lacking = await send(path, lead, { orgaan: '', sheet: '' });
    expect([lacking.status, lacking.text]).toEqual([
      400,
      expect.stringContaining('Kies van wie deze besluitenlijst is.'),
    ]);
    const nothing = await send(path, lead, { orgaan: 'emmen/college', sheet: 'Iets heel anders.' });
    expect(textOf(nothing.text)).toContain('Hierover is in de lijst niets gevonden.');
    expect((await look(path, await server.cookieOf('reader', abo))).status).toBe(403);
    expect((await look(path, await server.cookieOf('process-lead', 'twente/overleg'))).status).toBe(404);
  });
});
