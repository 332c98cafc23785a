// Threshold: at least n bodies of the group are for.
import { atLeast, emptyFaults, neededFaults, symmetric, type Tallied } from '../counting.js';
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
    return positions.length === 0 ? emptyFaults(of, positions) : neededFaults('threshold', needed, of, positions);
  },
  explain: ({ needed, of }, scope) => {
    const { figures, ...reasons } = symmetric(of, scope.positions(of), atLeast(needed));
    return { rule: 'threshold', figures: { ...figures, needed }, parts: [], ...reasons };
  },
});
