// Dossiers over HTTP: starting one, which there are, how one or a gate in it stands or stood, and its events.
import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '../app/caller.js';
import { Dossiers } from '../app/dossiers.js';
import { Readings, type Listed } from '../app/reading.js';
import type { Asked } from '../domain/commands/commands.js';
import { gateAt } from '../domain/commands/places.js';
import { now } from '../domain/dossier/history.js';
import { damagedSummaryView } from '../domain/views/damaged-view.js';
import { dossierSummaryView, dossierView } from '../domain/views/dossier-view.js';
import { gateView } from '../wording/views.js';
import { sendAccepted, sendRead } from '../http/answer.js';
import { Calls, Query, Reads, Sent } from '../http/asked.js';
import { StartDossierRequest } from '../requests/dossier-requests.js';
import { DossiersQuery, EventsQuery, GateQuery, MomentQuery, momentOf } from '../requests/queries.js';
import type { KnownPerson } from '../store/people.js';
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
  async start(
    @Calls() caller: Caller,
    @Sent(StartDossierRequest) asked: Asked<StartDossierRequest>,
    @Res() reply: FastifyReply,
  ) {
    const accepted = await this.dossiers.start(caller, asked, dossierDone.made);
    return sendAccepted(reply, accepted);
  }

  @Get()
  @ReadList('DossierSummaryList', { state, workflow: slug, ...pageParameters(100) })
  async list(
    @Reads() person: KnownPerson,
    @Query(DossiersQuery) asked: Asked<DossiersQuery>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { limit = listLimit, cursor, state: inState, workflow } = payloadOf(asked);
    const place = placeIn(cursor, 2);
    const after = place ? { startedOn: place[0] ?? '', id: place[1] ?? '' } : undefined;
    const found = await this.readings.list(person, { state: inState, workflow, after, limit: Number(limit) + 1 });
    const view = ({ reading, damaged }: Listed) =>
      reading ? dossierSummaryView(reading) : damagedSummaryView(damaged);
    const page = pageOf(found, Number(limit), view, ({ startedOn, id }) => cursorOf([startedOn, id]));
    return sendRead(request, reply, JSON.stringify(page), null);
  }

  @Get(':dossier')
  @Read('Dossier', momentParameters)
  async one(
    @Reads() person: KnownPerson,
    @Param('dossier') id: string,
    @Query(MomentQuery) asked: Asked<MomentQuery>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    await this.readings.one(person, id, now);
    const { reading, head } = await this.readings.one(person, id, momentOf(payloadOf(asked)));
    return sendRead(request, reply, JSON.stringify(dossierView(reading)), head);
  }

  @Get(':dossier/events')
  @Read('StoredEventList', { ...momentParameters, ...pageParameters(1000) })
  async events(
    @Reads() person: KnownPerson,
    @Param('dossier') id: string,
    @Query(EventsQuery) asked: Asked<EventsQuery>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { head } = await this.readings.one(person, id, now);
    const { limit = eventsLimit, cursor, ...moment } = payloadOf(asked);
    const after = Number(placeIn(cursor, 1)?.[0] ?? 0);
    const found = await this.readings.events(person, id, momentOf(moment), after, Number(limit) + 1);
    const view = (one: (typeof found.events)[number]) => eventView(one, found.reading.viewer);
    const page = pageOf(found.events, Number(limit), view, ({ event }) => cursorOf([event.sequence]));
    return sendRead(request, reply, JSON.stringify(page), head);
  }

  @Get(':dossier/gates/:gate')
  @Read('Gate', { round: numberParameter, ...momentParameters })
  async gate(
    @Reads() person: KnownPerson,
    @Param() { dossier, gate }: { dossier: string; gate: string },
    @Query(GateQuery) asked: Asked<GateQuery>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const latest = await this.readings.one(person, dossier, now);
    const current = latest.reading.dossier;
    if (!current.migrations.some(({ from }) => from.gates.has(gate))) gateAt(current, gate);
    const { round, ...moment } = payloadOf(asked);
    const { reading, head } = await this.readings.one(person, dossier, momentOf(moment));
    gateAt(reading.dossier, gate); // the plan of that moment may have been another
    const view = gateView(reading, gate, round === undefined ? undefined : Number(round));
    return sendRead(request, reply, JSON.stringify(view), head);
  }
}
