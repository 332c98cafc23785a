// Responded: advice was asked, and everyone gave it or let the term pass. What was advised does not matter here.
import { emptyFaults, symmetric, type Tallied } from '../counting.js';
import { defineRule, type Rule } from '../rule.js';
import type { Slug } from '../vocabulary.js';

export interface Responded extends Rule {
  rule: 'responded';
  of: Slug;
}

/** As for a zienswijze: everyone has answered, also with "geen zienswijze", or its own term is over. Never a no-go. */
export const responded = (of: Slug): Responded => ({ rule: 'responded', of });

export default defineRule<Responded, Tallied>({
  name: 'responded',
  takes: { of: 'group' },
  monotone: true,
  advisory: true,
  samples: () => [responded('bodies')],
  faults: ({ of }, scope) => emptyFaults(of, scope.positions(of)),
  explain: ({ of }, scope) => {
    const reasons = symmetric(
      of,
      scope.positions(of),
      ({ pending }) => (pending === 0 ? { outcome: 'go', certain: true } : { outcome: 'open', certain: false }),
      () => ({ go: ['for', 'against', 'abstained', 'lapsed'], 'no-go': [], open: [] }),
    );
    return { rule: 'responded', parts: [], ...reasons };
  },
});
