// Days and windows.
import fc from 'fast-check';
import {
  dayAt,
  dayOf,
  daysAfter,
  daysEvery,
  earliest,
  isDay,
  latest,
  normaliseInstant,
  window,
} from '../../src/domain/calendar.js';

/** So many moments; SLUIS_DATES sets another number. */
const dates = Number(process.env.SLUIS_DATES ?? 10_000);

describe('a day', () => {
  it('exists or not', () => {
    expect(['2024-02-29', '2023-02-29', '2025-02-31', '2024-4-1', '2024-13-01', 'soon'].map(isDay)).toEqual([
      ...[true, false, false, false, false, false],
    ]);
  });

  it('is the one in Amsterdam, also in the nights when the clock changes', () => {
    expect(dayOf('2024-03-30T22:59:59.999Z')).toBe('2024-03-30');
    expect(dayOf('2024-03-30T23:00:00.000Z')).toBe('2024-03-31');
    expect(dayOf('2024-03-31T21:59:59.999Z')).toBe('2024-03-31');
    expect(dayOf('2024-03-31T22:00:00.000Z')).toBe('2024-04-01');
    expect(dayOf('2024-10-26T21:59:59.999Z')).toBe('2024-10-26');
    expect(dayOf('2024-10-27T22:59:59.999Z')).toBe('2024-10-27');
    expect(dayOf('2024-10-27T23:00:00.000Z')).toBe('2024-10-28');
  });

  it(`never runs backwards over ${dates} moments`, () => {
    const moment = fc.date({ min: new Date('2015-01-01'), max: new Date('2035-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(moment, fc.nat(172_800_000), (from, ahead) => {
        const [first, second] = [from, new Date(from.getTime() + ahead)].map((date) => dayOf(date.toISOString()));
        expect(isDay(first ?? '')).toBe(true);
        expect((first ?? '') <= (second ?? '')).toBe(true);
      }),
      { numRuns: dates },
    );
    console.log(`${dates} pairs of moments: the day never ran backwards`);
  });
});

describe('a window', () => {
  it('begins on the first day of its period and ends on the last', () => {
    expect(window('2024-Q2')).toEqual({ from: '2024-04-01', until: '2024-06-30', aim: null });
    expect(window('2024-Q4', '2025-Q1')).toMatchObject({ from: '2024-10-01', until: '2025-03-31' });
    expect(window(null, '2024-02', 'liever eerder')).toEqual({ from: null, until: '2024-02-29', aim: 'liever eerder' });
    expect(window('2024')).toMatchObject({ from: '2024-01-01', until: '2024-12-31' });
  });
});

describe('an instant', () => {
  it('is brought to UTC with three decimals', () => {
    expect(normaliseInstant('2024-05-16T14:00:00+02:00')).toBe('2024-05-16T12:00:00.000Z');
    expect(normaliseInstant('2024-05-16')).toBeNull();
  });
});

describe('days that come back', () => {
  const first = (n: number, interval: Parameters<typeof daysEvery>[0], from: string): string[] => {
    const days: string[] = [];
    for (const day of daysEvery(interval, from)) if (days.push(day) === n) break;
    return days;
  };

  it('are counted from the first, so that a short month moves no day after it', () => {
    expect(first(4, { months: 1 }, '2024-01-31')).toEqual(['2024-02-29', '2024-03-31', '2024-04-30', '2024-05-31']);
    expect(first(2, { months: 12 }, '2024-02-29')).toEqual(['2025-02-28', '2026-02-28']);
    expect(first(3, { weeks: 1 }, '2024-03-24')).toEqual(['2024-03-31', '2024-04-07', '2024-04-14']);
  });

  it('end where the calendar does, and never go on for ever', () => {
    expect([...daysEvery({ months: 1 }, '9999-10-31')]).toEqual(['9999-11-30', '9999-12-31']);
    expect([...daysEvery({ weeks: 1 }, '2024-01-01')]).toHaveLength(1000);
  });

  it('exist, only grow, and keep the day of the month or of the week, whatever clocks do', () => {
    const from = fc.date({ min: new Date('2000-01-01'), max: new Date('2090-12-31'), noInvalidDate: true });
    const interval = fc.oneof(
      fc.record({ months: fc.integer({ min: 1, max: 60 }) }),
      fc.record({ weeks: fc.integer({ min: 1, max: 60 }) }),
    );
    fc.assert(
      fc.property(from, interval, (date, every) => {
        const start = date.toISOString().slice(0, 10);
        const days = first(60, every, start);
        const all = [start, ...days];
        expect(days.every((day, i) => isDay(day) && day > (all[i] ?? ''))).toBe(true);
        const dayOfMonth = (day: string) => Number(day.slice(8));
        const lastOfMonth = (day: string) =>
          new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0)).getUTCDate();
        for (const day of days)
          if ('months' in every) expect(dayOfMonth(day)).toBe(Math.min(dayOfMonth(start), lastOfMonth(day)));
          else expect((Date.parse(day) - Date.parse(start)) % (every.weeks * 7 * 86_400_000)).toBe(0);
      }),
      { numRuns: 300 },
    );
  });
});

it('a day that is reckoned stays one that can be written and laid beside others', () => {
  expect(daysAfter('9999-12-31', 1)).toBe('9999-12-31');
  expect(daysAfter('0000-01-02', -400)).toBe('0000-01-01');
  expect(dayAt(4_000_000)).toBe('9999-12-31');
  expect(dayAt(-4_000_000)).toBe('0000-01-01');
});

it('the earliest of some days is found among those that are known', () => {
  expect(earliest(null, '2024-05-01', undefined, '2024-04-30')).toBe('2024-04-30');
  expect(earliest(undefined)).toBeNull();
});

it('the latest of some days is found among those that are known', () => {
  expect(latest(null, '2024-05-01', undefined, '2024-04-30')).toBe('2024-05-01');
  expect(latest(null)).toBeNull();
});
