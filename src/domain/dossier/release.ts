// Whether a decision is known to the region: a body may close it to itself, from its meeting until a day, on a legal
// ground. What the region does not know does not count.
import { dayOf } from '../calendar.js';
import { releaseScopes, type Day, type Id, type ReleaseScope } from '../vocabulary.js';
import type { DossierEvent, EventContent, EventType } from './events.js';
import type { Decision } from './decided.js';

interface Released {
  readonly scope: ReleaseScope;
  readonly from?: Day | null;
}

/** Released to its own body alone on that day. */
export const isClosed = ({ release }: Pick<Decision, 'release'>, day: Day): boolean => isClosedFrom(release, day);

export const isClosedFrom = ({ scope, from }: Released, day: Day): boolean =>
  scope === 'own' || (from != null && day < from);

/** What the region knew already, it keeps knowing; what was closed is known from the day that was said. */
export const widened = (
  former: Released,
  on: Day,
  { scope, from }: Released,
): { scope: ReleaseScope; from: Day | null } => ({
  scope,
  from: (isClosedFrom(former, on) ? (from ?? on) : former.from) ?? null,
});

/** Whether someone knows it who did not before: more people, or the region earlier. */
export function isWider(former: Released, on: Day, { scope, from }: Released): boolean {
  if (scope === 'own' || reach(scope) < reach(former.scope)) return false;
  if (reach(scope) > reach(former.scope)) return true;
  return isClosedFrom(former, on) && (from ?? on) < (former.from ?? '');
}

const reach = (scope: ReleaseScope): number => releaseScopes.indexOf(scope);

/** What an event is about that may be closed: a decision, or a condition of one; null for other events. */
export function subjectOf({ type, facts }: EventContent<EventType>): Id | null {
  if (type === 'ConditionAnswered') return facts.condition;
  return 'decision' in facts ? facts.decision : null;
}

/**
 * From which day an event counts. As long as it is closed, a fact is there from the day on which it was recorded, never
 * from its own: or looking back would tell when the body decided.
 */
export const countsFrom = ({ on, recordedAt }: Pick<DossierEvent, 'on' | 'recordedAt'>, isHidden: boolean): Day =>
  isHidden ? dayOf(recordedAt) : on;
