// Until when bodies have, told alike by the API, the pages, the forms and the tasks; each case that was once told wrongly is
// named here.
import type { GateView } from '../../src/wording/gates/views.js';
import { refusal } from '../support/client.js';
import { council, Track } from '../support/council-track.js';
import { accepted } from '../support/drenthe.js';
import { pagesAt } from '../support/pages.js';
import { TestServer } from '../support/server.js';
import { testWorkflows } from '../support/workflows.js';
import { wordsOf } from '../stand/read-stands.js';

let server: TestServer;
let track: Track;
let cookies: { chair: string; lead: string };
const { look, send } = pagesAt(() => server.url);
const reason = 'Het reces valt in de termijn.';

beforeAll(async () => {
  server = await TestServer.start({ workflows: testWorkflows, change: { clock: '2025-12-01T09:00:00.000Z' } });
  cookies = { chair: await server.cookieOf('chair', council), lead: await server.cookieOf('process-lead', council) };
});
afterAll(() => server.stop());

const page = async (path: string, cookie = cookies.chair) => wordsOf((await look(path, cookie)).text);
const pathOf = (gate: string, form = '') => `/trajecten/${track.id}/momenten/${gate}${form}`;
const gateOn = (day: string): Promise<GateView> => track.gate('zienswijze', `?asOf=${day}`);
const extend = (gate: string, said: object) => track.lead.post<GateView>(track.path(gate, 'extensions'), said);
const untilOf = async (body: string) =>
  (await track.gate('zienswijze')).terms.find((term) => term.body === body)?.dueOn ?? null;

/** The views are asked of three councils, which all received the draft on one day. */
async function asked(on: string, more: object = {}): Promise<void> {
  track = await Track.start(server, 'raadstraject', '2024-01-02');
  await track.pass('ontwerp', 'college', 'agree', '2024-01-05');
  await track.put('zienswijze', '2024-01-08', more);
  for (const body of ['oost/raad', 'west/raad', 'eiland/raad'])
    await accepted(track.lead.post(track.path('zienswijze', 'receipts'), { body, on }));
}

it('8a: the date that was promised to the councils counts, and both are shown', async () => {
  await asked('2025-07-03', { replyBy: '2025-10-01' });
  expect((await gateOn('2025-09-01')).outcome).toBe('open');
  expect(refusal(await track.rule('zienswijze', 'go', '2025-09-01'))).toContain('409 outcome-not-go');
  const { decisions } = await accepted(
    track.decide('zienswijze', 'oost/raad', 'view', '2025-09-25', { tenor: 'positive' }),
  ).then(() => track.gate('zienswijze'));
  expect(decisions[0]?.flags).not.toContain('late');
  const text = await page(pathOf('zienswijze'));
  expect(text).toContain('8 weken na ontvangst, voor elk orgaan apart, en in elk geval t/m 1 oktober 2025');
  expect(text).toMatch(/Raad van West\s+1 okt 2025\s+3 jul 2025\s+28 aug 2025\s+1 okt 2025\s+–/);
  expect((await gateOn('2025-10-02')).outcome).toBe('go');
});

it.each([
  ['a Sunday', '2024-03-31', '2024-05-27', '2024-05-28'],
  ['Easter Monday', '2024-02-05', '2024-04-02', '2024-04-03'],
  ['Ascension Day', '2025-04-03', '2025-06-02', '2025-06-03'],
])('8b: a statutory term that would end on %s runs on', async (_, received, last, over) => {
  await asked(received);
  expect([await untilOf('oost/raad'), (await gateOn(last)).outcome, (await gateOn(over)).outcome]).toEqual([
    last,
    'open',
    'go',
  ]);
});

it('8c: an extension keeps what was decided, and what was late is in time', async () => {
  track = await Track.start(server, 'raadstraject', '2024-01-02');
  await track.put('ontwerp', '2024-04-11', { replyBy: '2024-05-16' });
  const { id } = await accepted(track.decide('ontwerp', 'oost/college', 'agree', '2024-05-28'));
  const isLate = async () =>
    (await track.gate('ontwerp')).decisions.find((one) => one.id === id)?.flags.includes('late');
  expect(await isLate()).toBe(true);
  const sent = await send(pathOf('ontwerp', '/termijn'), cookies.lead, {
    body: '',
    on: '2024-05-10',
    until: '2024-05-30',
    reason,
    grantedBy: 'Overleg van 10 mei 2024',
  });
  expect(sent.status).toBe(303);
  expect([await isLate(), (await track.gate('ontwerp')).dueOn]).toEqual([false, '2024-05-30']);
  const told = await page(pathOf('ontwerp'), cookies.lead);
  expect(told).toContain(
    'de termijn van alle organen is verlengd t/m 30 mei 2024 (gegeven door Overleg van 10 mei 2024)',
  );
  expect(await page(`/trajecten/${track.id}/logboek`)).toContain('De termijn van alle organen bij Ontwerp is verlengd');
});

it('8c: who concludes has until the extended day too, in tasks and turns', async () => {
  track = await Track.start(server, 'raadstraject', '2024-01-02');
  await track.put('ontwerp', '2025-11-01', { replyBy: '2025-11-20' });
  await accepted(extend('ontwerp', { on: '2025-11-15', until: '2025-12-20', reason }));
  await accepted(extend('ontwerp', { body: 'west/college', on: '2025-11-15', until: '2026-01-15', reason }));
  const turns = await track.chair.get<{ items: { dossier: string; what: string; until: string | null }[] }>(
    '/me/turns?limit=100',
  );
  const own = turns.body.items.filter(({ dossier }) => dossier === track.id).map(({ what, until }) => [what, until]);
  expect(own).toEqual([['rule', '2025-12-20']]);
  const text = await page(`/trajecten/${track.id}`);
  expect(text).toContain('19 dagen, t/m 20 december 2025');
  expect(text).toMatch(/Nog geen besluit\s+t\/m 15 januari 2026/);
});

it('9: a council that said when it will decide is named at a possible go, and the form says what to write', async () => {
  await asked('2025-07-03');
  await accepted(track.decide('zienswijze', 'west/raad', 'deferred', '2025-07-10', { nextDate: '2025-12-11' }));
  expect((await track.gate('zienswijze')).sentence).toContain(' Dat is zonder West (besluit op 11 december 2025).');
  const form = await look(pathOf('zienswijze', '/conclusie'), cookies.chair);
  expect(wordsOf(form.text)).toContain('Schrijf bij "Reden" waarom niet op de raad van West wordt gewacht.');
  expect(form.text).not.toMatch(/<input[^>]*value="go"[^>]*disabled/);
  expect(refusal(await track.rule('zienswijze', 'go', '2025-11-20'))).toBe('400 /reason reason-required');
  await accepted(track.rule('zienswijze', 'go', '2025-11-20', { reason: 'De besluitvorming kan niet wachten.' }));
});

it('an extension that was wrongly recorded is named by its line as a number or as text, and put right', async () => {
  await asked('2025-07-03');
  const said = { body: 'west/raad', on: '2025-08-01', until: '2025-10-30', reason };
  const { recorded } = (await accepted(extend('zienswijze', said))) as unknown as { recorded: { sequence: number } };
  await accepted(extend('zienswijze', { corrects: String(recorded.sequence), until: '2025-10-13', reason }));
  expect(await untilOf('west/raad')).toBe('2025-10-13');
  expect(refusal(await extend('zienswijze', { corrects: recorded.sequence, never: true, reason }))).toContain(
    '409 not-the-latest',
  );
  await accepted(extend('zienswijze', { corrects: recorded.sequence + 1, never: true, reason }));
  expect(await untilOf('west/raad')).toBe('2025-08-28');
});
