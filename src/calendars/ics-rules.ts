// The rule by which a meeting of an iCalendar text comes back.
import type ICAL from 'ical.js';
import type { RecurrenceRule } from '../domain/calendars/recurrence.js';
import { meetingsMax, Unfit } from './ics-faults.js';
import { momentIn, type MomentInText } from './ics-moments.js';

export interface RuleInText {
  rule: RecurrenceRule;
  /** The last moment at which it can come back; null where none is said. */
  until: MomentInText | null;
}

const periods: Readonly<Record<string, RecurrenceRule['every']>> = {
  DAILY: 'day',
  WEEKLY: 'week',
  MONTHLY: 'month',
  YEARLY: 'year',
};
const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const oftener = /^(HOURLY|MINUTELY|SECONDLY)$/;

/** @throws Unfit for one of another calendar than ours, or of hours */
export function ruleIn(property: ICAL.Property): RuleInText {
  const [, , , said] = property.jCal as [string, unknown, string, RuleAsRead | undefined]; // as the library reads a rule
  const { freq, interval, count, until, wkst, rscale } = said ?? {};
  if (oftener.test(textOf(freq))) throw new Unfit({ code: 'ics-too-often', max: meetingsMax });
  const every = periods[textOf(freq)];
  if (!every || rscale !== undefined) throw new Unfit({ code: 'ics-other-rule', what: textOf(rscale ?? freq) });
  const numbers = (name: string) => listed(said?.[name]).map(Number);
  const rule: RecurrenceRule = {
    every,
    interval: Math.max(1, Number(interval ?? 1)),
    count: count === undefined ? null : Number(count),
    weekStart: typeof wkst === 'number' ? ((wkst + 5) % 7) + 1 : 1, // the library has 1 for a Sunday
    months: numbers('bymonth'),
    weeks: numbers('byweekno'),
    yearDays: numbers('byyearday'),
    monthDays: numbers('bymonthday'),
    weekdays: listed(said?.byday).map((one) => {
      const [, nth = '', name = ''] = /^([+-]?\d*)([A-Z]{2})$/.exec(String(one)) ?? [];
      return { weekday: weekdays.indexOf(name) + 1, nth: nth === '' ? null : Number(nth) };
    }),
    positions: numbers('bysetpos'),
  };
  return { rule, until: until === undefined ? null : momentIn(textOf(until), null) };
}

type RuleAsRead = Partial<Record<string, string | number | (string | number)[]>>;

const listed = (value: RuleAsRead[string]): (string | number)[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];

const textOf = (value: RuleAsRead[string]): string => listed(value).join(',');
