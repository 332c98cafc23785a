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

const zoned = (time: string): string => `DTSTART;TZID=Europe/Amsterdam:${time}`;
const offsets = (from: string, to: string) => [`TZOFFSETFROM:${from}`, `TZOFFSETTO:${to}`];
const changes = (title: string, ...lines: string[]) => [`BEGIN:${title}`, ...lines, `END:${title}`];
/** As Outlook writes one down. */
const described = (zone: string): string[] => [
  ...['BEGIN:VTIMEZONE', `TZID:${zone}`],
  ...changes(
    'STANDARD',
    'DTSTART:16010101T030000',
    ...offsets('+0200', '+0100'),
    'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10',
  ),
  ...changes(
    'DAYLIGHT',
    'DTSTART:16010101T020000',
    ...offsets('+0100', '+0200'),
    'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3',
  ),
  'END:VTIMEZONE',
];
const weekly = (count: number): string[] => [zoned('20260303T193000'), `RRULE:FREQ=WEEKLY;COUNT=${count}`];

it.each([
  ['of Outlook', ['DTSTART;TZID=W. Europe Standard Time:20260305T193000'], '2026-03-05'],
  ['of Outlook in Brussels', ['DTSTART;TZID="Romance Standard Time":20260305T003000'], '2026-03-05'],
  [
    'of a program of its own',
    ['DTSTART;TZID=/freeassociation.sourceforge.net/Europe/Amsterdam:20260305T193000'],
    '2026-03-05',
  ],
  ['of our time', ['DTSTART;TZID=Europe/Berlin:20260305T003000'], '2026-03-05'],
  ['in London', ['DTSTART;TZID=Europe/London:20260305T233000'], '2026-03-06'],
  ['in New York', ['DTSTART;TZID=America/New_York:20260305T193000'], '2026-03-06'],
  ['in UTC by another name', ['DTSTART;TZID=Etc/UTC:20260305T233000'], '2026-03-06'],
  ['of none, wherever it is read', ['DTSTART:20260305T233000'], '2026-03-05'],
  ['without one, as a day alone', ['DTSTART:20260305'], '2026-03-05'],
  ['that the clock passes over', [zoned('20260329T023000')], '2026-03-29'],
])('a time of a zone %s is on its day in the Netherlands', (_, lines, day) => {
  expect(daysOf(...event('a', ...lines))).toEqual({ days: [day] });
});

it('a zone that only the text itself knows is read from it, in winter and in summer', () => {
  const zone = '(UTC+01:00) Amsterdam, Berlijn, Bern';
  const at = (time: string) => [...described(zone), ...event('a', `DTSTART;TZID="${zone}":${time}`)];
  expect(daysOf(...at('20260305T003000'))).toEqual({ days: ['2026-03-05'] });
  expect(daysOf(...at('20260705T003000'))).toEqual({ days: ['2026-07-05'] });
  const hawaii = described('Ver').map((line) => line.replace(/:\+0[12]00/, ':-1000'));
  expect(daysOf(...hawaii, ...event('a', 'DTSTART;TZID=Ver:20260305T193000'))).toEqual({ days: ['2026-03-06'] });
});

it.each([
  [
    'its last one, until a time in UTC',
    [zoned('20260303T193000'), 'RRULE:FREQ=WEEKLY;UNTIL=20260317T183000Z'],
    ['03', '10', '17'],
  ],
  [
    'its last one, until a day',
    ['DTSTART;VALUE=DATE:20260303', 'RRULE:FREQ=WEEKLY;UNTIL=20260317'],
    ['03', '10', '17'],
  ],
  [
    'its first one beside listed ones',
    [zoned('20260303T193000'), 'RDATE;TZID=Europe/Amsterdam:20260305T193000'],
    ['03', '05'],
  ],
  [
    'one that is listed with its end',
    [zoned('20260303T193000'), 'RDATE;VALUE=PERIOD:20260305T183000Z/PT2H'],
    ['03', '05'],
  ],
  ['none that was left out in UTC', [...weekly(3), 'EXDATE:20260310T183000Z'], ['03', '17']],
  ['none whose day was left out', [...weekly(3), 'EXDATE;VALUE=DATE:20260310'], ['03', '17']],
  ['none that a second rhythm leaves out', [...weekly(4), 'EXRULE:FREQ=WEEKLY;INTERVAL=2'], ['10', '24']],
])('a rhythm has %s', (_, lines, days) => {
  expect(daysOf(...event('a', ...lines))).toEqual({ days: days.map((day) => `2026-03-${day}`) });
});

const moved = (replaces: string, ...lines: string[]) => event('a', `RECURRENCE-ID${replaces}`, ...lines);

it.each([
  [
    'by a time in UTC',
    event('a', ...weekly(3)),
    moved(':20260310T183000Z', zoned('20260312T193000')),
    ['03', '12', '17'],
  ],
  ['by its day', event('a', ...weekly(3)), moved(';VALUE=DATE:20260310', zoned('20260312T193000')), ['03', '12', '17']],
  ['though the rhythm stands elsewhere', [], moved(':20260310T183000Z', zoned('20260312T193000')), ['12']],
  [
    'with all after it',
    event('a', ...weekly(4)),
    moved(';RANGE=THISANDFUTURE;TZID=Europe/Amsterdam:20260317T193000', zoned('20260319T193000')),
    ['03', '10', '19', '26'],
  ],
  [
    'from after the calendar into it',
    event('a', zoned('20260331T193000'), 'RRULE:FREQ=YEARLY'),
    moved(';TZID=Europe/Amsterdam:20270331T193000', zoned('20260330T193000')),
    ['30', '31'],
  ],
  [
    'and cancelled in a newer version',
    event('a', 'SEQUENCE:0', zoned('20260303T193000')),
    [
      ...event('a', 'SEQUENCE:1', zoned('20260303T193000'), 'STATUS:CANCELLED'),
      ...event('b', zoned('20260304T193000')),
    ],
    ['04'],
  ],
])('one meeting is moved %s', (_, whole, change, days) => {
  expect(daysOf(...whole, ...change)).toEqual({ days: days.map((day) => `2026-03-${day}`) });
});

it('what stands around them does not matter: ends of lines, a mark before them, a second calendar, a broken text', () => {
  const one = ics(...event('a', 'SUMMARY:Raad', 'DTSTART;VALUE=DATE:20260303'));
  const two = ics(...event('b', 'DTSTART;VALUE=DATE:20260403'), ...event('c', 'SUMMARY:zonder dag'));
  const days = ['2026-03-03', '2026-04-03'];
  for (const text of [`${one}\r\n${two}`, `\uFEFF${one}\n${two}`, `${one}\r${two}`.replaceAll('\r\n', '\r')])
    expect(daysInIcs(text, '2026-01-01', '2026-12-31')).toEqual({ days });
  expect(
    daysOf('BEGIN:VEVENT', 'DTSTART;TZID=Europe/Am', ' sterdam:202603', '\t05T193000', 'kapotte regel', 'END:VEVENT'),
  ).toEqual({
    days: ['2026-03-05'],
  });
  const called = ['METHOD:CANCEL', ...event('a', 'DTSTART;VALUE=DATE:20260303')];
  expect(daysOf(...called)).toEqual({ fault: { code: 'ics-no-meetings' } });
});

it('a rhythm that began long ago is read as quickly', () => {
  const ago = event('a', 'DTSTART;VALUE=DATE:19000101', 'RRULE:FREQ=DAILY;UNTIL=20260103');
  expect(daysOf(...ago)).toEqual({ days: ['2026-01-01', '2026-01-02', '2026-01-03'] });
});

it.each([
  ['no iCalendar', 'hallo', { code: 'ics-unreadable' }],
  ['nothing in time', ics(...event('a', 'DTSTART;VALUE=DATE:20200101')), { code: 'ics-no-meetings' }],
  ['too large a text', 'x'.repeat(20 * 1024 * 1024), { code: 'ics-too-large', max: 49_152 }],
  [
    'a zone that nobody knows',
    ics(...event('a', 'DTSTART;TZID=Mijn zone:20260305T193000')),
    { code: 'ics-other-zone', what: 'Mijn zone' },
  ],
  [
    'a day that does not exist',
    ics(...event('a', 'DTSTART;VALUE=DATE:20260303'), ...event('b', 'DTSTART;VALUE=DATE:20260230')),
    { code: 'ics-no-such-day', what: '2026-02-30' },
  ],
  [
    'another calendar than ours',
    ics(...event('a', 'DTSTART;VALUE=DATE:20260303', 'RRULE:RSCALE=CHINESE;FREQ=YEARLY')),
    { code: 'ics-other-rule', what: 'CHINESE' },
  ],
  [
    'a meeting each second',
    ics(...event('a', 'DTSTART:20260101T000000Z', 'RRULE:FREQ=SECONDLY')),
    { code: 'ics-too-often', max: 400 },
  ],
  [
    'a hundred thousand meetings before it',
    ics(...event('a', 'DTSTART:19000101T000000Z', 'RRULE:FREQ=DAILY;COUNT=100000')),
    { code: 'ics-too-often', max: 400 },
  ],
])('of %s nothing is read, and it is said why', (_, text, fault) => {
  expect(daysInIcs(text, '2026-01-01', '2026-12-31')).toEqual({ fault });
});
