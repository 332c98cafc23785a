// Conditions that an earlier gate passed on: which are in force, where they are carried to, and what the gate says of them.
import type { Condition, GivenAnswer } from '../../../src/domain/dossier/decided.js';
import type { RecordDecision } from '../../../src/domain/facts/of-decisions.js';
import {
  carriedTo,
  explainCarried,
  isCurrent,
  isKnown,
  isLapsed,
  missingFrom,
} from '../../../src/domain/stand/carried.js';
import type { BodyId, ConditionAnswer, Day, DecisionKind, Id } from '../../../src/domain/vocabulary.js';
import { closed } from '../../support/council-play.js';
import { asking, begin, chair, colleges, lead, own, planOf, Staged } from '../../support/staged-play.js';

const [oost = '', west = ''] = colleges;
const plan = planOf({ moment: asking(), later: asking(), elders: asking() });
const gate = 'moment';
const on = '2024-02-10';
const today = '2024-12-01';
let staged: Staged;
beforeEach(() => {
  staged = new Staged(plan).put(gate);
});

const elaboration = { text: 'Eerst het geld.', effect: 'elaboration', dueOn: '2024-05-01' } as const;
const decide = (kind: DecisionKind, day: Day = on, more: Partial<RecordDecision> = {}, body = oost): Id =>
  staged.decide(gate, body, kind, day, more);
/** It agrees under a condition. @returns the decision and the condition */
function conditional(more: Partial<RecordDecision> = {}, body = oost): [Id, Id] {
  const decision = decide('agree-with-conditions', on, { conditions: [elaboration], ...more }, body);
  return [decision, staged.decisions(gate).find(({ id }) => id === decision)?.conditions[0] ?? ''];
}
function answer(condition: Id, said: ConditionAnswer, day: Day = on, phase?: string): void {
  const who = { adopted: chair, carried: chair, rejected: chair, met: lead, waived: own(oost), disputed: own(oost) }[
    said
  ];
  const more = { on: day, reason: 'Zo besloten.', ...(phase ? { phase } : {}) };
  staged.give('answer-condition', { gate, condition }, { answer: said, ...more }, who);
}
function conditionOf(id: Id): Condition {
  const found = staged.dossier.conditions[id];
  if (!found) throw new Error(`there is no condition ${id}`);
  return found;
}
const carried = (phase: string, day: Day = today): Id[] => carriedTo(staged.dossier, phase, day).map(({ id }) => id);
const lapsed = (id: Id, day: Day = today): boolean => isLapsed(staged.dossier, conditionOf(id), day);
const current = (id: Id, day: Day = today): boolean => isCurrent(staged.dossier, conditionOf(id), day);

describe('carried to a phase', () => {
  it('is a condition from the day on which it was carried there, met or not', () => {
    const [, condition] = conditional();
    expect(carried('later')).toEqual([]);
    answer(condition, 'carried', '2024-02-20', 'later');
    expect([carried('later', '2024-02-19'), carried('later', '2024-02-20')]).toEqual([[], [condition]]);
    expect(carried('elders')).toEqual([]);
    answer(condition, 'met', '2024-03-01');
    expect(carried('later')).toEqual([condition]);
  });

  it('are those of several bodies, in the order in which they were made', () => {
    const [, first] = conditional();
    const [, second] = conditional({}, west);
    answer(second, 'carried', on, 'later');
    answer(first, 'carried', on, 'later');
    expect(carried('later')).toEqual([first, second]);
  });

  it('is none that lapsed, until its act stands again: then it is there with its answers', () => {
    const [decision, condition] = conditional();
    answer(condition, 'carried', on, 'later');
    const corrects = decide('agree', '2024-03-01', { revises: decision });
    expect([carried('later', '2024-02-29'), carried('later', '2024-03-01')]).toEqual([[condition], []]);
    decide('agree', '2024-03-01', { corrects, noDecision: true, reason: 'Nooit genomen.' });
    expect(carried('later')).toEqual([condition]);
  });

  it('is none of a round that is over', () => {
    const [, condition] = conditional();
    answer(condition, 'carried', on, 'later');
    expect(current(condition)).toBe(true);
    staged.give('withdraw-gate', { gate }, { on: '2024-03-01', reason: 'Opnieuw.' });
    expect([current(condition), carried('later')]).toEqual([false, []]);
    staged.give('submit-gate', { gate }, { on: '2024-03-01' });
    expect([current(condition), carried('later')]).toEqual([false, []]);
  });
});

describe('a condition lapses', () => {
  it('when its body decides again, and a new act that repeats it makes a new one', () => {
    const [revises, condition] = conditional();
    const again = decide('agree-with-conditions', '2024-03-01', { revises, conditions: [elaboration] });
    const [made = ''] = staged.decisions(gate).find(({ id }) => id === again)?.conditions ?? [];
    expect([lapsed(condition, '2024-02-29'), lapsed(condition, '2024-03-01')]).toEqual([false, true]);
    expect([lapsed(made), made === condition]).toEqual([false, false]);
  });

  it('when its body takes it back', () => {
    const [decision, condition] = conditional();
    staged.give('withdraw-decision', { gate }, { decision, on: '2024-03-01', reason: 'Terug.' }, own(oost));
    expect([lapsed(condition, '2024-02-29'), lapsed(condition, '2024-03-01')]).toEqual([false, true]);
  });

  it('on every day when a correction leaves it out, and not when it repeats it', () => {
    const [decision, condition] = conditional();
    const corrects = decide('agree-with-conditions', on, { corrects: decision, reason: 'Nummer.', reference: 'Z-1' });
    expect([lapsed(condition), current(condition)]).toEqual([false, true]);
    decide('agree', on, { corrects, reason: 'Zonder.' });
    expect([lapsed(condition), lapsed(condition, on), current(condition)]).toEqual([true, true, false]);
  });

  it('not when another body decides', () => {
    const [, condition] = conditional();
    staged.decide(gate, west, 'agree', '2024-03-01');
    expect(lapsed(condition)).toBe(false);
  });

  it('not before its gate is put, and not while its act is closed', () => {
    staged = new Staged(plan);
    const conditions = [elaboration];
    const said = { body: oost, decision: 'agree-with-conditions', decidedOn: begin, conditions } as const;
    staged.give('record-decision', { gate }, said, own(oost));
    const [waiting = ''] = Object.keys(staged.dossier.conditions);
    expect([lapsed(waiting), current(waiting)]).toEqual([false, false]);
    staged.put(gate);
    expect([lapsed(waiting), current(waiting)]).toEqual([false, true]);
    const [, hidden] = conditional(closed, west);
    expect(lapsed(hidden)).toBe(false);
  });
});

describe('a condition is known to the region', () => {
  const known = (id: Id, day: Day) => isKnown(staged.dossier, conditionOf(id), day);
  it('from the day of its act', () => {
    const [, condition] = conditional();
    expect([known(condition, '2024-02-09'), known(condition, on)]).toEqual([false, true]);
  });

  it('once its act is released', () => {
    const [decision, condition] = conditional(closed);
    staged.give('release-decision', { gate, decision }, { on: '2024-03-01', scope: 'region' }, own(oost));
    expect([known(condition, '2024-02-29'), known(condition, '2024-03-01')]).toEqual([false, true]);
  });

  it('not where its act is not there', () => {
    const [, condition] = conditional();
    const elsewhere = { ...conditionOf(condition), decision: 'elders' };
    expect([isKnown(staged.dossier, elsewhere, today), isLapsed(staged.dossier, elsewhere, today)]).toEqual([
      false,
      true,
    ]);
  });
});

describe('in the explanation of its gate', () => {
  const made = (body: BodyId, ...answers: ConditionAnswer[]): Condition => ({
    ...{
      id: 'c',
      gate,
      round: 1,
      decision: 'd',
      text: null,
      effect: 'elaboration',
      owner: null,
      ofPoint: null,
      dueOn: '2024-05-01',
    },
    body,
    answers: answers.map((said): GivenAnswer => ({ answer: said, phase: 'later', reason: null, on })),
  });
  const open = made(oost, 'carried');
  const disputed = made(oost, 'carried', 'met', 'disputed');
  const met = made(west, 'carried', 'met');
  const waived = made(west, 'carried', 'waived');

  it('those that are not met hold it, and whoever made them can change that', () => {
    expect(explainCarried([open, met, disputed], today)).toEqual({
      rule: 'carried-conditions',
      outcome: 'open',
      certain: false,
      figures: { size: 3, met: 1 },
      because: [],
      without: [],
      canChange: [oost],
      parts: [],
    });
  });

  it('they are the reason of a go once all are met or waived, and it is open without any of them', () => {
    expect(explainCarried([met, waived], today)).toEqual({
      rule: 'carried-conditions',
      outcome: 'go',
      certain: true,
      figures: { size: 2, met: 2 },
      because: [west],
      without: [{ outcome: 'open', certain: false, bodies: [west] }],
      canChange: [],
      parts: [],
    });
  });

  it('who made those that are not met are missing, until the day by which it must be', () => {
    expect(missingFrom([open, met], today)).toEqual([{ body: oost, why: 'condition-open', until: '2024-05-01' }]);
    expect(missingFrom([met], '2024-02-09')).toEqual([{ body: west, why: 'condition-open', until: '2024-05-01' }]);
  });
});
