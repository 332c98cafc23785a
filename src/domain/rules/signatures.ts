// Signatures: every party has signed. Unanimity, in the words of an agreement that is signed.
import { atLeast, counted, emptyFaults, symmetric } from '../counting.js';
import { defineRule, type Rule } from '../rule.js';
import type { Slug } from '../vocabulary.js';

interface Signatures extends Rule {
  rule: 'signatures';
  of: Slug;
}

/** Everyone in the group must have signed; one that declares not to sign makes a no-go. */
export const signatures = (of: Slug): Signatures => ({ rule: 'signatures', of });

const stance = { for: 'ondertekenaar', against: 'geen ondertekenaar' };

export default defineRule<Signatures>({
  name: 'signatures',
  takes: { of: 'group' },
  monotone: true,
  samples: () => [signatures('bodies')],
  words: ({ of }, scope) => `alle ${scope.positions(of).length} ${scope.noun(of).many} hebben ondertekend`,
  faults: ({ of }, scope) => emptyFaults(of, scope.positions(of)),
  explain: ({ of }, scope) => {
    const positions = scope.positions(of);
    const reasons = symmetric(positions, atLeast(positions.length));
    const side = reasons.outcome === 'no-go' ? 'against' : 'for';
    const text = `${counted(side, positions, scope.noun(of), stance)}; nodig zijn alle ${positions.length}`;
    return { rule: 'signatures', text, parts: [], ...reasons };
  },
});
