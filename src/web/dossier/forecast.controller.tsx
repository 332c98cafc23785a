// The page that looks ahead: when a dossier can be done, and until when each step can wait.
import { Get } from '@nestjs/common';
import type { ReactElement } from 'react';
import { Forecasts } from '../../app/forecasts.js';
import { dossierHeading } from '../../domain/views/dossier-view.js';
import { AroundParam } from '../../http/page/asked.js';
import type { Surroundings } from '../../http/page/frame.js';
import { PageController } from '../../http/page/page-controller.js';
import { VisitNowParam } from '../visit/asked.js';
import type { FormContext } from '../forms/form-kind.js';
import { ForecastPage } from '../pages/forecast/forecast.js';
import { whatIfIn } from './what-if.js';

@PageController('trajecten/:dossier/vooruitblik')
export class ForecastController {
  constructor(private readonly forecasts: Forecasts) {}

  @Get()
  async page(@VisitNowParam() context: FormContext, @AroundParam() around: Surroundings): Promise<ReactElement> {
    const { reading, at, query, today, person } = context;
    const { dossier } = reading;
    const forecast = await this.forecasts.of(reading);
    const { assumptions, bad, isLearnt, chance } = whatIfIn(query, dossier.plan, today);
    const learnt = forecast ? await this.forecasts.learnt(person, dossier) : [];
    const then =
      forecast && assumptions ? await this.forecasts.asked(dossier, today, assumptions, isLearnt ? learnt : []) : null;
    const isChance = forecast !== null && forecast.finishOn !== null && chance !== null;
    const found = isChance ? await this.forecasts.chance(dossier, today, forecast, chance) : null;
    return (
      <ForecastPage
        around={around}
        at={at}
        dossier={dossierHeading(reading)}
        plan={dossier.plan}
        forecast={forecast}
        asked={{ query, then, bad, learnt, isLearnt, chance: found }}
      />
    );
  }
}
