// On which days a body has probably decided: what stands on its agenda, and the day of the week on which it decided before.
import { daysAfter, isWeekend, weekdayOf } from '../calendar.js';
import { decisionsAt } from '../dossier/acts.js';
import { plannedFor } from '../dossier/agenda.js';
import { currentRound } from '../dossier/state.js';
import type { BodyId, Day, Slug } from '../vocabulary.js';
import { canSee } from './visibility.js';
import type { Reading } from './viewer.js';

/** So often it decided on a day of the week before that is taken to be its own. */
const usualMin = 2;
const offeredMax = 3;

/**
 * The meetings of a body at a gate that have been, the last first: none where the record tells of none. It goes by what the
 * reader may know, and by what was decided in meetings.
 */
export function meetingDays(reading: Reading, gate: Slug, body: BodyId): Day[] {
  const { dossier, day: today } = reading;
  const round = currentRound(dossier, gate);
  if (!round) return [];
  const planned = plannedFor(round, body, today)?.meetingOn;
  const usual = usualWeekday(decidedBefore(reading, body));
  const days = [planned, ...(usual === null ? [] : lastTwo(usual, today))];
  return [...new Set(days)]
    .filter((day): day is Day => day !== undefined && day <= today && day >= round.submittedOn)
    .sort((one, other) => other.localeCompare(one))
    .slice(0, offeredMax);
}

const decidedBefore = (reading: Reading, body: BodyId): Day[] =>
  Object.keys(reading.dossier.acts).flatMap((gate) =>
    decisionsAt(reading.dossier, gate)
      .filter((one) => one.body === body && one.outsideMeeting !== true && canSee(reading, one))
      .map(({ decidedOn }) => decidedOn),
  );

/** The day of the week on which it decided most often; none while that was only once, and none in a weekend. */
function usualWeekday(decided: readonly Day[]): number | null {
  const counts = new Map<number, number>();
  for (const day of new Set(decided))
    if (!isWeekend(day)) counts.set(weekdayOf(day), (counts.get(weekdayOf(day)) ?? 0) + 1);
  const [first] = [...counts].sort(([, one], [, other]) => other - one);
  return first && first[1] >= usualMin ? first[0] : null;
}

function lastTwo(weekday: number, today: Day): Day[] {
  const last = daysAfter(today, -((weekdayOf(today) - weekday + 7) % 7));
  return [last, daysAfter(last, -7)];
}
