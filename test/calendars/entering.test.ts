// Entering a calendar: who may, what is kept, what the forecast makes of it, and what is refused.
import { daysAfter } from '../../src/domain/calendar.js';
import type { Forecast } from '../../src/domain/forecast/forecast.js';
import { hiddenIn, pagesAt, textOf } from '../support/pages.js';
import { accepted, decide, startDrenthe, withOpenGate } from '../support/drenthe.js';
import { abo, TestServer } from '../support/server.js';
import { longDay } from '../../src/wording/language/dates.js';

let server: TestServer;
let dossier: string;
const { look, send } = pagesAt(() => server.url);
const assen = '/kalenders/assen/college';
const fields = {
  from: '2024-01-01',
  until: '2026-12-31',
  rhythm: 'weekly',
  weekday: '2',
  papersDays: '5',
  source: 'vergaderschema van het college',
};

beforeAll(async () => {
  server = await TestServer.start();
  dossier = await startDrenthe(server);
});
afterAll(() => server.stop());

const stored = () =>
  server.sluis.reader.rows<{ version: number; entered_by: string | null }>(
    'SELECT version, entered_by FROM calendar WHERE whose = ? ORDER BY version',
    ['assen/college'],
  );
const cookieOf: TestServer['cookieOf'] = (role, body) => server.cookieOf(role, body);
const enter = async (cookie: string, path: string, sent: Record<string, string>) => {
  const { gelezen = '0' } = hiddenIn((await look(path, cookie)).text);
  return send(path, cookie, { gelezen, ...sent });
};

it('is for a secretary of the own body, for who leads of the whole region, and for nobody else', async () => {
  const secretary = await cookieOf('secretary', 'assen/college');
  expect((await look('/kalenders', secretary)).text).toContain(assen);
  for (const [role, body, path, status] of [
    ['secretary', 'assen/college', assen, 200],
    ['secretary', 'emmen/college', assen, 404],
    ['secretary', 'assen/college', '/kalenders/jeugdhulpregio-drenthe', 404],
    ['process-lead', abo, assen, 200],
    ['process-lead', abo, '/kalenders/jeugdhulpregio-drenthe', 200],
    ['process-lead', abo, '/kalenders/elders/college', 404],
    ['reader', abo, assen, 404],
    ['chair', abo, assen, 404],
  ] as const) {
    const cookie = await cookieOf(role, body);
    expect([role, path, (await look(path, cookie)).status]).toEqual([role, path, status]);
    if (status === 404) expect([role, path, (await send(path, cookie, fields)).status]).toEqual([role, path, 404]);
  }
  expect(await stored()).toEqual([]);
});

it('is kept with who entered it, each version, and refused when somebody else was before', async () => {
  const secretary = await cookieOf('secretary', 'assen/college');
  expect(await enter(secretary, assen, fields)).toMatchObject({ status: 303, location: `${assen}?bewaard=ja` });
  const page = textOf((await look(`${assen}?bewaard=ja`, secretary)).text);
  expect(page).toContain('De kalender is bewaard');
  expect(page).toContain('Ingevuld op');
  const late = await send(assen, secretary, { ...fields, gelezen: '0', source: 'iets anders' });
  expect([late.status, textOf(late.text)]).toEqual([409, expect.stringContaining('Iemand anders heeft deze kalender')]);
  expect(late.text).toContain('iets anders');
  expect((await enter(secretary, assen, { ...fields, source: 'nieuw schema' })).status).toBe(303);
  const [first, second, ...more] = await stored();
  expect([first?.version, second?.version, more]).toEqual([1, 2, []]);
  expect(first?.entered_by).not.toBeNull();
});

it('says at its field what is wrong, keeps what was filled in, and keeps nothing else', async () => {
  const lead = await cookieOf('process-lead', abo);
  const wrong = await enter(lead, '/kalenders/emmen/raad', {
    ...fields,
    rhythm: 'listed',
    ics: 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;TZID=Mijn/Zone:20250102T190000\r\nEND:VEVENT\r\nEND:VCALENDAR',
    recess: 'zomer',
    source: '<b>bron</b>',
  });
  expect(wrong.status).toBe(400);
  expect(textOf(wrong.text)).toContain('zone die Sluis niet kent: Mijn/Zone');
  expect(textOf(wrong.text)).toContain('“zomer” is niet te lezen');
  expect(wrong.text).toContain('&lt;b&gt;bron&lt;/b&gt;');
  expect(wrong.text).not.toContain('<b>bron');
  expect((await look('/kalenders/emmen/raad', lead)).text).toContain('geen kalender bekend');
});

it('tells of a meeting that lies in a recess that it counts', async () => {
  const lead = await cookieOf('process-lead', abo);
  const sent = {
    ...fields,
    until: '2099-12-31',
    from: '2095-01-01',
    rhythm: 'listed',
    extra: '2095-07-13',
    recess: 'zomer: 1-7-2095 t/m 31-8-2095',
  };
  expect((await enter(lead, '/kalenders/meppel/raad', sent)).status).toBe(303);
  expect(textOf((await look('/kalenders/meppel/raad', lead)).text)).toContain('gaat door omdat u de dag zelf invulde');
});

it('says in a dossier what its forecast lacks, and gives none of a day', async () => {
  const reader = await cookieOf('reader', abo);
  for (const path of [`/trajecten/${dossier}`, `/trajecten/${dossier}/vooruitblik`]) {
    const text = textOf((await look(path, reader)).text);
    expect(text).toContain('Wanneer dit klaar kan zijn, is niet te zeggen');
    expect(text).toContain('Geen kalender bekend van 23 bestuursorganen');
    expect(text).not.toContain('Op zijn vroegst is alles klaar');
  }
});

it('takes no preparation at all: papers are then due on the day of the meeting', async () => {
  const lead = await cookieOf('process-lead', abo);
  const sent = { ...fields, from: server.sluis.clock.today(), until: daysAfter(server.sluis.clock.today(), 400) };
  const college = '/kalenders/coevorden/college';
  expect((await enter(lead, college, { ...sent, papersDays: '', 'lead-initialling': '0' })).status).toBe(303);
  expect((await enter(lead, '/kalenders/jeugdhulpregio-drenthe', { recess: '', source: 'proef' })).status).toBe(303);
  expect((await look(college, lead)).text).toMatch(/name="papersDays"[^>]*value="0"/);
  const { body } = await (await server.lead()).get<{ forecast: Forecast }>(`/dossiers/${dossier}/forecast`);
  const first = body.forecast.phases.flatMap(({ bodies }) => bodies.filter((one) => one.body === 'coevorden/college'));
  expect(first[0]?.first?.papersOn).toBe(first[0]?.first?.on);
  expect(first[0]?.first?.on).toMatch(/^\d/);
});

it('fetches a calendar from an address of the internet alone, and says what is wrong with it at the address', async () => {
  const secretary = await cookieOf('secretary', 'assen/college');
  const before = await stored();
  for (const [icsAddress, said] of [
    ['vergaderingen', 'Dit is geen adres'],
    ['ftp://kalender.example/raad.ics', 'Dit is geen adres'],
    ['https://naam:woord@kalender.example/raad.ics', 'Dit is geen adres'],
    [`${server.url}/kalender.ics`, 'Dit adres is niet van het openbare internet'],
    ['webcal://169.254.169.254/latest', 'Dit adres is niet van het openbare internet'],
    ['http://localhost:1/', 'Dit adres is niet van het openbare internet'],
  ] as const) {
    const { status, text } = await enter(secretary, assen, { ...fields, icsAddress });
    expect([icsAddress, status, textOf(text)]).toEqual([icsAddress, 400, expect.stringContaining(said)]);
    expect(text).toContain(icsAddress);
  }
  expect(await stored()).toEqual(before);
});

it('says at a gate which bodies an election has renewed since it was put to them', async () => {
  const lead = await cookieOf('process-lead', abo);
  const id = await withOpenGate(server);
  const gate = `/trajecten/${id}/momenten/instemming`;
  const said = async () => textOf((await look(gate, lead)).text);
  expect(await said()).not.toContain('Nieuw bestuur sinds');
  const election = { electionOn: '2024-04-15', electionRecessFrom: '2024-04-01', electionInstalledOn: '2024-04-18' };
  const elected = { recess: '', source: 'verzonnen voor de proef', ...election, electionFormedOn: '2024-04-22' };
  expect((await enter(lead, '/kalenders/jeugdhulpregio-drenthe', elected)).status).toBe(303);
  expect(await said()).toMatch(/Nieuw bestuur sinds 22 april 2024: .*College van Assen/);
  await accepted(decide(server, id, 'assen', { decidedOn: '2024-04-23' }));
  expect(await said()).not.toMatch(/Nieuw bestuur sinds 22 april 2024: .*College van Assen/);
});

it('names to who gives roles and to who leads which roles of the elected are from before, and ends none', async () => {
  const [lead, admin] = [await cookieOf('process-lead', abo), await cookieOf('administrator', null)];
  const ago = (n: number) => daysAfter(server.sluis.clock.today(), -n);
  const election = { electionOn: ago(40), electionRecessFrom: ago(60), electionInstalledOn: ago(30) };
  const elected = { recess: '', source: 'verzonnen voor de proef', ...election, electionFormedOn: ago(10) };
  expect((await enter(lead, '/kalenders/jeugdhulpregio-drenthe', elected)).status).toBe(303);
  const before = await server.addPerson({ role: 'portfolio-holder', body: 'emmen/college', from: ago(400) });
  const after = await server.addPerson({ role: 'portfolio-holder', body: 'emmen/college', from: ago(10) });
  const page = async () => (await look('/mensen/verkiezingen', admin)).text;
  const text = await page();
  expect(textOf(text)).toContain(`raadsverkiezingen ${longDay(ago(40))}`);
  expect([text.includes(before.id), text.includes(after.id)]).toEqual([true, false]);
  const [end = ''] = new RegExp(`/mensen/${before.id}/einde/[^"]+`).exec(text) ?? [];
  expect((await look(end, admin)).status).toBe(200);
  expect((await look('/mensen', admin)).text).toContain('href="/mensen/verkiezingen"');
  expect((await look('/mensen/verkiezingen', lead)).status).toBe(403);
  const told = 'Controleer wie portefeuillehouder of voorzitter is van';
  expect(textOf((await look(`/trajecten/${dossier}`, lead)).text)).toMatch(new RegExp(`${told}.*college van Emmen`));
  const reader = await cookieOf('reader', abo);
  expect(textOf((await look(`/trajecten/${dossier}`, reader)).text)).not.toContain(told);
});

it('tells programs the same forecast as the page', async () => {
  const lead = await server.lead();
  const { body } = await lead.get<{ forecast: Forecast | null }>(`/dossiers/${dossier}/forecast`);
  const page = textOf((await look(`/trajecten/${dossier}/vooruitblik`, await cookieOf('process-lead', abo))).text);
  expect(body.forecast).toMatchObject({ assumed: false, finishOn: null });
  expect(body.forecast?.lacks).toContain('emmen/college');
  expect(body.forecast?.lacks).not.toContain('assen/college');
  expect(page).toContain('Geen kalender bekend van');
  const chair = await server.chair();
  await accepted(chair.post(`/dossiers/${dossier}/stops`, { on: '2024-04-12', reason: 'Proef.' }));
  expect((await lead.get(`/dossiers/${dossier}/forecast`)).body).toEqual({ forecast: null });
});
