// Revoking the links in mails to somebody, for who gives roles: done twice it changes nothing.
import { Param, Post, Req, UseGuards } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { KnownPerson } from '../../domain/people.js';
import type { Answer } from '../../http/answer.js';
import { ManagesPeople } from '../../http/manages-people.guard.js';
import { ReaderParam } from '../../http/parameters.js';
import { senderOf } from '../../http/sender.js';
import { seeOther } from '../../http/page/answer.js';
import { PageController } from '../../http/page/page-controller.js';
import { PeopleKeeper } from '../../store/people-keeper.js';
import { addressOf, peoplePath } from '../forms/person-forms.js';

@UseGuards(ManagesPeople)
@PageController(`${peoplePath}/:person/maillinks`)
export class PersonLinksController {
  constructor(private readonly keeper: PeopleKeeper) {}

  @Post()
  async revoke(
    @Req() request: FastifyRequest,
    @Param('person') id: string,
    @ReaderParam() person: KnownPerson,
  ): Promise<Answer> {
    const caller = { person, key: null, ifMatch: null, sender: senderOf(request) };
    await this.keeper.revoke(caller, { person: id, shown: null }, 'mail-links');
    return seeOther(`${addressOf(id)}?vastgelegd=ja`);
  }
}
