// Forecasts of dossiers as they stand now, with the calendars that were entered. Worked out when somebody looks, and kept until
// the dossier, the day or a calendar changes.
import { Injectable } from '@nestjs/common';
import { asPlanned, type Assumptions } from '../domain/forecast/assumptions.js';
import type { Chance, ChanceAsked } from '../domain/forecast/chance.js';
import { caseOf } from '../domain/forecast/forecast-case.js';
import { forecastOf, type Forecast } from '../domain/forecast/forecast.js';
import { runningState, type Dossier } from '../domain/dossier/state.js';
import type { KnownPerson } from '../domain/people.js';
import { learntFrom, withLearnt, type LearntTime } from '../domain/views/learnt-times.js';
import type { Reading } from '../domain/views/viewer.js';
import type { Day } from '../domain/vocabulary.js';
import { CalendarBook } from '../store/calendars.js';
import { Chances } from './chances.js';
import { Readings } from './readings.js';

interface Made {
  day: Day;
  edition: number;
  forecast: Forecast;
}

/** From so many dossiers is learnt, the newest. */
const learntFromMax = 200;

@Injectable()
export class Forecasts {
  private readonly made = new WeakMap<Dossier, Made>();

  constructor(
    private readonly book: CalendarBook,
    private readonly chances: Chances,
    private readonly readings: Readings,
  ) {}

  /** Null of a look back, of what does not run, and of what was played back from documents: nothing of it is still to come. */
  async of({ dossier, moment, day }: Reading): Promise<Forecast | null> {
    if (moment.asOf !== null || moment.knownAt !== null || !isAwaited(dossier)) return null;
    const found = this.made.get(dossier);
    if (found?.day === day && found.edition === this.book.edition) return found.forecast;
    const { edition } = this.book;
    const forecast = await this.asked(dossier, day, asPlanned);
    this.made.set(dossier, { day, edition, forecast });
    return forecast;
  }

  /** With other assumptions, for one look. @param learnt what takes the place of calendars that nobody entered */
  async asked(
    dossier: Dossier,
    day: Day,
    assumptions: Assumptions,
    learnt: readonly LearntTime[] = [],
  ): Promise<Forecast> {
    const calendars = withLearnt(await this.book.of(dossier.plan), dossier.plan, learnt, day);
    return forecastOf(dossier, calendars, day, assumptions);
  }

  /** How long bodies took in rounds that are over, in the newest dossiers of the region that this person may see. */
  async learnt(person: KnownPerson, { plan, demonstration }: Dossier): Promise<LearntTime[]> {
    const listed = await this.readings.list(person, { limit: learntFromMax });
    return learntFrom(
      listed.flatMap(({ reading }) =>
        reading?.dossier.plan.region === plan.region && reading.dossier.demonstration === demonstration
          ? [reading]
          : [],
      ),
    );
  }

  /** How likely it makes its goal when meetings are missed; an open choice goes the way that takes longest. */
  async chance(dossier: Dossier, day: Day, { chosen }: Forecast, asked: ChanceAsked): Promise<Chance> {
    const of = caseOf(dossier, await this.book.of(dossier.plan), day, { ...asPlanned, chosen });
    return this.chances.of(of, asked);
  }
}

const isAwaited = (dossier: Dossier): boolean => dossier.source === null && runningState(dossier) === 'running';
