// What is unusual or lacking about a decision: by its own day and the day that is asked about, whoever recorded it when.
import type { RecordDecision } from '../../../src/domain/facts/of-decisions.js';
import { flagsOf } from '../../../src/domain/stand/flags.js';
import type { Day, DecisionKind, Id } from '../../../src/domain/vocabulary.js';
import { closed } from '../../support/council-play.js';
import { window } from '../../../src/domain/calendar.js';
import { phase } from '../../../src/domain/workflow/define.js';
import { asking, chair, colleges, own, planOf, Staged } from '../../support/staged-play.js';

const options = ['a', 'b'].map((id) => ({ id, title: id.toUpperCase() }));
const tak = (option: string) =>
  phase('Tak', window('2024'), { source: 'test', startsAfter: ['keuze'], branch: { gate: 'keuze', option } });
const plan = planOf({
  moment: asking(),
  keuze: asking({ polls: options, splits: true }),
  links: tak('a'),
  rechts: tak('b'),
});
const [body = '', other = '', third = ''] = colleges;
const started = '2024-01-02';
const putOn = '2024-02-01';
const day = '2024-02-10';
const today = '2024-12-01';
let staged: Staged;
let gate: string;
const begin = (id = 'moment', more: { replyBy?: Day } = {}): void => {
  gate = id;
  staged = new Staged(plan, started);
  staged.start(gate, started);
  staged.give('submit-gate', { gate }, { on: putOn, ...more });
};
beforeEach(() => begin());

/** It decided, on an adopted list unless it is said otherwise. */
const decide = (decision: DecisionKind, more: Partial<RecordDecision> = {}, on: Day = day): Id =>
  staged.decide(gate, body, decision, on, { listAdoptedOn: on, ...more });
const closedUntil = (from: Day): Partial<RecordDecision> => ({ release: { ...closed.release, scope: 'region', from } });
function flags(id: Id, on = today): string[] {
  const decision = staged.decisions(gate).find((one) => one.id === id);
  if (!decision) throw new Error(`there is no decision ${id}`);
  return flagsOf({ dossier: staged.dossier, gate, round: staged.round(gate), day: on }, decision);
}

describe('lacking is', () => {
  const signed = { signatory: 'De burgemeester', capacity: 'burgemeester', authorisedOn: day };
  it.each<[string, DecisionKind, Partial<RecordDecision>, string[]]>([
    ['nothing of a plain yes', 'agree', {}, []],
    ['the reason of a no', 'disagree', {}, ['no-reason']],
    ['nothing of a no with one', 'disagree', { reason: 'Te duur.' }, []],
    ['the ground of consent that is withheld', 'consent-withheld', { ground: 'not-stated' }, ['no-ground']],
    ['nothing of one with a ground', 'consent-withheld', { ground: 'conflict-with-law' }, []],
    ['nothing of a signature by who may', 'signed', signed, []],
    ['who signed', 'signed', { ...signed, signatory: undefined }, ['no-signatory']],
    ['as what one signed', 'signed', { ...signed, capacity: undefined }, ['no-capacity']],
    ['that one was authorised', 'signed', { ...signed, authorisedOn: undefined }, ['no-authorisation']],
    ['that one was by then', 'signed', { ...signed, authorisedOn: '2024-02-11' }, ['no-authorisation']],
    ['nothing of who does not sign', 'not-signed', { reason: 'Te vroeg.' }, []],
    ['that it is the text that was put', 'agree', { conform: false }, ['not-conform']],
    ['nothing of one that is', 'agree', { conform: true }, []],
  ])('%s', (_, decision, more, expected) => {
    expect(flags(decide(decision, more))).toEqual(expected);
  });

  it('the reason of a no to one question of several', () => {
    const questions = [{ id: 'kosten', text: 'Ook de kosten?' }];
    staged.give('withdraw-gate', { gate }, { on: day, reason: 'Opnieuw.' });
    staged.give('submit-gate', { gate }, { on: day, questions });
    expect(flags(decide('agree', { answers: { kosten: 'disagree' } }))).toEqual(['no-reason']);
  });
});

it('is provisional until the list of its meeting is adopted', () => {
  expect(flags(decide('agree', { listAdoptedOn: undefined }))).toEqual(['provisional']);
  begin();
  const id = decide('agree', { listAdoptedOn: '2024-03-01' });
  expect([flags(id, '2024-02-29'), flags(id, '2024-03-01')]).toEqual([['provisional'], []]);
});

it('is late after the last day of its term, where there is one', () => {
  for (const [on, expected] of [
    ['2024-02-20', []],
    ['2024-02-21', ['late']],
  ] as const) {
    begin('moment', { replyBy: '2024-02-20' });
    expect([on, flags(decide('agree', {}, on))]).toEqual([on, expected]);
  }
});

describe('what does not count yet for where it was taken', () => {
  it('was taken before the gate was put', () => {
    expect(flags(decide('agree', {}, '2024-01-31'))).toEqual(['before-submission']);
    begin();
    expect(flags(decide('agree', {}, putOn))).toEqual([]);
  });

  it('waits for a gate that was not put yet, whatever else it lacks', () => {
    staged = new Staged(plan, started);
    staged.give('record-decision', { gate }, { body, decision: 'disagree', decidedOn: day }, own(body));
    const [decision] = staged.dossier.acts[gate]?.[0]?.readings ?? [];
    const found = decision && flagsOf({ dossier: staged.dossier, gate, round: null, day: today }, decision);
    expect(found).toEqual(['before-submission', 'provisional', 'no-reason']);
  });

  it('was taken before its body joined', () => {
    staged.give('change-electorate', { gate }, { on: '2024-02-02', reason: 'Nog niet.', leaves: [body] }, chair);
    staged.give('change-electorate', { gate }, { on: '2024-02-05', reason: 'Erbij.', joins: [body] }, chair);
    expect(flags(decide('agree', {}, '2024-02-04'))).toEqual(['before-joining']);
    expect(flags(decide('agree', {}, '2024-02-05'))).toEqual([]);
  });

  it('was taken on a text that was replaced since', () => {
    const id = decide('agree');
    staged.give('revise-proposal', { gate }, { on: '2024-03-01', title: 'Versie 2' });
    expect([flags(id, '2024-02-29'), flags(id, '2024-03-01')]).toEqual([[], ['stale']]);
  });
});

describe('that the conclusion did not count it', () => {
  const others = () => staged.all(gate, [other, third], 'agree', day);

  it('is said of what was recorded after it', () => {
    others();
    const before = decide('agree');
    staged.rule(gate, 'go', day);
    const after = decide('agree-with-remarks', { remarks: ['Let op.'], revises: before }, '2024-03-01');
    expect([flags(before), flags(after)]).toEqual([[], ['after-ruling']]);
  });

  it('is said of what was closed on its day', () => {
    others();
    const id = decide('agree', closed);
    expect(flags(id)).toEqual(['closed']);
    staged.rule(gate, 'go', '2024-02-15');
    expect(flags(id)).toEqual(['after-ruling', 'closed']);
  });

  it('is not said of what was known by then', () => {
    others();
    const id = decide('agree', closedUntil('2024-02-15'));
    staged.rule(gate, 'go', '2024-02-15');
    expect([flags(id, '2024-02-14'), flags(id, '2024-02-15')]).toEqual([['closed'], []]);
  });

  it('is said by the day of the last conclusion, and by none while it is open again', () => {
    others();
    const id = decide('agree', closedUntil('2024-02-15'));
    staged.rule(gate, 'go', day);
    expect(flags(id)).toEqual(['after-ruling']);
    staged.give('reopen-gate', { gate }, { on: day, reason: 'Een fout.' }, chair);
    expect(flags(id)).toEqual([]);
    staged.rule(gate, 'go', '2024-02-15');
    expect(flags(id)).toEqual([]);
  });

  it('is said by the day on which it ended in parts', () => {
    begin('keuze');
    for (const [one, option] of [
      [other, 'a'],
      [third, 'b'],
    ] as const)
      staged.decide(gate, one, 'agree', day, { option });
    const first = decide('agree', { option: 'a' });
    const id = decide('agree', { option: 'b', revises: first, ...closed }, '2024-02-11');
    const parts = [
      { option: 'a', bodies: [body, other] },
      { option: 'b', bodies: [third] },
    ];
    staged.give('split-gate', { gate }, { on: '2024-02-15', reason: 'Zo gekozen.', parts }, chair);
    expect([flags(first), flags(id)]).toEqual([[], ['after-ruling', 'closed']]);
  });
});

it('is closed until it is released', () => {
  const id = decide('agree', closedUntil('2024-03-01'));
  expect([flags(id, '2024-02-29'), flags(id, '2024-03-01')]).toEqual([['closed'], []]);
});

it('is withdrawn from the day on which its body took it back', () => {
  const decision = decide('agree');
  staged.give('withdraw-decision', { gate }, { decision, on: '2024-03-01', reason: 'Terug.' }, own(body));
  expect([flags(decision, '2024-02-29'), flags(decision, '2024-03-01')]).toEqual([[], ['withdrawn']]);
});

it.each([
  ['there was none', { noDecision: true as const }],
  ['it belongs elsewhere', { belongsTo: 'ander-traject' }],
])('is no decision once it was corrected: %s', (_, said) => {
  const corrects = decide('agree');
  const none = staged.decide(gate, body, 'agree', day, { corrects, reason: 'Vergissing.', ...said });
  expect([flags(corrects), flags(none)]).toEqual([[], ['no-decision']]);
});

it('was given under a reservation that is refused, and not under one that waits', () => {
  const id = decide('agree-subject-to', { subjectTo: { gate, body: other } });
  expect(flags(id)).toEqual([]);
  staged.decide(gate, other, 'disagree', '2024-02-20', { reason: 'Nee.' });
  expect([flags(id, '2024-02-19'), flags(id, '2024-02-20')]).toEqual([[], ['reservation-refused']]);
});
