// On which days a body has probably decided, and on which it can: what stands on its agenda, the meetings of its calendar, and
// where it has none the day of the week on which it decided before.
import { dayAt, daysAfter, isWeekend, weekdayOf } from '../calendar.js';
import { isMadeUp, type Calendars } from '../calendars/body-calendar.js';
import { meetingsOf } from '../calendars/meetings.js';
import { decisionsAt } from '../dossier/acts.js';
import { plannedFor } from '../dossier/agenda.js';
import { currentRound } from '../dossier/state.js';
import type { BodyId, Day, Slug } from '../vocabulary.js';
import type { Plan } from '../workflow/plan.js';
import { canSee } from './visibility.js';
import type { Reading } from './viewer.js';

/** Days that are one press away beside any other. */
export interface OfferedDays {
  days: Day[];
  /** They come from a calendar that was made up: whoever offers them says so. */
  assumed: boolean;
}

/** So often it decided on a day of the week before that is taken to be its own. */
const usualMin = 2;
const offeredMax = 3;

/**
 * The meetings of a body at a gate that have been, the last first: none where nothing tells of any. It goes by what the
 * reader may know, and by what was decided in meetings.
 */
export function meetingDays(reading: Reading, calendars: Calendars, gate: Slug, body: BodyId): OfferedDays {
  const { dossier, day: today } = reading;
  const round = currentRound(dossier, gate);
  if (!round) return noDays;
  const isPast = (day: Day): boolean => day <= today && day >= round.submittedOn;
  const planned = plannedFor(round, body, today)?.meetingOn;
  const known = meetingsKnown(dossier.plan, calendars, body, today);
  const days = known?.days.filter(isPast).slice(-2) ?? usualDays(reading, body);
  const offered = [...new Set(planned === undefined ? days : [planned, ...days])]
    .filter(isPast)
    .sort((one, other) => other.localeCompare(one))
    .slice(0, offeredMax);
  return { days: offered, assumed: known?.assumed === true && offered.some((day) => day !== planned) };
}

/** The next meetings of its calendar, the first first; none where nobody entered one. */
export function meetingsAhead(plan: Plan, calendars: Calendars, body: BodyId, today: Day): OfferedDays {
  const known = meetingsKnown(plan, calendars, body, today);
  const days = known?.days.filter((day) => day >= today).slice(0, offeredMax) ?? [];
  return { days, assumed: known?.assumed === true && days.length > 0 };
}

const noDays: OfferedDays = { days: [], assumed: false };

/** All that are held by its calendar; null where that does not cover this day. */
function meetingsKnown(plan: Plan, { region, bodies }: Calendars, body: BodyId, today: Day): OfferedDays | null {
  const calendar = bodies.get(body);
  const kind = plan.bodies.get(body)?.kind;
  if (!calendar || !kind || today < calendar.from || today > calendar.until) return null;
  const { held } = meetingsOf(calendar, kind, region, today);
  return { days: held.map(dayAt), assumed: isMadeUp(calendar, kind, region) };
}

function usualDays(reading: Reading, body: BodyId): Day[] {
  const usual = usualWeekday(decidedBefore(reading, body));
  return usual === null ? [] : lastTwo(usual, reading.day);
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
