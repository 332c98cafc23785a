// Dossiers over HTTP: starting one, which there are, how one or a gate in it stands or stood, and its events.
import { Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../app/caller.js';
import { Dossiers } from '../app/dossiers.js';
import { Readings, type Listed } from '../app/reading.js';
import type { Asked } from '../domain/commands/commands.js';
import { gateAt } from '../domain/commands/places.js';
import { now } from '../domain/dossier/history.js';
import { damagedSummaryView } from '../domain/views/damaged-view.js';
import { dossierSummaryView, dossierView } from '../domain/views/dossier-view.js';
import { gateView } from '../wording/views.js';
import { answerAccepted, type Found } from '../http/answer.js';
import { CallerParam, CommandBody, QueryParams, ReaderParam } from '../http/asked.js';
import { StartDossierRequest } from '../requests/dossier-requests.js';
import { DossiersQuery, EventsQuery, GateQuery, MomentQuery, momentOf } from '../requests/queries.js';
import type { KnownPerson } from '../domain/people.js';
import { dossierDone } from './command-answers.js';
import { cursorOf, placeIn } from '../http/cursor.js';
import { Begin, momentParameters, numberParameter, pageParameters, Read, ReadList } from './describe.js';
import { pageOf, payloadOf } from './read.js';
import { eventView } from './views.js';

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
  @Begin(StartDossierRequest, dossierDone.schema)
  async start(@CallerParam() caller: Caller, @CommandBody(StartDossierRequest) asked: Asked<StartDossierRequest>) {
    return answerAccepted(await this.dossiers.start(caller, asked, dossierDone.made));
  }

  @Get()
  @ReadList('DossierSummaryList', { state, workflow: slug, ...pageParameters(100) })
  async list(@ReaderParam() person: KnownPerson, @QueryParams(DossiersQuery) asked: Asked<DossiersQuery>) {
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
    @QueryParams(MomentQuery) asked: Asked<MomentQuery>,
  ): Promise<Found> {
    await this.readings.one(person, id, now);
    const { reading, head } = await this.readings.one(person, id, momentOf(payloadOf(asked)));
    return { view: dossierView(reading), sequence: head };
  }

  @Get(':dossier/events')
  @Read('StoredEventList', { ...momentParameters, ...pageParameters(1000) })
  async events(
    @ReaderParam() person: KnownPerson,
    @Param('dossier') id: string,
    @QueryParams(EventsQuery) asked: Asked<EventsQuery>,
  ): Promise<Found> {
    const { head } = await this.readings.one(person, id, now);
    const { limit = eventsLimit, cursor, ...moment } = payloadOf(asked);
    const after = Number(placeIn(cursor, 1)?.[0] ?? 0);
    const found = await this.readings.events(person, id, momentOf(moment), after, Number(limit) + 1);
    const view = (one: (typeof found.events)[number]) => eventView(one, found.reading.viewer);
    const page = pageOf(found.events, Number(limit), view, ({ event }) => cursorOf([event.sequence]));
    return { view: page, sequence: head };
  }

  @Get(':dossier/gates/:gate')
  @Read('Gate', { round: numberParameter, ...momentParameters })
  async gate(
    @ReaderParam() person: KnownPerson,
    @Param() { dossier, gate }: { dossier: string; gate: string },
    @QueryParams(GateQuery) asked: Asked<GateQuery>,
  ): Promise<Found> {
    const latest = await this.readings.one(person, dossier, now);
    const current = latest.reading.dossier;
    if (!current.migrations.some(({ from }) => from.gates.has(gate))) gateAt(current, gate);
    const { round, ...moment } = payloadOf(asked);
    const { reading, head } = await this.readings.one(person, dossier, momentOf(moment));
    gateAt(reading.dossier, gate); // the plan of that moment may have been another
    const view = gateView(reading, gate, round === undefined ? undefined : Number(round));
    return { view, sequence: head };
  }
}
