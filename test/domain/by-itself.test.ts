// A gate at which nobody concludes: the decision itself is its end, in whatever way it becomes certain.
import { unanimity } from '../../src/domain/rules/unanimity.js';
import { responded } from '../../src/domain/rules/responded.js';
import { statusOf } from '../../src/domain/dossier/state.js';
import type { GatePlan } from '../../src/domain/workflow/define.js';
import { turnsOf } from '../../src/domain/turns/turns.js';
import { chairless } from '../../src/domain/views/chairless.js';
import { sentenceFigures } from '../../src/domain/stand/sentence.js';
import { sentenceOf } from '../../src/wording/gates/sentence.js';
import { asking, begin, chair, colleges, evidence, lead, own, planOf, Staged, today } from '../support/staged-play.js';

const one = { een: { noun: { one: 'college', many: 'colleges' }, bodies: ['oost/college'] } };
const alone: Partial<GatePlan> = {
  electorate: 'een',
  rule: unanimity('een'),
  concludes: 'by-itself',
  kinds: ['agree', 'agree-with-conditions', 'disagree', 'deferred'],
};
const plan = planOf({ besluit: asking(alone) }, { groups: one });
const put = () => new Staged(plan).put('besluit');
const says = (staged: Staged): string => sentenceOf(sentenceFigures(staged.at('besluit'), staged.standing('besluit')));
const whose = (staged: Staged): string[] =>
  turnsOf(staged.dossier, today, () => true).map(({ what, role, body }) => `${what} ${role} ${body ?? ''}`);

describe('a gate that its decision ends', () => {
  it('asks nobody to conclude, and passes with the decision, on its day', () => {
    const staged = put();
    expect(whose(staged)).toEqual(['decide secretary oost/college']);
    staged.decide('besluit', 'oost/college', 'agree', '2024-03-05');
    expect(statusOf(staged.dossier, 'besluit')).toBe('passed');
    expect(staged.events.slice(-2).map(({ type, on }) => [type, on])).toEqual([
      ['DecisionRecorded', '2024-03-05'],
      ['GateRuled', '2024-03-05'],
    ]);
    expect(says(staged)).toBe('Stand op 5 maart 2024: het college is akkoord. Uitkomst: go.');
  });

  it('is refused with the decision, and taken up again', () => {
    const staged = put();
    staged.decide('besluit', 'oost/college', 'disagree');
    expect(statusOf(staged.dossier, 'besluit')).toBe('refused');
    expect(whose(staged)).toEqual(['rework-phase process-lead ']);
  });

  it('waits with what is undecided, and for the word of the body on what the region recorded', () => {
    const staged = put();
    staged.decide('besluit', 'oost/college', 'deferred', begin);
    expect(statusOf(staged.dossier, 'besluit')).toBe('at-gate');
    const by = staged.decide('besluit', 'oost/college', 'agree', '2024-03-01', { evidence }, lead);
    expect(statusOf(staged.dossier, 'besluit')).toBe('at-gate');
    staged.give(
      'confirm-decision',
      { gate: 'besluit', decision: by },
      { on: today, confirmed: true },
      own('oost/college'),
    );
    expect(staged.events.at(-1)).toMatchObject({ type: 'GateRuled', on: '2024-03-01' });
  });

  it('waits for a condition, and passes with its answer', () => {
    const staged = put();
    const conditions = [{ text: 'een plan', effect: 'elaboration' as const }];
    staged.decide('besluit', 'oost/college', 'agree-with-conditions', begin, { conditions });
    expect(statusOf(staged.dossier, 'besluit')).toBe('at-gate');
    const condition = Object.keys(staged.dossier.conditions)[0] ?? '';
    staged.give('answer-condition', { gate: 'besluit', condition }, { on: '2024-04-02', answer: 'adopted' }, chair);
    expect(staged.events.at(-1)).toMatchObject({ on: '2024-04-02', facts: { ruling: 'go-with-conditions' } });
  });

  it('opens with a change of mind, and ends with that in the same breath', () => {
    const staged = put();
    const decision = staged.decide('besluit', 'oost/college', 'agree', '2024-03-05');
    staged.decide('besluit', 'oost/college', 'disagree', '2024-06-04', { revises: decision });
    expect(staged.events.slice(-3).map(({ type, on }) => [type, on])).toEqual([
      ['DecisionRevised', '2024-06-04'],
      ['GateReopened', '2024-06-04'],
      ['GateRuled', '2024-06-04'],
    ]);
    expect(statusOf(staged.dossier, 'besluit')).toBe('refused');
  });

  it('can neither be held up nor refused by a chair, who is not missed either', () => {
    const staged = put();
    for (const ruling of ['hold', 'no-go'] as const)
      expect(staged.refused('rule-gate', { gate: 'besluit' }, { ruling, ruledOn: today, reason: 'x' }, chair)).toEqual([
        expect.objectContaining({ pointer: '/ruling', code: 'not-allowed-here' }),
      ]);
    const reading = staged.reading(today);
    expect(chairless({ ...reading, viewer: { ...reading.viewer, canConclude: () => false } })).toEqual([]);
  });

  it('is no split, and does not end with a term', () => {
    const polls = [
      { id: 'a', title: 'A' },
      { id: 'b', title: 'B' },
    ];
    expect(() => planOf({ besluit: asking({ ...alone, polls, splits: true }) }, { groups: one })).toThrow(
      'splits-by-itself',
    );
    const view: Partial<GatePlan> = { ...alone, kinds: ['view', 'no-view'], rule: responded('een') };
    expect(() => planOf({ besluit: asking(view) }, { groups: one })).toThrow('term-by-itself');
  });
});

describe('a branch of an option that was put', () => {
  const proposes = [
    { id: 'a', title: 'A' },
    { id: 'b', title: 'B' },
  ];
  const after = (option: string) => ({ ...asking(), startsAfter: ['keuze'], branch: { gate: 'keuze', option } });
  const choosing = planOf({ keuze: asking({ proposes }), links: after('a'), rechts: after('b') });

  it('follows what is put after a no-go', () => {
    const staged = new Staged(choosing).put('keuze', begin, { option: 'a' });
    for (const body of colleges) staged.decide('keuze', body, 'disagree');
    staged.rule('keuze', 'no-go');
    expect([statusOf(staged.dossier, 'links'), statusOf(staged.dossier, 'rechts')]).toEqual(['dormant', 'dormant']);
    staged.give('rework-phase', { phase: 'keuze' }, { on: begin, reason: 'een andere vorm' });
    staged.give('submit-gate', { gate: 'keuze' }, { on: begin, option: 'b' });
    staged.all('keuze', colleges);
    staged.rule('keuze', 'go');
    expect([statusOf(staged.dossier, 'links'), statusOf(staged.dossier, 'rechts')]).toEqual(['skipped', 'planned']);
  });
});
