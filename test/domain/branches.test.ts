// Branches of a choice that may split: what a plan must say of them, and that the machine follows the choice.
import { loadRules } from '../../src/app/plan-catalogue.js';
import { window } from '../../src/domain/calendar.js';
import { threshold } from '../../src/domain/rules/threshold.js';
import { unanimity } from '../../src/domain/rules/unanimity.js';
import { runningState, statusOf } from '../../src/domain/dossier/state.js';
import { check } from '../../src/domain/workflow/check.js';
import { checkView } from '../../src/wording/gates/plan-faults.js';
import {
  defineWorkflow,
  gate,
  municipality,
  phase,
  region,
  type GatePlan,
  type PhasePlan,
} from '../../src/domain/workflow/define.js';
import { begin, chair, colleges, planOf, ruledBy, Staged } from '../support/staged-play.js';

const rules = await loadRules();
const asking: GatePlan = {
  title: 'Instemmen',
  verb: 'instemmen',
  electorate: 'colleges',
  ruledBy: 'r/o',
  rule: unanimity('colleges'),
};
const options = [
  { id: 'a', title: 'A' },
  { id: 'b', title: 'B' },
];

/** What is wrong with a plan of a choice and one phase after it. */
function faultsOf(choice: Partial<GatePlan>, after: Partial<PhasePlan>): string[] {
  const workflow = defineWorkflow({
    id: 'proef',
    version: 1,
    title: 'Proef',
    source: 'test',
    parties: [
      ...[municipality('x', 'X', 'GM9991'), municipality('y', 'Y', 'GM9992')],
      region('r', 'R', [{ id: 'o', title: 'Overleg' }]),
    ],
    phases: {
      keuze: phase('Keuze', window('2024'), {
        source: 'test',
        gate: gate('Kiezen', { ...asking, polls: options, ...choice }),
      }),
      verder: phase('Verder', window('2024'), { source: 'test', startsAfter: ['keuze'], ...after }),
    },
  });
  return check(workflow, rules)
    .map(checkView)
    .flatMap(({ name, passed, detail }) => (passed ? [] : [`${name}: ${detail}`]));
}

const branch = { gate: 'keuze', option: 'a' };

describe('a choice within a branch', () => {
  const choice = (more: Partial<PhasePlan> = {}): PhasePlan =>
    phase('Keuze', window('2024'), {
      source: 'test',
      gate: gate('Kiezen', { ...asking, ruledBy, polls: options }),
      ...more,
    });
  const after = (option: string, before: string) => ({ startsAfter: [before], branch: { gate: before, option } });
  const plan = planOf({
    eerste: choice(),
    tweede: choice(after('b', 'eerste')),
    derde: phase('Derde', window('2024'), { source: 'test', ...after('b', 'tweede') }),
  });
  const statuses = (staged: Staged) => ['tweede', 'derde'].map((id) => statusOf(staged.dossier, id));
  const choose = (staged: Staged, id: string, option: string) => {
    for (const body of colleges) staged.decide(id, body, 'agree', begin, { option });
    staged.rule(id, 'go');
  };

  it('is skipped with it, and so is what hangs on it', () => {
    const staged = new Staged(plan).put('eerste');
    expect(statuses(staged)).toEqual(['dormant', 'dormant']);
    choose(staged, 'eerste', 'a');
    expect(statuses(staged)).toEqual(['skipped', 'skipped']);
    expect(runningState(staged.dossier)).toBe('completed');
  });

  it('wakes with it, while what hangs on it sleeps until it is made', () => {
    const staged = new Staged(plan).put('eerste');
    choose(staged, 'eerste', 'b');
    expect(statuses(staged)).toEqual(['planned', 'dormant']);
    staged.put('tweede');
    choose(staged, 'tweede', 'b');
    expect(statuses(staged)).toEqual(['passed', 'planned']);
  });

  it('sleeps again when the first is done over and goes the other way', () => {
    const staged = new Staged(plan).put('eerste');
    choose(staged, 'eerste', 'a');
    staged.give('reopen-gate', { gate: 'eerste' }, { on: begin, reason: 'Vergissing.' }, chair);
    for (const body of colleges)
      staged.decide('eerste', body, 'agree', begin, {
        option: 'b',
        revises: staged.decisions('eerste').find((d) => d.body === body)?.id,
      });
    staged.rule('eerste', 'go');
    expect(statuses(staged)).toEqual(['planned', 'dormant']);
  });
});

describe('a branch', () => {
  it('hangs on an option of a poll that splits, and the machine follows the choice', () => {
    expect(faultsOf({ splits: true }, { branch })).toEqual([]);
  });

  it.each([
    ['on a gate without a choice', { polls: undefined }, { branch }, 'waar niets te kiezen is'],
    [
      'on an option that there is not',
      { splits: true as const },
      { branch: { ...branch, option: 'c' } },
      'kies uit a, b',
    ],
    [
      'without waiting for the choice',
      { splits: true as const },
      { branch, startsAfter: [] },
      'zet dat in startsAfter',
    ],
    ['on nothing that is put', { splits: true as const, polls: undefined }, { branch }, 'geef ze in polls'],
    ['nowhere, while the gate splits', { splits: true as const }, {}, 'geef een fase een branch'],
    [
      'with a rule that one party cannot fulfil',
      { splits: true as const },
      { branch, gate: { ...asking, rule: threshold(2, 'colleges') } },
      'als alleen "x" zo verder gaat',
    ],
    [
      'and splits again',
      { splits: true as const },
      { branch, gate: { ...asking, polls: options, splits: true as const } },
      'een tak splitst niet verder',
    ],
  ])('%s is refused with the cure', (_, choice, after, cure) => {
    expect(faultsOf(choice, after).join('\n')).toContain(cure);
  });
});
