// Rules over one text by its articles: each looks at its own question alone, whatever is answered to the others.
import { explained, scopeOf, type Explanation, type Position, type Rule } from '../../../src/domain/rule.js';
import { allOf } from '../../../src/domain/rules/all-of.js';
import { anyOf } from '../../../src/domain/rules/any-of.js';
import { chosenOption } from '../../../src/domain/rules/chosen-option.js';
import { looksAtQuestions, onQuestions } from '../../../src/domain/rules/on-questions.js';
import { share } from '../../../src/domain/rules/share.js';
import { threshold } from '../../../src/domain/rules/threshold.js';
import { unanimity } from '../../../src/domain/rules/unanimity.js';
import { sideOf, type Side } from '../../../src/domain/vocabulary.js';
import { ruleFaultWords } from '../../../src/wording/gates/rule-faults.js';
import { clauseOf, ruleWords } from '../../../src/wording/gates/rules.js';
import { rules, scope } from '../../support/stands.js';

const sides: Record<string, Side> = { '+': 'for', '-': 'against', o: 'abstained', '?': 'undecided' };
const noun = { one: 'college', many: 'colleges' };

/** What a body says on p and on q, as two signs; nothing at all as none. */
const bodyAt = (signs: string, i: number, option: string | null = null): Position => {
  const [p, q] = signs.split('').map((sign) => sides[sign] ?? 'silent');
  const one = { body: `b${i}`, option, lapsed: false };
  return p && q ? { ...one, side: sideOf([p, q]), answers: { p, q } } : { ...one, side: 'silent', answers: {} };
};

const over = (positions: readonly Position[]) => scopeOf(rules, { positions: () => positions, noun: () => noun });
const evaluate = (rule: Rule, positions: readonly Position[]): Explanation => explained(over(positions).explain(rule));
const explain = (rule: Rule, said: string): Explanation =>
  evaluate(
    rule,
    said.split(' ').map((signs, i) => bodyAt(signs, i)),
  );
const found = (rule: Rule, said: string): string[] => {
  const { outcome, certain, because, decisive, canChange } = explain(rule, said);
  const numbers = (bodies: string[]) => [...bodies.map((body) => body.slice(1))].sort().join('');
  return [certain ? outcome : `${outcome}?`, numbers(because), numbers(decisive), numbers(canChange)];
};

const onP = onQuestions(['p'], unanimity('bodies'));
const onQ = onQuestions(['q'], threshold(2, 'bodies'));

describe('a rule on one question of two', () => {
  it.each([
    ['+- +- +-', 'go', '012', '012', ''],
    ['-+ ++ ++', 'no-go', '0', '0', ''],
    ['+? ++ +-', 'go', '012', '012', ''],
    ['?+ ++ ++', 'open?', '', '', '0'],
    ['?- ++ ++', 'open?', '', '', '0'],
    ['++ ++ x', 'open?', '', '', '2'],
    ['o- ++ ++', 'no-go', '0', '0', ''],
  ])('of %s is %s', (said, ...expected) => expect(found(onP, said.replace('x', ''))).toEqual(expected));

  it('of several takes them together: one against is against', () => {
    const both = onQuestions(['p', 'q'], unanimity('bodies'));
    expect(found(both, '++ ++')[0]).toBe('go');
    expect(found(both, '+- ++').slice(0, 2)).toEqual(['no-go', '0']);
    expect(found(both, '+o ++')[0]).toBe('go');
    expect(found(both, 'oo ++')[0]).toBe('no-go');
  });

  it('is open on a question about which a body said nothing, also where it decided on others', () =>
    expect(evaluate(onQuestions(['r'], unanimity('bodies')), [bodyAt('++', 0)])).toMatchObject({ outcome: 'open' }));

  it('looks at the whole where nothing is said apart', () => {
    const whole = (side: Side): Position => ({ body: 'b0', side, option: null, lapsed: false });
    expect(evaluate(onP, [whole('for')]).outcome).toBe('go');
    expect(evaluate(onP, [{ ...whole('for'), answers: {} }]).outcome).toBe('go');
    expect(evaluate(onP, [{ ...whole('undecided'), answers: {} }]).outcome).toBe('open');
  });
});

describe('truth no. 21: two rules over one text', () => {
  const rule = allOf(onP, onQ);

  it.each([
    ['++ ++ +-', 'go', '012', '012', ''],
    ['++ +- +-', 'no-go', '12', '12', ''],
    ['-+ -+ ++', 'no-go', '01', '', ''],
    ['++ +- +?', 'open?', '', '', '2'],
  ])('of %s is %s', (said, ...expected) => expect(found(rule, said)).toEqual(expected));

  it('are said by their questions, before and after', () => {
    expect(ruleWords(allOf(onP, onQuestions(['artikel-1', 'artikel-2'], threshold(2, 'bodies'))), scope('...'))).toBe(
      'op p: alle 3 colleges zijn akkoord, en op artikel 1 en artikel 2: ten minste 2 van de 3 colleges zijn akkoord',
    );
    const clause = (said: string) => clauseOf(explain(rule, said), { bodies: noun });
    expect(clause('++ +- +-')).toBe('op q: 2 van de 3 colleges zijn niet akkoord; nodig zijn er ten minste 2 akkoord');
    expect(clause('++ ++ +-')).toBe(
      'op p: alle 3 colleges zijn akkoord en op q: 2 van de 3 colleges zijn akkoord; nodig zijn er ten minste 2',
    );
    expect(explain(rule, '++ ++').parts.map(({ rule: name, figures }) => [name, figures])).toEqual([
      ['on-questions', { questions: ['p'] }],
      ['on-questions', { questions: ['q'] }],
    ]);
  });

  it('hold for one option of a poll, for which who chose another is against on each question', () => {
    const poll = (inner: Rule) =>
      chosenOption(
        ['a', 'b'].map((id) => ({ id, title: id })),
        onQuestions(['p'], inner),
      );
    const chose = (...all: [string, string | null][]) => choseBy(unanimity('bodies'), ...all);
    const choseBy = (inner: Rule, ...all: [string, string | null][]) =>
      evaluate(
        poll(inner),
        all.map(([signs, option], i) => bodyAt(signs, i, option)),
      );
    expect(chose(['++', 'a'], ['+-', 'a'])).toMatchObject({ outcome: 'go', figures: { bearers: [0] } });
    expect(chose(['++', 'a'], ['++', 'b'])).toMatchObject({ outcome: 'no-go' });
    expect(chose(['o+', 'a'], ['-+', 'b'])).toMatchObject({ outcome: 'no-go' });
    const ofVotes = share(1, 1, 'bodies', { among: 'decided' });
    expect(choseBy(ofVotes, ['++', 'a'], ['o+', 'b'])).toMatchObject({ outcome: 'go' });
    expect(choseBy(ofVotes, ['++', 'a'], ['++', 'b'])).toMatchObject({ outcome: 'no-go' });
  });
});

describe('the laws of a rule, where bodies answer by question', () => {
  const stands = ['', ...['+', '-', 'o', '?'].flatMap((p) => ['+', '-', 'o', '?'].map((q) => p + q))];
  const every = (size: number): string[][] =>
    size === 0 ? [[]] : every(size - 1).flatMap((rest) => stands.map((one) => [...rest, one]));
  const isOpen = (one: string): boolean => one === '' || one.includes('?');
  const completions = ([first, ...others]: string[]): string[][] => {
    if (first === undefined) return [[]];
    const [p = '?', q = '?'] = first;
    const ways = (sign: string): string[] => (sign === '?' ? ['+', '-', 'o'] : [sign]);
    const own = ways(p).flatMap((one) => ways(q).map((other) => one + other));
    return completions(others).flatMap((rest) => own.map((one) => [one, ...rest]));
  };

  it.each<[string, Rule]>([
    ['all of', allOf(onP, onQ)],
    ['any of', anyOf(onP, onQuestions(['q'], threshold(1, 'bodies')))],
  ])('hold for %s two rules and every way in which two bodies stand', (_, rule) => {
    for (const all of every(2)) {
      const is = (now: string[]) => explain(rule, now.join(' '));
      const { outcome, certain, because, decisive, canChange } = is(all);
      const alone = is(all.map((one, i) => (because.includes(`b${i}`) ? one : '')));
      expect([all, outcome === 'open' || alone.outcome === outcome]).toEqual([all, true]);

      const without = all.flatMap((_one, i) => {
        const then = is(all.map((one, j) => (i === j ? '' : one)));
        return then.outcome === outcome && then.certain === certain ? [] : [`b${i}`];
      });
      expect([all, [...decisive].sort()]).toEqual([all, without]);

      const ends = completions(all).map((end) => ({ end, outcome: is(end).outcome }));
      expect([all, certain]).toEqual([all, ends.every((one) => one.outcome === outcome)]);
      expect([all, canChange.filter((body) => !isOpen(all[Number(body.slice(1))] ?? ''))]).toEqual([all, []]);
      if (certain) continue;
      const pivotal = all.flatMap((one, i) => {
        const turns = ends.some(({ end, outcome: before }) =>
          completions([one]).some(([way = '']) => is(end.map((its, j) => (i === j ? way : its))).outcome !== before),
        );
        return isOpen(one) && turns ? [`b${i}`] : [];
      });
      expect([all, pivotal.filter((body) => !canChange.includes(body))]).toEqual([all, []]);
    }
  });
});

describe('a rule on questions that cannot be used', () => {
  const faults = (rule: Rule) => scope('...').faults(rule).map(ruleFaultWords);

  it('is one on no question, or with a rule in it that is wrong', () => {
    const noQuestion = 'een regel over geen enkele vraag: noem er ten minste één';
    const empty = '"nobody" heeft hier geen organen: noem een groep die mee besluit';
    expect(faults(onQuestions([], unanimity('nobody')))).toEqual([noQuestion, empty]);
    expect(faults(onP)).toEqual([]);
  });

  it('is recognised', () => expect([onP, unanimity('bodies')].map(looksAtQuestions)).toEqual([true, false]));
});
