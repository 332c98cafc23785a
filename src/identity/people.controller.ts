// People and their roles over HTTP.
import { Controller, Get, Param, Post, UseGuards } from '@nestjs/common';
import type { Caller } from '../store/caller.js';
import { People } from './people.js';
import type { About } from '../store/people-keeper.js';
import type { Asked } from '../domain/commands/commands.js';
import { answerAccepted, packAnswer } from '../http/answer.js';
import { CallerParam, CommandBody, QueryParams } from '../http/parameters.js';
import { ManagesPeople } from '../http/manages-people.guard.js';
import type { PersonOnRecord } from '../domain/people.js';
import { personEventView } from '../domain/views/person-view.js';
import { cursorOf } from '../http/cursor.js';
import { AddsPerson, ChangesPerson, pageParameters, ReadPlain, Tagged } from '../http/describe.js';
import { pageAsked, pageOf } from '../http/read.js';
import {
  assignmentEndFacts,
  assignmentFacts,
  erasureFacts,
  personCorrectionFacts,
  personFacts,
} from '../domain/facts/of-people.js';
import { pageQuery } from '../http/queries.js';
import { nothing } from '../http/shape.js';
import type { Payload } from '../domain/facts/fact.js';
import type { Id } from '../domain/vocabulary.js';

const people = '/api/v1/people';

@Tagged('mensen')
@Controller('api/v1/people')
export class PeopleController {
  constructor(private readonly people: People) {}

  @Get()
  @UseGuards(ManagesPeople)
  @ReadPlain('PersonList', pageParameters(100), 403)
  async list(@QueryParams(pageQuery) asked: Asked<Payload<typeof pageQuery>>) {
    const { limit, after } = pageAsked(asked, 1);
    const found = await this.people.list(after[0] ?? '', limit + 1);
    return pageOf(
      found,
      limit,
      (one) => one,
      ({ id, email }) => cursorOf([email ?? id]),
    );
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
    return answerAccepted(await this.people.assign(caller, about(to), asked, personAnswer));
  }

  @Post(':person/assignments/:assignment/endings')
  @ChangesPerson(assignmentEndFacts, 'Person')
  async end(
    @CallerParam() caller: Caller,
    @Param() { person, assignment }: { person: string; assignment: string },
    @CommandBody(assignmentEndFacts) asked: Asked<Payload<typeof assignmentEndFacts>>,
  ) {
    return answerAccepted(await this.people.end(caller, about(person), assignment, asked, personAnswer));
  }

  @Get(':person/roles')
  @UseGuards(ManagesPeople)
  @ReadPlain('PersonEventList', pageParameters(100), 403, 404)
  async roles(@Param('person') of: string, @QueryParams(pageQuery) asked: Asked<Payload<typeof pageQuery>>) {
    const { limit, after } = pageAsked(asked, 1);
    const all = await this.people.history(of);
    const found = all.filter(({ event }) => event.sequence > Number(after[0] ?? 0)).slice(0, limit + 1);
    return pageOf(found, limit, personEventView, ({ event }) => cursorOf([event.sequence]));
  }

  @Post(':person/corrections')
  @ChangesPerson(personCorrectionFacts, 'Person')
  async correct(
    @CallerParam() caller: Caller,
    @Param('person') of: string,
    @CommandBody(personCorrectionFacts) asked: Asked<Payload<typeof personCorrectionFacts>>,
  ) {
    return answerAccepted(await this.people.correct(caller, about(of), asked, personAnswer));
  }

  @Post(':person/erasures')
  @ChangesPerson(erasureFacts, 'Person')
  async erase(
    @CallerParam() caller: Caller,
    @Param('person') of: string,
    @CommandBody(erasureFacts) asked: Asked<Payload<typeof erasureFacts>>,
  ) {
    return answerAccepted(await this.people.erase(caller, about(of), asked, personAnswer));
  }

  @Post(':person/invitations')
  @ChangesPerson(nothing, 'Invitation')
  async invite(@CallerParam() caller: Caller, @Param('person') to: string, @CommandBody(nothing) asked: Asked<object>) {
    return answerAccepted(await this.people.invite(caller, about(to), asked, (invitation) => packed(invitation)));
  }
}

const packed = (view: object): string => packAnswer({ location: people, etag: null, body: JSON.stringify(view) });

const personAnswer = (person: PersonOnRecord): string => packed(person);

const about = (person: Id): About => ({ person, shown: null });
