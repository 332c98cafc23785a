// When a dossier can be done, over HTTP: it changes with every day and every calendar, so it has no version to ask for.
import { Controller, Get, Param } from '@nestjs/common';
import { Forecasts } from '../app/forecasts.js';
import { Readings } from '../app/readings.js';
import type { Asked } from '../domain/commands/commands.js';
import type { KnownPerson } from '../domain/people.js';
import { ReadPlain, Tagged } from '../http/describe.js';
import { QueryParams, ReaderParam } from '../http/parameters.js';
import { payloadOf } from '../http/read.js';
import { nothing } from '../http/shape.js';
import type { ForecastView } from './forecast-schema.js';

@Tagged('dossiers')
@Controller('api/v1/dossiers')
export class ForecastsController {
  constructor(
    private readonly readings: Readings,
    private readonly forecasts: Forecasts,
  ) {}

  @Get(':dossier/forecast')
  @ReadPlain('ForecastAnswer', {}, 403, 404)
  async one(
    @ReaderParam() person: KnownPerson,
    @Param('dossier') id: string,
    @QueryParams(nothing) asked: Asked<object>,
  ): Promise<ForecastView> {
    payloadOf(asked);
    const { reading } = await this.readings.one(person, id);
    return { forecast: await this.forecasts.of(reading) };
  }
}
