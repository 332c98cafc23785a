// The arithmetic that rules share. A symmetric rule looks at how many bodies stand where, and at nothing else.
import type { RuleFault } from './rule-faults.js';
import { isUnspoken, type Finding, type Position, type Verdict } from './rule.js';
import type { BodyId, Outcome, Slug } from './vocabulary.js';
import { Differences } from './without.js';

/** How many bodies stand where. Those who have not spoken are still in their term, or past it. */
export interface Counts {
  for: number;
  against: number;
  pending: number;
  lapsed: number;
}

/** The figures that rules over a group have in common. */
export interface Tallied extends Counts {
  group: Slug;
}

type Heap = keyof Counts;
type Reasons = Pick<Finding, 'outcome' | 'certain' | 'because' | 'without' | 'canChange'>;

const heapOf = ({ side, lapsed }: Position): Heap => {
  if (side === 'for' || side === 'against') return side;
  return lapsed ? 'lapsed' : 'pending';
};

/** Who carries an outcome, as a rule: those for a go, those against a no-go; nobody while it is open. */
const bearing: Record<Outcome, readonly Heap[]> = { go: ['for'], 'no-go': ['against'], open: [] };

/**
 * The reasons of a rule that only counts. `because` is the union of the smallest sufficient sets, which for such a
 * rule is everyone in the heaps that carry the outcome.
 */
export function symmetric(
  group: Slug,
  positions: readonly Position[],
  judge: (counts: Counts) => Verdict,
  carries: Record<Outcome, readonly Heap[]> = bearing,
): Reasons & { figures: Tallied } {
  const heaps = heapsOf(positions);
  const counts = countsOf(heaps);
  const { outcome, certain } = judge(counts);
  const differences = new Differences({ outcome, certain });
  // Four ways to fall silent at most, however many bodies there are.
  for (const from of ['for', 'against'] as const) {
    for (const to of ['pending', 'lapsed'] as const) {
      const list = differences.to(judge({ ...counts, [from]: counts[from] - 1, [to]: counts[to] + 1 }));
      if (list) for (const { body, lapsed } of heaps[from]) if (lapsed === (to === 'lapsed')) list.push(body);
    }
  }
  return {
    outcome,
    certain,
    figures: { group, ...counts },
    without: differences.all(),
    because: ([] as BodyId[]).concat(...carries[outcome].map((heap) => bodiesOf(heaps[heap]))),
    canChange: certain ? [] : bodiesOf(positions.filter(isUnspoken)),
  };
}

/** How many bodies of a group stand where. */
export const tallied = (group: Slug, positions: readonly Position[]): Tallied => ({
  group,
  ...countsOf(heapsOf(positions)),
});

function heapsOf(positions: readonly Position[]): Record<Heap, readonly Position[]> {
  const inHeap = (heap: Heap): readonly Position[] => positions.filter((position) => heapOf(position) === heap);
  return { for: inHeap('for'), against: inHeap('against'), pending: inHeap('pending'), lapsed: inHeap('lapsed') };
}

const countsOf = (heaps: Record<Heap, readonly Position[]>): Counts => ({
  for: heaps.for.length,
  against: heaps.against.length,
  pending: heaps.pending.length,
  lapsed: heaps.lapsed.length,
});

const bodiesOf = (positions: readonly Position[]): BodyId[] => positions.map(({ body }) => body);

/** The verdict when `needed` for make a go: no-go is certain as soon as too few are left that could be for. */
export const atLeast =
  (needed: number) =>
  ({ for: supporters, pending, lapsed }: Counts): Verdict => {
    if (supporters >= needed) return { outcome: 'go', certain: true };
    if (supporters + pending + lapsed < needed) return { outcome: 'no-go', certain: true };
    return { outcome: 'open', certain: false };
  };

/** An exact part of a whole: two thirds is 2 and 3. */
export interface Fraction {
  numerator: number;
  denominator: number;
}

export const fractionFaults = ({ numerator, denominator }: Fraction): RuleFault[] =>
  Number.isInteger(numerator) && Number.isInteger(denominator) && numerator >= 1 && numerator <= denominator
    ? []
    : [{ code: 'bad-fraction', numerator, denominator }];

/** The fault of a group that has nobody in this electorate. */
export const emptyFaults = (group: Slug, positions: readonly Position[]): RuleFault[] =>
  positions.length === 0 ? [{ code: 'empty-group', group }] : [];

/** The fault of a rule that needs more of a group than there are, or none. */
export const neededFaults = (
  rule: 'threshold' | 'quorum',
  needed: number,
  group: Slug,
  { length: size }: readonly Position[],
): RuleFault[] =>
  Number.isInteger(needed) && needed >= 1 && needed <= size
    ? []
    : [{ code: 'needed-out-of-range', rule, needed, size, group }];
