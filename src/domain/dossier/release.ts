// Whether a decision is known to the region: a body may close it to itself, from its meeting until a day, on a legal
// ground. What the region does not know does not count.
import { dayOf } from '../calendar.js';
import { releaseScopes, type BodyId, type Day, type Id, type ReleaseScope } from '../vocabulary.js';
import type { DossierEvent } from './events.js';
import type { Decision } from './state.js';

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
export function subjectOf({ type, facts }: DossierEvent): Id | null {
  if (type === 'ConditionAnswered') return facts.condition;
  return 'decision' in facts ? facts.decision : null;
}

/**
 * The decisions that their body keeps to itself on a day, and the conditions of these, each with that body. From the
 * events alone, so that it holds too on a day on which the gate had not been put.
 */
export function closedOn(events: readonly DossierEvent[], day: Day): ReadonlyMap<Id, BodyId> {
  const taken = new Map<Id, { body: BodyId; release: Released; subjects: Id[] }>();
  for (const event of events) {
    if ('answers' in event.facts) {
      const { decision, body, release = { scope: 'region' }, conditions = [] } = event.facts;
      taken.set(decision, { body, release, subjects: [decision, ...conditions.map(({ id }) => id)] });
    } else if (event.type === 'DecisionReleased' && event.on <= day) {
      const found = taken.get(event.facts.decision);
      if (found) found.release = widened(found.release, event.on, event.facts);
    }
  }
  const closed = [...taken.values()].filter(({ release }) => isClosedFrom(release, day));
  return new Map(closed.flatMap(({ body, subjects }) => subjects.map((id): [Id, BodyId] => [id, body])));
}

/**
 * From which day an event counts. As long as it is closed, a fact is there from the day on which it was recorded, never
 * from its own: or looking back would tell when the body decided.
 */
export const countsFrom = (event: DossierEvent, isHidden: boolean): Day =>
  isHidden ? dayOf(event.recordedAt) : event.on;
