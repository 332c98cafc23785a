// Any-of: one part that comes to a go is enough.
import { joinAny, type Combined } from '../combining.js';
import { defineRule, type Rule } from '../rule.js';
import { threshold } from './threshold.js';
import { unanimity } from './unanimity.js';

export interface AnyOf extends Rule {
  rule: 'any-of';
  rules: Rule[];
}

/** A go as soon as one part is a go, a no-go when every part is. */
export const anyOf = (...rules: Rule[]): AnyOf => ({ rule: 'any-of', rules });

export default defineRule<AnyOf, Combined>({
  name: 'any-of',
  takes: { rules: 'rules' },
  monotone: true,
  samples: (size) => [anyOf(unanimity('some'), threshold(Math.ceil((2 * size) / 3), 'bodies'))],
  faults: ({ rules }, scope) =>
    rules.length === 0 ? [{ code: 'no-parts', rule: 'any-of' }] : rules.flatMap((rule) => scope.faults(rule)),
  explain: ({ rules }, scope) => joinAny(rules.map((rule) => scope.explain(rule))),
});
