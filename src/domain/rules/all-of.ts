// All-of: every part must come to a go.
import { joinAll, type Combined } from '../combining.js';
import { defineRule, type Rule } from '../rule.js';
import { threshold } from './threshold.js';
import { unanimity } from './unanimity.js';

export interface AllOf extends Rule {
  rule: 'all-of';
  rules: Rule[];
}

/** A go when every part is a go, a no-go as soon as one part is. */
export const allOf = (...rules: Rule[]): AllOf => ({ rule: 'all-of', rules });

export default defineRule<AllOf, Combined>({
  name: 'all-of',
  takes: { rules: 'rules' },
  monotone: true,
  samples: (size) => [
    allOf(unanimity('bodies')),
    allOf(threshold(1, 'some'), threshold(Math.ceil(size / 2), 'bodies')),
  ],
  faults: ({ rules }, scope) =>
    rules.length === 0 ? [{ code: 'no-parts', rule: 'all-of' }] : rules.flatMap((rule) => scope.faults(rule)),
  explain: ({ rules }, scope) => joinAll(rules.map((rule) => scope.explain(rule))),
});
