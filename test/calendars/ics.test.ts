// Days of meetings out of an iCalendar text, and what cannot be read of one.
import { daysInIcs } from '../../src/calendars/ics.js';

const ics = (...lines: string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//proef//NL', ...lines, 'END:VCALENDAR'].join('\r\n');
const event = (uid: string, ...lines: string[]): string[] => ['BEGIN:VEVENT', `UID:${uid}`, ...lines, 'END:VEVENT'];
const daysOf = (...lines: string[]) => daysInIcs(ics(...lines), '2026-01-01', '2026-12-31');

it('are read of days, of times in the Netherlands and of times in UTC', () => {
  expect(
    daysOf(
      ...event('a', 'DTSTART;VALUE=DATE:20260910'),
      ...event('b', 'DTSTART;TZID=Europe/Amsterdam:20260305T193000'),
      ...event('c', 'DTSTART:20260331T223000Z'),
      ...event('d', 'DTSTART;VALUE=DATE:20270101'),
    ),
  ).toEqual({ days: ['2026-03-05', '2026-04-01', '2026-09-10'] });
});

it('follow a rhythm without end until the calendar ends, without what was cancelled or left out', () => {
  const rhythm = [
    'DTSTART;TZID=Europe/Amsterdam:20250102T193000',
    'RRULE:FREQ=MONTHLY;BYDAY=1TH',
    'EXDATE;TZID=Europe/Amsterdam:20260702T193000',
  ];
  const found = daysOf(
    ...event('a', ...rhythm),
    ...event(
      'a',
      'RECURRENCE-ID;TZID=Europe/Amsterdam:20260903T193000',
      'DTSTART;TZID=Europe/Amsterdam:20260910T193000',
    ),
    ...event(
      'a',
      'RECURRENCE-ID;TZID=Europe/Amsterdam:20261105T193000',
      'DTSTART;TZID=Europe/Amsterdam:20261105T193000',
      'STATUS:CANCELLED',
    ),
  );
  expect(found).toEqual({
    days: ['01-01', '02-05', '03-05', '04-02', '05-07', '06-04', '08-06', '09-10', '10-01', '12-03'].map(
      (day) => `2026-${day}`,
    ),
  });
});

it.each([
  ['no iCalendar', 'hallo', { code: 'ics-unreadable' }],
  ['nothing in time', ics(...event('a', 'DTSTART;VALUE=DATE:20200101')), { code: 'ics-no-meetings' }],
  ['too large a text', 'x'.repeat(20 * 1024 * 1024), { code: 'ics-too-large', max: 49_152 }],
  [
    'another zone',
    ics(...event('a', 'DTSTART;TZID=America/New_York:20260305T193000')),
    { code: 'ics-other-zone', zone: 'America/New_York' },
  ],
  [
    'a meeting each second',
    ics(...event('a', 'DTSTART:20260101T000000Z', 'RRULE:FREQ=SECONDLY')),
    { code: 'ics-too-often', max: 400 },
  ],
  [
    'a meeting each day for ten years before',
    ics(...event('a', 'DTSTART:19000101T000000Z', 'RRULE:FREQ=DAILY')),
    { code: 'ics-too-often', max: 400 },
  ],
])('of %s nothing is read, and it is said why', (_, text, fault) => {
  expect(daysInIcs(text, '2026-01-01', '2026-12-31')).toEqual({ fault });
});
