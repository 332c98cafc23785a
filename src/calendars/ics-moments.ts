// Moments as an iCalendar text writes them: a day, a time where we are, a time in UTC, or a time of a zone.
import type ICAL from 'ical.js';
import { isDay } from '../domain/calendar.js';
import type { Day } from '../domain/vocabulary.js';
import { Unfit } from './ics-faults.js';

export interface MomentInText {
  day: Day;
  /** 19:30:00; null for a day alone. */
  time: string | null;
  /** As it stands in the text; null for where we are. */
  zone: string | null;
}

const shape = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d):(\d\d)?)?(Z)?$/;
const noTime = /T:.*$/;
const isTime = /^([01]\d|2[0-3]):[0-5]\d$/;

/** @throws Unfit for a day or a time that does not exist */
export function momentsIn(property: ICAL.Property): MomentInText[] {
  const [, , , ...values] = property.jCal as unknown[];
  const zone = property.getFirstParameter('tzid') || null;
  return values.map((value) => momentIn(String(Array.isArray(value) ? value[0] : value), zone)); // of a period its begin
}

export function momentIn(text: string, zone: string | null): MomentInText {
  const [, day = '', time, seconds = '00', utc] = shape.exec(text.replace(noTime, '')) ?? [];
  const isThere = isDay(day) && (time === undefined || (isTime.test(time) && Number(seconds) <= 60));
  if (!isThere) throw new Unfit({ code: 'ics-no-such-day', what: text.replace(/(?<![T:-])[T:-]+$/, '') });
  if (time === undefined) return { day, time: null, zone: null };
  return { day, time: `${time}:${seconds === '60' ? '59' : seconds}`, zone: utc ? 'UTC' : zone };
}
