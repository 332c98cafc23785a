// Not: a go where the part is a no-go, and the other way round. For a question that is put negatively.
import { defineRule, type Finding, type Rule, type Verdict } from '../rule.js';
import type { Outcome } from '../vocabulary.js';
import { threshold } from './threshold.js';

export interface Not extends Rule {
  rule: 'not';
  inner: Rule;
}

/** `not(threshold(3, 'councils'))`: a go unless three councils are for. */
export const not = (inner: Rule): Not => ({ rule: 'not', inner });

const opposite: Record<Outcome, Outcome> = { go: 'no-go', 'no-go': 'go', open: 'open' };
const turned = ({ outcome, certain }: Verdict): Verdict => ({ outcome: opposite[outcome], certain });

export default defineRule<Not, object>({
  name: 'not',
  takes: { inner: 'rule' },
  monotone: false,
  keepsGo: ({ inner }, position, scope) => (scope.kindOf(inner).monotone ? [{ ...position, side: 'against' }] : []),
  samples: (size) => [not(threshold(Math.ceil(size / 2), 'bodies'))],
  faults: ({ inner }, scope) => scope.faults(inner),
  explain: ({ inner }, scope): Finding => {
    const part = scope.explain(inner);
    const without = part.without.map((one) => ({ ...one, ...turned(one) }));
    return { ...part, ...turned(part), rule: 'not', figures: {}, without, parts: [part] };
  },
});
