// When a statutory term ends: every day of 2024 to 2030 against a list that was written out by hand.
import { endOfTerm, isPublicHoliday, publicHolidays } from '../../src/domain/public-holidays.js';

/** Written from the law and the calendar: art. 3, first and second paragraph, and the days that were decreed. */
const written: Record<number, string> = {
  2024: '01-01 03-29 04-01 04-27 05-05 05-09 05-10 05-20 12-25 12-26 12-27',
  2025: '01-01 04-18 04-21 04-26 05-05 05-29 05-30 06-09 12-25 12-26',
  2026: '01-01 01-02 04-03 04-06 04-27 05-05 05-14 05-15 05-25 12-25 12-26',
  2027: '01-01 03-26 03-29 04-27 05-05 05-06 05-07 05-17 12-25 12-26',
  2028: '01-01 04-14 04-17 04-27 04-28 05-05 05-25 05-26 06-05 12-25 12-26',
  2029: '01-01 03-30 04-02 04-27 05-05 05-10 05-21 12-25 12-26',
  2030: '01-01 04-19 04-22 04-27 05-05 05-30 06-10 12-25 12-26',
  2031: '01-01',
};
const holidays = new Set(
  Object.entries(written).flatMap(([year, days]) => days.split(' ').map((day) => `${year}-${day}`)),
);

/** The calendar of the platform, day by day. */
const days = Array.from({ length: 2557 }, (_, i) => new Date(Date.UTC(2024, 0, 1 + i)).toISOString().slice(0, 10));
const isFree = (day: string): boolean => [0, 6].includes(new Date(day).getUTCDay()) || holidays.has(day);

function slowly(day: string): string {
  let end = new Date(day);
  while (isFree(end.toISOString().slice(0, 10))) end = new Date(end.getTime() + 86_400_000);
  return end.toISOString().slice(0, 10);
}

describe('the end of a statutory term', () => {
  it('is that of the slow reference, for every day of 2024 to 2030', () => {
    expect(days.at(-1)).toBe('2030-12-31');
    expect(days.filter((day) => isPublicHoliday(day, '2026-11-29') !== holidays.has(day))).toEqual([]);
    expect(days.filter((day) => endOfTerm(day, '2026-11-29') !== slowly(day))).toEqual([]);
  });

  it.each([
    ['a Sunday', '2024-05-26', '2024-05-27'],
    ['Easter Monday', '2024-04-01', '2024-04-02'],
    ['Ascension Day, and the Friday that a decree put on a par', '2025-05-29', '2025-06-02'],
    ["the King's day that was moved from a Sunday", '2025-04-26', '2025-04-28'],
    ['5 May on a Monday', '2025-05-05', '2025-05-06'],
    ['the whole run from Good Friday', '2026-04-03', '2026-04-07'],
    ['Christmas and the Friday after it', '2024-12-25', '2024-12-30'],
    ['an ordinary Tuesday', '2024-05-28', '2024-05-28'],
  ])('that falls on %s', (_, day, end) => {
    expect(endOfTerm(day, '2026-11-29')).toBe(end);
  });

  it('counts a decree from the day on which it was known', () => {
    expect(endOfTerm('2026-05-14', '2025-10-03')).toBe('2026-05-15');
    expect(endOfTerm('2026-05-14', '2025-10-04')).toBe('2026-05-18');
  });

  it('knows the Easter of other centuries', () => {
    const easterMondays = [
      '1818-03-23',
      '1943-04-26',
      '1954-04-19',
      '1981-04-20',
      '2000-04-24',
      '2038-04-26',
      '2049-04-19',
    ];
    expect(easterMondays.filter((day) => !isPublicHoliday(day, '2026-11-29'))).toEqual([]);
    expect(isPublicHoliday('2006-04-29', '2026-11-29')).toBe(true); // the Queen's day of a year in which 30 April was a Sunday
  });

  it('names the source of every row', () => {
    expect(publicHolidays.filter(({ source }) => source.length < 10)).toEqual([]);
  });
});
