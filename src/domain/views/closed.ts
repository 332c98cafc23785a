// What a decision that is not released yet hides from others: itself, its conditions, and every event about them. Nobody
// but its own body learns more than that it is there.
import type { DossierEvent } from '../dossier/events.js';
import { isClosed } from '../dossier/release.js';
import type { Condition, Decision, Dossier } from '../dossier/state.js';
import type { BodyId, Id } from '../vocabulary.js';
import type { Reading } from './viewer.js';

type Looking = Pick<Reading, 'dossier' | 'viewer' | 'day'>;

/** Whether a decision may be shown to who looks, on the day that is asked about. */
export const sees = ({ viewer, day }: Omit<Looking, 'dossier'>, decision: Decision): boolean =>
  !isClosed(decision, day) || viewer.seesClosedOf(decision.body);

export const seesCondition = (looking: Looking, { decision, body }: Condition): boolean =>
  looking.viewer.seesClosedOf(body) || !closedIn(looking).has(decision);

/** The decision that an event is about, or whose condition it is about; null for other events. */
function decisionOf({ conditions }: Dossier, { type, facts }: DossierEvent): Id | null {
  if (type === 'ConditionAnswered') return conditions[facts.condition]?.decision ?? null;
  return 'decision' in facts ? facts.decision : null;
}

/** The body behind an event that who looks may not read; null when it may be read. */
export function hiddenBehind(looking: Looking, event: DossierEvent): BodyId | null {
  const id = decisionOf(looking.dossier, event);
  return id === null ? null : (closedIn(looking).get(id) ?? null);
}

/** The decisions that who looks may not see, each with its body. */
function closedIn(looking: Looking): Map<Id, BodyId> {
  const all = Object.values(looking.dossier.rounds).flatMap((rounds) => rounds.flatMap(({ decisions }) => decisions));
  return new Map(all.filter((decision) => !sees(looking, decision)).map(({ id, body }) => [id, body]));
}
