// Quorum: the inner rule only speaks once enough bodies have decided; who abstains has.
import { combine, type Combined } from '../combining.js';
import { neededFaults, symmetric, type Tallied } from '../counting.js';
import { defineRule, type Finding, type Rule, type Scope } from '../rule.js';
import type { Slug } from '../vocabulary.js';
import { majority } from './majority.js';

export interface Quorum extends Rule {
  rule: 'quorum';
  needed: number;
  of: Slug;
  inner: Rule;
}

/** Until `needed` bodies of the group have decided, neither a go nor a no-go. */
export const quorum = (needed: number, of: Slug, inner: Rule): Quorum => ({ rule: 'quorum', needed, of, inner });

export interface PresenceFigures extends Tallied {
  needed: number;
}

function presence({ needed, of }: Quorum, scope: Scope): Finding<PresenceFigures> {
  const { figures, ...reasons } = symmetric(
    of,
    scope.positions(of),
    ({ for: supporters, against, abstained = 0 }) =>
      supporters + against + abstained >= needed
        ? { outcome: 'go', certain: true }
        : { outcome: 'open', certain: false },
    () => ({ go: ['for', 'against', 'abstained'], 'no-go': [], open: [] }),
  );
  return { rule: 'presence', figures: { ...figures, needed }, parts: [], ...reasons };
}

export default defineRule<Quorum, Combined>({
  name: 'quorum',
  takes: { needed: 'count', of: 'group', inner: 'rule' },
  monotone: false, // one more body for may complete the quorum, and so bring out a no-go that was there
  keepsGo: (_rule, position) => [{ ...position, side: 'for' }],
  samples: (size) => [quorum(Math.ceil(size / 2), 'bodies', majority('bodies', 'decided'))],
  faults: ({ needed, of, inner }, scope) => [
    ...neededFaults('quorum', needed, of, scope.positions(of)),
    ...scope.faults(inner),
  ],
  explain: (rule, scope) => {
    const present = presence(rule, scope);
    const inner = scope.explain(rule.inner);
    const parts = [present, inner];
    return combine(
      'quorum',
      parts,
      ([quorate, judged]) => (quorate?.outcome === 'go' && judged ? judged : { outcome: 'open', certain: false }),
      present.outcome === 'go' ? parts : [present],
    );
  },
});
