// People and their roles over HTTP.
import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '../app/caller.js';
import { People } from '../app/people.js';
import type { Asked } from '../domain/commands/commands.js';
import { packAnswer, sendAccepted, sendRead } from '../http/answer.js';
import { Calls, Query, Reads, Sent } from '../http/asked.js';
import { AddAssignmentRequest, AddPersonRequest, EndAssignmentRequest } from '../requests/people-requests.js';
import { PageQuery } from '../requests/queries.js';
import { Nothing } from '../requests/shape.js';
import type { KnownPerson } from '../store/people.js';
import { cursorOf, placeIn } from '../http/cursor.js';
import { Add, Keep, pageParameters, ReadClosedList } from './describe.js';
import { pageOf, payloadOf } from './read.js';
import { personView } from './views.js';

const listLimit = 50;
const people = '/api/v1/people';

@ApiTags('mensen')
@Controller('api/v1/people')
export class PeopleController {
  constructor(private readonly people: People) {}

  @Get()
  @ReadClosedList('PersonList', pageParameters(100))
  async list(
    @Reads() person: KnownPerson,
    @Query(PageQuery) asked: Asked<PageQuery>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    await this.people.list(person, '', 0);
    const { limit = listLimit, cursor } = payloadOf(asked);
    const found = await this.people.list(person, placeIn(cursor, 1)?.[0] ?? '', Number(limit) + 1);
    const page = pageOf(found, Number(limit), personView, ({ email }) => cursorOf([email]));
    return sendRead(request, reply, JSON.stringify(page), null);
  }

  @Post()
  @Add(AddPersonRequest, 'Person')
  async add(
    @Calls() caller: Caller,
    @Sent(AddPersonRequest) asked: Asked<AddPersonRequest>,
    @Res() reply: FastifyReply,
  ) {
    return sendAccepted(reply, await this.people.add(caller, asked, personAnswer));
  }

  @Post(':person/assignments')
  @Keep(AddAssignmentRequest, 'Person')
  async assign(
    @Calls() caller: Caller,
    @Param('person') to: string,
    @Sent(AddAssignmentRequest) asked: Asked<AddAssignmentRequest>,
    @Res() reply: FastifyReply,
  ) {
    return sendAccepted(reply, await this.people.assign(caller, to, asked, personAnswer));
  }

  @Post(':person/assignments/:assignment/endings')
  @Keep(EndAssignmentRequest, 'Person')
  async end(
    @Calls() caller: Caller,
    @Param() { person, assignment }: { person: string; assignment: string },
    @Sent(EndAssignmentRequest) asked: Asked<EndAssignmentRequest>,
    @Res() reply: FastifyReply,
  ) {
    return sendAccepted(reply, await this.people.end(caller, person, assignment, asked, personAnswer));
  }

  @Post(':person/invitations')
  @Keep(Nothing, 'Invitation')
  async invite(
    @Calls() caller: Caller,
    @Param('person') to: string,
    @Sent(Nothing) asked: Asked<Nothing>,
    @Res() reply: FastifyReply,
  ) {
    return sendAccepted(reply, await this.people.invite(caller, to, asked, (invitation) => packed(invitation)));
  }
}

const packed = (view: object): string => packAnswer({ location: people, etag: null, body: JSON.stringify(view) });

const personAnswer = (person: KnownPerson): string => packed(personView(person));
