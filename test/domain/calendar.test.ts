// Days and windows.
import fc from 'fast-check';
import { dayOf, isDay, latest, normaliseInstant, window } from '../../src/domain/calendar.js';

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

  it('never runs backwards over 10,000 moments', () => {
    const moment = fc.date({ min: new Date('2015-01-01'), max: new Date('2035-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(moment, fc.nat(172_800_000), (from, ahead) => {
        const [first, second] = [from, new Date(from.getTime() + ahead)].map((date) => dayOf(date.toISOString()));
        expect(isDay(first ?? '')).toBe(true);
        expect((first ?? '') <= (second ?? '')).toBe(true);
      }),
      { numRuns: 10_000 },
    );
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

it('the latest of some days is found among those that are known', () => {
  expect(latest(null, '2024-05-01', undefined, '2024-04-30')).toBe('2024-05-01');
  expect(latest(null)).toBeNull();
});
