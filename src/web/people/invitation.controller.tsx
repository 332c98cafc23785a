// A new link for somebody who is known, for who gives roles.
import { Get, Param, Post, Query, Req, UseGuards } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { linkAnswer, LinksShown } from '../../store/links-shown.js';
import { Outbox } from '../../store/outbox.js';
import { PeopleKeeper } from '../../store/people-keeper.js';
import type { KnownPerson } from '../../domain/people.js';
import { ManagesPeople } from '../../http/manages-people.guard.js';
import { ReaderParam } from '../../http/parameters.js';
import { senderOf } from '../../http/sender.js';
import { nothing, shapeBody } from '../../http/shape.js';
import { seeOther } from '../../http/page/answer.js';
import { AroundParam } from '../../http/page/asked.js';
import type { Surroundings } from '../../http/page/frame.js';
import { PageController } from '../../http/page/page-controller.js';
import type { Page } from '../../http/page/page.interceptor.js';
import { digestOf } from '../visit/again.js';
import { keyOf, valuesOf } from '../forms/form.js';
import { addressOf, peoplePath } from '../forms/person-forms.js';
import { LinkPage } from '../pages/people/people.js';
import { hereInPeople } from './people-asked.js';

@UseGuards(ManagesPeople)
@PageController(`${peoplePath}/:person/link`)
export class InvitationController {
  constructor(
    private readonly keeper: PeopleKeeper,
    private readonly outbox: Outbox,
    private readonly links: LinksShown,
  ) {}

  @Get()
  async page(
    @Param('person') id: string,
    @Query('sleutel') key: string | undefined,
    @ReaderParam() reader: KnownPerson,
    @AroundParam() around: Surroundings,
  ): Promise<Page> {
    const person = await this.keeper.one(id);
    const made = typeof key === 'string' ? await this.links.of(reader.id, key) : null;
    if (made?.link == null || made.person !== id || person.erasedOn !== null) return seeOther(addressOf(id));
    const { link, until } = made;
    const mailed = this.outbox.isSent;
    return <LinkPage {...{ link, until, mailed, person }} around={hereInPeople(around)} back={addressOf(id)} />;
  }

  @Post()
  async invite(
    @Req() request: FastifyRequest,
    @Param('person') id: string,
    @ReaderParam() person: KnownPerson,
    @AroundParam() { wording }: Surroundings,
  ): Promise<Page> {
    const values = valuesOf(request.body, nothing);
    const key = keyOf(values);
    const caller = {
      person,
      key: { value: key, request: digestOf(request, { sleutel: key }) },
      ifMatch: null,
      sender: senderOf(request),
    };
    await this.keeper.invite(caller, { person: id, shown: null }, shapeBody(nothing, {}), ({ link, expiresAt }) =>
      linkAnswer({ person: id, link, until: wording.momentWords(expiresAt) }),
    );
    return seeOther(`${addressOf(id)}/link?sleutel=${key}`);
  }
}
