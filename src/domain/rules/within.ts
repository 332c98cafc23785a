// Within: the inner rule over the bodies of one subgroup alone.
import { emptyFaults } from '../counting.js';
import { defineRule, type Rule, type Scope } from '../rule.js';
import type { Slug } from '../vocabulary.js';
import { majority } from './majority.js';

export interface Within extends Rule {
  rule: 'within';
  group: Slug;
  inner: Rule;
}

/** `within('zuid', majority('colleges'))`: a majority of the colleges that belong to the south. */
export const within = (group: Slug, inner: Rule): Within => ({ rule: 'within', group, inner });

export interface WithinFigures {
  group: Slug;
}

export default defineRule<Within, WithinFigures>({
  name: 'within',
  takes: { group: 'group', inner: 'rule' },
  monotone: true, // as far as its inner rule is
  samples: () => [within('some', majority('bodies'))],
  faults: ({ group, inner }, scope) => [
    ...emptyFaults(group, scope.positions(group)),
    ...narrowed(group, scope).faults(inner),
  ],
  explain: ({ group, inner }, scope) => {
    const part = narrowed(group, scope).explain(inner);
    return { ...part, rule: 'within', figures: { group }, parts: [part] };
  },
});

/** The same ground, as far as it is of that group. */
export function narrowed(group: Slug, scope: Scope): Scope {
  const members = new Set(scope.positions(group).map(({ body }) => body));
  return scope.over((positions) => positions.filter(({ body }) => members.has(body)));
}
