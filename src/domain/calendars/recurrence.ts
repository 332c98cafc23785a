// The days on which something comes back by a rule of iCalendar (RFC 5545, 3.3.10), over day numbers. Of a rule without end only
// the days that are asked are looked at.
import { dayAt, numberOf } from '../calendar.js';
import type { Day } from '../vocabulary.js';
import { weekdayAt } from './weekday.js';

export interface RecurrenceRule {
  every: 'day' | 'week' | 'month' | 'year';
  interval: number;
  /** So many times, the first included; null where it goes on. */
  count: number | null;
  /** On which a week begins; 1 for a Monday. */
  weekStart: number;
  months: readonly number[];
  weeks: readonly number[];
  yearDays: readonly number[];
  monthDays: readonly number[];
  /** Each of them, or the nth of its month or year; from the end where that is negative. */
  weekdays: readonly { weekday: number; nth: number | null }[];
  /** Which of those in one period; from the end where they are negative. */
  positions: readonly number[];
}

/** Of a rule that counts every period has to be looked at; more than these are a slip of the pen. */
const periodsMax = 20_000;

/**
 * The first day is always one of them.
 * @returns those from a day until another, both included; null where it would have to count too far
 */
export function daysOfRule(given: RecurrenceRule, first: Day, from: number, until: number): number[] | null {
  const start = numberOf(first);
  const rule = completed(given, start);
  const found = start >= from && start <= until ? [start] : [];
  let left = (rule.count ?? Infinity) - 1;
  const begin = rule.count === null ? periodsUntil(rule, start, from) : 0;
  for (let n = begin; left > 0; n++) {
    if (n - begin > periodsMax) return null;
    const period = periodOf(rule, start, n);
    if (period.from > until) break;
    for (const day of daysIn(rule, period).filter((one) => one > start)) {
      if (left-- > 0 && day >= from && day <= until) found.push(day);
    }
  }
  return found;
}

/** What a rule does not say is as on its first day. */
function completed(rule: RecurrenceRule, start: number): RecurrenceRule {
  const { every, months, weeks, yearDays, monthDays, weekdays } = rule;
  const { month, day } = partsOf(start);
  const own = [{ weekday: weekdayAt(start), nth: null }];
  if (weekdays.length > 0 || yearDays.length > 0 || monthDays.length > 0 || every === 'day') return rule;
  if (every === 'week' || weeks.length > 0) return { ...rule, weekdays: own };
  if (every === 'month') return { ...rule, monthDays: [day] };
  return { ...rule, monthDays: [day], months: months.length > 0 ? months : [month] };
}

interface Period {
  from: number;
  until: number;
}

/** Of the n-th period after that of the first day. */
function periodOf({ every, interval, weekStart }: RecurrenceRule, start: number, n: number): Period {
  const step = n * interval;
  if (every === 'day') return { from: start + step, until: start + step };
  const { year, month } = partsOf(start);
  if (every === 'week') {
    const from = weekBegin(start, weekStart) + 7 * step;
    return { from, until: from + 6 };
  }
  if (every === 'month') return { from: number(year, month + step, 1), until: number(year, month + step + 1, 0) };
  return { from: number(year + step, 1, 1), until: number(year + step, 12, 31) };
}

/** So many periods can be passed over to come near a day. */
function periodsUntil({ every, interval }: RecurrenceRule, start: number, day: number): number {
  const longest = { day: 1, week: 7, month: 31, year: 366 }[every];
  return Math.max(0, Math.floor((day - start) / (longest * interval)) - 1);
}

function daysIn(rule: RecurrenceRule, { from, until }: Period): number[] {
  const days: number[] = [];
  for (let day = from; day <= until; day++) if (fits(rule, day)) days.push(day);
  const { positions } = rule;
  return positions.length === 0 ? days : days.filter((_, n) => isAt(positions, n + 1, days.length));
}

/** Whether a place, or the same one from the end, is among these. */
const isAt = (places: readonly number[], place: number, of: number): boolean =>
  places.includes(place) || places.includes(place - of - 1);

function fits(
  { every, weekStart, months, weeks, yearDays, monthDays, weekdays }: RecurrenceRule,
  day: number,
): boolean {
  const { year, month, day: dayOfMonth } = partsOf(day);
  if (months.length > 0 && !months.includes(month)) return false;
  const inMonth = number(year, month + 1, 1) - number(year, month, 1);
  if (monthDays.length > 0 && !isAt(monthDays, dayOfMonth, inMonth)) return false;
  const dayOfYear = day - number(year, 1, 1) + 1;
  const inYear = number(year + 1, 1, 1) - number(year, 1, 1);
  if (yearDays.length > 0 && !isAt(yearDays, dayOfYear, inYear)) return false;
  if (weeks.length > 0 && !isInWeek(day, weekStart, weeks)) return false;
  const isOfMonth = every === 'month' || months.length > 0;
  const [place, length] = isOfMonth ? [dayOfMonth, inMonth] : [dayOfYear, inYear];
  const isNth = (nth: number): boolean =>
    nth > 0 ? Math.ceil(place / 7) === nth : Math.ceil((length - place + 1) / 7) === -nth;
  const isCounted = every === 'month' || every === 'year';
  const named = weekdays.filter(({ weekday }) => weekday === weekdayAt(day));
  return weekdays.length === 0 || named.some(({ nth }) => nth === null || !isCounted || isNth(nth));
}

/** The first week of a year is the first that has four of its days; the 28th of December is always in the last. */
function isInWeek(day: number, weekStart: number, weeks: readonly number[]): boolean {
  const weekOf = (one: number): { year: number; week: number } => {
    const middle = weekBegin(one, weekStart) + 3;
    const { year } = partsOf(middle);
    return { year, week: Math.floor((middle - number(year, 1, 1)) / 7) + 1 };
  };
  const { year, week } = weekOf(day);
  return isAt(weeks, week, weekOf(number(year, 12, 28)).week);
}

const weekBegin = (day: number, weekStart: number): number => day - ((weekdayAt(day) - weekStart + 7) % 7);

/** Of a year, a month from 1 and a day; what runs over goes on in the next. Reckoned from 1 March, for then a leap day comes last. */
function number(year: number, month: number, day: number): number {
  const months = year * 12 + month - 3;
  const y = Math.floor(months / 12);
  const leapDays = Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400);
  return 365 * y + leapDays + Math.floor((153 * (months - 12 * y) + 2) / 5) + day - 1 - zero;
}

/** 1 January 1970, counted from 1 March of the year 0. */
const zero = 719_468;

function partsOf(number: number): { year: number; month: number; day: number } {
  const [year = 0, month = 0, day = 0] = dayAt(number).split('-').map(Number);
  return { year, month, day };
}
