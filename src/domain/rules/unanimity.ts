// Unanimity: every body of the group is for.
import { atLeast, emptyFaults, symmetric, type Tallied } from '../counting.js';
import { defineRule, type Rule } from '../rule.js';
import type { Slug } from '../vocabulary.js';

export interface Unanimity extends Rule {
  rule: 'unanimity';
  of: Slug;
}

/** Every body of the group must be for; one that is against or abstains makes a no-go. */
export const unanimity = (of: Slug): Unanimity => ({ rule: 'unanimity', of });

export default defineRule<Unanimity, Tallied>({
  name: 'unanimity',
  takes: { of: 'group' },
  monotone: true,
  samples: () => [unanimity('bodies')],
  faults: ({ of }, scope) => emptyFaults(of, scope.positions(of)),
  explain: ({ of }, scope) => {
    const positions = scope.positions(of);
    return { rule: 'unanimity', parts: [], ...symmetric(of, positions, atLeast(positions.length)) };
  },
});
