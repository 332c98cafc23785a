// Share: at least this part of the group is for, counted over everyone, also over who did not decide.
import { atLeast, emptyFaults, fractionFaults, symmetric, type Fraction, type Tallied } from '../counting.js';
import { defineRule, type Rule } from '../rule.js';
import type { Slug } from '../vocabulary.js';

export interface Share extends Rule, Fraction {
  rule: 'share';
  of: Slug;
}

/** `share(2, 3, 'colleges')`: at least two thirds of all colleges. Exact: no figure is rounded before it is compared. */
export const share = (numerator: number, denominator: number, of: Slug): Share => ({
  rule: 'share',
  numerator,
  denominator,
  of,
});

export interface ShareFigures extends Tallied, Fraction {
  /** How many bodies that part is. */
  needed: number;
}

/** The smallest number of bodies that is at least that part of so many. */
const neededOf = ({ numerator, denominator }: Fraction, size: number): number =>
  Math.ceil((numerator * size) / denominator);

export default defineRule<Share, ShareFigures>({
  name: 'share',
  takes: { numerator: 'count', denominator: 'count', of: 'group' },
  monotone: true,
  samples: () => [share(2, 3, 'bodies'), share(1, 2, 'bodies'), share(1, 1, 'some')],
  faults: (rule, scope) => [...fractionFaults(rule), ...emptyFaults(rule.of, scope.positions(rule.of))],
  explain: (rule, scope) => {
    const positions = scope.positions(rule.of);
    const needed = neededOf(rule, positions.length);
    const { numerator, denominator } = rule;
    const { figures, ...reasons } = symmetric(rule.of, positions, atLeast(needed));
    return { rule: 'share', figures: { ...figures, numerator, denominator, needed }, parts: [], ...reasons };
  },
});
