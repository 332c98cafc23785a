// Days for the calendar program of somebody: a page on which secret addresses are made and revoked, what such an address answers,
// and the days of one gate as a file.
import { Get, Headers, Param, Post, Req } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import type { ReactElement } from 'react';
import { KnownBodies } from '../../domain/known-bodies.js';
import type { KnownPerson } from '../../domain/people.js';
import { Refusal } from '../../domain/refusal.js';
import type { Answer } from '../../http/answer.js';
import { ReaderParam } from '../../http/parameters.js';
import { seeOther, shown } from '../../http/page/answer.js';
import { AroundParam, QueryParam } from '../../http/page/asked.js';
import type { Surroundings } from '../../http/page/frame.js';
import { PageController } from '../../http/page/page-controller.js';
import { open } from '../../http/server.js';
import { senderOf } from '../../http/sender.js';
import { CalendarFeeds } from '../../store/calendar-feeds.js';
import type { FeedKind, StoredFeed } from '../../store/feed-entity.js';
import { SecurityLog } from '../../store/security/security-log.js';
import { UnitOfWork } from '../../store/unit-of-work.js';
import { FeedAnswers } from './feed-answers.js';
import { FeedsPage, type FeedChoice } from '../pages/people/feeds.js';

@PageController('agenda')
export class FeedsController {
  constructor(
    private readonly feeds: CalendarFeeds,
    private readonly answers: FeedAnswers,
    private readonly work: UnitOfWork,
    private readonly security: SecurityLog,
    private readonly bodies: KnownBodies,
  ) {}

  @Get()
  async page(
    @ReaderParam() person: KnownPerson,
    @AroundParam() around: Surroundings,
    @QueryParam() { ingetrokken }: Record<string, string | undefined>,
  ): Promise<ReactElement> {
    return this.shownTo(person, around, { address: null, isRevoked: ingetrokken === 'ja', error: null });
  }

  /** The address is shown in the answer itself: nobody can be told it again. */
  @Post()
  async make(
    @ReaderParam() person: KnownPerson,
    @AroundParam() around: Surroundings,
    @Req() request: FastifyRequest,
  ): Promise<Answer> {
    const { wording } = around;
    const asked = request.body instanceof URLSearchParams ? (request.body.get('welke') ?? '') : '';
    const choice = (await this.choices(person)).find(({ value }) => value === asked);
    if (!choice) {
      const error = wording.feedWords.choose;
      return shown(await this.shownTo(person, around, { address: null, isRevoked: false, error }), wording, 400);
    }
    const address = await this.work.do(async (tx) => {
      const { kind, about } = choice;
      const made = await this.feeds.make(tx.manager, { person: person.id, kind, about });
      if (made !== null)
        await this.security.add(tx, {
          ...{ type: 'CalendarFeedMade', person: person.id, sender: senderOf(request) },
          facts: { kind },
        });
      return made;
    });
    const error = address === null ? wording.feedWords.tooMany : null;
    const page = await this.shownTo(person, around, { address, isRevoked: false, error });
    return shown(page, wording, address === null ? 400 : 200);
  }

  /** Sent twice it changes nothing. */
  @Post('intrekken')
  async revoke(@ReaderParam() person: KnownPerson, @Req() request: FastifyRequest): Promise<Answer> {
    const id = request.body instanceof URLSearchParams ? (request.body.get('adres') ?? '') : '';
    await this.work.do(async (tx) => {
      if (await this.feeds.revoke(tx.manager, person.id, id))
        await this.security.add(tx, {
          ...{ type: 'CalendarFeedRevoked', person: person.id, sender: senderOf(request) },
          facts: {},
        });
    });
    return seeOther('/agenda?ingetrokken=ja');
  }

  /** @throws Refusal unknown-path for an address that is none, too-many */
  @Get(':file')
  @RouteConfig(open)
  async read(@Param('file') file: string, @Headers('if-none-match') known: string | undefined): Promise<Answer> {
    const [, secret] = /^([\w-]{43})\.ics$/.exec(file) ?? [];
    const feed = secret === undefined ? null : await this.feeds.find(secret);
    if (!feed) throw new Refusal('unknown-path');
    return this.answers.of(feed, this.nameOf(feed), known);
  }

  private async shownTo(
    person: KnownPerson,
    around: Surroundings,
    done: { address: string | null; isRevoked: boolean; error: string | null },
  ): Promise<ReactElement> {
    const choices = await this.choices(person);
    const feeds = (await this.feeds.of(person.id)).map((one) => ({
      id: one.id,
      madeAt: one.madeAt,
      label: choices.find(({ kind, about }) => kind === one.kind && about === one.about)?.label ?? this.nameOf(one),
    }));
    return <FeedsPage around={around} choices={choices} feeds={feeds} {...done} />;
  }

  private async choices(person: KnownPerson): Promise<(FeedChoice & { kind: FeedKind; about: string })[]> {
    const dossiers = await this.answers.dossiersOf(person);
    const bodies = [...new Set(person.assignments.flatMap(({ body }) => body ?? []))];
    return [
      { value: 'own', kind: 'own', about: '', label: null },
      ...bodies.map((body) => ({
        ...{ value: `body ${body}`, kind: 'body' as const, about: body },
        label: this.bodies.titleOf(body),
      })),
      ...dossiers.map(({ id, title }) => ({
        ...{ value: `dossier ${id}`, kind: 'dossier' as const, about: id },
        label: title,
      })),
    ];
  }

  private nameOf({ kind, about }: Pick<StoredFeed, 'kind' | 'about'>): string | null {
    return kind === 'own' ? null : kind === 'body' ? this.bodies.titleOf(about) : '';
  }
}
