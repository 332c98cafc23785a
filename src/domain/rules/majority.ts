// Majority: more than half of the group is for; or, of those who decided, more are for than against.
import { atLeast, emptyFaults, symmetric, type Bearers, type Counts, type Tallied } from '../counting.js';
import { defineRule, type Rule, type Verdict } from '../rule.js';
import type { Slug } from '../vocabulary.js';

export interface Majority extends Rule {
  rule: 'majority';
  of: Slug;
  among: 'all' | 'decided';
}

/**
 * More than half. Among `decided`: who abstains is counted on neither side, and so is who is silent past the term, until
 * it decides after all.
 */
export const majority = (of: Slug, among: Majority['among'] = 'all'): Majority => ({ rule: 'majority', of, among });

/** How many are needed: more than half of all. */
export interface MajorityFigures extends Tallied {
  among: Majority['among'];
  needed: number;
}

/** A tie is no majority. While someone in term could still tip it, it is open; after that only a late decision can. */
function amongDecided({ for: supporters, against, pending, lapsed }: Counts): Verdict {
  if (supporters > against + pending) return { outcome: 'go', certain: supporters > against + pending + lapsed };
  if (against >= supporters + pending)
    return supporters + against === 0 && lapsed > 0
      ? { outcome: 'open', certain: false } // nobody decided: there is no majority to speak of
      : { outcome: 'no-go', certain: against >= supporters + pending + lapsed };
  return { outcome: 'open', certain: false };
}

/** Who abstains is left out, and carries the outcome only where it would be open if they could still choose a side. */
function bearersAmongDecided(counts: Counts): Bearers {
  const { abstained = 0, pending } = counts;
  const before = amongDecided({ ...counts, pending: pending + abstained });
  return before.outcome === amongDecided(counts).outcome
    ? { go: ['for'], 'no-go': ['against'], open: [] }
    : { go: ['for', 'abstained'], 'no-go': ['against', 'abstained'], open: [] };
}

const moreThanHalf = (size: number): number => Math.floor(size / 2) + 1;

export default defineRule<Majority, MajorityFigures>({
  name: 'majority',
  takes: { of: 'group', among: 'text' },
  monotone: true,
  samples: () => [majority('bodies'), majority('bodies', 'decided'), majority('some', 'decided')],
  faults: ({ of, among }, scope) => [
    ...emptyFaults(of, scope.positions(of)),
    ...(['all', 'decided'].includes(among) ? [] : [{ code: 'bad-among', among } as const]),
  ],
  explain: ({ of, among }, scope) => {
    const positions = scope.positions(of);
    const needed = moreThanHalf(positions.length);
    const { figures, ...reasons } =
      among === 'all'
        ? symmetric(of, positions, atLeast(needed))
        : symmetric(of, positions, amongDecided, bearersAmongDecided);
    return { rule: 'majority', figures: { ...figures, among, needed }, parts: [], ...reasons };
  },
});
