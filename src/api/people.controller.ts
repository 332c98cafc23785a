// People and their roles over HTTP.
import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '../app/caller.js';
import { Sluis } from '../app/sluis.js';
import type { Asked } from '../domain/commands/commands.js';
import { packAnswer, sendAccepted, sendRead } from '../http/answer.js';
import { Calls, Query, Reads, Sent } from '../http/asked.js';
import type { KnownPerson } from '../store/people.js';
import { cursorOf, placeIn } from '../http/cursor.js';
import { Add, Keep, pageParameters, ReadClosedList } from './describe.js';
import { pageOf, payloadOf } from './read.js';
import { personView } from './views.js';
import { assignmentEndFacts, assignmentFacts, personFacts } from '../domain/facts/of-people.js';
import { pageQuery } from '../http/queries.js';
import { nothing } from '../http/shape.js';
import type { Payload } from '../domain/facts/fact.js';

const listLimit = 50;
const people = '/api/v1/people';

@ApiTags('mensen')
@Controller('api/v1/people')
export class PeopleController {
  constructor(private readonly sluis: Sluis) {}

  @Get()
  @ReadClosedList('PersonList', pageParameters(100))
  async list(
    @Reads() person: KnownPerson,
    @Query(pageQuery) asked: Asked<Payload<typeof pageQuery>>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    await this.sluis.people.list(person, '', 0);
    const { limit = listLimit, cursor } = payloadOf(asked);
    const found = await this.sluis.people.list(person, placeIn(cursor, 1)?.[0] ?? '', Number(limit) + 1);
    const page = pageOf(found, Number(limit), personView, ({ email }) => cursorOf([email]));
    return sendRead(request, reply, JSON.stringify(page), null);
  }

  @Post()
  @Add(personFacts, 'Person')
  async add(
    @Calls() caller: Caller,
    @Sent(personFacts) asked: Asked<Payload<typeof personFacts>>,
    @Res() reply: FastifyReply,
  ) {
    return sendAccepted(reply, await this.sluis.people.add(caller, asked, personAnswer));
  }

  @Post(':person/assignments')
  @Keep(assignmentFacts, 'Person')
  async assign(
    @Calls() caller: Caller,
    @Param('person') to: string,
    @Sent(assignmentFacts) asked: Asked<Payload<typeof assignmentFacts>>,
    @Res() reply: FastifyReply,
  ) {
    return sendAccepted(reply, await this.sluis.people.assign(caller, to, asked, personAnswer));
  }

  @Post(':person/assignments/:assignment/endings')
  @Keep(assignmentEndFacts, 'Person')
  async end(
    @Calls() caller: Caller,
    @Param() { person, assignment }: { person: string; assignment: string },
    @Sent(assignmentEndFacts) asked: Asked<Payload<typeof assignmentEndFacts>>,
    @Res() reply: FastifyReply,
  ) {
    return sendAccepted(reply, await this.sluis.people.end(caller, person, assignment, asked, personAnswer));
  }

  @Post(':person/invitations')
  @Keep(nothing, 'Invitation')
  async invite(
    @Calls() caller: Caller,
    @Param('person') to: string,
    @Sent(nothing) asked: Asked<object>,
    @Res() reply: FastifyReply,
  ) {
    return sendAccepted(reply, await this.sluis.people.invite(caller, to, asked, (invitation) => packed(invitation)));
  }
}

const packed = (view: object): string => packAnswer({ location: people, etag: null, body: JSON.stringify(view) });

const personAnswer = (person: KnownPerson): string => packed(personView(person));
