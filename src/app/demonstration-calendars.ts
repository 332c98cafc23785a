// The calendars of the demonstration: made up, and marked so wherever they are used. They say nothing about any municipality.
import type { BodyCalendar, MeetingPattern, RegionCalendar } from '../domain/calendars/body-calendar.js';
import type { BodyId } from '../domain/vocabulary.js';

const source = 'aangenomen voor de demonstratie';
const covered = { from: '2024-01-01', until: '2027-12-31', source, assumed: true };

export const demonstrationRegion: RegionCalendar = {
  region: 'jeugdhulpregio-drenthe',
  source,
  assumed: true,
  recess: [
    { title: 'meivakantie 2024', from: '2024-04-27', until: '2024-05-05' },
    { title: 'zomerreces 2024', from: '2024-07-20', until: '2024-09-01' },
    { title: 'herfstreces 2024', from: '2024-10-26', until: '2024-11-03' },
    { title: 'kerstreces 2024', from: '2024-12-21', until: '2025-01-05' },
    { title: 'voorjaarsreces 2025', from: '2025-02-15', until: '2025-02-23' },
    { title: 'meivakantie 2025', from: '2025-04-26', until: '2025-05-04' },
    { title: 'zomerreces 2025', from: '2025-07-12', until: '2025-08-24' },
    { title: 'herfstreces 2025', from: '2025-10-18', until: '2025-10-26' },
    { title: 'kerstreces 2025', from: '2025-12-20', until: '2026-01-04' },
    { title: 'voorjaarsreces 2026', from: '2026-02-21', until: '2026-03-01' },
    { title: 'meivakantie 2026', from: '2026-04-25', until: '2026-05-03' },
    { title: 'zomerreces 2026', from: '2026-07-04', until: '2026-08-16' },
    { title: 'herfstreces 2026', from: '2026-10-10', until: '2026-10-18' },
    { title: 'kerstreces 2026', from: '2026-12-19', until: '2027-01-03' },
  ],
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

/** In the order of the plan: on which evening each council meets, and on which day its college. */
const rhythms: [municipality: string, council: MeetingPattern, collegeDay: number][] = [
  ['aa-en-hunze', { kind: 'monthly', weekday: 4, nth: -1 }, 2],
  ['assen', { kind: 'monthly', weekday: 4, nth: 2 }, 2],
  ['borger-odoorn', { kind: 'monthly', weekday: 4, nth: 3 }, 2],
  ['coevorden', { kind: 'monthly', weekday: 2, nth: 2 }, 2],
  ['de-wolden', { kind: 'monthly', weekday: 4, nth: -1 }, 2],
  ['emmen', { kind: 'monthly', weekday: 4, nth: -1 }, 1],
  ['hoogeveen', { kind: 'monthly', weekday: 4, nth: 1 }, 2],
  ['meppel', { kind: 'monthly', weekday: 4, nth: 2 }, 2],
  ['midden-drenthe', { kind: 'monthly', weekday: 4, nth: -1 }, 2],
  ['noordenveld', { kind: 'monthly', weekday: 3, nth: -1 }, 2],
  ['tynaarlo', { kind: 'monthly', weekday: 2, nth: 4 }, 2],
  ['westerveld', { kind: 'monthly', weekday: 2, nth: -1 }, 2],
];

const calendarOf = (body: BodyId, own: Pick<BodyCalendar, 'patterns' | 'lead' | 'papersDays'>): BodyCalendar => ({
  ...covered,
  ...own,
  body,
  extra: [],
  cancelled: [],
  recess: [],
  keepsRegionRecess: true,
});

export const demonstrationCalendars: BodyCalendar[] = [
  calendarOf('jeugdhulpregio-drenthe/abo', {
    patterns: [{ kind: 'weekly', weekday: 4, every: 2 }],
    lead: [],
    papersDays: 0,
  }),
  // Boards that come to exist on the way, in plans that have them.
  ...['ab', 'db', 'bestuur'].map((board) =>
    calendarOf(`jeugdhulpregio-drenthe/${board}`, {
      patterns: [{ kind: 'monthly', weekday: 4, nth: 3 }],
      lead: [],
      papersDays: 10,
    }),
  ),
  ...rhythms.flatMap(([municipality, council, collegeDay]) => [
    calendarOf(`${municipality}/college`, {
      patterns: [{ kind: 'weekly', weekday: collegeDay, every: 1 }],
      lead: [
        { stage: 'portfolio-holder', days: 5 },
        { stage: 'initialling', days: 5 },
      ],
      papersDays: 5,
    }),
    calendarOf(`${municipality}/raad`, {
      patterns: [council],
      lead: [
        { stage: 'college', days: 7 },
        { stage: 'committee', days: 14 },
      ],
      papersDays: 10,
    }),
  ]),
];
