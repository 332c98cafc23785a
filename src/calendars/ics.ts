// Reads the days of meetings from an iCalendar text (RFC 5545), as a council's own system hands it out: with ical.js, within
// limits. A meeting is on the day on which it begins in the Netherlands.
import ICAL from 'ical.js';
import { dayOf } from '../domain/calendar.js';
import type { Day } from '../domain/vocabulary.js';

/** Why a text gives no days. */
export type IcsFault =
  | { code: 'ics-unreadable' }
  | { code: 'ics-no-meetings' }
  | { code: 'ics-too-large'; max: number }
  | { code: 'ics-other-zone'; zone: string }
  | { code: 'ics-too-often'; max: number };

/** In characters: as much as a form takes, and of what is fetched so much that reading it holds nobody up. */
export const icsMax = 48 * 1024;
export const icsFetchedMax = 256 * 1024;
const meetingsMax = 400;
/** So many steps of a rhythm are looked at: one of every second would go on for ever. */
const stepsMax = 5_000;

const here = 'Europe/Amsterdam';

class Unfit extends Error {
  constructor(readonly fault: IcsFault) {
    super(fault.code);
  }
}

/** Of the meetings from a day until another, both included; a rhythm without end ends there. */
export function daysInIcs(text: string, from: Day, until: Day, max = icsMax): { days: Day[] } | { fault: IcsFault } {
  if (text.length > max) return { fault: { code: 'ics-too-large', max } };
  try {
    const days = eventsIn(text).flatMap((event) => daysOf(event, from, until));
    const found = [...new Set(days)].filter((day) => day >= from && day <= until).sort();
    if (found.length > meetingsMax) return { fault: { code: 'ics-too-often', max: meetingsMax } };
    return found.length === 0 ? { fault: { code: 'ics-no-meetings' } } : { days: found };
  } catch (error) {
    return { fault: error instanceof Unfit ? error.fault : { code: 'ics-unreadable' } };
  }
}

/** Each with its exceptions: a single meeting that was moved or cancelled stands apart, by the same name. */
function eventsIn(text: string): ICAL.Event[] {
  const all = new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents('vevent'); // one calendar, as an array
  const events = all.map((one) => new ICAL.Event(one));
  const apart = events.filter((event) => event.isRecurrenceException());
  const whole = events.filter((event) => !event.isRecurrenceException());
  for (const one of apart) whole.find(({ uid }) => uid === one.uid)?.relateException(one);
  return whole;
}

interface Occurrence {
  item: ICAL.Event;
  startDate: ICAL.Time;
}

function daysOf(event: ICAL.Event, from: Day, until: Day): Day[] {
  if (isCancelled(event)) return [];
  if (!event.isRecurring()) return [dayIn(event.startDate)];
  const days: Day[] = [];
  const steps = event.iterator();
  for (let n = 0; n < stepsMax; n++) {
    const next = steps.next() as ICAL.Time | null; // null after the last
    if (!next) return days;
    const { item, startDate } = event.getOccurrenceDetails(next) as unknown as Occurrence; // a type that its own types lack
    const day = dayIn(startDate);
    if (dayIn(next) > until) return days;
    if (day >= from && !isCancelled(item)) days.push(day);
    if (days.length > meetingsMax) break;
  }
  throw new Unfit({ code: 'ics-too-often', max: meetingsMax });
}

const isCancelled = ({ component }: ICAL.Event): boolean =>
  String(component.getFirstPropertyValue('status') ?? '').toUpperCase() === 'CANCELLED';

/** A day alone, a time in the Netherlands or without a zone, and one in UTC; of another zone the day could be another. */
function dayIn(time: ICAL.Time): Day {
  const day = `${String(time.year).padStart(4, '0')}-${two(time.month)}-${two(time.day)}`;
  if (time.isDate) return day;
  const zone = time.zone.tzid;
  if (zone === 'UTC' || zone === 'Z') return dayOf(`${day}T${two(time.hour)}:${two(time.minute)}:00Z`);
  const named = (time as unknown as { timezone?: string }).timezone ?? zone; // as it stands in the text
  if (zone !== 'floating' && zone !== here) throw new Unfit({ code: 'ics-other-zone', zone });
  if (named !== 'floating' && named !== here && named !== zone)
    throw new Unfit({ code: 'ics-other-zone', zone: named });
  return day;
}

const two = (n: number): string => String(n).padStart(2, '0');
