// What took the place of a decision, and which was recorded last.
import { actOf, actsOf, decisionsAt, readingOf } from '../dossier/acts.js';
import type { Decision, Dossier, Round } from '../dossier/state.js';
import type { BodyId, Day, Id, Slug } from '../vocabulary.js';
import { courseOf, isAct, isLater, placeOf } from './course.js';

/** The decision at this gate that was recorded last. */
export const newestDecision = (dossier: Dossier, gate: Slug): Decision | undefined => decisionsAt(dossier, gate).at(-1);

/** The act of a body in a round that was recorded last, as it reads now. */
export const newestOf = (dossier: Dossier, gate: Slug, round: number, body: BodyId): Decision | undefined =>
  actsOf(dossier, gate, body)
    .map(readingOf)
    .findLast((decision) => decision.round === round);

/**
 * What stands in the place of a decision on a day: a newer reading of the same act, else a later act. Null while it
 * stands itself, while it waits beside what stands, where nothing that is known stands, and of what was no act: what
 * never was is replaced by nothing.
 */
export function supersededBy(
  dossier: Dossier,
  gate: Slug,
  round: Round | null,
  decision: Decision,
  day: Day,
): Id | null {
  const act = actOf(dossier, gate, decision.id);
  if (act && act.holds !== decision.id && act.proposed !== decision.id) return act.holds;
  if (!round || !isAct(decision)) return null;
  const { decision: stands, last } = courseOf({ dossier, id: gate, round, day }, decision.body);
  if (!stands || stands.act === decision.act) return null;
  return last && isLater(last, placeOf(dossier, gate, decision)) ? stands.id : null;
}
