// Share: at least this part of the group is for, counted over everyone, also over who did not decide.
import { atLeast, counted, emptyFaults, fractionFaults, symmetric, type Fraction } from '../counting.js';
import { defineRule, type Rule } from '../rule.js';
import type { Slug } from '../vocabulary.js';

interface Share extends Rule, Fraction {
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

/** The smallest number of bodies that is at least that part of so many. */
const neededOf = ({ numerator, denominator }: Fraction, size: number): number =>
  Math.ceil((numerator * size) / denominator);

export default defineRule<Share>({
  name: 'share',
  takes: { numerator: 'count', denominator: 'count', of: 'group' },
  monotone: true,
  samples: () => [share(2, 3, 'bodies'), share(1, 2, 'bodies'), share(1, 1, 'some')],
  words: ({ numerator, denominator, of }, scope) =>
    `ten minste ${numerator}/${denominator} van de ${scope.positions(of).length} ${scope.noun(of).many} is akkoord`,
  faults: (rule, scope) => [...fractionFaults(rule), ...emptyFaults(rule.of, scope.positions(rule.of))],
  explain: (rule, scope) => {
    const positions = scope.positions(rule.of);
    const needed = neededOf(rule, positions.length);
    const reasons = symmetric(positions, atLeast(needed));
    const side = reasons.outcome === 'no-go' ? 'against' : 'for';
    const part = `${rule.numerator}/${rule.denominator}`;
    const need = `nodig is ten minste ${part}, dat zijn er ${needed}${side === 'against' ? ' akkoord' : ''}`;
    return { rule: 'share', text: `${counted(side, positions, scope.noun(rule.of))}; ${need}`, parts: [], ...reasons };
  },
});
