// What the page of a dossier says of the days ahead, in a sentence or two, with the way to the rest.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { ReactElement } from 'react';
import { Forecasts } from '../../app/forecasts.js';
import { Readings } from '../../app/readings.js';
import { Places } from '../../http/places.js';
import { addressesOf } from '../pages/addresses.js';
import { ForecastBrief } from '../pages/forecast/forecast-brief.js';

@Injectable()
export class ForecastSection implements OnModuleInit {
  constructor(
    private readonly places: Places,
    private readonly readings: Readings,
    private readonly forecasts: Forecasts,
  ) {}

  onModuleInit(): void {
    this.places.sections.dossier.push(async ({ dossier, person, view }): Promise<ReactElement | null> => {
      if (view.asOf !== null || view.knownAt !== null) return null;
      const { reading } = await this.readings.one(person, dossier);
      const forecast = await this.forecasts.of(reading);
      if (!forecast) return null;
      const { forecast: href } = addressesOf(dossier, reading.moment).now;
      return <ForecastBrief forecast={forecast} plan={reading.dossier.plan} href={href} />;
    });
  }
}
