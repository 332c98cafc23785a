// The forms of a dossier that starts, and of what a phase keeps: meetings, facts from outside, its planning; filled in and
// sent as a browser would.
import { pagesAt } from '../support/pages.js';
import { numberIn } from '../../src/web/pages/dossier/numbers.js';
import { council, Track } from '../support/council-track.js';
import { accepted } from '../support/drenthe.js';
import { abo, TestServer } from '../support/server.js';
import { testWorkflows } from '../support/workflows.js';

let server: TestServer;
let track: Track;
const { look, send } = pagesAt(() => server.url);

beforeAll(async () => {
  server = await TestServer.start({ workflows: testWorkflows });
});
beforeEach(async () => {
  track = await Track.start(server);
});
afterAll(() => server.stop());

describe('the forms of a phase', () => {
  const overleg = 'overlegregio/overleg';

  it('record a meeting, a fact and a move of the plan, and the page of the dossier shows them', async () => {
    const lead = await server.as('process-lead', overleg);
    const start = { workflow: 'overlegregio', title: 'Overleg', startedOn: '2024-01-10' };
    const { id } = await accepted(lead.post<{ id: string }>('/dossiers', start));
    const monitoring = `/dossiers/${id}/phases/monitoring`;
    await accepted(lead.post(`${monitoring}/starts`, { on: '2024-01-31' }));
    const cookie = await server.cookieOf('process-lead', overleg);
    const page = `/trajecten/${id}`;
    const form = await look(`${page}/fasen/monitoring/overleg`, cookie);
    expect(form.text).toContain('31 maart 2024: gemist, niets vastgelegd');
    const meet = (fields: Record<string, string>) => send(`${page}/fasen/monitoring/overleg`, cookie, fields);
    const held = { expectedOn: '2024-03-31', what: 'held', heldOn: '2-4-2024', movedTo: '', cancelled: 'ja' };
    const values = { 'values/wachttijd': '12,5', 'values/tevredenheid': '' };
    expect((await meet({ ...held, ...values })).status).toBe(303);
    const second = { expectedOn: '2024-05-31', what: 'held', heldOn: '31-5-2024', 'values/wachttijd': '11' };
    expect((await meet(second)).status).toBe(303);
    const moved = { expectedOn: '2024-07-31', what: 'moved', movedTo: '2024-08-07', cancelled: 'ja' };
    expect((await meet(moved)).status).toBe(400); // without a reason
    expect((await meet({ ...moved, reason: 'Vakantie.' })).status).toBe(303);
    const off = { expectedOn: '2024-09-30', what: 'cancelled', cancelled: 'ja', reason: 'Geen agenda.' };
    expect((await meet(off)).status).toBe(303);
    expect((await meet({ expectedOn: '2024-11-30' })).status).toBe(400);
    const fact = { fact: 'wet', on: '1-7-2024', source: 'Stb. 2024, 1' };
    expect((await send(`${page}/feit`, cookie, fact)).status).toBe(303);
    const plan = { on: '1-5-2024', from: '', until: '31-12-2025', reason: 'De wet is later.' };
    expect((await send(`${page}/fasen/evaluatie/planning`, cookie, plan)).status).toBe(303);

    const { text } = await look(page, cookie);
    for (const words of [
      ...['Gehouden op 2 april 2024', 'Gemist, niets vastgelegd', 'verplaatst naar 7 augustus 2024', 'Vervallen'],
      ...['Dit overleg is elke 2 maanden', 'Verloop van Wachttijd: van 12,5 naar 11.', 'Gebeurd op 1 juli 2024'],
      ...['eerst 3e kwartaal 2025, gewijzigd op 1 mei 2024: De wet is later.', 'Eerder gepland'],
    ])
      expect(text).toContain(words);
    expect(text).not.toContain('Verloop van Tevredenheid');
    const log = (await look(`${page}/logboek`, cookie)).text;
    for (const words of [
      ...['Het overleg van 31 maart 2024 in de fase Monitoring is gehouden op 2 april 2024.', 'Wachttijd'],
      ...['De planning van de fase Evaluatie is gewijzigd: einde 31 december 2025.', 'Van buiten: De wet treedt'],
    ])
      expect(log).toContain(words);
    const past = (await look(`${page}?asOf=2024-04-01`, cookie)).text;
    expect([past.includes('Overleg vastleggen'), past.includes('Feit vastleggen')]).toEqual([false, false]);
  });

  it('lead back where nothing comes back and nothing is waited for', async () => {
    const lead = await server.cookieOf('process-lead', council);
    const there = await look(`/trajecten/${track.id}/feit`, lead);
    expect([there.status, there.location]).toEqual([303, `/trajecten/${track.id}`]);
    expect((await look(`/trajecten/${track.id}/fasen/ontwerp/overleg`, lead)).location).toBe(`/trajecten/${track.id}`);
  });
});

describe('papers and publications', () => {
  const overleg = 'testregio/overleg';

  it('of the round before stand in the form of the next, and each body says where it published', async () => {
    const own = await Track.start(server, 'stukken', '2024-01-02', overleg);
    const lead = await server.cookieOf('process-lead', overleg);
    const at = `/trajecten/${own.id}`;
    const address = 'https://example.org/r';
    await own.put('besluit', '2024-01-04', { documents: [{ title: 'Regeling 1', url: address, paper: 'regeling' }] });
    const laid = { paper: 'regeling', on: '2024-01-05', title: 'Regeling 2', url: address };
    await accepted(own.lead.post(own.path('besluit', 'papers'), laid));
    await accepted(
      own.lead.post(own.path('besluit', 'withdrawn-submissions'), { on: '2024-01-06', reason: 'Nog niet.' }),
    );
    const form = (await look(`${at}/momenten/besluit/voorleggen`, lead)).text;
    for (const part of ['value="Regeling 2"', `value="${address}"`, '<option value="regeling" selected=""'])
      expect(form).toContain(part);
    expect(form).not.toContain('Regeling 1"');
    const publish = `${at}/fasen/bekendmaking/bekendmaking`;
    const said = { where: 'gemeenteblad', on: '5-1-2024', number: 'gmb-2024-1', url: 'javascript:alert(1)' };
    const refused = await send(publish, lead, said);
    expect(refused.status).toBe(400);
    expect(refused.text).toContain('Link naar de bekendmaking is geen link; begin met https://.');
    expect((await send(publish, lead, { ...said, url: '' })).status).toBe(303);
    const again = await send(publish, lead, { ...said, url: '' });
    expect([again.status, again.text.includes('Dit staat al in het logboek, op regel')]).toEqual([409, true]);
    for (const page of [at, `${at}/besluiten`]) expect((await look(page, lead)).text).toContain('gmb-2024-1');
  });
});

describe('a number that is reported', () => {
  it('is drawn when every reader takes it for the same', () => {
    expect(['12', '12,5', '12.5', '-3', '1200', '0,125'].map(numberIn)).toEqual([12, 12.5, 12.5, -3, 1200, 0.125]);
    expect(['1.200', '1.200,5', 'twaalf', '12 weken', '', '1e3', '∞'].map(numberIn)).toEqual(Array(7).fill(null));
  });
});

describe('the form that starts a dossier', () => {
  const path = '/trajecten/nieuw';
  const open = { workflow: 'wgr-collegeregeling', title: 'Regeling (proef)', startedOn: '1-3-2024' };
  const named = (...ids: string[]) => Object.fromEntries(ids.map((one) => [`parties/${one}`, 'ja']));
  let lead: string;
  beforeAll(async () => {
    lead = await server.cookieOf('process-lead', abo);
  });

  it('offers the municipalities of the own region first, the others by province, and those that merged with the day', async () => {
    const { text } = await look(`${path}?workflow=wgr-collegeregeling`, lead);
    const [own = '', ...provinces] = text.slice(text.indexOf('Welke gemeenten')).split('<summary>');
    expect(own.match(/type="checkbox"/g)).toHaveLength(12);
    expect(provinces.map((one) => one.split(' (')[0])).toEqual([
      ...['Groningen', 'Fryslân', 'Overijssel', 'Flevoland', 'Gelderland', 'Utrecht'],
      ...['Noord-Holland', 'Zuid-Holland', 'Zeeland', 'Noord-Brabant', 'Limburg'],
    ]);
    expect(text).toContain('Brielle (tot 1 januari 2023)');
    expect(text).toContain('Voorne aan Zee (vanaf 1 januari 2023)');
    expect(text).not.toContain('Appingedam');
    expect(text).toContain('CBS Gebieden in Nederland 2026 (CC BY 4.0)');
  });

  it('starts it over those that were ticked, and says it in the log', async () => {
    const { status, location } = await send(path, lead, { ...open, ...named('goes', 'assen') });
    expect(status).toBe(303);
    const page = await look(`${location?.split('?')[0]}/logboek`, lead);
    expect(page.text).toContain(
      'Het traject is gestart met Assen en Goes; het ABO Jeugd van Jeugdhulpregio Drenthe concludeert.',
    );
  });

  it('says of which municipality something is wrong, and keeps what was ticked', async () => {
    const { status, text } = await send(path, lead, { ...open, ...named('goes', 'brielle', 'assen') });
    expect(status).toBe(400);
    expect(text).toContain(
      'href="#parties/brielle">Brielle (tot 1 januari 2023) bestond niet op 1 maart 2024; opgevolgd door Voorne aan Zee',
    );
    expect(text.match(/name="parties\/[^>]* checked=""/g)).toHaveLength(3);
    expect(text.match(/<details[^>]* open=""/g)).toHaveLength(2);
    const none = await send(path, lead, open);
    expect(none.text).toContain('href="#parties">Het antwoord op &quot;Welke gemeenten doen mee?&quot; ontbreekt');
  });

  it('leaves out what was ticked for a workflow that names its own', async () => {
    const own = { ...open, workflow: 'drenthe-robuuste-regio', startedOn: '11-4-2024' };
    expect((await send(path, lead, { ...own, ...named('goes') })).status).toBe(303);
  });
});
