// The days of a rhythm, as the examples of RFC 5545 (3.8.5.3) have them, and the rules that calendars of councils need.
import { dayAt, numberOf } from '../../../src/domain/calendar.js';
import { daysOfRule, type RecurrenceRule } from '../../../src/domain/calendars/recurrence.js';

const none = {
  interval: 1,
  count: null,
  weekStart: 1,
  months: [],
  weeks: [],
  yearDays: [],
  monthDays: [],
  weekdays: [],
  positions: [],
};
const on = (weekday: number, nth: number | null = null) => ({ weekday, nth });
const working = [1, 2, 3, 4, 5].map((day) => on(day));

const daysOf = (rule: Partial<RecurrenceRule> & Pick<RecurrenceRule, 'every'>, first: string, until: string) =>
  daysOfRule({ ...none, ...rule }, first, numberOf(first), numberOf(until))?.map(dayAt);

it.each([
  [
    'every other week on Tuesday and Thursday',
    { every: 'week', interval: 2, weekdays: [on(2), on(4)] },
    '1997-09-02',
    '1997-09-30',
    ['1997-09-02', '1997-09-04', '1997-09-16', '1997-09-18', '1997-09-30'],
  ],
  [
    'weeks from Monday',
    { every: 'week', interval: 2, count: 4, weekdays: [on(2), on(7)] },
    '1997-08-05',
    '1997-12-31',
    ['1997-08-05', '1997-08-10', '1997-08-19', '1997-08-24'],
  ],
  [
    'weeks from Sunday',
    { every: 'week', interval: 2, count: 4, weekStart: 7, weekdays: [on(2), on(7)] },
    '1997-08-05',
    '1997-12-31',
    ['1997-08-05', '1997-08-17', '1997-08-19', '1997-08-31'],
  ],
  [
    'the first Friday',
    { every: 'month', count: 4, weekdays: [on(5, 1)] },
    '1997-09-05',
    '1998-12-31',
    ['1997-09-05', '1997-10-03', '1997-11-07', '1997-12-05'],
  ],
  [
    'the last Monday but one',
    { every: 'month', count: 3, weekdays: [on(1, -2)] },
    '1997-09-22',
    '1998-12-31',
    ['1997-09-22', '1997-10-20', '1997-11-17'],
  ],
  [
    'the third day from the end',
    { every: 'month', monthDays: [-3] },
    '1997-09-28',
    '1998-02-28',
    ['1997-09-28', '1997-10-29', '1997-11-28', '1997-12-29', '1998-01-29', '1998-02-26'],
  ],
  [
    'Friday the thirteenth',
    { every: 'month', monthDays: [13], weekdays: [on(5)] },
    '1998-02-13',
    '1999-08-31',
    ['1998-02-13', '1998-03-13', '1998-11-13', '1999-08-13'],
  ],
  [
    'the last working day',
    { every: 'month', weekdays: working, positions: [-1] },
    '1997-09-30',
    '1998-01-31',
    ['1997-09-30', '1997-10-31', '1997-11-28', '1997-12-31', '1998-01-30'],
  ],
  [
    'a day of the year',
    { every: 'year', interval: 3, count: 6, yearDays: [1, 100, 200] },
    '1997-01-01',
    '2009-12-31',
    ['1997-01-01', '1997-04-10', '1997-07-19', '2000-01-01', '2000-04-09', '2000-07-18'],
  ],
  [
    'the twentieth Monday of the year',
    { every: 'year', weekdays: [on(1, 20)] },
    '1997-05-19',
    '1999-12-31',
    ['1997-05-19', '1998-05-18', '1999-05-17'],
  ],
  [
    'Monday of week 20',
    { every: 'year', weeks: [20], weekdays: [on(1)] },
    '1997-05-12',
    '1999-12-31',
    ['1997-05-12', '1998-05-11', '1999-05-17'],
  ],
  [
    'every Thursday in March',
    { every: 'year', months: [3], weekdays: [on(4)] },
    '1997-03-13',
    '1998-03-31',
    ['1997-03-13', '1997-03-20', '1997-03-27', '1998-03-05', '1998-03-12', '1998-03-19', '1998-03-26'],
  ],
  [
    'the day of elections',
    { every: 'year', interval: 4, months: [11], weekdays: [on(2)], monthDays: [2, 3, 4, 5, 6, 7, 8] },
    '1996-11-05',
    '2004-12-31',
    ['1996-11-05', '2000-11-07', '2004-11-02'],
  ],
  [
    'week 53, which most years do not have',
    { every: 'year', weeks: [53] },
    '2015-12-30',
    '2033-12-31',
    ['2015-12-30', '2020-12-30', '2026-12-30', '2032-12-29'],
  ],
  [
    'every other week over a year of 53 weeks',
    { every: 'week', interval: 2 },
    '2026-12-15',
    '2027-01-31',
    ['2026-12-15', '2026-12-29', '2027-01-12', '2027-01-26'],
  ],
  [
    '29 February, and no other day in its place',
    { every: 'year' },
    '2024-02-29',
    '2033-12-31',
    ['2024-02-29', '2028-02-29', '2032-02-29'],
  ],
  [
    'the 31st, where there is one',
    { every: 'month' },
    '2026-01-31',
    '2026-06-30',
    ['2026-01-31', '2026-03-31', '2026-05-31'],
  ],
  ['a day that never is', { every: 'year', months: [2], monthDays: [30] }, '2026-01-01', '2036-01-01', ['2026-01-01']],
] as const)('%s', (_, rule, first, until, days) => {
  expect(daysOf(rule, first, until)).toEqual(days);
});

it('those of a later year are those of the whole rhythm', () => {
  for (const every of ['day', 'week', 'month', 'year'] as const)
    for (const interval of [1, 2, 3, 7]) {
      const rule = { ...none, every, interval };
      const whole = daysOfRule(rule, '1999-12-31', 0, numberOf('2030-12-31')) ?? [];
      const [from, until] = [numberOf('2026-01-01'), numberOf('2028-12-31')];
      const later = daysOfRule(rule, '1999-12-31', from, until);
      expect(later).toEqual(whole.filter((day) => day >= from && day <= until));
    }
});
