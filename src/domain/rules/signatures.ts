// Signatures: every party has signed. Unanimity, in the words of an agreement that is signed.
import { atLeast, emptyFaults, symmetric, type Tallied } from '../counting.js';
import { defineRule, type Rule } from '../rule.js';
import type { Slug } from '../vocabulary.js';

export interface Signatures extends Rule {
  rule: 'signatures';
  of: Slug;
}

/** Everyone in the group must have signed; one that declares not to sign, or abstains, makes a no-go. */
export const signatures = (of: Slug): Signatures => ({ rule: 'signatures', of });

export default defineRule<Signatures, Tallied>({
  name: 'signatures',
  takes: { of: 'group' },
  monotone: true,
  samples: () => [signatures('bodies')],
  faults: ({ of }, scope) => emptyFaults(of, scope.positions(of)),
  explain: ({ of }, scope) => {
    const positions = scope.positions(of);
    return { rule: 'signatures', parts: [], ...symmetric(of, positions, atLeast(positions.length)) };
  },
});
