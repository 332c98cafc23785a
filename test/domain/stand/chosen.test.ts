// Which option a poll goes on with, where branches hang on it: the one that all chose where it may split, else the one that
// its rule comes to a go for.
import { assumed } from '../../../src/domain/rules/assumed.js';
import { majority } from '../../../src/domain/rules/majority.js';
import { threshold } from '../../../src/domain/rules/threshold.js';
import { chosenAt } from '../../../src/domain/stand/chosen.js';
import { window } from '../../../src/domain/calendar.js';
import type { Slug } from '../../../src/domain/vocabulary.js';
import { phase, type GatePlan } from '../../../src/domain/workflow/define.js';
import type { Plan } from '../../../src/domain/workflow/plan.js';
import { asking, begin, colleges, planOf, Staged } from '../../support/staged-play.js';

const options = [
  { id: 'a', title: 'A' },
  { id: 'b', title: 'B' },
];

const tak = (gate: string) =>
  phase('Tak', window('2024'), { source: 'test', startsAfter: [gate], branch: { gate, option: 'a' } });
const poll = (more: Partial<GatePlan> = {}): Plan =>
  planOf({ keuze: asking({ polls: options, rule: majority('colleges'), ...more }), tak: tak('keuze') });
const plain = poll();
const splits = poll({ splits: true });
const one = poll({ rule: threshold(1, 'colleges') });
const guessed = poll({ rule: assumed(majority('colleges'), 'De bron noemt geen regel.') });
const loose = planOf({ keuze: asking({ polls: options }), ander: asking({ polls: options }), tak: tak('ander') });

/** What three colleges go on with that stand so: `a` and `b` choose, `-` is against, `?` put it off, `.` is silent. */
function chosen(row: string, plan: Plan): Slug | null | undefined {
  const staged = new Staged(plan).put('keuze');
  row.split('').forEach((sign, i) => {
    const body = colleges[i] ?? '';
    if (sign === '?') staged.decide('keuze', body, 'deferred');
    else if (sign === '-') staged.decide('keuze', body, 'disagree', begin, { reason: 'Nee.' });
    else if (sign !== '.') staged.decide('keuze', body, 'agree', begin, { option: sign });
  });
  return chosenAt(staged.dossier, 'keuze', staged.round('keuze'), staged.standing('keuze'));
}

describe('a poll on which a branch hangs', () => {
  it.each([
    ['aaa', 'a'],
    ['bbb', 'b'],
    ['abb', 'b'],
    ['aa.', 'a'],
    ['ab.', null],
    ['ab-', null],
    ['a.?', null],
    ['...', null],
  ])('goes on with the option that its rule comes to a go for: %s', (row, option) => {
    expect(chosen(row, plain)).toBe(option);
  });

  it('does so where the rule is only assumed', () => {
    expect(chosen('abb', guessed)).toBe('b');
  });

  it('goes on with none where the rule comes to a go for more than one', () => {
    expect(chosen('ab.', one)).toBeNull();
  });

  it.each([
    ['aaa', 'a'],
    ['bbb', 'b'],
    ['abb', null],
    ['a..', 'a'],
    ['b?-', 'b'],
    ['-?.', null],
  ])('that may split, with the one that all who are for chose: %s', (row, option) => {
    expect(chosen(row, splits)).toBe(option);
  });
});

it('says nothing of a gate on which no branch hangs', () => {
  expect(chosen('aaa', loose)).toBeUndefined();
});
