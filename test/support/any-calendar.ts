// Calendars that fast-check draws: rhythms, lead times, recesses and an election, for each body of a plan or for none.
import fc from 'fast-check';
import { daysAfter } from '../../src/domain/calendar.js';
import type {
  BodyCalendar,
  Calendars,
  MeetingPattern,
  RegionCalendar,
} from '../../src/domain/calendars/body-calendar.js';
import type { BodyId, Day } from '../../src/domain/vocabulary.js';

const pattern: fc.Arbitrary<MeetingPattern> = fc.oneof(
  fc.record({
    kind: fc.constant('weekly' as const),
    weekday: fc.integer({ min: 1, max: 5 }),
    every: fc.integer({ min: 1, max: 3 }),
  }),
  fc.record({
    kind: fc.constant('monthly' as const),
    weekday: fc.integer({ min: 1, max: 7 }),
    nth: fc.constantFrom(1, 2, 3, 4, 5, -1),
  }),
  fc.record({ kind: fc.constant('working-days' as const) }),
);

/** For these bodies, from a day on; one in so many has none. */
export const anyCalendars = (bodies: readonly BodyId[], from: Day): fc.Arbitrary<Calendars> => {
  const until = daysAfter(from, 800);
  const dayIn = fc.integer({ min: 0, max: 800 }).map((n) => daysAfter(from, n));
  const recess = fc.record({ begin: dayIn, days: fc.nat(60) }).map(({ begin, days }) => ({
    title: 'Vakantie',
    from: begin,
    until: daysAfter(begin, days),
  }));
  const entered = { source: 'proef', assumed: true };
  const calendar = fc.record({
    patterns: fc.array(pattern, { minLength: 1, maxLength: 2 }),
    extra: fc.array(dayIn, { maxLength: 2 }),
    cancelled: fc.array(dayIn, { maxLength: 3 }),
    recess: fc.array(recess, { maxLength: 2 }),
    keepsRegionRecess: fc.boolean(),
    lead: fc.array(fc.record({ stage: fc.constant('initialling' as const), days: fc.nat(20) }), { maxLength: 2 }),
    papersDays: fc.nat(14),
  });
  const region = fc
    .record({ recess: fc.array(recess, { maxLength: 3 }), on: dayIn })
    .map(({ recess: holidays, on }): RegionCalendar => ({
      ...entered,
      region: 'proef',
      recess: holidays,
      elections: [
        {
          kind: 'municipal',
          on,
          recessFrom: daysAfter(on, -20),
          installedOn: daysAfter(on, 12),
          formedOn: daysAfter(on, 60),
        },
      ],
    }));
  const each = fc.array(fc.option(calendar, { freq: 40 }), { minLength: bodies.length, maxLength: bodies.length });
  return fc.record({ region, each }).map(({ region: ofRegion, each: all }) => ({
    region: ofRegion,
    bodies: new Map(
      bodies.flatMap((body, n): [BodyId, BodyCalendar][] => {
        const drawn = all[n];
        return drawn ? [[body, { ...entered, body, from, until, ...drawn }]] : [];
      }),
    ),
  }));
};
