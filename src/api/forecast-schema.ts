// How far a dossier looks ahead, as the API gives it, and its schema.
import type {
  BodyForecast,
  Forecast,
  MeetingInTime,
  MissedMeeting,
  Pause,
  PhaseForecast,
} from '../domain/forecast/forecast.js';
import type { PathStep } from '../domain/forecast/path.js';
import type { FallsOut } from '../domain/calendars/meetings.js';
import {
  bodyId,
  day,
  flag,
  list,
  nullable,
  object,
  oneOf,
  record,
  ref,
  slug,
  text,
  type Schema,
} from './schema-kinds.js';

/** Null where nothing of the dossier is still to come. */
export interface ForecastView {
  forecast: Forecast | null;
}

const days: Schema = { type: 'integer' };
const falls: readonly FallsOut[] = ['cancelled', 'recess', 'election', 'holiday'];
const waits: readonly PathStep['waitsFor'][] = ['today', 'window', 'phase', 'asked'];

const meeting = nullable(object<MeetingInTime>({ on: day, papersOn: day }));

const body: Schema = object<BodyForecast>({
  body: bodyId,
  hasDecided: flag,
  first: meeting,
  last: meeting,
  margin: nullable(days),
  missed: list(object<MissedMeeting>({ on: day, why: oneOf(...falls), title: nullable(text) })),
  termUntil: nullable(day),
});

const phase: Schema = object<PhaseForecast>({
  phase: slug,
  hasPassed: flag,
  startOn: nullable(day),
  putOn: nullable(day),
  goOn: nullable(day),
  passOn: nullable(day),
  beginBy: nullable(day),
  passBy: nullable(day),
  fits: nullable(flag),
  bodies: list(body),
});

const forecast: Schema = object<Forecast>({
  on: day,
  goal: nullable(day),
  finishOn: nullable(day),
  slack: nullable(days),
  phases: list(phase),
  path: list(
    object<PathStep>({
      phase: slug,
      waitsFor: oneOf(...waits),
      from: day,
      until: day,
      bodies: list(bodyId),
      byTerm: flag,
    }),
  ),
  tightest: list(bodyId),
  lacks: list(bodyId),
  outside: list(slug),
  assumed: flag,
  byChoice: list(object<Forecast['byChoice'][number]>({ gate: slug, option: slug, finishOn: nullable(day) })),
  chosen: record(slug),
  pauses: list(object<Pause>({ title: nullable(text), from: day, until: day })),
});

export const forecastSchemas = {
  Forecast: forecast,
  ForecastAnswer: object<ForecastView>({ forecast: nullable(ref('Forecast')) }),
};
