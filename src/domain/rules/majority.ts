// Majority: more than half of the group is for; or, of those who decided, more are for than against.
import { atLeast, emptyFaults, symmetric, type Tallied } from '../counting.js';
import { defineRule, type Rule } from '../rule.js';
import { amongFaults, castBy, sufficing, type Among } from '../votes-cast.js';
import type { Slug } from '../vocabulary.js';

export interface Majority extends Rule {
  rule: 'majority';
  of: Slug;
  among: Among;
}

/**
 * More than half. Among `decided`: who abstains is counted on neither side, and so is who is silent past the term, until
 * it decides after all.
 */
export const majority = (of: Slug, among: Among = 'all'): Majority => ({ rule: 'majority', of, among });

/** How many are needed: more than half of all. */
export interface MajorityFigures extends Tallied {
  among: Among;
  needed: number;
}

/** A tie is no majority. */
const moreThanHalfOf = sufficing({ numerator: 1, denominator: 2 }, 'more-than');

const moreThanHalf = (size: number): number => Math.floor(size / 2) + 1;

export default defineRule<Majority, MajorityFigures>({
  name: 'majority',
  takes: { of: 'group', among: 'text' },
  monotone: true,
  samples: () => [majority('bodies'), majority('bodies', 'decided'), majority('some', 'decided')],
  faults: ({ of, among }, scope) => [...emptyFaults(of, scope.positions(of)), ...amongFaults(among)],
  explain: ({ of, among }, scope) => {
    const positions = scope.positions(of);
    const needed = moreThanHalf(positions.length);
    const { figures, ...reasons } =
      among === 'all' ? symmetric(of, positions, atLeast(needed)) : symmetric(of, positions, ...castBy(moreThanHalfOf));
    return { rule: 'majority', figures: { ...figures, among, needed }, parts: [], ...reasons };
  },
});
