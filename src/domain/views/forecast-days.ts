// The days of a forecast as a calendar program shows them: the first meetings that can, the last ones in time, and until when a
// phase can wait. They move whenever something is recorded, so that each is as of the day on which it was asked.
import { daysUntil } from '../calendar.js';
import type { Forecast, MeetingInTime, PhaseForecast } from '../forecast/forecast.js';
import type { BodyId, Day } from '../vocabulary.js';
import { forecastDayName, type FeedDay, type ForecastDayKind } from './feed-days.js';

/** Each later day has a higher number. */
const numberedFrom: Day = '2020-01-01';

export function forecastDays({ on: asked, phases, assumed }: Forecast): FeedDay[] {
  const when = { revision: daysUntil(numberedFrom, asked), asOf: `${asked}T00:00:00.000Z` };
  const plain = { stage: null, isCancelled: false, assumed, ...when };
  const dayOf = ({ phase }: PhaseForecast, what: ForecastDayKind, on: Day | null, body: BodyId | null): FeedDay[] =>
    on === null ? [] : [{ ...plain, name: forecastDayName(phase, what, body), what, on, phase, body }];
  const meeting = (
    phase: PhaseForecast,
    [what, papers]: readonly [ForecastDayKind, ForecastDayKind],
    found: MeetingInTime | null,
    body: BodyId,
  ) => (found ? [...dayOf(phase, what, found.on, body), ...dayOf(phase, papers, found.papersOn, body)] : []);
  return phases
    .filter(({ hasPassed }) => !hasPassed)
    .flatMap((phase) => [
      ...dayOf(phase, 'begin-by', phase.beginBy, null),
      ...dayOf(phase, 'pass-by', phase.passBy, null),
      ...phase.bodies.flatMap(({ body, first, last }) => [
        ...meeting(phase, ['first-meeting', 'first-papers'], first, body),
        ...meeting(phase, ['last-meeting', 'last-papers'], last, body),
      ]),
    ]);
}
