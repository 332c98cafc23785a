// What a decision that is not released yet hides from others: itself, its conditions, and every event about them. Nobody
// but its own body learns more than that it is there.
import { isKnown } from '../dossier/carried.js';
import type { DossierEvent } from '../dossier/events.js';
import { closedOn } from '../dossier/days.js';
import { countsFrom, isClosed, subjectOf } from '../dossier/release.js';
import type { Condition, Decision } from '../dossier/state.js';
import type { BodyId, Day } from '../vocabulary.js';
import type { Reading } from './viewer.js';

/** Whether a decision may be shown to who looks, on the day that is asked about. */
export const sees = ({ viewer, day }: Pick<Reading, 'viewer' | 'day'>, decision: Decision): boolean =>
  !isClosed(decision, day) || viewer.seesClosedOf(decision.body);

export const seesCondition = ({ dossier, viewer, day }: Reading, condition: Condition): boolean =>
  viewer.seesClosedOf(condition.body) || isKnown(dossier, condition, day);

/** How an event is shown: on which day, and the body behind it when who looks may not read it. */
export interface Shown {
  on: Day;
  hidden: BodyId | null;
}

/** Those of these events that who looks sees at the moment that is asked about. */
export function shownEvents<T extends { event: DossierEvent }>(
  some: readonly T[],
  { dossier, moment: { asOf }, viewer, day }: Reading,
): (T & Shown)[] {
  const closed = closedOn(dossier.days, day);
  return some
    .filter(({ event }) => event.sequence <= dossier.sequence) // of what is recorded later, nobody knows yet what is closed
    .map((one) => {
      const body = closed.get(subjectOf(one.event) ?? '') ?? null;
      const hidden = body === null || viewer.seesClosedOf(body) ? null : body;
      return { hidden, on: countsFrom(one.event, hidden !== null), ...one };
    })
    .filter(({ on }) => asOf === null || on <= asOf);
}
