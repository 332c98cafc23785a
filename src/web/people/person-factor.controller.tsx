// Ending the second step of somebody who lost it: asked once more, because it makes signing in easier for anybody.
import { Get, Param, Post, Req, UseGuards } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { ReactElement } from 'react';
import type { KnownPerson } from '../../domain/people.js';
import { Refusal } from '../../domain/refusal.js';
import { Directory } from '../../store/directory.js';
import { PeopleKeeper } from '../../store/people-keeper.js';
import { ManagesPeople } from '../../http/manages-people.guard.js';
import { ReaderParam } from '../../http/parameters.js';
import { senderOf } from '../../http/sender.js';
import type { Answer } from '../../http/answer.js';
import { seeOther } from '../../http/page/answer.js';
import { AroundParam } from '../../http/page/asked.js';
import type { Surroundings } from '../../http/page/frame.js';
import { PageController } from '../../http/page/page-controller.js';
import { addressOf, peoplePath } from '../forms/person-forms.js';
import { ResetFactorPage } from '../pages/people/person-factor.js';
import { hereInPeople } from './people-asked.js';

@UseGuards(ManagesPeople)
@PageController(`${peoplePath}/:person/tweede-stap`)
export class PersonFactorController {
  constructor(
    private readonly keeper: PeopleKeeper,
    private readonly directory: Directory,
  ) {}

  @Get()
  async page(@Param('person') id: string, @AroundParam() around: Surroundings): Promise<ReactElement> {
    const person = await this.keeper.one(id);
    if (!this.directory.hasFactor(id)) throw new Refusal('unknown-path');
    return <ResetFactorPage around={hereInPeople(around)} person={person} back={addressOf(id)} />;
  }

  @Post()
  async reset(
    @Req() request: FastifyRequest,
    @Param('person') id: string,
    @ReaderParam() person: KnownPerson,
  ): Promise<Answer> {
    const caller = { person, key: null, ifMatch: null, sender: senderOf(request) };
    await this.keeper.revoke(caller, { person: id, shown: null }, 'second-step');
    return seeOther(`${addressOf(id)}?vastgelegd=ja`);
  }
}
