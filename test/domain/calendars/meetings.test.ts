// The meetings that come of a calendar: its rhythm, what falls out and why, and what was listed all the same.
import fc from 'fast-check';
import { dayAt, numberOf, weekdayOf } from '../../../src/domain/calendar.js';
import { leadDays, type BodyCalendar, type RegionCalendar } from '../../../src/domain/calendars/body-calendar.js';
import { meetingsOf } from '../../../src/domain/calendars/meetings.js';
import { readBodyCalendar, readRegionCalendar } from '../../../src/domain/calendars/reading.js';
import { anyCalendars } from '../../support/any-calendar.js';

const source = { source: 'vergaderschema', assumed: false };
const council: BodyCalendar = {
  ...source,
  body: 'oost/raad',
  from: '2026-01-01',
  until: '2026-12-31',
  patterns: [{ kind: 'monthly', weekday: 4, nth: 1 }],
  extra: [],
  cancelled: [],
  recess: [],
  keepsRegionRecess: true,
  lead: [],
  papersDays: 10,
};
const region: RegionCalendar = {
  ...source,
  region: 'regio',
  recess: [{ title: 'zomerreces', from: '2026-07-04', until: '2026-08-16' }],
  elections: [
    {
      kind: 'municipal',
      on: '2026-03-18',
      recessFrom: '2026-02-21',
      installedOn: '2026-04-01',
      formedOn: '2026-06-01',
    },
  ],
};
const known = '2026-01-01';
const heldBy = (calendar: BodyCalendar, kind: 'council' | 'college' = 'council') =>
  meetingsOf(calendar, kind, region, known).held.map(dayAt);

it('are those of the rhythm, without recess, election and holiday, each with why', () => {
  const { held, fallen } = meetingsOf(council, 'council', region, known);
  const days = ['02-05', '04-02', '05-07', '06-04', '07-02', '09-03', '10-01', '11-05', '12-03'];
  expect(held.map(dayAt)).toEqual(days.map((day) => `2026-${day}`));
  expect(fallen.map(({ on, why, title }) => [dayAt(on), why, title])).toEqual([
    ['2026-01-01', 'holiday', null],
    ['2026-03-05', 'election', null],
    ['2026-08-06', 'recess', 'zomerreces'],
  ]);
});

it('are held on a day that was listed, also in a recess, and not on one that was cancelled', () => {
  const held = heldBy({ ...council, extra: ['2026-07-14'], cancelled: ['2026-05-07'] });
  expect(held).toContain('2026-07-14');
  expect(held).not.toContain('2026-05-07');
});

it('that were listed are struck like those of a rhythm', () => {
  const listed = { ...council, patterns: [], extra: ['2026-02-03', '2026-03-03'], cancelled: ['2026-03-03'] };
  const { held, fallen } = meetingsOf(listed, 'council', null, known);
  expect([held.map(dayAt), fallen]).toEqual([
    ['2026-02-03'],
    [{ on: numberOf('2026-03-03'), why: 'cancelled', title: null }],
  ]);
});

it.each(['0001-01-02', '0999-06-01', '9999-12-01'])('are known in the year of %s, however silly it is', (from) => {
  const far = { ...council, from, until: `${from.slice(0, 4)}-12-31`, patterns: [{ kind: 'working-days' as const }] };
  const { held, fallen } = meetingsOf(far, 'council', null, known);
  expect(held.map(dayAt).every((day) => day >= far.from && day <= far.until)).toBe(true);
  const christmas = ['25', '26'].map((day) => `${from.slice(0, 4)}-12-${day}`).filter((day) => weekdayOf(day) <= 5);
  expect(fallen.map(({ on }) => dayAt(on)).filter((day) => day.includes('-12-'))).toEqual(christmas);
});

it('of a college stop from the election until the new one is formed', () => {
  const patterns: BodyCalendar['patterns'] = [{ kind: 'weekly', weekday: 2, every: 1 }];
  const weekly = heldBy({ ...council, body: 'oost/college', patterns }, 'college');
  expect(weekly.filter((day) => day >= '2026-03-10' && day <= '2026-06-10')).toEqual([
    '2026-03-10',
    '2026-03-17',
    '2026-06-02',
    '2026-06-09',
  ]);
});

it('lie within what the calendar covers, in order, on the days of its rhythm', () => {
  fc.assert(
    fc.property(anyCalendars(['oost/raad'], '2026-01-01'), ({ bodies, region: drawn }) => {
      for (const calendar of bodies.values()) {
        const days = meetingsOf(calendar, 'council', drawn, known).held.map(dayAt);
        expect(days).toEqual([...new Set(days)].sort());
        const weekdays = calendar.patterns.map((one) => (one.kind === 'working-days' ? null : one.weekday));
        for (const day of days) {
          expect(day >= calendar.from && day <= calendar.until).toBe(true);
          const fits = weekdays.some((one) => (one === null ? weekdayOf(day) <= 5 : one === weekdayOf(day)));
          expect(fits || calendar.extra.includes(day)).toBe(true);
        }
      }
    }),
    { numRuns: 50 },
  );
});

const about = { body: 'oost/raad', kind: 'council' as const, region: null };
const filled = {
  from: '01-01-2026',
  until: '2026-12-31',
  rhythm: 'monthly',
  weekday: '4',
  nth: '-1',
  recess: 'zomer: 4-7-2026 t/m 16-8-2026',
  papersDays: '10',
  source: 'vergaderschema van de griffie',
};
const faultsOf = (fields: Record<string, string>) => {
  const read = readBodyCalendar(about, { ...filled, ...fields });
  return 'faults' in read ? read.faults.map(({ field, code }) => [field, code]) : [];
};

it('are read from what somebody filled in, with days as people write them', () => {
  expect(readBodyCalendar(about, { ...filled, extra: '11-09-2026\n\n2026-02-03\r\n' })).toEqual({
    calendar: {
      ...{ body: 'oost/raad', from: '2026-01-01', until: '2026-12-31', papersDays: 10, lead: [], cancelled: [] },
      patterns: [{ kind: 'monthly', weekday: 4, nth: -1 }],
      extra: ['2026-02-03', '2026-09-11'],
      recess: [{ title: 'zomer', from: '2026-07-04', until: '2026-08-16' }],
      keepsRegionRecess: false,
      source: filled.source,
      assumed: false,
    },
  });
});

it.each(['', '0', '000'])('need no preparation where "%s" was filled in: papers are due on the day itself', (none) => {
  const read = readBodyCalendar(about, { ...filled, papersDays: none, 'lead-committee': none });
  if (!('calendar' in read)) throw new Error('a calendar without preparation is one');
  expect([read.calendar.papersDays, read.calendar.lead, leadDays(read.calendar)]).toEqual([0, [], 0]);
});

it.each<[string, Record<string, string>, string[][]]>([
  ['a calendar without a meeting', { rhythm: 'listed' }, [['rhythm', 'never-meets']]],
  ['a rhythm that never meets', { recess: 'altijd: 1-1-2026 t/m 31-12-2026' }, [['rhythm', 'never-meets']]],
  [
    'a lead time of ten years',
    { 'lead-committee': '3650' },
    [
      ['lead-committee', 'bad-number'],
      ['papersDays', 'lead-too-long'],
    ],
  ],
  ['more than a year together', { 'lead-committee': '300', 'lead-college': '300' }, [['papersDays', 'lead-too-long']]],
  ['a negative one', { papersDays: '-1' }, [['papersDays', 'bad-number']]],
  ['a calendar of a century', { until: '2126-01-01' }, [['until', 'covers-too-much']]],
  ['an end before its begin', { until: '2025-01-01' }, [['until', 'wrong-order']]],
  ['once in no week', { rhythm: 'weekly', every: '0' }, [['every', 'bad-number']]],
  ['a day that is listed after its end', { extra: '11-01-2027' }, [['extra', 'after-end']]],
  ['a day that is none', { extra: '31-02-2026' }, [['extra', 'bad-day']]],
  ['a recess that cannot be read', { recess: 'zomer' }, [['recess', 'bad-line']]],
  [
    'no source and no day',
    { source: ' ', from: '' },
    [
      ['from', 'required'],
      ['source', 'required'],
    ],
  ],
  ['more lines than anyone types', { extra: '11-09-2026\n'.repeat(401) }, [['extra', 'too-many']]],
])('are not read of %s, which is said at its field', (_, fields, faults) => {
  expect(faultsOf(fields)).toEqual(faults);
});

it('of a region keep elections of before beside the next', () => {
  const fields = {
    recess: '',
    source: 'provincie',
    electionOn: '2030-03-20',
    electionRecessFrom: '2030-02-20',
    electionInstalledOn: '2030-04-01',
  };
  const read = readRegionCalendar('regio', fields, region);
  expect('calendar' in read && read.calendar.elections.map(({ on }) => on)).toEqual(['2026-03-18', '2030-03-20']);
  const two = 'calendar' in read ? read.calendar : null;
  const emptied = readRegionCalendar('regio', { ...fields, electionOn: '' }, two);
  expect('calendar' in emptied && emptied.calendar.elections.map(({ on }) => on)).toEqual(['2026-03-18']);
  const turned = readRegionCalendar('regio', { ...fields, electionInstalledOn: '2030-01-01' }, null);
  expect('faults' in turned && turned.faults).toEqual([
    { field: 'electionInstalledOn', code: 'wrong-order', text: '2030-01-01' },
  ]);
});

it('go from days to numbers and back', () => {
  for (const day of ['1969-12-31', '1970-01-01', '2024-02-29', '2100-03-01']) expect(dayAt(numberOf(day))).toBe(day);
});
