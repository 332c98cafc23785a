// Dossiers over HTTP: starting one, which there are, how one or a gate in it stands or stood, and its events.
import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '../app/caller.js';
import type { Listed, ListedEvent } from '../app/reading.js';
import { Sluis } from '../app/sluis.js';
import type { Asked } from '../domain/commands/commands.js';
import { gateAt } from '../domain/commands/places.js';
import { damagedSummaryView } from '../domain/views/damaged-view.js';
import { dossierSummaryView, dossierView } from '../domain/views/dossier-view.js';
import { gateView } from '../wording/views.js';
import { sendAccepted, sendRead } from '../http/answer.js';
import { Calls, Query, Reads, Sent } from '../http/asked.js';
import type { KnownPerson } from '../store/people.js';
import { dossierDone } from './command-answers.js';
import { cursorOf, placeIn } from '../http/cursor.js';
import { Begin, momentParameters, numberParameter, pageParameters, Read, ReadList } from './describe.js';
import { pageOf, payloadOf } from './read.js';
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
  constructor(private readonly sluis: Sluis) {}

  @Post()
  @Begin(startFacts, dossierDone.schema)
  async start(
    @Calls() caller: Caller,
    @Sent(startFacts) asked: Asked<Payload<typeof startFacts>>,
    @Res() reply: FastifyReply,
  ) {
    const accepted = await this.sluis.dossiers.start(caller, asked, dossierDone.made);
    return sendAccepted(reply, accepted);
  }

  @Get()
  @ReadList('DossierSummaryList', { state, workflow: slug, ...pageParameters(100) })
  async list(
    @Reads() person: KnownPerson,
    @Query(dossiersQuery) asked: Asked<Payload<typeof dossiersQuery>>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { limit = listLimit, cursor, state: inState, workflow } = payloadOf(asked);
    const place = placeIn(cursor, 2);
    const after = place ? { startedOn: place[0] ?? '', id: place[1] ?? '' } : undefined;
    const found = await this.sluis.readings.list(person, { state: inState, workflow, after, limit: Number(limit) + 1 });
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
    @Query(momentQuery) asked: Asked<Payload<typeof momentQuery>>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { reading, head } = await this.sluis.readings.one(person, id, () => momentOf(payloadOf(asked)));
    return sendRead(request, reply, JSON.stringify(dossierView(reading)), head);
  }

  @Get(':dossier/events')
  @Read('StoredEventList', { ...momentParameters, ...pageParameters(1000) })
  async events(
    @Reads() person: KnownPerson,
    @Param('dossier') id: string,
    @Query(eventsQuery) asked: Asked<Payload<typeof eventsQuery>>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { reading, head } = await this.sluis.readings.one(person, id, () => momentOf(payloadOf(asked)));
    const { limit = eventsLimit, cursor } = payloadOf(asked);
    const after = Number(placeIn(cursor, 1)?.[0] ?? 0);
    const found = await this.sluis.readings.events(reading, after, Number(limit) + 1);
    const view = (one: ListedEvent) => eventView(one, reading.viewer);
    const page = pageOf(found, Number(limit), view, ({ event }) => cursorOf([event.sequence]));
    return sendRead(request, reply, JSON.stringify(page), head);
  }

  @Get(':dossier/gates/:gate')
  @Read('Gate', { round: numberParameter, ...momentParameters })
  async gate(
    @Reads() person: KnownPerson,
    @Param() { dossier, gate }: { dossier: string; gate: string },
    @Query(gateQuery) asked: Asked<Payload<typeof gateQuery>>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { reading, head } = await this.sluis.readings.one(person, dossier, (latest) => {
      if (!latest.migrations.some(({ from }) => from.gates.has(gate))) gateAt(latest, gate);
      return momentOf(payloadOf(asked));
    });
    gateAt(reading.dossier, gate); // the plan of that moment may have been another
    const { round } = payloadOf(asked);
    const view = gateView(reading, gate, round === undefined ? undefined : Number(round));
    return sendRead(request, reply, JSON.stringify(view), head);
  }
}
