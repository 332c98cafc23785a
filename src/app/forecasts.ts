// Forecasts of dossiers as they stand now, with the calendars that were entered. Worked out when somebody looks, and kept until
// the dossier, the day or a calendar changes.
import { Injectable } from '@nestjs/common';
import { asPlanned, type Assumptions } from '../domain/forecast/assumptions.js';
import type { Chance, ChanceAsked } from '../domain/forecast/chance.js';
import { caseOf } from '../domain/forecast/forecast-case.js';
import { forecastOf, type Forecast } from '../domain/forecast/forecast.js';
import { runningState, type Dossier } from '../domain/dossier/state.js';
import type { Reading } from '../domain/views/viewer.js';
import type { Day } from '../domain/vocabulary.js';
import { CalendarBook } from '../store/calendars.js';
import { Chances } from './chances.js';

interface Made {
  day: Day;
  edition: number;
  forecast: Forecast;
}

@Injectable()
export class Forecasts {
  private readonly made = new WeakMap<Dossier, Made>();

  constructor(
    private readonly book: CalendarBook,
    private readonly chances: Chances,
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

  /** With other assumptions, for one look. */
  async asked(dossier: Dossier, day: Day, assumptions: Assumptions): Promise<Forecast> {
    return forecastOf(dossier, await this.book.of(dossier.plan), day, assumptions);
  }

  /** How likely it makes its goal when meetings are missed; an open choice goes the way that takes longest. */
  async chance(dossier: Dossier, day: Day, forecast: Forecast, asked: ChanceAsked): Promise<Chance> {
    const [slowest] = [...forecast.byChoice].sort((a, b) => (b.finishOn ?? '9').localeCompare(a.finishOn ?? '9'));
    const chosen = slowest ? { [slowest.gate]: slowest.option } : {};
    const of = caseOf(dossier, await this.book.of(dossier.plan), day, { ...asPlanned, chosen });
    return this.chances.of(of, asked);
  }
}

const isAwaited = (dossier: Dossier): boolean => dossier.source === null && runningState(dossier) === 'running';
