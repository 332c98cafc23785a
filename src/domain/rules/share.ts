// Share: at least, or more than, a part of the group is for: of everyone, also of who did not decide, or of the votes that
// were cast. Exact: no figure is rounded before it is compared.
import { atLeast, emptyFaults, symmetric, type Fraction, type Tallied } from '../counting.js';
import { defineRule, type Rule } from '../rule.js';
import { castBy, partFaults, sufficing, type Among, type Least } from '../votes-cast.js';
import type { Slug } from '../vocabulary.js';

export interface Share extends Rule, Fraction {
  rule: 'share';
  of: Slug;
  /** Of whom the part is taken; of all where it is left out. */
  among?: Among;
  /** At least that part where it is left out. */
  least?: Least;
}

/**
 * `share(2, 3, 'colleges')`: at least two thirds of all colleges. Among `decided`: of those that are for or against. Who
 * abstains is then counted on neither side, and so is who is silent past the term, until it decides after all.
 */
export const share = (
  numerator: number,
  denominator: number,
  of: Slug,
  more: Pick<Share, 'among' | 'least'> = {},
): Share => ({ rule: 'share', numerator, denominator, of, ...more });

export interface ShareFigures extends Tallied, Fraction {
  /** How many bodies that part is; nothing where it is a part of the votes, of which nobody knows yet how many there are. */
  needed?: number;
  /** Left out where it is at least the part, as in figures that were stored before it could be more. */
  least?: Least;
}

/** The smallest number of bodies that is enough of so many. */
function neededOf({ numerator, denominator, least }: Share, size: number): number {
  const [part, whole] = [BigInt(numerator) * BigInt(size), BigInt(denominator)];
  return Number(least === 'more-than' ? part / whole + 1n : (part + whole - 1n) / whole);
}

export default defineRule<Share, ShareFigures>({
  name: 'share',
  takes: { numerator: 'count', denominator: 'count', of: 'group' },
  may: { among: 'text', least: 'text' },
  monotone: true,
  samples: () => [
    share(2, 3, 'bodies'),
    share(1, 2, 'bodies', { least: 'more-than' }),
    share(1, 1, 'some'),
    share(2, 3, 'bodies', { among: 'decided' }),
    share(1, 3, 'some', { among: 'decided', least: 'more-than' }),
  ],
  faults: (rule, scope) => {
    const { of, among = 'all', least = 'at-least' } = rule;
    return [...partFaults(rule, { among, least }), ...emptyFaults(of, scope.positions(of))];
  },
  explain: (rule, scope) => {
    const { numerator, denominator, of, among, least } = rule;
    const positions = scope.positions(of);
    const part = { numerator, denominator, ...(least === 'more-than' && { least }) };
    if (among === 'decided') {
      const { figures, ...reasons } = symmetric(of, positions, ...castBy(sufficing(rule, least)));
      return { rule: 'share', figures: { ...figures, ...part }, parts: [], ...reasons };
    }
    const needed = neededOf(rule, positions.length);
    const { figures, ...reasons } = symmetric(of, positions, atLeast(needed));
    return { rule: 'share', figures: { ...figures, ...part, needed }, parts: [], ...reasons };
  },
});
