// What a decision may say beside yes or no, and what of that is refused: its form, its list, a reservation, an added
// question, a condition that is carried.
import type { DecisionView } from '../../src/domain/views/decision-view.js';
import { refusal } from '../support/client.js';
import { Track } from '../support/council-track.js';
import { accepted, conditionOf, decide, gateOf, rule, withOpenGate } from '../support/drenthe.js';
import { TestServer } from '../support/server.js';
import { testWorkflows } from '../support/workflows.js';

let server: TestServer;
let track: Track;
beforeAll(async () => {
  server = await TestServer.start({ workflows: testWorkflows });
});
beforeEach(async () => {
  track = await Track.start(server);
});
afterAll(() => server.stop());

describe('the form of a decision', () => {
  it('counts a letter, never an announcement, and a mandated decision, flagged where no mandate covers it', async () => {
    await track.put('ontwerp', '2024-01-04');
    const mandated = { form: 'mandated-decision' };
    const covered = await accepted(track.decide('ontwerp', 'oost/college', 'agree', '2024-01-05', mandated));
    expect(covered.flags).not.toContain('no-mandate');
    const council = await track.decide('ontwerp', 'west/college', 'agree', '2024-01-05', { form: 'council-decision' });
    expect(refusal(council)).toBe('400 /form not-allowed-here');
    await accepted(track.decide('ontwerp', 'west/college', 'agree', '2024-01-05', { form: 'letter' }));
    await accepted(track.decide('ontwerp', 'eiland/college', 'agree', '2024-01-05', { form: 'announcement' }));
    expect(await track.stand('ontwerp')).toEqual(['open', { 'eiland/college': 'announced' }]);
    await track.put('keuze', '2024-01-06');
    const none = await accepted(
      track.decide('keuze', 'oost/college', 'agree', '2024-01-06', { ...mandated, option: 'bvo' }),
    );
    expect(none.flags).toContain('no-mandate');
    expect((await track.gate('keuze')).tally.for).toBe(1);
  });

  it('is provisional until the list is adopted, and an amended text counts once it is conform', async () => {
    await track.pass('ontwerp', 'college', 'agree', '2024-01-03');
    await track.put('treffen', '2024-01-04');
    const made = await accepted(
      track.decide('treffen', 'oost/college', 'adopt-amended', '2024-01-05', { text: 'Lid 2 vervalt.' }),
    );
    expect(made.flags).toContain('provisional');
    expect((await track.stand('treffen'))[1]['oost/college']).toBe('other-text');
    const secretary = await track.recorder('oost/college');
    const call = track.path('treffen', `decisions/${made.id}/list-adoptions`);
    expect(refusal(await secretary.post(call, { on: '2024-01-04' }))).toBe('400 /on date-too-early');
    const adopted = { on: '2024-01-09', publishedOn: '2024-01-10', publicationUrl: 'https://example.org/lijst' };
    expect(await accepted(secretary.post(call, adopted))).toMatchObject({
      listAdoptedOn: '2024-01-09',
      publishedOn: '2024-01-10',
      publicationUrl: 'https://example.org/lijst',
      flags: [],
    });
    const conform = { conform: true, corrects: made.id, reason: 'De gedeelde tekst blijft gelijk.' };
    await accepted(track.decide('treffen', 'oost/college', 'adopt-amended', '2024-01-05', conform));
    expect((await track.gate('treffen')).tally.for).toBe(1);
    expect(refusal(await secretary.post(call, adopted))).toBe('409 not-the-latest');
  });
});

describe('the vote of a council', () => {
  it('is within the seats of each party group, and is kept as it was cast', async () => {
    await track.pass('ontwerp', 'college', 'agree', '2024-01-03');
    await track.put('zienswijze', '2024-01-04');
    const vote = (...groupVotes: object[]) =>
      track.decide('zienswijze', 'oost/raad', 'no-view', '2024-01-05', { groupVotes });
    const groen = { group: 'Groen', for: 3, against: 1, absent: 1 };
    const blauw = { group: 'Blauw', for: 2, seats: 4 };
    expect(refusal(await vote(blauw, { ...groen, seats: 4 }))).toBe('400 /groupVotes/1/seats not-allowed-here');
    expect(refusal(await vote({ ...groen, for: -1 }))).toBe('400 /groupVotes/0/for wrong-type');
    expect(refusal(await vote({ ...groen, for: 101 }))).toBe('400 /groupVotes/0/for wrong-type');
    expect(refusal(await vote({ for: 3 }))).toBe('400 /groupVotes/0/group required');
    const kept = await accepted(vote({ ...groen, seats: 5 }, blauw));
    expect(kept.groupVotes).toMatchObject([{ ...groen, seats: 5 }, blauw]);
  });
});

describe('a reservation', () => {
  it('names a gate and a body that decide in this plan', async () => {
    await track.put('ontwerp', '2024-01-04');
    const subject = (subjectTo: object) =>
      track.decide('ontwerp', 'oost/college', 'agree-subject-to', '2024-01-05', { subjectTo });
    expect(refusal(await track.decide('ontwerp', 'oost/college', 'agree-subject-to', '2024-01-05'))).toBe(
      '400 /subjectTo required',
    );
    expect(refusal(await subject({ gate: 'ooit', body: 'oost/raad' }))).toBe('400 /subjectTo/gate unknown-phase');
    expect(refusal(await subject({ gate: 'toestemming', body: 'x/raad' }))).toBe('400 /subjectTo/body unknown-body');
    expect(refusal(await subject({ gate: 'toestemming', body: 'oost/college' }))).toBe(
      '400 /subjectTo/body not-in-electorate',
    );
    expect(refusal(await subject({ gate: 'ontwerp', body: 'oost/college' }))).toBe('400 /subjectTo not-allowed-here');
  });
});

describe('linked decisions', () => {
  it('fall with the one that they wait for: if one leaves, two follow', async () => {
    await track.put('ontwerp', '2024-01-04');
    const subjectTo = { gate: 'ontwerp', body: 'oost/college' };
    for (const body of ['west/college', 'eiland/college'])
      await accepted(track.decide('ontwerp', body, 'agree-subject-to', '2024-01-05', { subjectTo }));
    expect((await track.stand('ontwerp'))[1]).toMatchObject({ 'west/college': 'subject-to' });
    await accepted(track.decide('ontwerp', 'oost/college', 'agree', '2024-01-06'));
    expect(await track.stand('ontwerp')).toEqual(['go', {}]);
    const exit = { on: '2024-01-08', reason: 'Oost gaat niet verder.', body: 'oost/college' };
    const oost = await track.recorder('oost/college');
    await accepted(oost.post(track.path('ontwerp', 'exits'), exit));
    const two = { 'west/college': 'subject-to', 'eiland/college': 'subject-to' };
    expect(await track.stand('ontwerp')).toEqual(['open', two]);
  });
});

describe('a question that was added when the gate was put', () => {
  it('is answered like the others, in that round', async () => {
    const added = { questions: [{ id: 'kosten', text: 'Stemt u in met de kosten?' }] };
    const put = await track.put('ontwerp', '2024-01-04', added);
    expect(put.questions.map(({ id }) => id)).toEqual(['vraag', 'kosten']);
    const split = { answers: { kosten: 'disagree' }, reason: 'Te duur.' };
    const decision = await accepted(track.decide('ontwerp', 'oost/college', 'agree', '2024-01-05', split));
    expect(decision.answers).toEqual({ vraag: 'agree', kosten: 'disagree' });
    expect((await track.gate('ontwerp')).tally.against).toBe(1);
  });
});

describe('a condition carried to a phase that is over', () => {
  it('is refused at its pointer', async () => {
    const id = await withOpenGate(server);
    const conditions = [{ text: 'Eerst de kosten.', effect: 'elaboration' }];
    await accepted(decide(server, id, 'assen', { decision: 'agree-with-conditions', conditions }));
    const condition = await conditionOf(server, id);
    const chair = await server.chair();
    const carry = (phase: string) =>
      chair.post(`/dossiers/${id}/gates/instemming/conditions/${condition.id}/answers`, {
        answer: 'carried',
        on: '2024-05-01',
        phase,
      });
    expect(refusal(await carry('instemming'))).toBe('400 /phase not-allowed-here');
    expect(refusal(await rule(server, id, {}))).toBe('409 outcome-not-go');
    expect((await gateOf(server, id)).outcome).toBe('open');
  });
});

describe('a poll among colleges that waits for all', () => {
  it('comes to nothing before all have spoken, and then to the option that most chose', async () => {
    const track = await Track.start(server);
    await track.put('keuze', '2024-01-02');
    const without = await track.decide('keuze', 'oost/college', 'agree', '2024-01-03');
    expect(refusal(without)).toBe('400 /option option-required');
    await accepted(track.decide('keuze', 'oost/college', 'agree', '2024-01-03', { option: 'bvo' }));
    await accepted(track.decide('keuze', 'west/college', 'agree', '2024-01-03', { option: 'bvo' }));
    const early = await track.gate('keuze');
    expect([early.outcome, early.certain, early.tally.options]).toEqual(['open', false, { bvo: 2, lichaam: 0 }]);
    await accepted(track.decide('keuze', 'eiland/college', 'agree', '2024-01-04', { option: 'lichaam' }));
    const gate = await track.gate('keuze');
    expect([gate.outcome, gate.certain, gate.tally.options]).toEqual(['go', true, { bvo: 2, lichaam: 1 }]);
    expect(gate.poll).toBe(true);
  });
});

describe('a remark', () => {
  it('is answered later by the region, each on its own, and the record shows when', async () => {
    await track.put('ontwerp', '2024-01-04');
    const remarks = ['Let op de reiskosten.', 'Betrek de huisartsen.'];
    const kind = 'agree-with-remarks';
    const given = await accepted(track.decide('ontwerp', 'oost/college', kind, '2024-01-05', { remarks }));
    expect(given.remarkAnswers).toEqual([null, null]);
    const call = track.path('ontwerp', `decisions/${given.id}/remark-answers`);
    const answer = { on: '2024-01-09', remark: 1, answer: 'Zij zijn op 8 januari gesproken.' };
    const answered = await accepted(track.lead.post<DecisionView>(call, answer));
    expect([answered.remarks, answered.remarkAnswers]).toEqual([remarks, [null, answer.answer]]);
    const before = await track.gate('ontwerp', '?asOf=2024-01-08');
    expect(before.decisions[0]?.remarkAnswers).toEqual([null, null]);
    expect(refusal(await track.lead.post(call, { ...answer, remark: 2 }))).toBe('400 /remark unknown-option');
    expect(refusal(await track.lead.post(call, { ...answer, on: '2024-01-04' }))).toBe('400 /on date-too-early');
    const secretary = await track.recorder('oost/college');
    expect(refusal(await secretary.post(call, answer))).toBe('403 not-your-role');
    const point = { on: '2024-01-09', point: 0, answer: 'Geen zienswijze.' };
    const points = track.path('ontwerp', `decisions/${given.id}/point-answers`);
    expect(refusal(await track.lead.post(points, point))).toBe('400 /point unknown-option');
  });
});
