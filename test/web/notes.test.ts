// Notes about who is to act, and how to reach them: for who leads the process and who chairs, beside the record.
import { accepted } from '../support/drenthe.js';
import { council, Track } from '../support/council-track.js';
import { hiddenIn, pagesAt, textOf } from '../support/pages.js';
import { TestServer } from '../support/server.js';
import { testWorkflows } from '../support/workflows.js';

let server: TestServer;
let track: Track;
let lead: string;
const { look, send } = pagesAt(() => server.url);
const west = 'west/college';
const text = 'Portefeuillehouder is met vakantie; belt maandag.';

beforeAll(async () => {
  server = await TestServer.start({ workflows: testWorkflows });
});
afterAll(() => server.stop());
beforeEach(async () => {
  track = await Track.start(server);
  await track.put('ontwerp', '2024-01-04', { replyBy: '2099-02-01' });
  lead = await server.cookieOf('process-lead', council);
});

const gate = () => `/trajecten/${track.id}/momenten/ontwerp`;
const form = (body = west) => `${gate()}/notitie?orgaan=${body}`;
const writes = (cookie: string, tekst: string, gelezen = '') => send(form(), cookie, { tekst, gelezen });
const stored = () =>
  server.sluis.reader.rows<{ text: string }>('SELECT text FROM body_note WHERE dossier = ?', [track.id]);

it('is written, read at the gate and in the dossier, changed and taken away', async () => {
  expect((await look(form(), lead)).text).toContain('kan onder de Woo worden opgevraagd');
  expect(await writes(lead, ` ${text}\r\n`)).toMatchObject({ status: 303, location: `${gate()}#besluiten` });
  for (const page of [`/trajecten/${track.id}`, gate()]) {
    expect(textOf((await look(page, lead)).text)).toMatch(new RegExp(`${text} \\(Persoon \\w+, \\d+ \\w+ \\d{4} om`));
    expect((await look(page, await server.cookieOf('chair', council))).text).toContain(text);
    expect((await look(page, await server.cookieOf('deputy-chair', council))).text).toContain(text);
  }
  const { gelezen } = hiddenIn((await look(form(), lead)).text);
  await writes(lead, 'Belt dinsdag.', gelezen);
  expect(await stored()).toEqual([{ text: 'Belt dinsdag.' }]);
  const again = hiddenIn((await look(form(), lead)).text);
  expect((await send(form(), lead, { ...again, tekst: '', verwijderen: 'ja' })).status).toBe(303);
  expect(await stored()).toEqual([]);
});

it('is seen by nobody else, and is in no event, log or answer', async () => {
  await writes(lead, text);
  for (const [role, body] of [
    ['secretary', west],
    ['reader', council],
    ['chair-secretary', council],
    ['secretary', 'oost/college'],
  ] as const) {
    const cookie = await server.cookieOf(role, body);
    for (const page of [`/trajecten/${track.id}`, gate()])
      expect([role, (await look(page, cookie)).text.includes(text)]).toEqual([role, false]);
    expect([role, (await look(form(), cookie)).status]).toEqual([role, 403]);
    expect([role, (await writes(cookie, 'Anders.')).status]).toEqual([role, 403]);
  }
  for (const page of [`/trajecten/${track.id}/logboek`, `${gate()}?asOf=2024-01-05`])
    expect((await look(page, lead)).text).not.toContain(text);
  for (const path of ['', '/events', '/gates/ontwerp'])
    expect(JSON.stringify((await track.lead.get(`/dossiers/${track.id}${path}`)).body)).not.toContain(text);
  expect(await stored()).toEqual([{ text }]);
});

it('refuses what is empty or too long with its cure, and keeps what was typed', async () => {
  const empty = await writes(lead, '   ');
  expect([empty.status, textOf(empty.text)]).toEqual([400, expect.stringContaining('Vul de notitie in, of kies')]);
  const long = await writes(lead, 'x'.repeat(501));
  expect([long.status, textOf(long.text)]).toEqual([
    400,
    expect.stringContaining('is 501 tekens lang en mag er 500 hebben'),
  ]);
  expect(long.text).toContain('x'.repeat(501));
  for (const odd of ['weg\u202ener', 'bel\u0007', '\u200b'])
    expect([odd, (await writes(lead, odd)).status]).toEqual([odd, 400]);
  expect(await stored()).toEqual([]);
  expect((await send(form('elders/college'), lead, { tekst: text })).status).toBe(404);
});

it('shows what somebody else wrote meanwhile, and sent twice it is one', async () => {
  await writes(lead, text);
  expect((await writes(lead, text)).status).toBe(303);
  const chair = await server.cookieOf('chair', council);
  const other = await writes(chair, 'Agenda van 8 februari.');
  expect([other.status, textOf(other.text)]).toEqual([
    409,
    expect.stringContaining('schreef intussen een andere notitie'),
  ]);
  expect(other.text).toContain(text);
  expect(other.text).toContain('Agenda van 8 februari.');
  const { gelezen } = hiddenIn(other.text);
  expect((await writes(chair, 'Agenda van 8 februari.', gelezen)).status).toBe(303);
  expect(await stored()).toEqual([{ text: 'Agenda van 8 februari.' }]);
});

it('shows what is typed as text alone', async () => {
  await writes(lead, '<img src=x onerror=alert(1)>');
  expect((await look(gate(), lead)).text).not.toContain('<img');
});

it('goes after half a year, and with who wrote it', async () => {
  const { id } = await server.addPerson({ role: 'process-lead', body: council });
  await writes(await server.signIn(id), text);
  const administrator = await server.person({ role: 'administrator', body: null });
  await accepted(administrator.post(`/people/${id}/erasures`, { reason: 'Verzoek.' }));
  expect(await stored()).toEqual([]);
  await writes(lead, text);
  await server.sluis.tidying.tidy();
  expect(await stored()).toHaveLength(1);
  const old = '2024-01-01T00:00:00.000Z';
  await server.sluis.work.do(({ connection }) => connection.run('UPDATE body_note SET written_at = ?', [old]));
  await server.sluis.tidying.tidy();
  expect(await stored()).toEqual([]);
});

it('says whom to reach: the contact of a body, else who records for it, else who chairs it', async () => {
  const { email } = await server.addPerson({ role: 'secretary', body: west });
  const mailed = async (cookie: string) => (await look(`/trajecten/${track.id}`, cookie)).text;
  const has = (page: string, one: string) => page.includes(`href="mailto:${encodeURIComponent(one)}"`);
  expect(has(await mailed(lead), email)).toBe(true);
  expect(has(await mailed(await server.cookieOf('secretary', 'oost/college')), email)).toBe(false);
  const contact = await server.addPerson({ role: 'contact', body: west });
  const page = await mailed(await server.cookieOf('chair', council));
  expect([has(page, contact.email), has(page, email)]).toEqual([true, false]);
});

it('is not added to what was stopped, where one that is there can still be taken away', async () => {
  await writes(lead, text);
  await accepted(track.chair.post(`/dossiers/${track.id}/stops`, { on: '2024-01-10', reason: 'Verzonnen.' }));
  const { gelezen = '' } = hiddenIn((await look(form(), lead)).text);
  const refused = await writes(lead, 'Belt woensdag.', gelezen);
  expect([refused.status, textOf(refused.text)]).toEqual([409, expect.stringContaining('Het traject is gestopt')]);
  expect(refused.text).toContain('Belt woensdag.');
  expect(await stored()).toEqual([{ text }]);
  expect((await look(gate(), lead)).text).not.toContain(form());
  expect((await send(form(), lead, { gelezen, tekst: '', verwijderen: 'ja' })).status).toBe(303);
  expect(await stored()).toEqual([]);
});
