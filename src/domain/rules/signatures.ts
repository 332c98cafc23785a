// Signatures: every party has signed. Unanimity, in the words of an agreement that is signed.
import { atLeast, emptyFaults, symmetric } from '../counting.js';
import { defineRule, type Rule } from '../rule.js';
import type { Side, Slug } from '../vocabulary.js';

interface Signatures extends Rule {
  rule: 'signatures';
  of: Slug;
}

/** Everyone in the group must have signed; one that declares not to sign makes a no-go. */
export const signatures = (of: Slug): Signatures => ({ rule: 'signatures', of });

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
    const n = (side: Side) => positions.filter((one) => one.side === side).length;
    const { many } = scope.noun(of);
    const refused = n('against') > 0 ? `, ${n('against')} niet` : '';
    const text = `${n('for')} van de ${positions.length} ${many} hebben ondertekend${refused}; nodig zijn alle`;
    return { rule: 'signatures', text, parts: [], ...reasons };
  },
});
