// The laws of explanations, over every rule found on disk: exhaustive for small electorates, sampled for large ones.
import fc from 'fast-check';
import { loadRules } from '../../src/app/shelf.js';
import { scopeOf, type Explanation, type Rule, type RuleCatalogue } from '../../src/domain/rule.js';
import type { Side } from '../../src/domain/vocabulary.js';

const rules: RuleCatalogue = await loadRules();
const sides: Side[] = ['for', 'against', 'undecided', 'silent'];

const evaluate = (rule: Rule, stand: readonly Side[]): Explanation =>
  scopeOf(rules, {
    positions: () => stand.map((side, i) => ({ body: `b${i}`, side })),
    noun: () => ({ one: 'orgaan', many: 'organen' }),
  }).explain(rule);

const index = (body: string): number => Number(body.slice(1));
const replaced = (stand: readonly Side[], at: number, side: Side): Side[] => stand.map((s, i) => (i === at ? side : s));
const isOpen = (side: Side): boolean => side === 'undecided' || side === 'silent';
const same = (a: Explanation, b: Explanation): boolean => a.outcome === b.outcome && a.certain === b.certain;

function* vectors(size: number, among: readonly Side[]): Generator<Side[]> {
  if (size === 0) yield [];
  else for (const rest of vectors(size - 1, among)) for (const side of among) yield [...rest, side];
}

/** Every way in which those who are undecided or silent may still decide. */
function* completions(stand: readonly Side[]): Generator<Side[]> {
  const open = stand.findIndex(isOpen);
  if (open < 0) yield [...stand];
  else for (const side of ['for', 'against'] as const) yield* completions(replaced(stand, open, side));
}

function expectLaws(rule: Rule, stand: readonly Side[]): void {
  const found = evaluate(rule, stand);
  const reversed = evaluate(rule, [...stand].reverse());
  expect(reversed.outcome).toBe(found.outcome); // order does not matter

  const sufficient = stand.map((side, i) => (found.because.includes(`b${i}`) ? side : 'undecided'));
  expect(evaluate(rule, sufficient).outcome).toBe(found.outcome);

  const decisive = stand.flatMap((side, i) =>
    !isOpen(side) && !same(evaluate(rule, replaced(stand, i, 'undecided')), found) ? [`b${i}`] : [],
  );
  expect([...found.decisive].sort()).toEqual(decisive.sort());
  expect(found.certain ? found.canChange : []).toEqual([]);
  for (const body of found.canChange) expect(isOpen(stand[index(body)] ?? 'for')).toBe(true);
}

function expectCompletionLaws(rule: Rule, stand: readonly Side[]): void {
  const found = evaluate(rule, stand);
  const ends = [...completions(stand)].map((end) => ({ end, outcome: evaluate(rule, end).outcome }));
  expect(found.certain).toBe(ends.every(({ outcome }) => outcome === found.outcome));
  if (found.certain) return;
  for (const { end, outcome } of ends) {
    stand.forEach((side, i) => {
      if (!isOpen(side)) return;
      const flipped = replaced(end, i, end[i] === 'for' ? 'against' : 'for');
      if (evaluate(rule, flipped).outcome !== outcome) expect(found.canChange).toContain(`b${i}`); // pivotal
    });
  }
}

function expectMonotone(rule: Rule, stand: readonly Side[]): void {
  const order = { 'no-go': 0, open: 1, go: 2 };
  const before = order[evaluate(rule, stand).outcome];
  stand.forEach((side, i) => {
    if (side !== 'for') expect(order[evaluate(rule, replaced(stand, i, 'for')).outcome]).toBeGreaterThanOrEqual(before);
  });
}

describe.each([...rules.values()])('the rule $name', (kind) => {
  it.each([1, 2, 3, 4])('keeps every law for all stands of %i bodies', (size) => {
    for (const rule of kind.samples(size)) {
      for (const stand of vectors(size, sides)) {
        expectLaws(rule, stand);
        expectCompletionLaws(rule, stand);
        if (kind.monotone) expectMonotone(rule, stand);
      }
    }
  });

  it('keeps the laws for large electorates', () => {
    const stands = fc.array(fc.constantFrom(...sides), { minLength: 5, maxLength: 342 });
    fc.assert(
      fc.property(stands, fc.nat(), (stand, pick) => {
        const samples = kind.samples(stand.length);
        const rule = samples[pick % samples.length];
        if (rule) expectLaws(rule, stand);
      }),
      { numRuns: 40 },
    );
  });

  it('says what it is in words, and what is wrong with a group that is empty', () => {
    const scope = (size: number) =>
      scopeOf(rules, {
        positions: () => Array.from({ length: size }, (_, i) => ({ body: `b${i}`, side: 'silent' as const })),
        noun: () => ({ one: 'orgaan', many: 'organen' }),
      });
    for (const rule of kind.samples(3)) {
      expect(scope(3).words(rule)).toMatch(/\w/);
      expect(scope(3).faults(rule)).toEqual([]);
      expect(scope(0).faults(rule)).not.toEqual([]);
    }
  });
});
