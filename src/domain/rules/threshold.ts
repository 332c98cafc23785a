// Threshold: at least n bodies of the group are for.
import { atLeast, counted, emptyFaults, symmetric } from '../counting.js';
import { defineRule, type Rule } from '../rule.js';
import type { Slug } from '../vocabulary.js';

interface Threshold extends Rule {
  rule: 'threshold';
  needed: number;
  of: Slug;
}

/** At least `needed` bodies of the group must be for. */
export const threshold = (needed: number, of: Slug): Threshold => ({ rule: 'threshold', needed, of });

export default defineRule<Threshold>({
  name: 'threshold',
  takes: { needed: 'count', of: 'group' },
  monotone: true,
  samples: (size) => Array.from({ length: size }, (_, i) => threshold(i + 1, 'bodies')),
  words: ({ needed, of }, scope) =>
    `ten minste ${needed} van de ${scope.positions(of).length} ${scope.noun(of).many} ${needed === 1 ? 'is' : 'zijn'} akkoord`,
  faults: ({ needed, of }, scope) => {
    const positions = scope.positions(of);
    const size = positions.length;
    if (size === 0) return emptyFaults(of, positions);
    return Number.isInteger(needed) && needed >= 1 && needed <= size
      ? []
      : [`een drempel van ${needed} op ${size} organen van "${of}": kies een geheel getal van 1 tot en met ${size}`];
  },
  explain: ({ needed, of }, scope) => {
    const positions = scope.positions(of);
    const reasons = symmetric(positions, atLeast(needed));
    const side = reasons.outcome === 'no-go' ? 'against' : 'for';
    const need = `nodig zijn er ten minste ${needed}${side === 'against' ? ' akkoord' : ''}`;
    return { rule: 'threshold', text: `${counted(side, positions, scope.noun(of))}; ${need}`, parts: [], ...reasons };
  },
});
