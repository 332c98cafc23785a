// Until when a council may answer is said alike wherever it is said: in the API, on the gate, among the tasks, in a reminder, in a
// calendar program and in a sheet. The right days are those of the calendar of 2024, not of Sluis.
import ICAL from 'ical.js';
import { StoredMail } from '../../src/store/stored-mail.js';
import { fullDay, longDay, shortDay } from '../../src/wording/language/dates.js';
import { accepted } from '../support/drenthe.js';
import { council, Track } from '../support/council-track.js';
import { pagesAt, textOf } from '../support/pages.js';
import { TestServer } from '../support/server.js';
import { testWorkflows } from '../support/workflows.js';

/** Received, and until when: eight weeks, which end on no Saturday, Sunday or holiday; longer where it was extended. */
const councils = [
  // Ascension Day, the Friday that a decree put on a par, and a weekend
  { body: 'oost/raad', receivedOn: '2024-03-14', until: '2024-05-13' },
  // over the night in which summer time begins
  { body: 'west/raad', receivedOn: '2024-03-30', until: '2024-05-27' },
  // extended to a Sunday, which somebody chose
  { body: 'eiland/raad', receivedOn: '2024-03-20', until: '2024-06-02' },
];

let server: TestServer;
let track: Track;
const { look, send } = pagesAt(() => server.url);
const written = (day: string): string => day.split('-').reverse().join('-');

beforeAll(async () => {
  server = await TestServer.start({ workflows: testWorkflows, change: { clock: '2024-05-01T08:00:00.000Z' } });
  track = await Track.start(server);
  await track.pass('ontwerp', 'college', 'agree', '2024-03-01');
  await track.put('zienswijze', '2024-03-11');
  for (const { body, receivedOn: on } of councils)
    await accepted((await track.recorder(body)).post(track.path('zienswijze', 'receipts'), { body, on }));
  const extension = {
    body: 'eiland/raad',
    on: '2024-04-24',
    until: '2024-06-02',
    reason: 'Verzoek.',
    grantedBy: 'ABO',
  };
  await accepted(track.lead.post(track.path('zienswijze', 'extensions'), extension));
});
afterAll(() => server.stop());

it('in the API and on the page of the gate', async () => {
  const gate = await track.gate('zienswijze');
  const told = gate.terms.map(({ body, dueOn }) => ({ body, until: dueOn }));
  expect(told).toEqual(councils.map(({ body, until }) => ({ body, until })));
  const { text } = await look(
    `/trajecten/${track.id}/momenten/zienswijze`,
    await server.cookieOf('process-lead', council),
  );
  const rows = text.split('<tr').map(textOf);
  for (const { body, until } of councils) {
    const name = `Raad van ${{ 'oost/raad': 'Oost', 'west/raad': 'West', 'eiland/raad': 'Eiland' }[body]}`;
    const said = rows.filter((row) => row.includes(name) && /\d{4}/.test(row)).join('|');
    expect([name, said]).toEqual([name, expect.stringContaining(shortDay(until))]);
  }
});

it('among the tasks of each, on the page and in the API', async () => {
  for (const { body, until } of councils) {
    const clerk = await track.recorder(body);
    const { body: turns } = await clerk.get<{ items: { gate: string; until: string }[] }>('/me/turns');
    expect([body, turns.items.filter(({ gate }) => gate === 'zienswijze').map((one) => one.until)]).toEqual([
      body,
      [until],
    ]);
    const { text } = await look('/taken', await server.cookieOf('clerk', body));
    expect(textOf(text)).toContain(longDay(until));
  }
});

it('in a calendar program, and in a sheet', async () => {
  const cookie = await server.cookieOf('process-lead', council);
  const made = await send('/agenda', cookie, { welke: `dossier ${track.id}` });
  const path = /localhost:3000(\/agenda\/[\w-]{43}\.ics)/.exec(made.text)?.[1] ?? '';
  const text = await (await fetch(server.url + path)).text();
  const events = new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents('vevent');
  for (const { body, until } of councils) {
    const own = events.filter((event) =>
      String(event.getFirstPropertyValue('uid')).includes(`termijn-${body.replace('/', '-')}@`),
    );
    expect([body, own.map((event) => String(event.getFirstPropertyValue('dtstart')))]).toEqual([body, [until]]);
  }
  const sheet = await fetch(`${server.url}/trajecten/${track.id}/export/moment.csv?moment=zienswijze`, {
    headers: { cookie },
  });
  const lines = (await sheet.text()).split('\n');
  for (const { body, until } of councils) {
    const place = body.split('/')[0] ?? '';
    const line = lines.find((one) => one.toLowerCase().includes(place)) ?? '';
    expect([body, line.includes(until) || line.includes(written(until))]).toEqual([body, true]);
  }
});

it('in a reminder', async () => {
  const lead = await server.cookieOf('process-lead', council);
  const on = { aan: 'ja', voor: '45', na: '1', overzicht: 'nee', tekst: 'Beste {naam}, {termijn} {link} {orgaan}' };
  expect((await send('/herinneringen/raadsregio', lead, on)).status).toBe(303);
  await server.sluis.reminding.look();
  const mails = await server.sluis.manager.find(StoredMail, { where: { kind: 'reminder' } });
  for (const { body, until } of councils) {
    const own = mails.filter(({ once }) => once?.includes(` ${body} `));
    expect(own.length).toBeGreaterThan(0);
    for (const { text, subject } of own)
      expect([text, subject]).toEqual([
        expect.stringContaining(`t/m ${fullDay(until)}:`),
        expect.stringContaining(fullDay(until)),
      ]);
  }
});
