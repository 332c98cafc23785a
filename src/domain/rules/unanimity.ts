// Unanimity: every body of the group is for.
import { atLeast, counted, emptyFaults, symmetric, theOne } from '../counting.js';
import { defineRule, type Rule } from '../rule.js';
import type { Slug } from '../vocabulary.js';

interface Unanimity extends Rule {
  rule: 'unanimity';
  of: Slug;
}

/** Every body of the group must be for; one against makes a no-go. */
export const unanimity = (of: Slug): Unanimity => ({ rule: 'unanimity', of });

export default defineRule<Unanimity>({
  name: 'unanimity',
  takes: { of: 'group' },
  monotone: true,
  samples: () => [unanimity('bodies')],
  words: ({ of }, scope) => {
    const { many } = scope.noun(of);
    const size = scope.positions(of).length;
    return size === 1 ? `${theOne(scope.noun(of))} is akkoord` : `alle ${size} ${many} zijn akkoord`;
  },
  faults: ({ of }, scope) => emptyFaults(of, scope.positions(of)),
  explain: ({ of }, scope) => {
    const positions = scope.positions(of);
    const reasons = symmetric(positions, atLeast(positions.length));
    const { length } = positions;
    const need = { go: '', open: `; nodig zijn alle ${length}`, 'no-go': `; nodig is dat alle ${length} akkoord zijn` };
    const said = counted(reasons.outcome === 'no-go' ? 'against' : 'for', positions, scope.noun(of));
    return { rule: 'unanimity', text: said + (length === 1 ? '' : need[reasons.outcome]), parts: [], ...reasons };
  },
});
