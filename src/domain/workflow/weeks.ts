// The term that a gate gives a body from the day of its receipt: in weeks, as the law or the plan has it.
import { daysAfter } from '../calendar.js';
import { endOfTerm } from '../public-holidays.js';
import type { Day } from '../vocabulary.js';
import type { Gate } from './workflow.js';

const daysInWeek = 7;

/** Longer terms in weeks do not move (Algemene termijnenwet, art. 4, under a; not verified in its present text). */
const statutoryMax = 12;

/** Whether the law gives the term: such a one does not end on a Saturday, a Sunday or a public holiday. */
export const isStatutory = ({ weeksFromReceipt = 0, ownTerm }: Gate): boolean =>
  weeksFromReceipt > 0 && ownTerm !== true;

/**
 * The last day of it, included.
 * @param knownOn the day by which a decree on public holidays must have been known
 */
export function endFromReceipt(gate: Gate, receivedOn: Day, knownOn: Day): Day {
  const weeks = gate.weeksFromReceipt ?? 0;
  const end = daysAfter(receivedOn, weeks * daysInWeek);
  return isStatutory(gate) && weeks <= statutoryMax ? endOfTerm(end, knownOn) : end;
}
