// The page that looks ahead: when a dossier can be done, and until when each step can wait.
import { Get } from '@nestjs/common';
import type { ReactElement } from 'react';
import { Forecasts } from '../app/forecasts.js';
import { dossierHeading } from '../domain/views/dossier-view.js';
import { AroundParam } from '../http/page/asked.js';
import type { Surroundings } from '../http/page/frame.js';
import { PageController } from '../http/page/page-controller.js';
import { VisitNowParam } from './asked.js';
import type { FormContext } from './forms/form-kind.js';
import { ForecastPage } from './pages/forecast.js';

@PageController('trajecten/:dossier/vooruitblik')
export class ForecastController {
  constructor(private readonly forecasts: Forecasts) {}

  @Get()
  async page(
    @VisitNowParam() { reading, at }: FormContext,
    @AroundParam() around: Surroundings,
  ): Promise<ReactElement> {
    return (
      <ForecastPage
        around={around}
        at={at}
        dossier={dossierHeading(reading)}
        plan={reading.dossier.plan}
        forecast={await this.forecasts.of(reading)}
      />
    );
  }
}
