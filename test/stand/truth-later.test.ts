// More of what the record once said and counted wrongly: reservations, mistakes, closed decisions, agendas and disputes.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { window } from '../../src/domain/calendar.js';
import { threshold } from '../../src/domain/rules/threshold.js';
import { defineWorkflow, gate, municipality, phase, region } from '../../src/domain/workflow/define.js';
import type { GateView } from '../../src/wording/gates/views.js';
import { refusal } from '../support/client.js';
import { council, Track } from '../support/council-track.js';
import { accepted, agree, college, decide, gateOf, startDrenthe, withOpenGate } from '../support/drenthe.js';
import { pagesAt } from '../support/pages.js';
import { abo, TestServer } from '../support/server.js';
import { testWorkflows } from '../support/workflows.js';
import { shownOf, wordsOf } from './read-stands.js';

const ruledBy = 'de-regio/overleg';
const asked = (title: string) =>
  phase(title, window('2024'), {
    source: 'Verzonnen.',
    gate: gate(title, {
      verb: 'instemmen',
      electorate: 'colleges',
      ruledBy,
      rule: threshold(2, 'colleges'),
      kinds: ['agree', 'agree-subject-to', 'disagree'],
    }),
  });
/** Two gates that lie beside each other, and wait for the same three colleges. */
const besideEachOther = defineWorkflow({
  id: 'naast-elkaar',
  version: 1,
  title: 'Proef',
  source: 'Verzonnen.',
  parties: [
    ...['aa', 'be', 'ce'].map((party) => municipality(party, party.toUpperCase(), 'GM0000')),
    region('de-regio', 'De regio', [{ id: 'overleg', title: 'Overleg' }]),
  ],
  groups: {
    colleges: { noun: { one: 'college', many: 'colleges' }, bodies: ['aa/college', 'be/college', 'ce/college'] },
  },
  phases: { x: asked('Het eerste'), y: asked('Het tweede') },
});

const clock = '2024-06-03T09:00:00.000Z';
const today = '2024-06-03';
let folder: string;
let server: TestServer;
let id: string;
const { look } = pagesAt(() => server.url);
const assen = college('assen');
const emmen = college('emmen');

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sluis-'));
  writeFileSync(join(folder, 'naast-elkaar.v1.ts'), `export default ${JSON.stringify(besideEachOther)}`);
  server = await TestServer.start({ workflows: [...testWorkflows, pathToFileURL(`${folder}/`)], change: { clock } });
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

const standOf = async (body: string, query = '') =>
  (await gateOf(server, id, 'instemming', query)).stands.find((stand) => stand.body === body);
const path = (call: string): string => `/dossiers/${id}/gates/instemming/${call}`;
const post = async (place: string, call: string, said: object) =>
  (await server.secretary(place)).post<{ id: string }>(path(call), said);
const correct = (place: string, corrects: string, said: object) =>
  decide(server, id, place, { decision: undefined, decidedOn: undefined, corrects, reason: 'Vergissing.', ...said });
const evidence = [{ title: 'Krant', url: 'https://example.org/krant' }];
const turnsOf = async (who: Awaited<ReturnType<TestServer['lead']>>) => {
  const { body } = await who.get<{ items: { dossier: string; what: string; body: string | null }[] }>(
    '/me/turns?limit=100',
  );
  return body.items.filter(({ dossier }) => dossier === id);
};

describe('a reservation', () => {
  let track: Track;
  beforeEach(async () => {
    track = await Track.start(server, 'naast-elkaar', '2024-01-02', ruledBy);
    for (const one of ['x', 'y']) await track.put(one, '2024-01-03');
    for (const body of ['aa/college', 'be/college']) await accepted(track.decide('y', body, 'agree', '2024-01-04'));
  });

  it('that counted for nobody does not hold up another gate', async () => {
    const subjectTo = { gate: 'y', body: 'ce/college' };
    await accepted(track.decide('x', 'aa/college', 'agree-subject-to', '2024-01-05', { subjectTo }));
    await accepted(track.decide('y', 'ce/college', 'disagree', '2024-01-06', { reason: 'Te duur.' }));
    expect(await track.stand('x')).toEqual([
      'open',
      { 'aa/college': 'subject-to', 'be/college': 'silent', 'ce/college': 'silent' },
    ]);
    expect(await track.stand('y')).toEqual(['go', {}]);
    const { stands, sentence } = await track.gate('x');
    expect(stands[0]?.word).toBe('akkoord onder voorbehoud (voorlopig); telt niet: het voorbehoud is niet vervuld');
    expect(sentence).toContain(
      'AA (voorbehoud bij Het eerste: niet vervuld door het college van CE bij Het tweede, tenzij AA opnieuw instemt zonder voorbehoud)',
    );
    await accepted(track.rule('y', 'go', '2024-01-07'));
  });

  it('is lifted by a later yes of the same body without one', async () => {
    const subjectTo = { gate: 'y', body: 'ce/college' };
    const made = await accepted(track.decide('x', 'aa/college', 'agree-subject-to', '2024-01-05', { subjectTo }));
    await accepted(track.decide('x', 'be/college', 'agree', '2024-01-05'));
    await accepted(track.decide('x', 'aa/college', 'agree', '2024-01-08', { revises: made.id }));
    expect(await track.stand('x')).toEqual(['go', { 'ce/college': 'silent' }]);
  });
});

describe('at a gate of colleges', () => {
  beforeEach(async () => {
    id = await withOpenGate(server);
  });

  it('what was recorded in the wrong dossier was never decided in it', async () => {
    const { id: decision } = await accepted(decide(server, id, 'assen'));
    const here = id;
    const other = await startDrenthe(server);
    await accepted(correct('assen', decision, { belongsTo: other }));
    expect(id).toBe(here);
    for (const day of ['2024-04-20', '2024-05-31'])
      expect(await standOf(assen, `?asOf=${day}`)).toMatchObject({
        side: 'silent',
        why: 'silent',
        word: 'nog geen besluit',
      });
    const { text } = await look(`/trajecten/${id}/logboek`, await server.cookieOf('process-lead', abo));
    expect(wordsOf(text)).not.toContain('ingetrokken');
  });

  it('a decision that there never was can be said to be none, and brought back', async () => {
    const { id: decision } = await accepted(decide(server, id, 'assen'));
    const none = await accepted(correct('assen', decision, { noDecision: true }));
    expect([none.flags.includes('no-decision'), (await standOf(assen, '?asOf=2024-04-20'))?.why]).toEqual([
      true,
      'silent',
    ]);
    await accepted(correct('assen', none.id, { decision: 'agree' }));
    expect(await standOf(assen, '?asOf=2024-04-20')).toMatchObject({ side: 'for' });
  });

  it('a closed decision makes no figures contradict each other', async () => {
    await agree(server, id, ['aa-en-hunze', 'coevorden']);
    const release = { scope: 'own', ground: 'Gemeentewet art. 86' };
    await accepted(decide(server, id, 'westerveld', { release, decidedOn: '2024-06-01' }));
    const { tally, stands } = await gateOf(server, id);
    expect(tally).toMatchObject({ decided: 2, for: 2, undecided: 1, silent: 9 });
    expect(tally.for + tally.against + tally.abstained + tally.undecided + tally.silent).toBe(12);
    expect(stands.find(({ body }) => body === college('westerveld'))).toMatchObject({
      act: null,
      sign: 'hidden',
      word: 'nog niet vrijgegeven',
    });
    const page = (await look(`/trajecten/${id}`, await server.cookieOf('process-lead', abo))).text;
    const legend = 'Akkoord 2 Niet akkoord 0 Nog niet vrijgegeven 1 Nog geen besluit 9';
    expect(wordsOf(page)).toContain('2 van de 12 hebben besloten');
    expect(wordsOf(page)).toContain(legend);
    const own = await turnsOf(await server.secretary('westerveld'));
    expect(own.map(({ what }) => what)).not.toContain('decide');
  });

  it('a closed decision after a known one changes no count before its release', async () => {
    await agree(server, id);
    const release = { scope: 'own', ground: 'Gemeentewet art. 86' };
    const revises = (await standOf(assen))?.act;
    const was = await gateOf(server, id);
    const made = await accepted(
      decide(server, id, 'assen', {
        decision: 'disagree',
        reason: 'Te duur.',
        decidedOn: '2024-06-01',
        revises,
        release,
      }),
    );
    const { version: _is, ...is } = (await gateOf(server, id)) as GateView & { version?: number };
    expect([is.outcome, is.tally, is.stands]).toEqual([was.outcome, was.tally, was.stands]);
    await accepted(post('assen', `decisions/${made.id}/releases`, { on: today, scope: 'region' }));
    const now = await gateOf(server, id);
    expect([now.outcome, now.tally.for, now.tally.against]).toEqual(['no-go', 11, 1]);
  });

  it('the date of a deferral stands above an agenda of before it', async () => {
    const lead = await server.lead();
    await accepted(lead.post(path('agendas'), { body: emmen, meetingOn: '2024-06-11', stage: 'draft' }));
    expect(await standOf(emmen)).toMatchObject({ side: 'silent', why: 'scheduled', until: '2024-06-11' });
    await accepted(decide(server, id, 'emmen', { decision: 'deferred', decidedOn: today, nextDate: '2024-06-18' }));
    expect(await standOf(emmen)).toMatchObject({
      why: 'deferred',
      until: '2024-06-18',
      word: 'aangehouden, tot 18 juni 2024',
    });
    const page = (await look(`/trajecten/${id}/momenten/instemming`, await server.cookieOf('chair', abo))).text;
    expect(shownOf(page, emmen)[0]).toMatchObject({ stand: 'deferred', word: 'Aangehouden, tot 18 juni 2024' });
  });

  it('a college disputes with a reason, and has nothing to answer of it any more', async () => {
    const lead = await server.lead();
    const conditions = [{ text: 'Met een plafond.', effect: 'suspensive' }];
    const said = { body: emmen, decision: 'agree-with-conditions', decidedOn: '2024-05-01', conditions, evidence };
    const recorded = await accepted(lead.post<{ id: string }>(path('decisions'), said));
    const dispute = { confirmed: false, on: '2024-05-02' };
    const refused = await post('emmen', `decisions/${recorded.id}/confirmations`, dispute);
    expect(refusal(refused)).toBe('400 /reason reason-required');
    await accepted(
      post('emmen', `decisions/${recorded.id}/confirmations`, { ...dispute, reason: 'Er was geen vergadering.' }),
    );
    expect(await standOf(emmen)).toMatchObject({
      side: 'silent',
      why: 'disputed',
      word: 'nog geen besluit; wat de regio vastlegde is betwist',
    });
    const own = await turnsOf(await server.secretary('emmen'));
    expect(own.map(({ what }) => what)).not.toContain('answer-condition');
    const { text } = await look(`/trajecten/${id}/logboek`, await server.cookieOf('process-lead', abo));
    expect(wordsOf(text)).toContain('Er was geen vergadering.');
  });
});

it('a decision of before its gate was put is recorded with a flag, and counts from then on', async () => {
  id = await startDrenthe(server);
  const lead = await server.lead();
  await accepted(lead.post(`/dossiers/${id}/phases/instemming/starts`, { on: '2024-04-11' }));
  const early = await accepted(decide(server, id, 'assen', { decidedOn: '2024-04-16' }));
  expect(early.flags).toContain('before-submission');
  await accepted(lead.post(path('submissions'), { on: '2024-04-18' }));
  expect(await standOf(assen)).toMatchObject({ side: 'for', act: early.id });
  expect((await gateOf(server, id, 'instemming', '?asOf=2024-04-17')).stands).toEqual([]);
});

it('what a council recorded for a gate that was never put waits for it', async () => {
  const track = await Track.start(server, 'raadstraject', '2024-01-02', council);
  const early = await accepted(track.decide('zienswijze', 'oost/raad', 'no-view', '2024-01-10'));
  expect(early.flags).toContain('before-submission');
  expect((await track.gate('zienswijze')).stands).toEqual([]);
});
