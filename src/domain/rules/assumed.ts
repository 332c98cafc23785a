// Assumed: the source names no rule, so this one is an assumption, and everyone sees that it is.
import { defineRule, type Rule } from '../rule.js';
import { unanimity } from './unanimity.js';

export interface Assumed extends Rule {
  rule: 'assumed';
  inner: Rule;
  why: string;
}

/** Works as the inner rule; `why` says in Dutch on what the assumption rests. */
export const assumed = (inner: Rule, why: string): Assumed => ({ rule: 'assumed', inner, why });

export const isAssumed = (rule: Rule): rule is Assumed => rule.rule === 'assumed';

export default defineRule<Assumed, object>({
  name: 'assumed',
  takes: { inner: 'rule', why: 'text' },
  monotone: true, // as far as its inner rule is; the laws run over that one by itself
  samples: () => [assumed(unanimity('bodies'), 'de bron noemt geen regel')],
  faults: ({ inner, why }, scope) => [
    ...(why.trim() === '' ? [{ code: 'no-reason' } as const] : []),
    ...scope.faults(inner),
  ],
  explain: ({ inner }, scope) => {
    const part = scope.explain(inner);
    return { ...part, rule: 'assumed', figures: {}, parts: [part] };
  },
});
