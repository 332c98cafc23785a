// The forecast of the Drenthe roadmap from its first day, with the calendars of the demonstration, which are made up: whether
// 1 January 2026 can be met, along which path, and what becomes of it when the draft is sent on 3 July 2025.
import { loadPlans, shippedWorkflows } from '../../../src/app/plan-catalogue.js';
import { demonstrationCalendars, demonstrationRegion } from '../../../src/app/demonstration-calendars.js';
import { daysUntil, numberOf } from '../../../src/domain/calendar.js';
import { noCalendars, type Calendars } from '../../../src/domain/calendars/body-calendar.js';
import { asPlanned, type Assumptions } from '../../../src/domain/forecast/assumptions.js';
import { caseOf } from '../../../src/domain/forecast/forecast-case.js';
import { forecastOf, type Forecast } from '../../../src/domain/forecast/forecast.js';
import { Play } from '../../support/play.js';
import { slowForecast } from '../../support/slow-forecast.js';

const catalogue = await loadPlans([shippedWorkflows]);
const calendars: Calendars = {
  region: demonstrationRegion,
  bodies: new Map(demonstrationCalendars.map((one) => [one.body, one])),
};
const begin = '2024-04-11';
const goal = '2026-01-01';
const planOf = (version: number) => catalogue.get('drenthe-robuuste-regio', version, '');
const dossiers = [1, 2, 3].map((version) => Play.start(planOf(version), begin).dossier);
const dossierOf = (version: number) => dossiers[version - 1] ?? Play.start(planOf(version), begin).dossier;
const forecast = (version: number, asked: Partial<Assumptions> = {}): Forecast =>
  forecastOf(dossierOf(version), calendars, begin, { ...asPlanned, goal, ...asked });
const sentLate = (version: number): Forecast =>
  forecast(version, { putOn: { [version === 1 ? 'raadsbesluiten' : 'zienswijze']: '2025-07-03' } });

const sent: Assumptions['putOn'] = { zienswijze: '2025-07-03', raadsbesluiten: '2025-07-03' };

it.each([
  [1, '2025-11-06', 56],
  [2, '2026-06-04', -154],
  [3, '2027-02-11', -406],
])('says of version %i whether 1 January 2026 can be met, and with what slack', (version, finishOn, slack) => {
  const { finishOn: on, slack: room, lacks, assumed } = forecast(version);
  expect({ on, room, lacks, assumed }).toEqual({ on: finishOn, room: slack, lacks: [], assumed: true });
  expect(daysUntil(finishOn, goal)).toBe(slack);
});

it('names the path that takes longest, and whose meeting decides on it', () => {
  const { path, tightest } = forecast(2);
  expect(path.map(({ phase, until }) => [phase, until])).toEqual([
    ['vrijgave', '2025-05-22'],
    ['zienswijze', '2025-08-28'],
    ['reactienota', '2025-09-25'],
    ['toestemming', '2025-11-20'],
    ['treffen', '2025-12-18'],
    ['begroting', '2026-03-12'],
    ['inrichting', '2026-06-04'],
  ]);
  expect(path.find(({ phase }) => phase === 'toestemming')?.bodies).toEqual(['borger-odoorn/raad']);
  expect(tightest).not.toEqual([]);
});

it('says that it cannot with the draft sent on 3 July 2025, and which date can', () => {
  const { finishOn, slack, path, phases } = sentLate(2);
  expect([finishOn, slack]).toEqual(['2026-06-04', -154]);
  expect(path[0]).toMatchObject({ phase: 'zienswijze', waitsFor: 'asked', from: '2025-07-03' });
  const asked = phases.find(({ phase }) => phase === 'zienswijze')?.bodies ?? [];
  const after = asked.filter(({ missed }) => missed.some(({ title }) => title === 'zomerreces 2025'));
  expect(after.map(({ body, first }) => [body, first?.on])).toEqual([
    ['assen/raad', '2025-09-11'],
    ['borger-odoorn/raad', '2025-09-18'],
    ['coevorden/raad', '2025-09-09'],
    ['hoogeveen/raad', '2025-09-04'],
    ['meppel/raad', '2025-09-11'],
  ]);
  const last = phases.find(({ phase }) => phase === 'inrichting')?.bodies ?? [];
  const elected = last.filter(({ missed }) => missed.some(({ why }) => why === 'election'));
  expect(elected).toHaveLength(12);
});

/** Where a choice is open the forecast counts on the way that takes longest: in version 3 on a public body. */
const longest = ['openbaar-lichaam'];

it.each([1, 2, 3])(
  'comes of version %i to the days of a walk day by day, as planned and with the draft sent late',
  (version) => {
    for (const putOn of [{}, sent]) {
      const of = caseOf(dossierOf(version), calendars, begin, { ...asPlanned, goal, putOn });
      const walked = slowForecast(planOf(version), of, {}, longest, 1_200);
      const { phases } = forecast(version, { putOn });
      const told = phases.map(({ phase, passOn }) => [phase, passOn && numberOf(passOn)]);
      expect(told).toEqual(phases.map(({ phase }) => [phase, walked.get(phase)]));
    }
  },
);

it('says what it lacks where nobody entered a calendar, and no day', () => {
  const { finishOn, slack, lacks, assumed, phases } = forecastOf(dossierOf(1), noCalendars, begin);
  expect({ finishOn, slack, assumed }).toEqual({ finishOn: null, slack: null, assumed: false });
  expect(lacks).toHaveLength(25);
  expect(phases.flatMap(({ bodies }) => bodies).filter(({ first }) => first !== null)).toEqual([]);
  expect(phases.filter(({ fits }) => fits !== null)).toEqual([]);
});

it('tells for each municipality the last meeting in time, with the day of its papers', () => {
  const { phases } = forecast(1);
  const council = phases
    .find(({ phase }) => phase === 'raadsbesluiten')
    ?.bodies.find(({ body }) => body === 'assen/raad');
  expect(council).toMatchObject({
    first: { on: '2025-07-10', papersOn: '2025-06-30' },
    last: { on: '2025-11-13', papersOn: '2025-11-03' },
    margin: 126,
  });
});
