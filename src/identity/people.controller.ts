// People and their roles over HTTP.
import { Controller, Get, Param, Post, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../store/caller.js';
import { PeopleDirectory } from './people-directory.js';
import { People } from './people.js';
import type { Asked } from '../domain/commands/commands.js';
import { answerAccepted, packAnswer } from '../http/answer.js';
import { CallerParam, CommandBody, QueryParams } from '../http/parameters.js';
import { ManagesPeople } from './manages-people.guard.js';
import type { KnownPerson } from '../domain/people.js';
import { cursorOf } from '../http/cursor.js';
import { AddsPerson, ChangesPerson, pageParameters, ReadPlain } from '../http/describe.js';
import { pageAsked, pageOf } from '../http/read.js';
import { personView } from '../domain/views/person-view.js';
import { assignmentEndFacts, assignmentFacts, personFacts } from '../domain/facts/of-people.js';
import { pageQuery } from '../http/queries.js';
import { nothing } from '../http/shape.js';
import type { Payload } from '../domain/facts/fact.js';

const people = '/api/v1/people';

@ApiTags('mensen')
@Controller('api/v1/people')
export class PeopleController {
  constructor(
    private readonly people: People,
    private readonly directory: PeopleDirectory,
  ) {}

  @Get()
  @UseGuards(ManagesPeople)
  @ReadPlain('PersonList', pageParameters(100), 403)
  async list(@QueryParams(pageQuery) asked: Asked<Payload<typeof pageQuery>>) {
    const { limit, after } = pageAsked(asked, 1);
    const found = await this.directory.list(after[0] ?? '', limit + 1);
    return pageOf(found, limit, personView, ({ email }) => cursorOf([email]));
  }

  @Post()
  @AddsPerson(personFacts, 'Person')
  async add(@CallerParam() caller: Caller, @CommandBody(personFacts) asked: Asked<Payload<typeof personFacts>>) {
    return answerAccepted(await this.people.add(caller, asked, personAnswer));
  }

  @Post(':person/assignments')
  @ChangesPerson(assignmentFacts, 'Person')
  async assign(
    @CallerParam() caller: Caller,
    @Param('person') to: string,
    @CommandBody(assignmentFacts) asked: Asked<Payload<typeof assignmentFacts>>,
  ) {
    return answerAccepted(await this.people.assign(caller, to, asked, personAnswer));
  }

  @Post(':person/assignments/:assignment/endings')
  @ChangesPerson(assignmentEndFacts, 'Person')
  async end(
    @CallerParam() caller: Caller,
    @Param() { person, assignment }: { person: string; assignment: string },
    @CommandBody(assignmentEndFacts) asked: Asked<Payload<typeof assignmentEndFacts>>,
  ) {
    return answerAccepted(await this.people.end(caller, person, assignment, asked, personAnswer));
  }

  @Post(':person/invitations')
  @ChangesPerson(nothing, 'Invitation')
  async invite(@CallerParam() caller: Caller, @Param('person') to: string, @CommandBody(nothing) asked: Asked<object>) {
    return answerAccepted(await this.people.invite(caller, to, asked, (invitation) => packed(invitation)));
  }
}

const packed = (view: object): string => packAnswer({ location: people, etag: null, body: JSON.stringify(view) });

const personAnswer = (person: KnownPerson): string => packed(personView(person));
