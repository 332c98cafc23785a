// What a decision that is not released yet hides from others: itself, its conditions, and every event about them. Nobody
// but its own body learns more than that it is there.
import { isKnown } from '../stand/carried.js';
import type { DossierEvent } from '../dossier/events.js';
import { closedOn } from '../dossier/days.js';
import { countsFrom, isClosed, subjectOf } from '../dossier/release.js';
import type { Condition, Decision } from '../dossier/state.js';
import type { BodyId, Day } from '../vocabulary.js';
import { seesPaperText } from './papers-seen.js';
import type { Reading, Viewer } from './viewer.js';

/**
 * Whether a decision is there on the day that is asked about, and may be shown to who looks. Where none is asked about, also
 * one of a day that is still to come: it was recorded while the clock was ahead, and is to be corrected.
 */
export const canSee = (
  { viewer, day, moment }: Pick<Reading, 'viewer' | 'day' | 'moment'>,
  decision: Decision,
): boolean =>
  (moment.asOf === null || decision.decidedOn <= day) &&
  (!isClosed(decision, day) || viewer.seesClosedOf(decision.body));

export const canSeeCondition = ({ dossier, viewer, day }: Reading, condition: Condition): boolean =>
  viewer.seesClosedOf(condition.body) || isKnown(dossier, condition, day);

/** Findings of a visit are closed to others, as is a paper that is not for all who see its fact; that there are some is not. */
export const seesText = (viewer: Viewer, event: DossierEvent, key: string): boolean =>
  seesPaperText(viewer, event, key) &&
  (!key.startsWith('findings/') || event.type !== 'BodyVisited' || viewer.seesFindingsOf(event.facts.body));

/** How an event is shown: on which day, and whose it is when the viewer may not read it. */
export interface EventVisibility {
  on: Day;
  hidden: BodyId | null;
}

/** The events that the viewer may see at the moment of the reading. */
export function shownEvents<T extends { event: DossierEvent }>(
  some: readonly T[],
  { dossier, moment: { asOf }, viewer, day }: Reading,
): (T & EventVisibility)[] {
  const closed = closedOn(dossier.days, day);
  return some
    .filter(({ event }) => event.sequence <= dossier.sequence) // the dossier does not know which later events are closed
    .map((one) => {
      const body = closed.get(subjectOf(one.event) ?? '') ?? null;
      const hidden = body === null || viewer.seesClosedOf(body) ? null : body;
      return { hidden, on: countsFrom(one.event, hidden !== null), ...one };
    })
    .filter(({ on }) => asOf === null || on <= asOf);
}
