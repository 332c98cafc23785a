// What colleges and councils really do, played over HTTP: the scenarios of practice, each with its calls, statuses,
// counts and outcomes.
import type { DecisionView } from '../../src/domain/views/decision-view.js';
import { refusal } from '../support/client.js';
import { Track } from '../support/council-track.js';
import { accepted, agree, decide, gateOf, municipalities, withOpenGate } from '../support/drenthe.js';
import { TestServer } from '../support/server.js';
import { testWorkflows } from '../support/workflows.js';

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.start({ workflows: testWorkflows });
});
afterAll(() => server.stop());

describe('S1 eleven of twelve agree and one is silent when the term is over', () => {
  it('stays open, and is never a go', async () => {
    const id = await withOpenGate(server);
    await agree(server, id, municipalities.slice(0, 11));
    const gate = await gateOf(server, id);
    expect([gate.outcome, gate.certain, gate.tally]).toMatchObject([
      'open',
      false,
      { for: 11, silent: 1, decided: 11 },
    ]);
    expect(gate.missing).toEqual([{ body: 'westerveld/college', why: 'silent', until: '2024-05-16' }]);
    const chair = await server.chair();
    const go = await chair.post(`/dossiers/${id}/gates/instemming/rulings`, { ruling: 'go', ruledOn: '2024-06-01' });
    expect(refusal(go)).toBe('409 outcome-not-go');
  });
});

describe('S2 a college agrees subject to its own council', () => {
  it('counts meanwhile, and holds the making of the arrangement until that council consents', async () => {
    const track = await Track.start(server);
    await track.put('ontwerp', '2024-01-02');
    const subjectTo = { gate: 'toestemming', body: 'oost/raad' };
    await accepted(track.decide('ontwerp', 'oost/college', 'agree-subject-to', '2024-01-03', { subjectTo }));
    for (const place of ['west', 'eiland'])
      await accepted(track.decide('ontwerp', `${place}/college`, 'agree', '2024-01-03'));
    expect(await track.stand('ontwerp')).toEqual(['go', {}]);
    await accepted(track.rule('ontwerp', 'go', '2024-01-04'));

    // What it agreed to there before its reservation does not lift it.
    await accepted(track.decide('treffen', 'oost/college', 'agree', '2024-01-02'));
    await track.put('treffen', '2024-01-05');
    for (const place of ['west', 'eiland'])
      await accepted(track.decide('treffen', `${place}/college`, 'agree', '2024-01-06'));
    expect(await track.stand('treffen')).toEqual(['open', { 'oost/college': 'subject-to' }]);
    const held = await track.rule('treffen', 'go', '2024-01-07');
    expect(refusal(held)).toBe('409 outcome-not-go');

    await track.pass('zienswijze', 'raad', 'no-view', '2024-01-08');
    await track.put('toestemming', '2024-01-09');
    await track.all('toestemming', 'raad', 'consent', '2024-01-10');
    expect(await track.stand('treffen')).toEqual(['go', {}]);
    expect((await track.gate('treffen')).explanation?.parts.map(({ rule }) => rule)).toEqual([
      'threshold',
      'reservations',
    ]);
    expect((await track.rule('treffen', 'go', '2024-01-10')).status).toBe(201);
    expect(await track.stand('treffen', '?asOf=2024-01-09')).toEqual(['open', { 'oost/college': 'subject-to' }]);
  });

  it('is flagged when that council withholds, and never waits for itself', async () => {
    const track = await Track.start(server);
    await track.put('ontwerp', '2024-01-02');
    const loop = { subjectTo: { gate: 'ontwerp', body: 'west/college' } };
    await accepted(track.decide('ontwerp', 'oost/college', 'agree-subject-to', '2024-01-03', loop));
    expect(await track.stand('ontwerp')).toMatchObject(['open', { 'oost/college': 'subject-to' }]); // it can come first
    const itself = { subjectTo: { gate: 'ontwerp', body: 'west/college' } };
    const refused = await track.decide('ontwerp', 'west/college', 'agree-subject-to', '2024-01-03', itself);
    expect(refusal(refused)).toBe('400 /subjectTo not-allowed-here');
    await accepted(track.decide('ontwerp', 'west/college', 'disagree', '2024-01-03', { reason: 'Te vroeg.' }));
    const { decisions } = await track.gate('ontwerp');
    expect(decisions[0]?.flags).toContain('reservation-refused');
  });
});

describe('S3 a council withholds consent without a ground', () => {
  it('is recorded and flagged; consent is absent', async () => {
    const track = await Track.start(server);
    await track.pass('ontwerp', 'college', 'agree', '2024-01-03');
    await track.pass('zienswijze', 'raad', 'no-view', '2024-01-04');
    await track.put('toestemming', '2024-01-05');
    const bare = await track.decide('toestemming', 'oost/raad', 'consent-withheld', '2024-01-06');
    expect(refusal(bare)).toBe('400 /ground ground-required');
    const withheld = { ground: 'not-stated' };
    const decision = await accepted(
      track.decide('toestemming', 'oost/raad', 'consent-withheld', '2024-01-06', withheld),
    );
    expect([decision.flags, decision.ground]).toEqual([expect.arrayContaining(['no-ground']), 'not-stated']);
    expect((await track.stand('toestemming'))[0]).toBe('no-go');
    expect(refusal(await track.rule('toestemming', 'go', '2024-01-07'))).toBe('409 outcome-not-go');
    const lawful = { ground: 'conflict-with-law', revises: decision.id };
    const again = await accepted(track.decide('toestemming', 'oost/raad', 'consent-withheld', '2024-01-08', lawful));
    expect(again.flags).not.toContain('no-ground');
  });
});

describe('S4 every council has eight weeks from its own receipt', () => {
  it('gives each its own day, closes early on "geen zienswijze", and lets no silence pass before', async () => {
    const track = await Track.start(server);
    await track.pass('ontwerp', 'college', 'agree', '2024-01-03');
    await track.put('zienswijze', '2024-01-04');
    const received = { oost: '2024-01-08', west: '2024-01-29' };
    for (const [place, on] of Object.entries(received))
      await accepted(track.lead.post(track.path('zienswijze', 'receipts'), { body: `${place}/raad`, on }));
    const at = await track.gate('zienswijze', '?asOf=2024-02-01');
    expect(at.receipts.map(({ body, dueOn }) => [body, dueOn])).toEqual([
      ['oost/raad', '2024-03-04'],
      ['west/raad', '2024-03-25'],
    ]);
    expect(at.missing.map(({ body, until }) => [body, until])).toEqual([
      ['oost/raad', '2024-03-04'],
      ['west/raad', '2024-03-25'],
      ['eiland/raad', null], // it received nothing, so its term has not begun
    ]);
    await accepted(track.decide('zienswijze', 'eiland/raad', 'no-view', '2024-02-05'));
    const view = { tenor: 'with-recommendations', points: ['Regel de uittreding.', 'Evalueer na twee jaar.'] };
    const given = await accepted(track.decide('zienswijze', 'west/raad', 'view', '2024-03-20', view));
    expect((await track.stand('zienswijze', '?asOf=2024-03-04'))[0]).toBe('open'); // the last day still counts
    expect((await track.stand('zienswijze', '?asOf=2024-03-20'))[0]).toBe('go');
    const answer = { on: '2024-03-28', point: 1, answer: 'Overgenomen in artikel 12.' };
    const call = track.path('zienswijze', `decisions/${given.id}/point-answers`);
    const noted = await accepted(track.lead.post<DecisionView>(call, answer));
    expect(noted.points).toEqual([
      { text: 'Regel de uittreding.', answer: null },
      { text: 'Evalueer na twee jaar.', answer: 'Overgenomen in artikel 12.' },
    ]);
    expect(refusal(await track.lead.post(call, { ...answer, point: 2 }))).toBe('400 /point unknown-option');
    expect((await track.rule('zienswijze', 'go', '2024-03-28')).status).toBe(201);
  });
});

describe('S5 a second version after decisions on the first', () => {
  it('makes them stale, but for a textual mandate, and shows who decided on which text', async () => {
    const track = await Track.start(server);
    await track.put('ontwerp', '2024-01-02', { proposal: { title: 'Ontwerpregeling' } });
    await track.all('ontwerp', 'college', 'agree', '2024-01-03');
    const second = { on: '2024-01-05', title: 'Ontwerpregeling, gewijzigd', textualMandate: ['oost/college'] };
    const gate = await accepted(track.lead.post<{ proposal: object }>(track.path('ontwerp', 'proposals'), second));
    expect(gate.proposal).toMatchObject({ version: 2, title: 'Ontwerpregeling, gewijzigd' });
    expect(await track.stand('ontwerp')).toEqual(['open', { 'west/college': 'stale', 'eiland/college': 'stale' }]);
    expect(await track.stand('ontwerp', '?asOf=2024-01-04')).toEqual(['go', {}]);
    const { decisions } = await track.gate('ontwerp');
    const west = decisions.find(({ body }) => body === 'west/college');
    expect(west?.flags).toContain('stale');
    const onFirst = { revises: west?.id, proposalVersion: 1 };
    await accepted(track.decide('ontwerp', 'west/college', 'agree', '2024-01-06', onFirst));
    expect((await track.stand('ontwerp'))[1]).toMatchObject({ 'west/college': 'stale' });
    const never = { proposalVersion: 3 };
    const unknown = await track.decide('ontwerp', 'eiland/college', 'agree', '2024-01-06', never);
    expect(refusal(unknown)).toBe('400 /proposalVersion unknown-option');
    const texts = (await track.gate('ontwerp')).proposals.map(({ version, decidedBy }) => [version, decidedBy]);
    expect(texts).toEqual([
      [1, ['oost/college', 'west/college', 'eiland/college']],
      [2, []],
    ]);
  });
});

describe('S6 an item is deferred on the 16th and decided on the 23rd', () => {
  it('waits with its next date, then counts, and both days give what was then', async () => {
    const id = await withOpenGate(server);
    await accepted(decide(server, id, 'assen', { decision: 'deferred', nextDate: '2024-04-23' }));
    await accepted(decide(server, id, 'assen', { decidedOn: '2024-04-23' }));
    const then = await gateOf(server, id, 'instemming', '?asOf=2024-04-20');
    expect(then.missing.find(({ body }) => body === 'assen/college')).toEqual({
      body: 'assen/college',
      why: 'deferred',
      until: '2024-04-23',
    });
    expect((await gateOf(server, id)).tally).toMatchObject({ for: 1, undecided: 0, decided: 1 });
  });
});

describe('S7 a meeting adjourned on 15 February resumes on 8 March', () => {
  it('is a deferral with its next date, and who is on an agenda is told apart from who is not', async () => {
    const track = await Track.start(server);
    await track.pass('ontwerp', 'college', 'agree', '2024-01-03');
    await track.pass('zienswijze', 'raad', 'no-view', '2024-01-04');
    await track.put('toestemming', '2024-02-01');
    const clerk = await track.recorder('oost/raad');
    const adjourned = { nextDate: '2024-03-08' };
    await accepted(track.decide('toestemming', 'oost/raad', 'deferred', '2024-02-15', adjourned));
    const agenda = { body: 'west/raad', meetingOn: '2999-03-12', stage: 'committee' };
    await accepted((await track.recorder('west/raad')).post(track.path('toestemming', 'agendas'), agenda));
    expect(await track.stand('toestemming')).toEqual([
      'open',
      { 'oost/raad': 'deferred', 'west/raad': 'scheduled', 'eiland/raad': 'silent' },
    ]);
    await accepted(
      clerk.post(track.path('toestemming', 'agendas'), { ...agenda, body: 'oost/raad', stage: 'council' }),
    );
    expect((await track.stand('toestemming'))[1]['oost/raad']).toBe('scheduled');
    const off = { ...agenda, body: 'oost/raad', stage: 'council', withdrawn: true };
    await accepted(clerk.post(track.path('toestemming', 'agendas'), off));
    expect((await track.stand('toestemming'))[1]['oost/raad']).toBe('deferred');
    await accepted(track.decide('toestemming', 'oost/raad', 'consent', '2024-03-08'));
    expect((await track.gate('toestemming')).tally).toMatchObject({ for: 1, decided: 1 });
  });
});

describe('S8 a council turns a debate item into a consent item', () => {
  it('changes nothing but what is recorded of it', async () => {
    const track = await Track.start(server);
    await track.pass('ontwerp', 'college', 'agree', '2024-01-03');
    await track.put('zienswijze', '2024-01-04');
    const first = await accepted(track.decide('zienswijze', 'oost/raad', 'no-view', '2024-01-09'));
    const before = await track.stand('zienswijze');
    const hammered = {
      consentItem: true,
      corrects: first.id,
      reason: 'Werd hamerstuk bij vaststelling van de agenda.',
    };
    const decision = await accepted(track.decide('zienswijze', 'oost/raad', 'no-view', '2024-01-09', hammered));
    expect(decision.consentItem).toBe(true);
    expect(await track.stand('zienswijze')).toEqual(before);
    const college = { consentItem: true, unanimous: true, amendments: ['x'] };
    await track.put('keuze', '2024-01-10');
    const foreign = await track.decide('keuze', 'oost/college', 'agree', '2024-01-10', { ...college, option: 'bvo' });
    expect(foreign.body).toMatchObject({ code: 'validation' });
    expect(foreign.text).toMatch(/unanimous.*amendments/s);
  });
});

describe('S9 consent that was given is taken back', () => {
  it('leaves the body silent, with the decision and its reason in the record', async () => {
    const track = await Track.start(server);
    await track.pass('ontwerp', 'college', 'agree', '2024-01-03');
    await track.pass('zienswijze', 'raad', 'no-view', '2024-01-04');
    await track.put('toestemming', '2024-01-05');
    const given = await accepted(track.decide('toestemming', 'oost/raad', 'consent', '2024-01-09'));
    const clerk = await track.recorder('oost/raad');
    const back = { decision: given.id, on: '2024-02-01', reason: 'Niet gebruikt; de raad besloot te blijven.' };
    const call = track.path('toestemming', 'withdrawals');
    expect(refusal(await clerk.post(call, { ...back, on: '2024-01-08' }))).toBe('400 /on date-too-early');
    expect(refusal(await (await track.recorder('west/raad')).post(call, back))).toBe('403 not-your-body');
    await accepted(clerk.post(call, back));
    expect(refusal(await clerk.post(call, back))).toBe('409 not-in-this-state');
    expect(refusal(await clerk.post(call, { ...back, decision: 'nooit' }))).toBe('400 /decision unknown-decision');
    const gate = await track.gate('toestemming');
    expect(gate.tally).toMatchObject({ for: 0, silent: 3, decided: 0 });
    expect(gate.decisions).toHaveLength(1);
    expect(gate.decisions[0]?.flags).toContain('withdrawn');
    expect((await track.gate('toestemming', '?asOf=2024-01-20')).tally.for).toBe(1);
    await accepted(track.decide('toestemming', 'oost/raad', 'consent', '2024-02-10'));
    expect((await track.gate('toestemming')).tally.for).toBe(1);
  });

  it('opens a gate again whose plan says so, when it had passed', async () => {
    const track = await Track.start(server);
    await track.pass('ontwerp', 'college', 'agree', '2024-01-03');
    await track.pass('zienswijze', 'raad', 'no-view', '2024-01-04');
    await track.pass('toestemming', 'raad', 'consent', '2024-01-05');
    const { decisions } = await track.gate('toestemming');
    const back = { decision: decisions[0]?.id, on: '2024-02-01', reason: 'De raad besloot anders.' };
    await accepted((await track.recorder('oost/raad')).post(track.path('toestemming', 'withdrawals'), back));
    const gate = await track.gate('toestemming');
    expect([gate.status, gate.outcome, gate.rulings.length]).toEqual(['open', 'open', 1]);
  });
});

describe('S11 a vision is adopted by councils, its agenda by colleges', () => {
  it('asks each of whoever is competent, and an amendment counts once the shared text is untouched', async () => {
    const track = await Track.start(server);
    await track.put('visie', '2024-01-02');
    const foreign = await track.decide('visie', 'oost/college', 'adopt', '2024-01-03');
    expect(refusal(foreign)).toBe('400 /body not-in-electorate');
    for (const place of ['oost', 'west']) await accepted(track.decide('visie', `${place}/raad`, 'adopt', '2024-01-03'));
    const amended = { amendments: ['Meer aandacht voor jeugdwerk.'], conform: true, consentItem: false };
    const decision = await accepted(track.decide('visie', 'eiland/raad', 'adopt-amended', '2024-01-04', amended));
    expect(decision).toMatchObject({ amendments: amended.amendments, form: 'council-decision' });
    expect(
      (await track.rule('visie', 'no-go', '2024-01-05', { reason: 'x', meeting: { form: 'session' } })).text,
    ).toContain(
      'not-allowed-here', // the consultation states what the councils decided
    );
    await accepted(track.rule('visie', 'go', '2024-01-05'));
    await track.pass('agenda', 'college', 'agree', '2024-02-01');
    expect((await track.gate('agenda')).status).toBe('passed');
  });
});

describe('S12 a signatory has no authorisation on the day of signing', () => {
  it('is counted and flagged', async () => {
    const track = await Track.start(server);
    await track.put('ondertekening', '2024-01-24');
    const signed = { signatory: 'De wethouder', capacity: 'wethouder' };
    const late = { ...signed, authorisedOn: '2024-02-01' };
    const first = await accepted(track.decide('ondertekening', 'oost/college', 'signed', '2024-01-25', late));
    const fine = { ...signed, authorisedOn: '2024-01-22' };
    const second = await accepted(track.decide('ondertekening', 'west/college', 'signed', '2024-01-25', fine));
    const third = await accepted(track.decide('ondertekening', 'eiland/college', 'signed', '2024-01-25'));
    expect([first, second, third].map(({ flags }) => flags.includes('no-authorisation'))).toEqual([true, false, true]);
    expect((await track.gate('ondertekening')).outcome).toBe('go');
  });
});
