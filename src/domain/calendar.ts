// Days, windows and instants. Pure: the clock is always an argument.
import { Temporal } from 'temporal-polyfill';
import type { Day, Instant } from './vocabulary.js';

/** A planned stretch of days, both included; an aim is a wish in words beside the end. */
export interface Window {
  from: Day | null;
  until: Day | null;
  aim: string | null;
}

const dayShape = /^(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const daysIn = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether the text is a date that exists: 31 February does not. */
export function isDay(text: string): boolean {
  const match = dayShape.exec(text);
  if (!match) return false;
  const [year = 0, month = 0, day = 0] = match.slice(1).map(Number);
  if (month === 2 && day === 29) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day <= (daysIn[month - 1] ?? 0);
}

/** 1 for a Monday, 7 for a Sunday. */
export const weekdayOf = (day: Day): number => Temporal.PlainDate.from(day).dayOfWeek;

/** Whether it is a Saturday or a Sunday. */
export const isWeekend = (day: Day): boolean => weekdayOf(day) > 5;

/** The date in Europe/Amsterdam at that moment: public bodies in the Netherlands count their days there. */
export function dayOf(instant: Instant): Day {
  return Temporal.Instant.from(instant).toZonedDateTimeISO('Europe/Amsterdam').toPlainDate().toString();
}

/** The instant in UTC with three decimals, or null when the text is none. Any offset is accepted. */
export function normaliseInstant(text: string): Instant | null {
  try {
    return Temporal.Instant.from(text).toString({ smallestUnit: 'millisecond' });
  } catch {
    return null;
  }
}

/** When a day begins in Europe/Amsterdam. */
export const beginOf = (day: Day): Instant =>
  Temporal.PlainDate.from(day)
    .toZonedDateTime('Europe/Amsterdam')
    .toInstant()
    .toString({ smallestUnit: 'millisecond' });

/** The earliest of the days that are known, or null. */
export function earliest(...days: (Day | null | undefined)[]): Day | null {
  return days.reduce<Day | null>((first, day) => (day && (!first || day < first) ? day : first), null);
}

/** The latest of the days that are known, or null. */
export function latest(...days: (Day | null | undefined)[]): Day | null {
  return days.reduce<Day | null>((newest, day) => (day && (!newest || day > newest) ? day : newest), null);
}

/**
 * A window in the words of a plan: `window('2024-Q4', '2025-Q1')`, `window('2024-Q3')`, `window(null, '2025-09')`.
 * A year, quarter or month begins on its first day and ends on its last.
 * @throws Error when a period is none of these
 */
export function window(from: string | null, until: string | null = from, aim: string | null = null): Window {
  return { from: from && periodOf(from).from, until: until && periodOf(until).until, aim };
}

function periodOf(text: string): { from: Day; until: Day } {
  if (isDay(text)) return { from: text, until: text };
  const match = /^(\d{4})(?:-(?:Q([1-4])|(0[1-9]|1[0-2])))?$/.exec(text);
  if (!match) throw new Error(`"${text}" is no period: write 2024, 2024-Q2, 2024-09 or 2024-05-16`);
  const [, year = '', quarter, month] = match;
  const first = quarter ? (Number(quarter) - 1) * 3 + 1 : month ? Number(month) : 1;
  const months = quarter ? 3 : month ? 1 : 12;
  const from = Temporal.PlainDate.from({ year: Number(year), month: first, day: 1 });
  return { from: from.toString(), until: from.add({ months }).subtract({ days: 1 }).toString() };
}

/** How often something comes back. */
export type Interval = { months: number } | { weeks: number };

/** More often nothing comes back: once a week for nineteen years. */
const timesMax = 1000;
const lastDay = Temporal.PlainDate.from('9999-12-31');

/**
 * The days on which something comes back, after the first. Each is counted from the first, so that a short month moves
 * no day after it: 31 January, 28 February, 31 March.
 */
export function* daysEvery(interval: Interval, first: Day): Generator<Day> {
  const start = Temporal.PlainDate.from(first);
  for (let n = 1; n <= timesMax; n++) {
    const day = start.add('months' in interval ? { months: interval.months * n } : { weeks: interval.weeks * n });
    if (Temporal.PlainDate.compare(day, lastDay) > 0) return;
    yield day.toString();
  }
}

/** The day so many days later; of years that no day here has, the first or the last that one has. */
export const daysAfter = (day: Day, days: number): Day => written(Temporal.PlainDate.from(day).add({ days }));

function written(date: Temporal.PlainDate): Day {
  const [before, after] = [date.year < 0, date.year > lastDay.year];
  return before ? '0000-01-01' : (after ? lastDay : date).toString();
}

/** Whole days from one day to another; negative when the second lies before the first. */
export const daysUntil = (from: Day, to: Day): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** A day as a number, for whoever reckons with many: whole days since 1 January 1970. */
export const numberOf = (day: Day): number => Date.parse(day) / 86_400_000;

const dayZero = Temporal.PlainDate.from('1970-01-01');
const daysKnown = new Map<number, Day>();
const daysKnownMax = 40_000;

/** The day of such a number. */
export function dayAt(number: number): Day {
  const found = daysKnown.get(number);
  if (found !== undefined) return found;
  if (daysKnown.size >= daysKnownMax) daysKnown.clear();
  const day = written(dayZero.add({ days: number }));
  daysKnown.set(number, day);
  return day;
}
