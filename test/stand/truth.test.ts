// What the record once said and counted wrongly: each of these told something that was not so. Played over HTTP, and read
// on the page where the page told it.
import { refusal } from '../support/client.js';
import { council, Track } from '../support/council-track.js';
import {
  accepted,
  agree,
  college,
  conditionOf,
  decide,
  dossierOf,
  gateOf,
  municipalities,
  rule,
  withOpenGate,
} from '../support/drenthe.js';
import { pagesAt } from '../support/pages.js';
import { abo, TestServer } from '../support/server.js';
import { testWorkflows } from '../support/workflows.js';
import { shownOf, wordsOf } from './read-stands.js';

let server: TestServer;
let id: string;
const { look } = pagesAt(() => server.url);
const assen = college('assen');
const emmen = college('emmen');

beforeAll(async () => {
  server = await TestServer.start({ workflows: testWorkflows });
});
afterAll(() => server.stop());

const pageOf = async (gate: string, form = '', of = id, body = abo, role: 'chair' | 'process-lead' = 'chair') =>
  (await look(`/trajecten/${of}/momenten/${gate}${form}`, await server.cookieOf(role, body))).text;
const standOf = async (body: string, query = '', gate = 'instemming') =>
  (await gateOf(server, id, gate, query)).stands.find((stand) => stand.body === body);
const post = async (municipality: string, call: string, said: object) =>
  (await server.secretary(municipality)).post(`/dossiers/${id}/gates/instemming/${call}`, said);
const correct = (municipality: string, corrects: string, said: object) =>
  decide(server, id, municipality, {
    decision: undefined,
    decidedOn: undefined,
    corrects,
    reason: 'Tikfout.',
    ...said,
  });

describe('an arrangement of colleges', () => {
  let track: Track;
  const both = ['assen', 'emmen'];
  const otherText = 'De regeling te treffen met dien verstande dat artikel 12 wordt gewijzigd.';

  beforeEach(async () => {
    track = await Track.start(server, 'wgr-collegeregeling', '2025-01-02', council, both);
    await track.pass('vrijgave', 'college', 'agree', '2025-01-03');
  });

  it('is not made by two decisions on two texts', async () => {
    await track.pass('zienswijze', 'raad', 'no-view', '2025-01-10');
    await track.pass('reactienota', 'college', 'agree', '2025-01-12');
    await track.put('toestemming', '2025-01-20');
    await accepted(track.decide('toestemming', 'assen/raad', 'consent', '2025-01-21'));
    const changed = { conform: false, amendments: ['Artikel 12 vervalt.'] };
    const consent = await accepted(track.decide('toestemming', 'emmen/raad', 'consent', '2025-01-21', changed));
    expect(await track.stand('toestemming')).toEqual(['open', { 'emmen/raad': 'other-text' }]);
    expect(refusal(await track.rule('toestemming', 'go', '2025-01-22'))).toBe('409 outcome-not-go');
    const same = { corrects: consent.id, reason: 'De gedeelde tekst blijft gelijk.', conform: true };
    await accepted(
      (await track.recorder('emmen/raad')).post(track.path('toestemming', 'decisions'), {
        body: 'emmen/raad',
        ...same,
      }),
    );
    await accepted(track.rule('toestemming', 'go', '2025-01-22'));
    await track.put('treffen', '2025-02-01');
    await accepted(track.decide('treffen', 'assen/college', 'agree', '2025-02-04'));
    await accepted(
      track.decide('treffen', 'emmen/college', 'agree', '2025-02-04', { conform: false, text: otherText }),
    );
    const gate = await track.gate('treffen');
    expect([gate.outcome, gate.certain, gate.tally.for]).toEqual(['open', false, 1]);
    expect(gate.sentence).toContain('Emmen (besloot een andere tekst)');
    expect(refusal(await track.rule('treffen', 'go', '2025-02-05'))).toBe('409 outcome-not-go');
    const concluding = wordsOf(await pageOf('treffen', '/conclusie', track.id, council));
    expect(concluding).toContain('Emmen (besloot een andere tekst)');
  });

  it('is not released over a college that agreed to another text without a word of the chair', async () => {
    const other = await Track.start(server, 'wgr-collegeregeling', '2025-01-02', council, both);
    await other.put('vrijgave', '2025-01-03');
    await accepted(other.decide('vrijgave', 'assen/college', 'agree', '2025-01-03'));
    await accepted(other.decide('vrijgave', 'emmen/college', 'agree', '2025-01-03', { conform: false }));
    expect(refusal(await other.rule('vrijgave', 'go', '2025-01-04'))).toBe('400 /reason reason-required');
    await accepted(other.rule('vrijgave', 'go', '2025-01-04', { reason: 'Alleen de toelichting verschilt.' }));
  });

  it('shows a council that says no in its zienswijze as one that spoke, and never as one that agrees', async () => {
    await track.put('zienswijze', '2025-01-05');
    const negative = { tenor: 'negative', points: ['de raad wil deze regeling niet'] };
    for (const place of both)
      await accepted(
        track.lead.post(track.path('zienswijze', 'receipts'), { body: `${place}/raad`, on: '2025-01-05' }),
      );
    await accepted(track.decide('zienswijze', 'assen/raad', 'view', '2025-02-01', negative));
    const gate = await track.gate('zienswijze');
    expect([gate.outcome, gate.stands.find(({ body }) => body === 'assen/raad')?.word]).toEqual([
      'go',
      expect.stringContaining('negatief'),
    ]);
    const dossier = wordsOf((await look(`/trajecten/${track.id}`, await server.cookieOf('chair', council))).text);
    expect(dossier).not.toContain('Nog nodig voor de go');
    expect(wordsOf(await pageOf('zienswijze', '', track.id, council))).toMatch(/zienswijze, negatief/i);
  });
});

describe('a gate of colleges', () => {
  beforeEach(async () => {
    id = await withOpenGate(server);
  });

  /** The row of a body on the page of the gate. */
  const rowOf = async (body: string) =>
    shownOf(await pageOf('instemming'), body).find(({ question }) => question === null);

  it('lets the sign, the word, the sentence and the tally agree of a body that is divided', async () => {
    await accepted(decide(server, id, 'assen', { answers: { uitwerking: 'disagree' }, reason: 'Te vaag.' }));
    const word = 'verdeeld: noodzaak akkoord, uitwerking niet akkoord (voorlopig)';
    expect(await standOf(assen)).toMatchObject({ side: 'against', sign: 'against', word });
    const { tally, sentence } = await gateOf(server, id);
    expect(tally).toMatchObject({ for: 0, against: 1, silent: 11, decided: 1 });
    expect(sentence).toContain('Niet akkoord op uitwerking: Assen');
    expect(await rowOf(assen)).toMatchObject({ stand: 'against', word: `V${word.slice(1)}` });
    const matrix = (await look(`/trajecten/${id}`, await server.cookieOf('chair', abo))).text;
    const inMatrix = shownOf(matrix, assen).map(({ stand }) => stand);
    expect([inMatrix.includes('against'), inMatrix.includes('for')]).toEqual([true, false]);
  });

  it('lets them agree of a body that only took note of a question', async () => {
    await accepted(decide(server, id, 'emmen', { answers: { noodzaak: 'noted' } }));
    const word = 'per vraag verschillend: noodzaak voor kennisgeving aangenomen, uitwerking akkoord';
    expect(await standOf(emmen)).toMatchObject({ side: 'undecided', why: 'noted', sign: 'held', word });
    const { tally, missing } = await gateOf(server, id);
    expect(tally).toMatchObject({ for: 0, undecided: 1, silent: 11, decided: 0 });
    expect(missing).toContainEqual({ body: emmen, why: 'noted', until: null });
    expect(await rowOf(emmen)).toMatchObject({ stand: 'noted', word: `P${word.slice(1)}` });
  });

  it('takes no decision of a kind that none of its answers has', async () => {
    const said = { decision: 'disagree', answers: { noodzaak: 'agree', uitwerking: 'agree' } };
    const refused = await decide(server, id, 'emmen', said);
    expect(refusal(refused)).toBe('400 /decision not-allowed-here');
    expect(await standOf(emmen)).toMatchObject({ side: 'silent' });
  });

  it('never counts a decision for a text that nobody decided on', async () => {
    const { id: decision } = await accepted(decide(server, id, 'assen', { reference: '123' }));
    await accepted(
      (await server.lead()).post(`/dossiers/${id}/gates/instemming/proposals`, { on: '2024-04-16', title: 'v2' }),
    );
    expect(await standOf(assen)).toMatchObject({ side: 'undecided', why: 'stale' });
    const corrected = await accepted(correct('assen', decision, { reference: '124' }));
    expect([corrected.proposalVersion, corrected.flags.includes('stale')]).toEqual([1, true]);
    expect((await gateOf(server, id)).tally.for).toBe(0);
  });

  it('is decided by the days of what was done, and not by the order of typing', async () => {
    await accepted(decide(server, id, 'emmen', { decision: 'deferred', decidedOn: '2024-04-23' }));
    await accepted(decide(server, id, 'emmen', { decidedOn: '2024-04-16' }));
    expect(await standOf(emmen)).toMatchObject({ side: 'undecided', why: 'deferred' });
    expect(await standOf(emmen, '?asOf=2024-04-24')).toMatchObject({ side: 'undecided', why: 'deferred' });
    expect(await standOf(emmen, '?asOf=2024-04-20')).toMatchObject({ side: 'for' });
    const { id: decision } = await accepted(decide(server, id, 'assen'));
    await accepted(post('assen', 'withdrawals', { decision, on: '2024-05-01', reason: 'Te vroeg.' }));
    await accepted(decide(server, id, 'assen', { decidedOn: '2024-04-20', revises: decision }));
    expect(await standOf(assen)).toMatchObject({ side: 'silent' });
    expect(await standOf(assen, '?asOf=2024-04-25')).toMatchObject({ side: 'for' });
  });

  it('keeps what a body itself recorded, whatever the region records for it', async () => {
    await agree(server, id);
    const own = (await standOf(assen))?.act;
    const said = { decision: 'disagree', decidedOn: '2024-04-23', revises: own, reason: 'Volgens de krant.' };
    const lead = await server.lead();
    const evidence = [{ title: 'Krant', url: 'https://example.org/krant' }];
    const path = `/dossiers/${id}/gates/instemming/decisions`;
    const recorded = await accepted(lead.post<{ id: string }>(path, { body: assen, ...said, evidence }));
    const beside = await gateOf(server, id);
    expect([beside.outcome, beside.tally.for]).toEqual(['go', 12]);
    expect(beside.stands.find(({ body }) => body === assen)).toMatchObject({ act: own, beside: [recorded.id] });
    const word = { confirmed: false, on: '2024-05-01', reason: 'Zo is niet besloten.' };
    await accepted(post('assen', `decisions/${recorded.id}/confirmations`, word));
    const disputed = await gateOf(server, id);
    expect([disputed.outcome, disputed.tally.for]).toEqual(['go', 12]);
    expect((await rule(server, id, {})).status).toBe(201);
  });

  it('tells after its conclusion that a condition is disputed, and nothing of a case number', async () => {
    await agree(
      server,
      id,
      municipalities.filter((one) => one !== 'assen'),
    );
    const conditions = [{ text: 'Met een plafond.', effect: 'elaboration' }];
    const made = await accepted(decide(server, id, 'assen', { decision: 'agree-with-conditions', conditions }));
    const { id: condition } = await conditionOf(server, id);
    const chair = await server.chair();
    const answers = `/dossiers/${id}/gates/instemming/conditions/${condition}/answers`;
    await accepted(chair.post(answers, { answer: 'adopted', on: '2024-04-20' }));
    await accepted(rule(server, id, {}));
    await accepted((await server.lead()).post(`/dossiers/${id}/phases/themas/starts`, { on: '2024-05-21' }));
    const restsOn = async () => (await dossierOf(server, id)).phases.find((phase) => phase.id === 'themas')?.restsOn;

    await accepted(correct('assen', made.id, { reference: '124' }));
    expect([(await conditionOf(server, id)).status, await restsOn()]).toEqual(['adopted', []]);
    expect((await standOf(assen))?.side).toBe('for');

    await accepted((await server.secretary('assen')).post(answers, { answer: 'disputed', on: '2024-05-28' }));
    expect([(await conditionOf(server, id)).status, await restsOn()]).toEqual(['disputed', ['instemming']]);
    expect(await standOf(assen)).toMatchObject({ side: 'undecided', why: 'condition-open' });
  });
});
