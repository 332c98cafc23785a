// The laws of explanations, over every rule found on disk: exhaustive for small electorates, sampled for large ones.
import fc from 'fast-check';
import { loadRules } from '../../src/app/plan-catalogue.js';
import {
  explained,
  isUnspoken,
  scopeOf,
  type Explanation,
  type Position,
  type Rule,
  type RuleCatalogue,
  type RuleKind,
  type Scope,
} from '../../src/domain/rule.js';
import { ruleWords } from '../../src/wording/gates/rules.js';

const rules: RuleCatalogue = await loadRules();

/** Where a body may stand. Whether its term is over shows once it is undecided, so that varies too. */
type Stand = Omit<Position, 'body'>;
const stand = (side: Position['side'], lapsed = false, option: string | null = null): Stand => ({
  side,
  lapsed,
  option,
});
const plain: Stand[] = [
  stand('for', false, 'a'),
  stand('for', false, 'b'),
  stand('against'),
  stand('abstained'),
  stand('undecided'),
  stand('silent'),
];
const all: Stand[] = [...plain, ...plain.map((one) => ({ ...one, lapsed: true }))];

const placed = (stands: readonly Stand[]): Position[] => stands.map((one, i) => ({ body: `b${i}`, ...one }));

/** The groups of the samples: everyone, and the first half. */
function ground(positions: readonly Position[]): Scope {
  const half = Math.ceil(positions.length / 2);
  const some = positions.filter(({ body }) => Number(body.slice(1)) < half);
  return scopeOf(rules, {
    positions: (group) => (group === 'some' ? some : positions),
    noun: () => ({ one: 'orgaan', many: 'organen' }),
  });
}

const evaluate = (rule: Rule, positions: readonly Position[]): Explanation =>
  explained(ground(positions).explain(rule));
const replaced = (positions: readonly Position[], at: number, change: Partial<Position>): Position[] =>
  positions.map((one, i) => (i === at ? { ...one, ...change } : one));
const same = (a: Explanation, b: Explanation): boolean => a.outcome === b.outcome && a.certain === b.certain;

function* vectors(size: number, among: readonly Stand[]): Generator<Stand[]> {
  if (size === 0) yield [];
  else for (const rest of vectors(size - 1, among)) for (const one of among) yield [...rest, one];
}

/** Options only make a difference to a rule about options: elsewhere one stands for all. */
const among = (kind: RuleKind, stands: readonly Stand[]): Stand[] =>
  stands.filter(({ option }) => kind.name === 'chosen-option' || option !== 'b');

const everyWay: Stand[] = [stand('for', false, 'a'), stand('for', false, 'b'), stand('against'), stand('abstained')];

/** Every way in which those who are undecided or silent may still decide. */
function* completions(positions: readonly Position[], ways: readonly Stand[]): Generator<Position[]> {
  const open = positions.findIndex(isUnspoken);
  if (open < 0) yield [...positions];
  else for (const way of ways) yield* completions(replaced(positions, open, way), ways);
}

function expectLaws(rule: Rule, positions: readonly Position[]): void {
  const found = evaluate(rule, positions);
  expect(same(evaluate(rule, [...positions].reverse()), found)).toBe(true); // order does not matter

  const sufficient = positions.map((one) =>
    found.because.includes(one.body) ? one : { ...one, side: 'undecided' as const },
  );
  expect(evaluate(rule, sufficient).outcome).toBe(found.outcome);

  const decisive = positions.flatMap((one, i) =>
    !isUnspoken(one) && !same(evaluate(rule, replaced(positions, i, { side: 'undecided' })), found) ? [one.body] : [],
  );
  expect([...found.decisive].sort()).toEqual(decisive.sort());
  const unspoken = new Set(positions.filter(isUnspoken).map(({ body }) => body));
  expect(found.certain ? found.canChange : []).toEqual([]);
  expect(found.canChange.filter((body) => !unspoken.has(body))).toEqual([]);
}

function expectCompletionLaws(rule: Rule, kind: RuleKind, positions: readonly Position[]): void {
  const found = evaluate(rule, positions);
  const ways = among(kind, everyWay);
  const ends = [...completions(positions, ways)].map((end) => ({ end, outcome: evaluate(rule, end).outcome }));
  const settled = ends.every(({ outcome }) => outcome === found.outcome);
  if (found.certain || kind.monotone) expect(found.certain).toBe(settled);
  if (found.certain) return;
  for (const { end, outcome } of ends) {
    positions.forEach((one, i) => {
      const pivotal = isUnspoken(one) && ways.some((way) => evaluate(rule, replaced(end, i, way)).outcome !== outcome);
      if (pivotal) expect(found.canChange).toContain(one.body);
    });
  }
}

const order = { 'no-go': 0, open: 1, go: 2 };

/** One more for never makes it less; a rule for which that does not hold says what it does keep. */
function expectDirection(rule: Rule, kind: RuleKind, positions: readonly Position[]): void {
  const before = evaluate(rule, positions).outcome;
  positions.forEach((one, i) => {
    if (kind.monotone) {
      if (one.side === 'for') return;
      const after = evaluate(rule, replaced(positions, i, { side: 'for', option: 'a' })).outcome;
      expect(order[after]).toBeGreaterThanOrEqual(order[before]);
    } else if (before === 'go')
      for (const kept of kind.keepsGo?.(rule, one, ground(positions)) ?? [])
        expect(evaluate(rule, replaced(positions, i, kept)).outcome).not.toBe('no-go');
  });
}

describe.each([...rules.values()])('the rule $name', (kind) => {
  it.each([
    [1, all],
    [2, all],
    [3, plain],
    [4, plain],
  ])('keeps every law for all stands of %i bodies', (size, drawn) => {
    for (const rule of kind.samples(size))
      for (const stands of vectors(size, among(kind, drawn))) {
        const positions = placed(stands);
        expectLaws(rule, positions);
        if (size < 4) expectCompletionLaws(rule, kind, positions);
        expectDirection(rule, kind, positions);
      }
  });

  it('keeps every law for some stands of three to five bodies, in term or past it', () => {
    const stands = fc.array(fc.constantFrom(...among(kind, all)), { minLength: 3, maxLength: 5 });
    fc.assert(
      fc.property(stands, fc.nat(), (drawn, pick) => {
        const samples = kind.samples(drawn.length);
        const rule = samples[pick % samples.length];
        if (!rule) return;
        expectLaws(rule, placed(drawn));
        expectCompletionLaws(rule, kind, placed(drawn));
        expectDirection(rule, kind, placed(drawn));
      }),
      { numRuns: 40 },
    );
  });

  it('keeps the laws for large electorates', () => {
    const stands = fc.array(fc.constantFrom(...all), { minLength: 5, maxLength: 342 });
    fc.assert(
      fc.property(stands, fc.nat(), (drawn, pick) => {
        const samples = kind.samples(drawn.length);
        const rule = samples[pick % samples.length];
        if (rule) expectLaws(rule, placed(drawn));
      }),
      { numRuns: 6 },
    );
  });

  it('states what it keeps when one more body for may take a go away', () => {
    expect(kind.monotone || kind.keepsGo !== undefined).toBe(true);
  });

  it('says what it is in words, and what is wrong with a group that is empty', () => {
    const scope = (size: number) => ground(placed(Array.from({ length: size }, () => stand('silent'))));
    for (const rule of kind.samples(3)) {
      expect(ruleWords(rule, scope(3))).toMatch(/\w/);
      expect(scope(3).faults(rule)).toEqual([]);
      expect(scope(0).faults(rule)).not.toEqual([]);
    }
  });
});
