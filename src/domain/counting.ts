// The arithmetic that rules share. A symmetric rule looks at how many bodies stand where, and at nothing else.
import type { RuleFault } from './rule-faults.js';
import { isUnspoken, type Finding, type Position, type Verdict } from './rule.js';
import type { BodyId, Outcome, Slug } from './vocabulary.js';
import { Differences } from './without.js';

/** How many bodies stand where. Those who have not spoken are still in their term, or past it. */
export interface Counts {
  for: number;
  against: number;
  /** Left out where nobody did, as in figures that were stored before a body could abstain. */
  abstained?: number;
  pending: number;
  lapsed: number;
}

/** The figures that rules over a group have in common. */
export interface Tallied extends Counts {
  group: Slug;
}

/** For, against, abstained, or not spoken: still in its term, or past it. */
export type Standpoint = keyof Counts;
type Reasons = Pick<Finding, 'outcome' | 'certain' | 'because' | 'without' | 'canChange'>;

export const standpointOf = ({ side, lapsed }: Position): Standpoint => {
  if (side === 'for' || side === 'against' || side === 'abstained') return side;
  return lapsed ? 'lapsed' : 'pending';
};

/** Who carries each outcome, by where they stand. */
export type Bearers = Readonly<Record<Outcome, readonly Standpoint[]>>;

/** To a rule that counts all, who abstains can no more come to be for than who is against; nobody carries what is open. */
export const bearing: Bearers = { go: ['for'], 'no-go': ['against', 'abstained'], open: [] };

/**
 * The reasons of a rule that only counts. `because` is the union of the smallest sufficient sets, which for such a
 * rule is everyone at the standpoints that carry the outcome.
 */
export function symmetric(
  group: Slug,
  positions: readonly Position[],
  judge: (counts: Counts) => Verdict,
  bearersOf: (counts: Counts) => Bearers = () => bearing,
): Reasons & { figures: Tallied } {
  const grouped = byStandpoint(positions);
  const counts = countsOf(grouped);
  const { outcome, certain } = judge(counts);
  const differences = new Differences({ outcome, certain });
  // Six ways to fall silent at most, however many bodies there are.
  for (const from of ['for', 'against', 'abstained'] as const) {
    const here = grouped[from];
    if (here.length === 0) continue;
    for (const to of ['pending', 'lapsed'] as const) {
      const list = differences.listFor(judge({ ...counts, [from]: here.length - 1, [to]: counts[to] + 1 }));
      if (list) for (const { body, lapsed } of here) if (lapsed === (to === 'lapsed')) list.push(body);
    }
  }
  return {
    outcome,
    certain,
    figures: { group, ...counts },
    without: differences.all(),
    because: ([] as BodyId[]).concat(...bearersOf(counts)[outcome].map((standpoint) => bodiesOf(grouped[standpoint]))),
    canChange: certain ? [] : bodiesOf(positions.filter(isUnspoken)),
  };
}

/** How many bodies of a group stand where. */
export const tallied = (group: Slug, positions: readonly Position[]): Tallied => ({
  group,
  ...countsOf(byStandpoint(positions)),
});

function byStandpoint(positions: readonly Position[]): Record<Standpoint, readonly Position[]> {
  const at = (standpoint: Standpoint) => positions.filter((position) => standpointOf(position) === standpoint);
  return {
    for: at('for'),
    against: at('against'),
    abstained: at('abstained'),
    pending: at('pending'),
    lapsed: at('lapsed'),
  };
}

const countsOf = (grouped: Record<Standpoint, readonly Position[]>): Counts => ({
  for: grouped.for.length,
  against: grouped.against.length,
  ...(grouped.abstained.length > 0 && { abstained: grouped.abstained.length }),
  pending: grouped.pending.length,
  lapsed: grouped.lapsed.length,
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
