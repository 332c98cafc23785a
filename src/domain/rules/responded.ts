// Responded: advice was asked, and everyone gave it or let the term pass. What was advised does not matter here.
import { emptyFaults, symmetric, theOne } from '../counting.js';
import { defineRule, isUnspoken, type Rule } from '../rule.js';
import type { Slug } from '../vocabulary.js';

interface Responded extends Rule {
  rule: 'responded';
  of: Slug;
}

/** As for a zienswijze: everyone has answered, also with "geen zienswijze", or its own term is over. Never a no-go. */
export const responded = (of: Slug): Responded => ({ rule: 'responded', of });

export default defineRule<Responded>({
  name: 'responded',
  takes: { of: 'group' },
  monotone: true,
  advisory: true,
  samples: () => [responded('bodies')],
  words: ({ of }, scope) => {
    const { length } = scope.positions(of);
    return length === 1
      ? `${theOne(scope.noun(of))} heeft gereageerd, of de termijn is voorbij`
      : `alle ${length} ${scope.noun(of).many} hebben gereageerd, of hun termijn is voorbij`;
  },
  faults: ({ of }, scope) => emptyFaults(of, scope.positions(of)),
  explain: ({ of }, scope) => {
    const positions = scope.positions(of);
    const reasons = symmetric(
      positions,
      ({ pending }) => (pending === 0 ? { outcome: 'go', certain: true } : { outcome: 'open', certain: false }),
      { go: ['for', 'against', 'lapsed'], 'no-go': [], open: [] },
    );
    const spoken = positions.filter((position) => !isUnspoken(position)).length;
    const lapsed = positions.filter((position) => isUnspoken(position) && position.lapsed).length;
    const over = lapsed === 0 ? '' : `, van ${lapsed} is de termijn voorbij`;
    const text = `${spoken} van de ${positions.length} ${scope.noun(of).many} ${spoken === 1 ? 'heeft' : 'hebben'} gereageerd${over}`;
    return { rule: 'responded', text, parts: [], ...reasons };
  },
});
