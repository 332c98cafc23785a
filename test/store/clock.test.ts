// A machine whose clock was years ahead and was then set right: what it recorded meanwhile is there to be read, nothing is
// recorded until somebody confirms the clock, and then what was written "in 2036" is put on its right day.
import { clockConfirm } from '../../src/cli/clock.js';
import type { RulingView } from '../../src/domain/views/decision-view.js';
import type { DossierView } from '../../src/domain/views/dossier-view.js';
import { dayOf } from '../../src/domain/calendar.js';
import { refusal, type Answer, type Problem } from '../support/client.js';
import { accepted, agree, dossierOf, gateOf, municipalities, rule } from '../support/drenthe.js';
import { startTelling } from '../support/older.js';
import { ownPage, pagesAt } from '../support/pages.js';
import { abo, TestServer } from '../support/server.js';
import { Track } from '../support/track.js';

const then = '2036-01-15';
const today = dayOf(new Date().toISOString());
const reason = 'De klok van de server liep voor.';
const start = { workflow: 'drenthe-robuuste-regio', version: 1, title: 'In 2036', startedOn: then };
const started = { 'idempotency-key': 'start-in-2036' };

let server: TestServer;
let track: Track;
let ruling: RulingView;
let log: string[];

const { look, send } = pagesAt(() => server.url);
const ready = async (): Promise<unknown> => (await fetch(`${server.url}/health/ready`)).json();
const gate = 'gates/instemming';

/** What that machine recorded while its clock stood in 2036, and a server that starts after it was set right. */
beforeAll(async () => {
  server = await TestServer.start({ change: { clock: `${then}T09:00:00.000Z` } });
  track = await Track.on(server);
  track.id = (await accepted(track.lead.post<DossierView>('/dossiers', start, started))).id;
  await accepted(track.post('phases/instemming/starts', { on: then }));
  await accepted(track.post(`${gate}/submissions`, { on: then, replyBy: '2036-03-01' }));
  await agree(server, track.id, municipalities, 'instemming', then);
  ruling = await accepted(rule(server, track.id, { ruledOn: then }));
  const { id, server: former } = track;
  await server.stop({ keep: true });
  [server, log] = await startTelling(() => TestServer.start({ folder: former.folder }));
  for (const [name, token] of former.tokens) server.tokens.set(name, token);
  track = await Track.on(server);
  track.id = id;
});
afterAll(() => server.stop());

describe('behind the newest record', () => {
  it('the server says so once, with what to do, and is ready', async () => {
    const [, more] = await startTelling(() => server.watch.look());
    expect(more).toEqual([]);
    const told = log.filter((line) => line.includes('De klok van deze machine'));
    expect(told).toEqual([expect.stringMatching(/2036-01-15T09.*npx sluis clock confirm/)]);
    expect(await ready()).toMatchObject({ status: 'ok', clock: 'behind' });
  });

  it.each(['', '/events', '/gates/instemming', '/log-of-pages'])('reading %s is not in its way', async (path) => {
    if (path !== '/log-of-pages') {
      const { status, text } = await track.lead.get(`/dossiers/${track.id}${path}`);
      expect([status, text]).toEqual([200, expect.stringContaining(then)]);
      return;
    }
    const cookie = await server.cookieOf('chair', abo);
    for (const page of [
      '/trajecten',
      ...['', '/logboek', '/momenten/instemming'].map((one) => `/trajecten/${track.id}${one}`),
    ])
      expect([page, (await look(page, cookie)).status]).toEqual([page, 200]);
    const lines = (await look(`/trajecten/${track.id}/logboek`, cookie)).text;
    expect(lines).toContain('de klok van de server liep toen voor');
    expect(lines).not.toContain(`asOf=${then}`); // that day cannot be looked at yet
  });

  const writes: [string, () => Promise<Answer<Problem>>][] = [
    ['a start', () => track.lead.post('/dossiers', { ...start, startedOn: today })],
    ['a fact', () => track.post('phases/orientatie/starts', { on: today })],
    ['a fact that is wrong as written', () => track.post('phases/orientatie/starts', { on: 'ooit' })],
    ['a decision', async () => track.post(`${gate}/decisions`, {}, await server.secretary('assen'))],
    ['a correction', () => track.post('phases/instemming/starts', { corrects: 2, on: today, reason })],
    ['that a difference was seen', () => track.post(`${gate}/told-otherwise/acknowledgements`, {}, track.chair)],
    [
      'a person',
      async () =>
        (await server.as('administrator', null)).post('/people', { name: 'Nieuw', email: 'nieuw@test.example' }),
    ],
  ];

  it.each(writes)('%s is refused, whatever it says', async (_, write) => {
    expect(refusal(await write())).toBe('503 clock-not-trusted');
  });

  it('who may not is told that, and who has it recorded already gets the same answer', async () => {
    const clerk = await server.clerk('assen');
    expect(refusal(await track.post('phases/orientatie/starts', { on: today }, clerk))).toBe('403 not-your-role');
    const again = await track.lead.post<DossierView>('/dossiers', start, started);
    expect([again.status, again.body.id]).toEqual([201, track.id]);
  });

  it('a form keeps what was typed, and says that reading goes on', async () => {
    const cookie = await server.cookieOf('process-lead', abo);
    const path = `/trajecten/${track.id}/fasen/orientatie/starten`;
    const answer = await send(path, cookie, { on: '28-11-2026' }, ownPage);
    expect([answer.status, answer.text]).toEqual([503, expect.stringContaining('lezen kan gewoon')]);
    expect(answer.text).toContain('28-11-2026');
  });
});

describe('confirmed', () => {
  beforeAll(async () => {
    const environment = {
      DATA_DIR: server.folder,
      BASE_URL: 'http://localhost',
      SESSION_SECRET: 'a secret for tests alone, long enough',
    };
    Object.assign(process.env, environment);
    const { log: print } = console;
    const lines: string[] = [];
    console.log = (line: string) => lines.push(line);
    await clockConfirm().finally(() => (console.log = print));
    for (const name of Object.keys(environment)) Reflect.deleteProperty(process.env, name);
    expect(lines.join('')).toMatch(/bevestigd door .*@.*2036-01-15T09/s);
    const [, more] = await startTelling(() => server.watch.look());
    expect(more).toEqual([
      expect.stringMatching(/De klok is op .* bevestigd door .*@/),
      expect.stringContaining('De klok van deze machine klopt weer'),
    ]);
  });

  it('from the command line beside the server, it records again without a restart, and after one', async () => {
    expect(await ready()).toMatchObject({ clock: 'trusted' });
    const { id } = await accepted(track.lead.post<DossierView>('/dossiers', { ...start, startedOn: today }));
    expect(await dossierOf(server, id)).toMatchObject({ startedOn: today });
  });

  it('the dossier of finding 9 can be mended: start, phase, submission, decisions, conclusion; and it goes on', async () => {
    expect(refusal(await track.post('phases/orientatie/starts', { on: today }))).toBe('400 /on date-too-early');
    await accepted(track.lead.post('/dossiers', { corrects: track.id, startedOn: today, reason }));
    await accepted(track.post('phases/instemming/starts', { corrects: 2, on: today, reason }));
    await accepted(track.post(`${gate}/submissions`, { corrects: 3, on: today, reason }));
    const { decisions } = await gateOf(server, track.id);
    expect(decisions).toHaveLength(12);
    for (const { id, body } of decisions) {
      const said = { corrects: id, body, decidedOn: today, reason };
      await accepted(track.post(`${gate}/decisions`, said, await server.secretary(body.split('/')[0] ?? '')));
    }
    const early = { corrects: ruling.id, ruledOn: '2030-01-15', reason };
    expect(refusal(await track.post(`${gate}/rulings`, early, track.chair))).toBe('400 /ruledOn date-in-future');
    await accepted(track.post(`${gate}/rulings`, { ...early, ruledOn: today }, track.chair));
    const mended = await gateOf(server, track.id);
    expect(mended).toMatchObject({ status: 'passed', submittedOn: today, tally: { for: 12 } });
    expect(mended.rulings.map(({ ruling: said, ruledOn, flags }) => [said, ruledOn, flags])).toEqual([
      ['go', today, []],
    ]);
    expect(await gateOf(server, track.id, 'instemming', `?asOf=${today}`)).toMatchObject({ status: 'passed' });
    await accepted(track.post('phases/orientatie/starts', { on: today }));
    const { body } = await track.lead.get<{ items: { recordedAt: string }[] }>(track.at('events?limit=1000'));
    expect(body.items.at(-1)?.recordedAt.slice(0, 10)).toBe(then); // the record never runs backwards
  });

  it('is heard of at the next start, too', async () => {
    const { folder } = server;
    await server.stop({ keep: true });
    const [again, more] = await startTelling(() => TestServer.start({ folder }));
    server = again;
    expect(more).toEqual([]);
    expect(await ready()).toMatchObject({ clock: 'trusted' });
  });
});

it('the demonstration has a clock of its own, which is never behind its newest record', async () => {
  const { folder } = server;
  await server.stop({ keep: true });
  const change = { mode: 'demonstration', clock: '2024-04-29T09:00:00.000Z' } as const;
  const [again, more] = await startTelling(() => TestServer.start({ folder, change }));
  server = again;
  expect(more).toEqual([expect.stringMatching(/De klok van de demonstratie loopt door vanaf 2036-01-15T09/)]);
  expect([server.sluis.clock.today(), await ready()]).toEqual([then, expect.objectContaining({ clock: 'trusted' })]);
  await accepted((await server.lead()).post('/dossiers', { ...start, startedOn: then }));
});
