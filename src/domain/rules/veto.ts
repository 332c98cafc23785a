// Veto: the inner rule, unless one of the holders objects in time.
import { joinAll, type Combined } from '../combining.js';
import { emptyFaults, symmetric, type Bearers, type Counts, type Tallied } from '../counting.js';
import { defineRule, type Finding, type Rule, type Scope, type Verdict } from '../rule.js';
import type { Slug } from '../vocabulary.js';
import { threshold } from './threshold.js';

export interface Veto extends Rule {
  rule: 'veto';
  of: Slug;
  inner: Rule;
}

/**
 * One holder against makes a no-go; one that abstains makes no objection. A holder whose term is over has made no objection: that is what a veto is: one of the
 * few ways in which silence lets a gate pass, and only because a plan says so. A late objection still counts.
 */
export const veto = (of: Slug, inner: Rule): Veto => ({ rule: 'veto', of, inner });

function unopposed({ against, pending, lapsed }: Counts): Verdict {
  if (against > 0) return { outcome: 'no-go', certain: true };
  return pending > 0 ? { outcome: 'open', certain: false } : { outcome: 'go', certain: lapsed === 0 };
}

function objections({ of }: Veto, scope: Scope): Finding<Tallied> {
  const bearers: Bearers = { go: ['for', 'abstained', 'lapsed'], 'no-go': ['against'], open: [] };
  return { rule: 'objections', parts: [], ...symmetric(of, scope.positions(of), unopposed, () => bearers) };
}

export default defineRule<Veto, Combined>({
  name: 'veto',
  takes: { of: 'group', inner: 'rule' },
  monotone: true,
  samples: (size) => [veto('some', threshold(Math.ceil(size / 2), 'bodies'))],
  faults: ({ of, inner }, scope) => [...emptyFaults(of, scope.positions(of)), ...scope.faults(inner)],
  explain: (rule, scope) => joinAll([scope.explain(rule.inner), objections(rule, scope)], 'veto'),
});
