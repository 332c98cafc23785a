// Days and moments in Dutch, by Intl.
import type { Interval, Window } from '../../domain/calendar.js';
import type { DayWords } from '../../domain/days-in-text.js';
import type { Day, Instant } from '../../domain/vocabulary.js';
import { remembered } from './remembered.js';

const zone = { timeZone: 'UTC' } as const; // a day has no time
const long = new Intl.DateTimeFormat('nl-NL', { day: 'numeric', month: 'long', year: 'numeric', ...zone });
const short = new Intl.DateTimeFormat('nl-NL', { day: 'numeric', month: 'short', year: 'numeric', ...zone });
const brief = new Intl.DateTimeFormat('nl-NL', { day: 'numeric', month: 'short', ...zone });
const month = new Intl.DateTimeFormat('nl-NL', { month: 'short', year: 'numeric', ...zone });
const weekday = new Intl.DateTimeFormat('nl-NL', { weekday: 'long', ...zone });
const timed = {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/Amsterdam',
} as const;
const moment = new Intl.DateTimeFormat('nl-NL', timed);
const exact = new Intl.DateTimeFormat('nl-NL', { ...timed, second: '2-digit' });
const numbers = new Intl.NumberFormat('nl-NL');

/** 16 mei 2024 */
export const longDay = remembered((day: Day): string => long.format(Date.parse(day)));
/** 16 mei 2024, with the month in short */
export const shortDay = remembered((day: Day): string => short.format(Date.parse(day)));
/** 16 mei; with its year where that is not the year of the other day */
export const briefDay = (day: Day, now: Day): string =>
  day.slice(0, 4) === now.slice(0, 4) ? brief.format(Date.parse(day)) : shortDay(day);
/** sep 2024 */
export const monthOf = (day: Day): string => month.format(Date.parse(day));
/** donderdag */
export const weekdayOf = (day: Day): string => weekday.format(Date.parse(day));
/** donderdag 16 mei 2024 */
export const fullDay = (day: Day): string => `${weekdayOf(day)} ${longDay(day)}`;
/** 16 mei 2024 om 14:05, Dutch time */
export const momentWords = (instant: Instant): string => moment.format(Date.parse(instant));
/** 16 mei 2024 om 14:05:09, Dutch time */
export const exactMoment = (instant: Instant): string => exact.format(Date.parse(instant));
/** 1.000 */
export const count = (n: number): string => numbers.format(n);

/** A planned window: in quarters where it is whole quarters, else in days. */
export function windowWords({ from, until }: Window): string {
  const first = from && quarterFrom(from);
  const last = until && quarterUntil(until);
  if (first && last) return first === last ? first : `${first} t/m ${last}`;
  if (from && until) return from === until ? shortDay(from) : `${shortDay(from)} t/m ${shortDay(until)}`;
  if (until) return `t/m ${shortDay(until)}`;
  return from ? `vanaf ${shortDay(from)}` : 'zonder datum';
}

function quarterFrom(day: Day): string | null {
  const [year = '', month = '', rest = ''] = day.split('-');
  return rest === '01' && Number(month) % 3 === 1 ? `${Math.ceil(Number(month) / 3)}e kwartaal ${year}` : null;
}

const lastDays: Record<string, string> = { '03': '31', '06': '30', '09': '30', '12': '31' };

function quarterUntil(day: Day): string | null {
  const [year = '', month = '', rest = ''] = day.split('-');
  return lastDays[month] === rest ? `${Number(month) / 3}e kwartaal ${year}` : null;
}

/** How often something comes back: elke 2 maanden. */
export function intervalWords(every: Interval): string {
  const [n, one, many] = 'months' in every ? [every.months, 'maand', 'maanden'] : [every.weeks, 'week', 'weken'];
  return n === 1 ? `elke ${one}` : `elke ${n} ${many}`;
}

/** 1 dag, 12 dagen. */
export const days = (n: number): string => `${count(n)} ${n === 1 ? 'dag' : 'dagen'}`;

/** As days are written: the months also as another program writes them. */
export const dayWords: DayWords = {
  months: [
    ['jan'],
    ['feb'],
    ['maa', 'mrt', 'mar'],
    ['apr'],
    ['mei', 'may'],
    ['jun'],
    ['jul'],
    ['aug'],
    ['sep'],
    ['okt', 'oct'],
    ['nov'],
    ['dec'],
  ],
  weekdays: ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag'].flatMap((one) => [
    one,
    one.slice(0, 2),
  ]),
};
