// The days on which no statutory term ends, as data: the generally recognised public holidays of the Netherlands and the
// days put on a par with them (Algemene termijnenwet, art. 3).
import { daysAfter, isWeekend, weekdayOf } from './calendar.js';
import type { Day, Slug } from './vocabulary.js';

interface Holiday {
  name: Slug;
  source: string;
  /** The first day on which it was known to be one; null for those that the law itself names. */
  since: Day | null;
  dayIn(year: number): Day | null;
}

const law = 'Algemene termijnenwet, art. 3';

const named = (name: Slug, dayIn: (year: number) => Day): Holiday => ({ name, source: law, since: null, dayIn });
const everyYear = (name: Slug, monthAndDay: string): Holiday =>
  named(name, (year) => `${written(year)}-${monthAndDay}`);
const fromEaster = (name: Slug, days: number): Holiday => named(name, (year) => daysAfter(easterIn(year), days));

const byLaw: Holiday[] = [
  everyYear('new-year', '01-01'),
  fromEaster('good-friday', -2), // put on a par by the second paragraph
  fromEaster('easter-monday', 1),
  fromEaster('ascension-day', 39),
  fromEaster('whit-monday', 50),
  everyYear('christmas-day', '12-25'),
  everyYear('second-christmas-day', '12-26'),
  named('kings-day', kingsDayIn),
  everyYear('liberation-day', '05-05'),
];

/** Days that a decree put on a par; the titles of the decrees name them. Of 2020 to 2022 only the last was found. */
const byDecree: Holiday[] = [
  ...decreed('Besluit van 24 oktober 2016, nr. 2016001827 (BWBR0038666)', '2016-11-01', [
    '2017-04-28',
    '2017-05-26',
    '2018-05-11',
    '2018-12-24',
    '2018-12-31',
    '2019-05-31',
    '2019-12-27',
  ]),
  ...decreed('Besluit gelijkstelling van onder meer 27 mei 2022', '2022-05-27', ['2022-05-27']),
  ...decreed(
    'Besluit gelijkstelling van 28 april 2023, 19 mei 2023, 10 mei 2024, 27 december 2024 en 30 mei 2025',
    '2023-04-28', // the day of the decree was not found: it was known by its first day at the latest
    ['2023-04-28', '2023-05-19', '2024-05-10', '2024-12-27', '2025-05-30'],
  ),
  ...decreed(
    'Besluit gelijkstelling van 2 januari 2026, 15 mei 2026, 7 mei 2027, 28 april 2028 en 26 mei 2028',
    '2025-10-04', // the day on which a public page named it
    ['2026-01-02', '2026-05-15', '2027-05-07', '2028-04-28', '2028-05-26'],
  ),
];

export const publicHolidays: readonly Holiday[] = [...byLaw, ...byDecree];

/** Whether it is one, or put on a par, as was known on a day. */
export const isPublicHoliday = (day: Day, knownOn: Day): boolean =>
  publicHolidays.some((one) => (one.since === null || one.since <= knownOn) && one.dayIn(yearOf(day)) === day);

/**
 * The last day of a statutory term that would end on this day: the next one that is no Saturday, Sunday or public holiday
 * (Algemene termijnenwet, art. 1, first paragraph). A term that is counted back, or that somebody chose, does not move.
 * @param knownOn the day by which a decree must have been known
 */
export function endOfTerm(day: Day, knownOn: Day): Day {
  let end = day;
  while (isWeekend(end) || isPublicHoliday(end, knownOn)) end = daysAfter(end, 1);
  return end;
}

function decreed(source: string, since: Day, days: Day[]): Holiday[] {
  const dayIn = (day: Day) => (year: number) => (yearOf(day) === year ? day : null);
  return days.map((day) => ({ name: 'decreed', source, since, dayIn: dayIn(day) }));
}

const yearOf = (day: Day): number => Number(day.slice(0, 4));

const written = (year: number): string => String(year).padStart(4, '0');

/** 27 April, or the day before where that is a Sunday; until 2013 the Queen's, 30 April, in the same way. */
function kingsDayIn(year: number): Day {
  const birthday = `${written(year)}-04-${year < 2014 ? 30 : 27}`;
  return weekdayOf(birthday) === 7 ? daysAfter(birthday, -1) : birthday;
}

/** Easter Sunday of the Gregorian calendar: the Sunday after the full moon of the church that is the first of spring. */
function easterIn(year: number): Day {
  const century = Math.floor(year / 100);
  const leapDaysLeftOut = century - Math.floor(century / 4);
  const moonMoved = Math.floor((8 * century + 13) / 25);
  const moon = (19 * (year % 19) + leapDaysLeftOut - moonMoved + 15) % 30;
  const fullMoon = moon === 29 || (moon === 28 && year % 19 > 10) ? moon - 1 : moon; // days after 21 March
  const day = daysAfter(`${written(year)}-03-21`, fullMoon + 1);
  return daysAfter(day, (7 - weekdayOf(day)) % 7);
}
