// Dossiers over HTTP: starting one, which there are, how one or a gate in it stands or stood, and its events.
import { Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../store/caller.js';
import { Dossiers } from '../app/dossiers.js';
import { Readings, type Listed, type ListedEvent } from '../app/reading.js';
import type { Asked } from '../domain/commands/commands.js';
import { gateAt } from '../domain/commands/targets.js';
import { damagedSummaryView } from '../domain/views/damaged-view.js';
import { dossierSummaryView, dossierView } from '../domain/views/dossier-view.js';
import { gateView } from '../wording/views.js';
import { answerAccepted, type Found } from '../http/answer.js';
import { CallerParam, CommandBody, QueryParams, ReaderParam } from '../http/asked.js';
import type { KnownPerson } from '../domain/people.js';
import { dossierDone } from './command-answers.js';
import { cursorOf, placeIn } from '../http/cursor.js';
import { Begin, momentParameters, numberParameter, pageParameters, Read, ReadList } from '../http/describe.js';
import { pageOf, payloadOf } from '../http/read.js';
import { eventView } from './views.js';
import { startFacts } from '../domain/facts/of-phases.js';
import { dossiersQuery, eventsQuery, gateQuery, momentOf, momentQuery } from '../http/queries.js';
import type { Payload } from '../domain/facts/fact.js';

const listLimit = 50;
const eventsLimit = 100;
const slug = { type: 'string' };
const state = { type: 'string', enum: ['running', 'completed', 'stopped'] };

@ApiTags('dossiers')
@Controller('api/v1/dossiers')
export class DossiersController {
  constructor(
    private readonly dossiers: Dossiers,
    private readonly readings: Readings,
  ) {}

  @Post()
  @Begin(startFacts, dossierDone.schema)
  async start(@CallerParam() caller: Caller, @CommandBody(startFacts) asked: Asked<Payload<typeof startFacts>>) {
    return answerAccepted(await this.dossiers.start(caller, asked, dossierDone.made));
  }

  @Get()
  @ReadList('DossierSummaryList', { state, workflow: slug, ...pageParameters(100) })
  async list(
    @ReaderParam() person: KnownPerson,
    @QueryParams(dossiersQuery) asked: Asked<Payload<typeof dossiersQuery>>,
  ) {
    const { limit = listLimit, cursor, state: inState, workflow } = payloadOf(asked);
    const place = placeIn(cursor, 2);
    const after = place ? { startedOn: place[0] ?? '', id: place[1] ?? '' } : undefined;
    const found = await this.readings.list(person, { state: inState, workflow, after, limit: Number(limit) + 1 });
    const view = ({ reading, damaged }: Listed) =>
      reading ? dossierSummaryView(reading) : damagedSummaryView(damaged);
    return pageOf(found, Number(limit), view, ({ startedOn, id }) => cursorOf([startedOn, id]));
  }

  @Get(':dossier')
  @Read('Dossier', momentParameters)
  async one(
    @ReaderParam() person: KnownPerson,
    @Param('dossier') id: string,
    @QueryParams(momentQuery) asked: Asked<Payload<typeof momentQuery>>,
  ): Promise<Found> {
    const { reading, head } = await this.readings.one(person, id, () => momentOf(payloadOf(asked)));
    return { view: dossierView(reading), sequence: head };
  }

  @Get(':dossier/events')
  @Read('StoredEventList', { ...momentParameters, ...pageParameters(1000) })
  async events(
    @ReaderParam() person: KnownPerson,
    @Param('dossier') id: string,
    @QueryParams(eventsQuery) asked: Asked<Payload<typeof eventsQuery>>,
  ): Promise<Found> {
    const { reading, head } = await this.readings.one(person, id, () => momentOf(payloadOf(asked)));
    const { limit = eventsLimit, cursor } = payloadOf(asked);
    const after = Number(placeIn(cursor, 1)?.[0] ?? 0);
    const found = await this.readings.events(reading, after, Number(limit) + 1);
    const view = (one: ListedEvent) => eventView(one, reading.viewer);
    const page = pageOf(found, Number(limit), view, ({ event }) => cursorOf([event.sequence]));
    return { view: page, sequence: head };
  }

  @Get(':dossier/gates/:gate')
  @Read('Gate', { round: numberParameter, ...momentParameters })
  async gate(
    @ReaderParam() person: KnownPerson,
    @Param() { dossier, gate }: { dossier: string; gate: string },
    @QueryParams(gateQuery) asked: Asked<Payload<typeof gateQuery>>,
  ): Promise<Found> {
    const { reading, head } = await this.readings.one(person, dossier, (latest) => {
      if (!latest.migrations.some(({ from }) => from.gates.has(gate))) gateAt(latest, gate);
      return momentOf(payloadOf(asked));
    });
    gateAt(reading.dossier, gate); // the plan of that moment may have been another
    const { round } = payloadOf(asked);
    const view = gateView(reading, gate, round === undefined ? undefined : Number(round));
    return { view, sequence: head };
  }
}
