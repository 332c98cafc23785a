// What may happen at a gate while it is open, and what is refused: versions, receipts, agendas, who decides, the rule.
import type { DossierView } from '../../src/domain/views/dossier-view.js';
import type { GateView } from '../../src/wording/gates/views.js';
import { refusal, type Answer, type Client } from '../support/client.js';
import { Track } from '../support/council-track.js';
import { accepted } from '../support/drenthe.js';
import { TestServer } from '../support/server.js';
import { testWorkflows } from '../support/workflows.js';
import { told } from '../support/told.js';

let server: TestServer;
let track: Track;
beforeAll(async () => {
  server = await TestServer.start({ workflows: testWorkflows });
});
beforeEach(async () => {
  track = await Track.start(server);
});
afterAll(() => server.stop());

const post = (who: Client, gate: string, call: string, body: object): Promise<Answer<GateView>> =>
  who.post<GateView>(track.path(gate, call), body);

describe('a new version of the proposal', () => {
  it('is put at an open gate alone, on a day that follows, with bodies that are asked', async () => {
    const version = { on: '2024-01-05', title: 'Tweede versie' };
    expect(refusal(await post(track.lead, 'ontwerp', 'proposals', version))).toBe('409 gate-not-open');
    await track.put('ontwerp', '2024-01-04');
    const early = { ...version, on: '2024-01-03' };
    expect(refusal(await post(track.lead, 'ontwerp', 'proposals', early))).toBe('400 /on date-too-early');
    const stranger = { ...version, textualMandate: ['oost/raad'] };
    expect(refusal(await post(track.lead, 'ontwerp', 'proposals', stranger))).toBe(
      '400 /textualMandate/0 not-in-electorate',
    );
    const nobody = { ...version, textualMandate: ['nergens/college'] };
    expect(refusal(await post(track.lead, 'ontwerp', 'proposals', nobody))).toBe('400 /textualMandate/0 unknown-body');
    await accepted(post(track.lead, 'ontwerp', 'proposals', version));
    const third = await accepted(post(track.lead, 'ontwerp', 'proposals', { ...version, title: 'Derde versie' }));
    expect(third.proposals.map(({ version: one, title }) => [one, title])).toEqual([
      [1, null],
      [2, 'Tweede versie'],
      [3, 'Derde versie'],
    ]);
  });
});

describe('one submission of several texts', () => {
  it('puts each body its own text, and shows which', async () => {
    const variants = [
      { title: 'Voorstel voor de kust', url: 'https://example.org/kust', bodies: ['oost/college'] },
      { title: 'Voorstel voor het eiland', bodies: ['eiland/college'] },
    ];
    const put = await track.put('ontwerp', '2024-01-04', { proposal: { title: 'Voorstel' }, variants });
    expect(put.variants).toEqual(variants.map((variant) => ({ url: null, sha256: null, file: null, ...variant })));
    expect(put.proposal?.title).toBe('Voorstel');
  });

  it.each([
    [['oost/raad'], '400 /variants/0/bodies/0 not-in-electorate'],
    [[], '400 /variants/0/bodies required'],
    [
      ['oost/college', 'oost/college'],
      '400 /variants/0/bodies/0 not-allowed-here, /variants/0/bodies/1 not-allowed-here',
    ],
  ])('refuses a variant for %j', async (bodies, expected) => {
    await accepted(track.lead.post(`/dossiers/${track.id}/phases/ontwerp/starts`, { on: '2024-01-03' }));
    const asked = { on: '2024-01-04', variants: [{ title: 'Voorstel', bodies }] };
    expect(refusal(await post(track.lead, 'ontwerp', 'submissions', asked))).toBe(expected);
  });
});

describe('a receipt', () => {
  it('is only noted where bodies have terms of their own, from the submission on', async () => {
    await track.put('ontwerp', '2024-01-04');
    const receipt = { body: 'oost/college', on: '2024-01-05' };
    expect(refusal(await post(track.lead, 'ontwerp', 'receipts', receipt))).toBe('400  not-offered-here');
    await track.all('ontwerp', 'college', 'agree', '2024-01-05');
    await accepted(track.rule('ontwerp', 'go', '2024-01-05'));
    await track.put('zienswijze', '2024-01-06');
    const early = { body: 'oost/raad', on: '2024-01-05' };
    expect(refusal(await post(track.lead, 'zienswijze', 'receipts', early))).toBe('400 /on date-too-early');
    const foreign = { ...receipt, on: '2024-01-08' };
    expect(refusal(await post(track.lead, 'zienswijze', 'receipts', foreign))).toBe('400 /body not-in-electorate');
  });

  it('that was noted wrongly is noted again, and both stay in the record', async () => {
    await track.pass('ontwerp', 'college', 'agree', '2024-01-03');
    await track.put('zienswijze', '2024-01-04');
    const clerk = await track.recorder('oost/raad');
    await accepted(post(clerk, 'zienswijze', 'receipts', { body: 'oost/raad', on: '2024-01-08' }));
    const gate = await accepted(post(clerk, 'zienswijze', 'receipts', { body: 'oost/raad', on: '2024-01-10' }));
    expect(gate.receipts).toEqual([{ body: 'oost/raad', on: '2024-01-10', dueOn: '2024-03-06' }]);
    const { body } = await track.lead.get<{ items: { type: string }[] }>(`/dossiers/${track.id}/events`);
    expect(body.items.filter(({ type }) => type === 'ReceiptRecorded')).toHaveLength(2);
  });
});

describe('an agenda', () => {
  it('is of a body that is asked, at a gate that lies open, with a stage that exists', async () => {
    const item = { body: 'oost/college', meetingOn: '2999-01-01', stage: 'college' };
    expect(refusal(await post(track.lead, 'ontwerp', 'agendas', item))).toBe('409 gate-not-open');
    await track.put('ontwerp', '2024-01-04');
    const wrong = { ...item, stage: 'ooit' };
    expect(refusal(await post(track.lead, 'ontwerp', 'agendas', wrong))).toBe('400 /stage wrong-type');
    const past = { ...item, meetingOn: '2024-01-01' };
    expect(refusal(await post(track.lead, 'ontwerp', 'agendas', past))).toBe('400 /meetingOn date-too-early');
    const gate = await accepted(post(track.lead, 'ontwerp', 'agendas', item));
    expect(gate.agendas).toEqual([{ body: 'oost/college', meetingOn: '2999-01-01', stage: 'college' }]);
    expect(gate.missing[0]).toEqual({ body: 'oost/college', why: 'scheduled', until: '2999-01-01' });
  });
});

describe('a submission that is taken back', () => {
  it('leaves the phase underway and its decisions readable, and is put again as a new round', async () => {
    await track.put('ontwerp', '2024-01-04');
    await track.all('ontwerp', 'college', 'agree', '2024-01-05');
    const back = { on: '2024-01-06', reason: 'De stukken klopten niet.' };
    const gate = await accepted(post(track.lead, 'ontwerp', 'withdrawn-submissions', back));
    expect([gate.status, gate.round, gate.rounds]).toEqual([
      'planned',
      2,
      [{ round: 1, submittedOn: '2024-01-04', ruling: null }],
    ]);
    const former = await track.gate('ontwerp', '?round=1');
    expect([former.decisions.length, former.withdrawn, former.status, former.outcome]).toEqual([
      3,
      back,
      'planned',
      null,
    ]);
    const dossier = (await track.lead.get<DossierView>(`/dossiers/${track.id}`)).body;
    expect(dossier.phases.find(({ id }) => id === 'ontwerp')?.status).toBe('underway');
    expect(refusal(await post(track.lead, 'ontwerp', 'withdrawn-submissions', back))).toBe('409 not-in-this-state');
    const again = await accepted(post(track.lead, 'ontwerp', 'submissions', { on: '2024-01-06' }));
    expect([again.status, again.round, again.tally.silent]).toEqual(['open', 2, 3]);
    expect((await track.gate('ontwerp', '?asOf=2024-01-05')).tally.for).toBe(3);
  });
});

describe('a change of who decides', () => {
  const reason = 'De gemeenten zijn heringedeeld.';

  it('lets a body leave or take the place of others, with the reason, and counts anew', async () => {
    await track.put('ontwerp', '2024-01-04');
    await accepted(track.decide('ontwerp', 'oost/college', 'agree', '2024-01-05'));
    const leaves = { on: '2024-01-06', reason, ...told('2024-01-06'), leaves: ['eiland/college'] };
    const gate = await accepted(post(track.chair, 'ontwerp', 'electorate-changes', leaves));
    expect([gate.electorate, gate.tally.electorate]).toEqual([['oost/college', 'west/college'], 2]);
    // What it decided while it was asked is still recorded, and counts for nothing.
    await accepted(track.decide('ontwerp', 'eiland/college', 'agree', '2024-01-05'));
    const joins = { on: '2024-01-07', reason, ...told('2024-01-07'), joins: ['eiland/college'] };
    expect((await accepted(post(track.chair, 'ontwerp', 'electorate-changes', joins))).electorate).toHaveLength(3);
    const together = [{ from: ['oost/college', 'west/college'], into: 'oost/college' }];
    const merges = { on: '2024-01-08', reason, ...told('2024-01-08'), merges: together };
    const oost = await server.as('secretary', 'oost/college');
    expect(refusal(await post(track.chair, 'ontwerp', 'electorate-changes', merges))).toBe(
      '400 /merges/0/from/0 not-allowed-here',
    );
    const [{ id: decision } = { id: '' }] = (await track.gate('ontwerp')).decisions;
    await accepted(post(oost, 'ontwerp', 'withdrawals', { decision, on: '2024-01-08', reason }));
    const merged = await accepted(post(track.chair, 'ontwerp', 'electorate-changes', merges));
    expect([...merged.electorate].sort()).toEqual(['eiland/college', 'oost/college']);
    expect(merged.electorateChanges).toHaveLength(3);
    expect((await track.gate('ontwerp', '?asOf=2024-01-05')).electorate).toHaveLength(3);
  });

  it('is refused when the rule would make no sense for who is left', async () => {
    await track.put('ontwerp', '2024-01-04');
    await track.all('ontwerp', 'college', 'agree', '2024-01-04');
    await accepted(track.rule('ontwerp', 'go', '2024-01-04'));
    await track.put('treffen', '2024-01-05');
    const leaves = { on: '2024-01-06', reason, ...told('2024-01-06'), leaves: ['eiland/college'] };
    const answer = await post(track.chair, 'treffen', 'electorate-changes', leaves);
    expect(refusal(answer)).toBe('400  not-allowed-here');
    expect(answer.text).toContain('een drempel van 3 op 2 organen');
    const nobody = { ...leaves, leaves: ['oost/college', 'west/college', 'eiland/college'] };
    expect(refusal(await post(track.chair, 'treffen', 'electorate-changes', nobody))).toBe('400  not-allowed-here');
  });

  it('names bodies that exist, are of the kind that decides, and are in or out as it says', async () => {
    await track.put('ontwerp', '2024-01-04');
    const change = (more: object) =>
      post(track.chair, 'ontwerp', 'electorate-changes', { on: '2024-01-05', reason, ...told('2024-01-05'), ...more });
    expect(refusal(await change({}))).toBe('400  required');
    expect(refusal(await change({ joins: ['nergens/college'] }))).toBe('400 /joins/0 unknown-body');
    expect(refusal(await change({ joins: ['oost/raad'] }))).toBe('400 /joins/0 not-allowed-here');
    expect(refusal(await change({ joins: ['oost/college'] }))).toBe('400 /joins/0 not-allowed-here');
    expect(refusal(await change({ leaves: ['oost/raad'] }))).toBe('400 /leaves/0 not-in-electorate');
    const merges = [{ from: ['oost/raad'], into: 'west/college' }];
    expect((await change({ merges })).text).toMatch(/merges\/0\/from\/0.*merges\/0\/into/s);
  });
});

describe('an amended rule', () => {
  const meeting = { form: 'session', reference: 'Overleg 6 januari' };
  const asked = { on: '2024-01-06', reason: 'Eiland wordt heringedeeld.', meeting };
  const two = { rule: 'threshold', needed: 2, of: 'colleges' };

  it('is in force from the next submission, and shown ever after', async () => {
    await track.put('ontwerp', '2024-01-04');
    const amended = await accepted(post(track.chair, 'ontwerp', 'rule-amendments', { ...asked, rule: two }));
    expect(amended.rule.text).toBe('alle 3 colleges zijn akkoord'); // this round keeps its rule
    expect(amended.amendments).toEqual([
      {
        on: asked.on,
        reason: asked.reason,
        meeting,
        notifiedOn: null,
        flags: ['not-notified'],
        former: 'alle 3 colleges zijn akkoord',
        rule: 'ten minste 2 van de 3 colleges zijn akkoord',
        inForce: 'next-submission',
        agreedBy: [],
      },
    ]);
    await accepted(post(track.lead, 'ontwerp', 'withdrawn-submissions', { on: '2024-01-07', reason: 'Opnieuw.' }));
    const again = await accepted(post(track.lead, 'ontwerp', 'submissions', { on: '2024-01-08' }));
    expect(again.rule.text).toBe('ten minste 2 van de 3 colleges zijn akkoord');
  });

  const wrong: [string, object, string][] = [
    ['a rule that does not exist', { rule: 'loting' }, '400 /rule/rule unknown-option'],
    ['a threshold above the electorate', { ...two, needed: 4 }, '400 /rule not-allowed-here'],
    ['a field that is not its own', { ...two, least: 'x' }, '400 /rule not-allowed-here'],
    ['a figure as a text', { ...two, needed: '2' }, '400 /rule not-allowed-here'],
    ['a broken figure', { ...two, needed: 1.5 }, '400 /rule wrong-type'],
    ['a rule in a rule that does not exist', { rule: 'not', inner: { rule: 'loting' } }, '400 /rule not-allowed-here'],
    [
      'a weight that is no decimal',
      {
        rule: 'weighted',
        of: 'colleges',
        numerator: 1,
        denominator: 2,
        least: 'more-than',
        unit: 'inwoners',
        weights: { 'oost/college': '1e3', 'west/college': '1', 'eiland/college': '1' },
      },
      '400 /rule not-allowed-here',
    ],
    [
      'a rule that never refuses',
      { rule: 'any-of', rules: [two, { rule: 'not', inner: two }] },
      '400 /rule not-allowed-here',
    ],
    ['no rule at all', {}, '400 /rule wrong-type'],
  ];

  it.each(wrong)('is not %s', async (_, given, expected) => {
    const answer = await post(track.chair, 'ontwerp', 'rule-amendments', { ...asked, rule: given });
    expect(refusal(answer)).toBe(expected);
    expect((await track.gate('ontwerp')).amendments).toEqual([]);
  });
});

describe('the days of what a ruling rests on', () => {
  it('come before it: a body that left, a version, a withdrawal', async () => {
    await track.put('ontwerp', '2024-01-04');
    for (const place of ['oost', 'west'])
      await accepted(track.decide('ontwerp', `${place}/college`, 'agree', '2024-01-05'));
    const leaves = { on: '2024-02-01', reason: 'Heringedeeld.', ...told('2024-02-01'), leaves: ['eiland/college'] };
    await accepted(post(track.chair, 'ontwerp', 'electorate-changes', leaves));
    expect(refusal(await track.rule('ontwerp', 'go', '2024-01-15'))).toBe('400 /ruledOn date-too-early');
    expect((await track.rule('ontwerp', 'go', '2024-02-01')).status).toBe(201);
  });

  it('bind a decision to the version of its own day, also where the first had no text', async () => {
    await track.put('ontwerp', '2024-01-04');
    await accepted(post(track.lead, 'ontwerp', 'proposals', { on: '2024-01-10', title: 'Tweede versie' }));
    const early = await accepted(track.decide('ontwerp', 'oost/college', 'agree', '2024-01-05'));
    expect([early.proposalVersion, early.flags.includes('stale')]).toEqual([1, true]);
  });
});

describe('a late change where the plan reopens', () => {
  it('is one of mind, not of a number; and a dispute is one', async () => {
    await track.pass('ontwerp', 'college', 'agree', '2024-01-03');
    await track.pass('zienswijze', 'raad', 'no-view', '2024-01-04');
    await track.put('toestemming', '2024-01-05');
    for (const place of ['west', 'eiland'])
      await accepted(track.decide('toestemming', `${place}/raad`, 'consent', '2024-01-05'));
    const evidence = [{ title: 'Besluitenlijst', url: 'https://example.org/lijst' }];
    const recorded = { body: 'oost/raad', decision: 'consent', decidedOn: '2024-01-05', evidence };
    const { id } = await accepted(track.lead.post<{ id: string }>(track.path('toestemming', 'decisions'), recorded));
    const clerk = await track.recorder('oost/raad');
    const confirmations = track.path('toestemming', `decisions/${id}/confirmations`);
    await accepted(clerk.post(confirmations, { on: '2024-01-06', confirmed: true }));
    await accepted(track.rule('toestemming', 'go', '2024-01-06'));
    const number = { corrects: id, reason: 'Nummer vergeten.', reference: 'R-12' };
    await accepted(track.decide('toestemming', 'oost/raad', 'consent', '2024-01-05', number));
    expect((await track.gate('toestemming')).status).toBe('passed');
    const [latest] = (await track.gate('toestemming')).decisions.filter(
      (d) => d.body === 'oost/raad' && !d.supersededBy,
    );
    const changed = { revises: latest?.id, ground: 'conflict-with-law' };
    await accepted(track.decide('toestemming', 'oost/raad', 'consent-withheld', '2024-02-01', changed));
    expect((await track.gate('toestemming')).status).toBe('open');
  });
});
