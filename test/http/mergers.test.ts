// A herindeling over HTTP: recorded once, by the process lead, from the register; seen, corrected and refused like other facts.
import type { DossierView } from '../../src/domain/views/dossier-view.js';
import type { GateView } from '../../src/wording/gates/views.js';
import { refusal, type Client } from '../support/client.js';
import { council, Track } from '../support/council-track.js';
import { accepted } from '../support/drenthe.js';
import { TestServer } from '../support/server.js';
import { testWorkflows } from '../support/workflows.js';

const from = ['brielle', 'hellevoetsluis', 'westvoorne'];
const into = 'voorne-aan-zee';
const said = { from, into, reason: 'Herindeling van Voorne.', reference: 'Stb. 2022, 1 (verzonnen)' };
let server: TestServer;
let track: Track;

beforeAll(async () => {
  server = await TestServer.start({ workflows: testWorkflows });
});
afterAll(() => server.stop());
beforeEach(async () => {
  track = await Track.start(server, 'wgr-collegeregeling', '2022-10-03', council, [...from, 'nissewaard']);
  await track.put('vrijgave', '2022-10-04');
});

const merge = (more: object = {}, by: Client = track.lead) =>
  by.post(`/dossiers/${track.id}/mergers`, { ...said, ...more });
const read = async (query = '') => (await track.lead.get<DossierView>(`/dossiers/${track.id}${query}`)).body;
const listed = async (who: Client) =>
  (await who.get<{ items: { id: string }[] }>('/dossiers?limit=100')).body.items.map(({ id }) => id);

it('12: a herindeling is recorded once, and shown as of its day', async () => {
  const before = await read('?asOf=2022-12-31');
  const cookie = await server.cookieOf('process-lead', council);
  const page = async (path: string) =>
    (await fetch(`${server.url}/trajecten/${track.id}${path}`, { headers: { cookie } })).text();
  const notice = 'In dit traject is dat nog niet vastgelegd';
  expect(await page('')).toContain(notice);
  const dossier = await accepted(merge());
  expect(dossier).toMatchObject({ mergers: [{ on: '2023-01-01', ...said }] });
  expect({ ...(await read('?asOf=2022-12-31')), version: 0 }).toEqual({ ...before, version: 0 });
  expect((await read('?asOf=2023-01-01')).mergers).toHaveLength(1);
  const gate = await track.gate('vrijgave');
  expect([gate.electorate, gate.tally.silent]).toEqual([['nissewaard/college', `${into}/college`], 2]);
  expect((await track.lead.get(`/dossiers/${track.id}/events`)).text).toContain('"code":"GM1992"');
  expect(await page('/logboek')).toContain('Brielle, Hellevoetsluis en Westvoorne gaan verder als Voorne aan Zee.');
  expect(await page('')).toContain('gaan sinds 1 januari 2023 verder als Voorne aan Zee.');
  expect(await page('')).not.toContain(notice);
});

it('gives who has a role for a body of before that of its successor, and the successor the dossier', async () => {
  const [former, successor, other] = await Promise.all(
    ['brielle', into, 'oostvoorne'].map((one) => server.secretary(one)),
  );
  if (!former || !successor || !other) throw new Error('three were asked');
  expect(await listed(successor)).not.toContain(track.id);
  await accepted(merge());
  for (const who of [former, successor]) {
    expect(await listed(who)).toContain(track.id);
    const { body } = await who.get<{ items: { dossier: string }[] }>('/me/turns');
    expect(body.items).toContainEqual(expect.objectContaining({ dossier: track.id }));
  }
  expect(await listed(other)).not.toContain(track.id);
  const decision = { body: `${into}/college`, decision: 'agree', decidedOn: '2023-01-10' };
  await accepted(former.post(`/dossiers/${track.id}/gates/vrijgave/decisions`, decision));
  expect((await track.gate('vrijgave')).tally).toMatchObject({ for: 1, silent: 1 });
});

it('can be corrected as long as nothing rests on it, and outlives a rebuild', async () => {
  await accepted(merge());
  const gate = await track.gate('vrijgave');
  await server.sluis.rebuild();
  server.sluis.cache.forget(track.id);
  expect(await track.gate('vrijgave')).toEqual(gate);
  const { version } = await read();
  await accepted(
    merge({
      corrects: version,
      reason: 'Te vroeg.',
      never: true,
      from: undefined,
      into: undefined,
      reference: undefined,
    }),
  );
  expect([(await read()).mergers, (await track.gate('vrijgave')).electorate]).toEqual([
    [],
    [...from, 'nissewaard'].map((one) => `${one}/college`),
  ]);
});

it('is not taken back from under what its successor decided', async () => {
  await accepted(merge());
  const { version } = await read();
  const secretary = await server.secretary(into);
  const decision = { body: `${into}/college`, decision: 'agree', decidedOn: '2023-01-10' };
  await accepted(secretary.post(`/dossiers/${track.id}/gates/vrijgave/decisions`, decision));
  const back = await track.lead.post(`/dossiers/${track.id}/mergers`, {
    corrects: version,
    reason: 'Te vroeg.',
    never: true,
  });
  expect(refusal(back)).toBe('409 not-in-this-state');
});

it.each<[string, object, string, RegExp]>([
  ['of who takes no part', { from: ['weesp'] }, '400 /from/0 unknown-body', /doet in dit traject niet mee/],
  [
    'of who goes on',
    { from: [...from, 'nissewaard'] },
    '400 /from/3 not-allowed-here',
    /bestaat volgens het register nog/,
  ],
  ['that is not whole', { from: ['brielle'] }, '400 /from required', /ook hellevoetsluis, westvoorne/],
  [
    'into another',
    { into: 'rotterdam' },
    '400 /from/0 not-allowed-here, /from/1 not-allowed-here, /from/2 not-allowed-here',
    /ging volgens het register op 1 januari 2023/,
  ],
  ['into who takes part', { into: 'nissewaard' }, '400 /into not-allowed-here', /doet al mee/],
  ['of one into itself', { from: ['brielle'], into: 'brielle' }, '400 /into not-allowed-here', /dezelfde gemeente/],
  ['that no register has', { into: 'voorne' }, '400 /into unknown-body', /geen gemeente uit het register/],
])('%s is refused with field, rule and cure', async (_, more, code, sentence) => {
  const answer = await merge(more);
  expect([refusal(answer), answer.body.errors[0]?.detail]).toEqual([code, expect.stringMatching(sentence)]);
  expect((await read()).mergers).toEqual([]);
});

it('twice is refused, and by others than the process lead', async () => {
  await accepted(merge());
  expect(refusal(await merge())).toBe(
    '400 /from/0 not-allowed-here, /from/1 not-allowed-here, /from/2 not-allowed-here',
  );
  expect(refusal(await merge({}, await server.as('chair', council)))).toBe('403 not-your-role');
});

it('of a gate that was put is a change of nobody', async () => {
  await accepted(merge());
  const gate: GateView = await track.gate('vrijgave');
  expect([gate.asSubmitted, gate.electorateChanges.map(({ kind, on }) => [kind, on])]).toEqual([
    null,
    [['merger', '2023-01-01']],
  ]);
});

describe('the form of a successor', () => {
  const decide = async (one: string, decision: string) => {
    const said = { body: `${one}/college`, decision, decidedOn: '2022-11-01', reason: 'Zo besloten.' };
    await accepted((await server.secretary(one)).post(`/dossiers/${track.id}/gates/vrijgave/decisions`, said));
  };
  const form = async () => {
    const cookie = await server.cookieOf('secretary', `${into}/college`);
    return (
      await fetch(`${server.url}/trajecten/${track.id}/momenten/vrijgave/besluit`, { headers: { cookie } })
    ).text();
  };
  const chosen = (text: string) =>
    [...text.matchAll(/<input[^>]*name="decision"[^>]*>/g)].filter(([box]) => box.includes('checked')).length;

  it('begins with what its predecessors decided, where all answered alike', async () => {
    for (const one of from) await decide(one, 'agree');
    await accepted(merge());
    const text = await form();
    expect(text).toContain('De voorgangers besloten alle: akkoord.');
    expect(chosen(text)).toBe(1);
  });

  it('says why it begins with nothing, where they did not', async () => {
    await decide('brielle', 'agree');
    await decide('westvoorne', 'disagree');
    await accepted(merge());
    const text = await form();
    expect(text).toContain(
      'De voorgangers besloten niet hetzelfde (College van Brielle: akkoord; College van Hellevoetsluis: geen besluit; College van Westvoorne: niet akkoord)',
    );
    expect(chosen(text)).toBe(0);
  });
});
