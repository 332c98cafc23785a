// Threshold: at least n bodies of the group are for.
import { atLeast, emptyFaults, symmetric, type Tallied } from '../counting.js';
import { defineRule, type Rule } from '../rule.js';
import type { Slug } from '../vocabulary.js';

export interface Threshold extends Rule {
  rule: 'threshold';
  needed: number;
  of: Slug;
}

/** At least `needed` bodies of the group must be for. */
export const threshold = (needed: number, of: Slug): Threshold => ({ rule: 'threshold', needed, of });

export interface ThresholdFigures extends Tallied {
  needed: number;
}

export default defineRule<Threshold, ThresholdFigures>({
  name: 'threshold',
  takes: { needed: 'count', of: 'group' },
  monotone: true,
  samples: (size) => Array.from({ length: size }, (_, i) => threshold(i + 1, 'bodies')),
  faults: ({ needed, of }, scope) => {
    const positions = scope.positions(of);
    const size = positions.length;
    if (size === 0) return emptyFaults(of, positions);
    return Number.isInteger(needed) && needed >= 1 && needed <= size
      ? []
      : [`een drempel van ${needed} op ${size} organen van "${of}": kies een geheel getal van 1 tot en met ${size}`];
  },
  explain: ({ needed, of }, scope) => {
    const { figures, ...reasons } = symmetric(of, scope.positions(of), atLeast(needed));
    return { rule: 'threshold', figures: { ...figures, needed }, parts: [], ...reasons };
  },
});
