// What a body decides, how it counts, and how it is corrected, revised, confirmed or disputed.
import type { DecisionView } from '../../src/domain/views/decision-view.js';
import { refusal } from '../support/client.js';
import { accepted, agree, college, decide, gateOf, rule, startDrenthe, withOpenGate } from '../support/drenthe.js';
import { TestServer } from '../support/server.js';

let server: TestServer;
let id: string;

beforeAll(async () => {
  server = await TestServer.start();
});
afterAll(() => server.stop());
beforeEach(async () => {
  id = await withOpenGate(server);
});

const missingOf = async (municipality: string) =>
  (await gateOf(server, id)).missing.find(({ body }) => body === college(municipality));

/** The region records for a body, with evidence. */
async function recordForBody(municipality: string, more: object = {}) {
  const lead = await server.lead();
  return lead.post<DecisionView>(`/dossiers/${id}/gates/instemming/decisions`, {
    body: college(municipality),
    decision: 'agree',
    decidedOn: '2024-04-16',
    evidence: [{ title: 'Besluitenlijst', url: 'https://example.org/besluitenlijst' }],
    ...more,
  });
}

async function confirm(municipality: string, decision: string, body: object) {
  const secretary = await server.secretary(municipality);
  const path = `/dossiers/${id}/gates/instemming/decisions/${decision}/confirmations`;
  return secretary.post<DecisionView>(path, { on: '2024-04-20', ...body });
}

describe('each kind of decision', () => {
  it('counts as its kind says', async () => {
    const kinds: [string, object, string][] = [
      ['assen', { decision: 'agree' }, 'for'],
      ['emmen', { decision: 'agree-with-remarks', remarks: ['Let op de kosten.'] }, 'for'],
      ['meppel', { decision: 'disagree', reason: 'Te vroeg.' }, 'against'],
      ['tynaarlo', { decision: 'deferred', nextDate: '2024-05-14' }, 'undecided'],
      ['westerveld', { decision: 'noted' }, 'undecided'],
    ];
    const expected: Record<string, number> = { for: 0, against: 0, abstained: 0, undecided: 0, silent: 12, decided: 0 };
    for (const [municipality, decision, side] of kinds) {
      await accepted(decide(server, id, municipality, decision));
      expected[side] = (expected[side] ?? 0) + 1;
      expected.silent = (expected.silent ?? 0) - 1;
      if (side !== 'undecided') expected.decided = (expected.decided ?? 0) + 1;
      expect((await gateOf(server, id)).tally).toEqual({ electorate: 12, options: {}, ...expected });
    }
    expect(await missingOf('tynaarlo')).toEqual({ body: college('tynaarlo'), why: 'deferred', until: '2024-05-14' });
    expect(await missingOf('westerveld')).toMatchObject({ why: 'noted' });
    expect(await missingOf('meppel')).toBeUndefined(); // against is not missing
  });

  it('answers every question, also where only one decision was sent', async () => {
    const { answers } = await accepted(decide(server, id, 'assen'));
    expect(answers).toEqual({ noodzaak: 'agree', uitwerking: 'agree' });
    const split = await accepted(decide(server, id, 'emmen', { answers: { uitwerking: 'disagree' }, reason: 'Nee.' }));
    expect(split.answers).toEqual({ noodzaak: 'agree', uitwerking: 'disagree' });
    expect((await gateOf(server, id)).tally).toMatchObject({ for: 1, against: 1 });
  });

  it('makes a no-go certain as soon as one college is against', async () => {
    await accepted(decide(server, id, 'meppel', { decision: 'disagree' }));
    const gate = await gateOf(server, id);
    expect([gate.outcome, gate.certain]).toEqual(['no-go', true]);
    expect(gate.explanation).toMatchObject({ because: [college('meppel')], decisive: [college('meppel')] });
    expect(gate.decisions[0]?.flags).toEqual(['provisional', 'no-reason']);
    expect(gate.missing).toHaveLength(11);
  });

  it('keeps everything that was said', async () => {
    const said = {
      reference: '2024-0416/7',
      reason: 'Besproken met de portefeuillehouder.',
      evidence: [{ title: 'Besluitenlijst 16 april', url: 'https://example.org/lijst' }],
      remarks: ['Eén', 'Twee\nregels'],
      decision: 'agree-with-remarks',
    };
    expect(await accepted(decide(server, id, 'assen', said))).toMatchObject(said);
  });
});

describe('what a body may not send', () => {
  const refused: [string, object, string][] = [
    ['remarks missing', { decision: 'agree-with-remarks' }, '400 /remarks remarks-required'],
    ['no conditions', { decision: 'agree-with-conditions' }, '400 /conditions conditions-required'],
    [
      'a condition with a plain yes',
      { conditions: [{ text: 'x', effect: 'elaboration' }] },
      '400 /conditions not-allowed-here',
    ],
    ['a next date with a yes', { nextDate: '2024-05-01' }, '400 /nextDate not-allowed-here'],
    ['a ground with a yes', { ground: 'not-stated' }, '400 /ground not-allowed-here'],
    ['an option where none is proposed', { option: 'openbaar-lichaam' }, '400 /option not-allowed-here'],
    ['a kind of another gate', { decision: 'consent' }, '400 /decision not-offered-here'],
    ['a kind that does not exist', { decision: 'maybe' }, '400 /decision not-offered-here'],
    [
      'an answer to a question that was not asked',
      { answers: { kosten: 'agree' } },
      '400 /answers/kosten unknown-property',
    ],
    [
      'a kind of another gate as an answer',
      { answers: { noodzaak: 'signed' } },
      '400 /answers/noodzaak not-offered-here',
    ],
    ['a date in the future', { decidedOn: '2999-01-01' }, '400 /decidedOn date-in-future'],
    ['a date before the letter', { decidedOn: '2024-04-10' }, '400 /decidedOn date-too-early'],
    ['31 February', { decidedOn: '2025-02-31' }, '400 /decidedOn bad-date'],
    [
      'a next date before the decision',
      { decision: 'deferred', nextDate: '2024-04-12' },
      '400 /nextDate date-too-early',
    ],
    ['a correction of what is not there', { corrects: 'x', reason: 'y' }, '400 /corrects unknown-decision'],
    ['a decision that is not there', { revises: 'nothing' }, '400 /revises unknown-decision'],
    ['what nobody knows', { vote: 'yes' }, '400 /vote unknown-property'],
    ['null', { reference: null }, '400 /reference wrong-type'],
    ['a number for a text', { reason: 5 }, '400 /reason wrong-type'],
  ];

  it.each(refused)('%s', async (_, decision, expected) => {
    expect(refusal(await decide(server, id, 'assen', decision))).toBe(expected);
    expect((await gateOf(server, id)).decisions).toEqual([]);
  });

  it.each([
    ['a correction without a reason', {}, '400 /reason reason-required'],
    ['a correction that revises', { revises: 'y', reason: 'z' }, '400 /revises not-allowed-here'],
  ])('%s', async (_, more, expected) => {
    const { id: corrects } = await accepted(decide(server, id, 'assen'));
    expect(refusal(await decide(server, id, 'assen', { corrects, ...more }))).toBe(expected);
    expect((await gateOf(server, id)).decisions).toHaveLength(1);
  });

  it('a body outside the electorate, and one that does not exist', async () => {
    const lead = await server.lead();
    const as = (body: string) =>
      lead.post(`/dossiers/${id}/gates/instemming/decisions`, {
        body,
        decision: 'agree',
        decidedOn: '2024-04-16',
        evidence: [{ title: 'Lijst', url: 'https://example.org/' }],
      });
    expect(refusal(await as('assen/raad'))).toBe('400 /body not-in-electorate');
    expect(refusal(await as('utrecht/college'))).toBe('400 /body unknown-body');
  });

  it('everything that is wrong is said at once', async () => {
    const answer = await decide(server, id, 'assen', {
      decision: 'deferred',
      remarks: 'x',
      vote: 1,
      decidedOn: 'soon',
    });
    expect(refusal(answer)).toBe('400 /vote unknown-property, /decidedOn bad-date, /remarks wrong-type');
  });
});

describe('a second decision', () => {
  it('is refused when it does not say what it does to the first', async () => {
    await accepted(decide(server, id, 'assen'));
    expect(refusal(await decide(server, id, 'assen', { decision: 'disagree' }))).toBe('409 decision-exists');
    expect((await gateOf(server, id)).decisions).toHaveLength(1);
  });

  it('takes the place of the first as a revision or as a correction, and both stay', async () => {
    const first = await accepted(decide(server, id, 'assen'));
    const second = await accepted(decide(server, id, 'assen', { decision: 'disagree', revises: first.id }));
    const third = await accepted(decide(server, id, 'assen', { corrects: second.id, reason: 'Verkeerd ingevuld.' }));
    const { decisions, tally } = await gateOf(server, id);
    expect(decisions.map((d) => [d.id, d.supersededBy])).toEqual([
      [first.id, third.id],
      [second.id, third.id],
      [third.id, null],
    ]);
    expect(tally).toMatchObject({ for: 1, against: 0 });
  });

  it('names the latest, and one of its own body', async () => {
    const first = await accepted(decide(server, id, 'assen'));
    await accepted(decide(server, id, 'assen', { revises: first.id }));
    expect(refusal(await decide(server, id, 'assen', { revises: first.id }))).toBe('409 not-the-latest');
    expect(refusal(await decide(server, id, 'emmen', { revises: first.id }))).toBe('400 /revises unknown-decision');
  });

  it('needs no word after a deferral, and supersedes it', async () => {
    const deferred = await accepted(decide(server, id, 'assen', { decision: 'deferred' }));
    const decided = await accepted(decide(server, id, 'assen', { decidedOn: '2024-04-23' }));
    const { decisions } = await gateOf(server, id);
    expect(decisions.find((d) => d.id === deferred.id)?.supersededBy).toBe(decided.id);
  });
});

describe('what the region records for a body', () => {
  it('needs evidence, waits for the body, and counts once confirmed', async () => {
    expect(refusal(await recordForBody('assen', { evidence: [] }))).toBe('400 /evidence evidence-required');
    const { id: decision, confirmation } = await accepted(recordForBody('assen'));
    expect(confirmation).toBe('unconfirmed');
    expect(await missingOf('assen')).toMatchObject({ why: 'unconfirmed' });
    expect((await gateOf(server, id)).tally).toMatchObject({ for: 0, undecided: 1, decided: 1 });
    expect((await accepted(confirm('assen', decision, { confirmed: true }))).confirmation).toBe('confirmed');
    expect((await gateOf(server, id)).tally).toMatchObject({ for: 1, undecided: 0 });
    expect(refusal(await confirm('assen', decision, { confirmed: true }))).toBe('409 not-in-this-state');
  });

  it('leaves the body silent when it is disputed, and its own decision then needs no revision', async () => {
    const { id: decision } = await accepted(recordForBody('assen'));
    await accepted(confirm('assen', decision, { confirmed: false, reason: 'Wij hielden het aan.' }));
    expect(await missingOf('assen')).toMatchObject({ why: 'disputed' });
    expect((await gateOf(server, id)).tally).toMatchObject({ silent: 12, decided: 0 });
    await accepted(decide(server, id, 'assen', { decidedOn: '2024-04-23' }));
    expect(await missingOf('assen')).toBeUndefined();
  });

  it('is confirmed by that body alone, not before it was decided, and only while it stands', async () => {
    const { id: decision } = await accepted(recordForBody('assen'));
    const path = `/dossiers/${id}/gates/instemming/decisions/${decision}/confirmations`;
    const other = await server.secretary('emmen');
    expect(refusal(await other.post(path, { on: '2024-04-20', confirmed: true }))).toBe('403 not-your-body');
    expect(refusal(await confirm('assen', decision, { on: '2024-04-15', confirmed: true }))).toBe(
      '400 /on date-too-early',
    );
    expect(refusal(await confirm('assen', 'nothing', { confirmed: true }))).toBe('404 unknown-decision');
    await accepted(decide(server, id, 'assen', { corrects: decision, reason: 'Anders besloten.' }));
    expect(refusal(await confirm('assen', decision, { confirmed: true }))).toBe('409 not-the-latest');
  });
});

describe('when a body decides', () => {
  it('flags a late decision and one from before the submission, by their own dates', async () => {
    const late = await accepted(decide(server, id, 'assen', { decidedOn: '2024-05-17' }));
    expect(late.flags).toEqual(['late', 'provisional']);
    const other = await startDrenthe(server);
    const lead = await server.lead();
    await accepted(lead.post(`/dossiers/${other}/phases/instemming/starts`, { on: '2024-04-11' }));
    await accepted(lead.post(`/dossiers/${other}/gates/instemming/submissions`, { on: '2024-04-18' }));
    const early = await accepted(decide(server, other, 'assen', { decidedOn: '2024-04-16' }));
    expect(early.flags).toEqual(['before-submission', 'provisional']);
  });

  it('takes a decision before the gate was put, and none in a stopped dossier', async () => {
    expect((await accepted(decide(server, id, 'assen', {}, 'themas'))).flags).toContain('before-submission');
    const chair = await server.chair();
    await accepted(chair.post(`/dossiers/${id}/stops`, { on: '2024-05-01', reason: 'Het rijk koos anders.' }));
    expect(refusal(await decide(server, id, 'assen'))).toBe('409 not-in-this-state');
  });

  it('records a change of mind after the ruling, flags it, and leaves the ruled gate as it was', async () => {
    await agree(server, id);
    await accepted(rule(server, id, {}));
    const before = await gateOf(server, id);
    const assen = before.decisions.find((d) => d.body === college('assen'));
    const late = { decision: 'disagree', revises: assen?.id, decidedOn: '2024-06-04', reason: 'Toch niet.' };
    expect((await accepted(decide(server, id, 'assen', late))).flags).toEqual(['late', 'after-ruling', 'provisional']);
    const after = await gateOf(server, id);
    expect([after.status, after.outcome, after.tally]).toEqual(['passed', 'go', before.tally]);
  });
});
