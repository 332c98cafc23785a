// The days that stand in a text, as 16-4-2024, 16-apr-2024 or dinsdag 16 april 2024, and the text without them.
import { isDay } from './calendar.js';
import type { Day } from './vocabulary.js';

/** The words of a language in its days. */
export interface DayWords {
  /** Of each month the first three letters, in each way in which it is written short. */
  months: readonly (readonly string[])[];
  /** The days of the week, whole and short. */
  weekdays: readonly string[];
}

/** A word processor makes another mark of the one between a day, a month and a year. */
const dayFirst =
  /\b(\d{1,2})[ \u00A0]?[-/.\u2010-\u2014\u2212][ \u00A0]?(\d{1,2})[ \u00A0]?[-/.\u2010-\u2014\u2212][ \u00A0]?(\d{4})\b/g;
const yearFirst = /\b(\d{4})[-/](\d{1,2})[-/](\d{1,2})\b/g;
const named = /\b(\d{1,2})(?:e|ste|de)?[\s\-\u2010-\u2014/.]{0,3}([a-z]{3,9})\.?[\s\-\u2010-\u2014/.]{0,3}(\d{4})\b/gi;

export function daysIn(text: string, { months }: DayWords): [days: Day[], rest: string] {
  const days: Day[] = [];
  const take = (all: string, day: string, month: string, year: string): string => {
    const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    if (!isDay(iso)) return all;
    days.push(iso);
    return ' ';
  };
  const monthOf = (name: string): string =>
    String(months.findIndex((short) => short.includes(name.slice(0, 3).toLowerCase())) + 1);
  const rest = text
    .replace(dayFirst, (all: string, day: string, month: string, year: string) => take(all, day, month, year))
    .replace(yearFirst, (all: string, year: string, month: string, day: string) => take(all, day, month, year))
    .replace(named, (all: string, day: string, name: string, year: string) => take(all, day, monthOf(name), year));
  return [days, rest];
}

const allFigures = /^(\d{4})(\d{2})(\d{2})$/;
/** The time of the day stands behind what another program wrote. */
const time = /(?<=\D|^)\d{1,2}[:.]\d{2}(?::\d{2}(?:\.\d+)?)?Z?\s*$/i;

/** The day that a text is, with its day of the week before it or a time behind it; null where it is anything else. */
export function dayOfText(text: string, words: DayWords): Day | null {
  const figures = text.replace(allFigures, '$1-$2-$3').replace(/(?<=\d)T(?=\d)/, ' ');
  const [[day, other], rest] = daysIn(figures, words);
  if (day === undefined || other !== undefined) return null;
  const beside = rest
    .replace(time, '')
    .replace(/[\s,.]+/g, ' ')
    .trim()
    .toLowerCase();
  return beside === '' || words.weekdays.includes(beside) ? day : null;
}

/** As 16-4-24, 16 apr '24 or 16 april. */
const short = /\d{1,2}[\s\-/.']+(?:(?:\d{1,2}|[a-z]{3,9}\.?)[\s\-/.']+)?(?:\d{2}|[a-z]{3,9}\.?)$/i;

/** Whether a text that is no day lacks its year, or the first figures of it. */
export const isYearShort = (text: string): boolean => !/\d{4}/.test(text) && short.test(text.trim());
