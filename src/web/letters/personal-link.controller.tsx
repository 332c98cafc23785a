// Where a link from a mail leads: to one form of one body. Who signs in goes on to that form; where the region lets the link alone
// do, it is shown here. Looking at it changes nothing.
import { Get, Param, Post, Req } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { mustNotBeForeign } from '../../http/authentication.js';
import { seeOther, shown } from '../../http/page/answer.js';
import { AroundParam } from '../../http/page/asked.js';
import type { Surroundings } from '../../http/page/frame.js';
import { PageController } from '../../http/page/page-controller.js';
import type { Page } from '../../http/page/page.interceptor.js';
import { openToAll } from '../../http/server.js';
import { Answer } from '../../http/answer.js';
import { senderOf } from '../../http/sender.js';
import { SecurityLog } from '../../store/security/security-log.js';
import { Configuration } from '../../store/process/configuration.js';
import { FollowedLinks, type Open } from './followed-links.js';
import { recordDecision } from '../forms/decision-form.js';
import { Giving, type AtForm } from '../giving/giving.js';
import { AnsweredPage, DeadLinkPage, type DeadLink } from '../pages/people/personal-link.js';

/** The address of the page is a secret. */
const noReferrer = { 'Referrer-Policy': 'no-referrer' };

/** Where one goes once it was recorded; to read it once more, one goes elsewhere. */
const recordedAt = /\?vastgelegd=\d+$/;

const statuses = { gone: 404, other: 403, ended: 410, over: 410 } as const;

@PageController('antwoord/:secret')
export class PersonalLinkController {
  constructor(
    private readonly links: FollowedLinks,
    private readonly giving: Giving,
    private readonly configuration: Configuration,
    private readonly security: SecurityLog,
  ) {}

  @Get()
  @RouteConfig(openToAll)
  async show(
    @Param('secret') secret: string,
    @Req() request: FastifyRequest,
    @AroundParam() around: Surroundings,
  ): Promise<Answer> {
    const found = await this.links.follow(secret, request);
    if (found.is === 'decided')
      return shown(<AnsweredPage {...found} around={around} />, around.wording, 200, noReferrer);
    if (found.is !== 'open') return dead(found, around);
    if (found.way === 'form') return seeOther(found.form, noReferrer);
    if (found.way === 'sign-in') return seeOther(`/aanmelden?next=${encodeURIComponent(request.url)}`, noReferrer);
    return quiet(await this.giving.show(this.at(secret, found, request, around)), around);
  }

  /** @throws Refusal csrf, too-many */
  @Post()
  @RouteConfig(openToAll)
  async take(
    @Param('secret') secret: string,
    @Req() request: FastifyRequest,
    @AroundParam() around: Surroundings,
  ): Promise<Answer> {
    mustNotBeForeign(request, this.configuration.baseUrl);
    const found = await this.links.follow(secret, request);
    // The same form twice is the same answer: what was decided meanwhile is seen where it is recorded.
    const open = found.is === 'decided' ? found.open : found;
    if (open.is !== 'open') return dead(open, around);
    if (open.way !== 'here') return seeOther(request.url.split('?')[0] ?? '/', noReferrer);
    await this.links.mayGive(open);
    const answer = quiet(await this.giving.take(this.at(secret, open, request, around)), around);
    const { person } = open.link;
    if (answer.status === 303 && recordedAt.test(String(answer.headers.location)))
      this.security.tell({ type: 'RecordedByLink', person, sender: senderOf(request), facts: {} });
    return answer;
  }

  private at(secret: string, { context, link }: Open, request: FastifyRequest, around: Surroundings): AtForm {
    return {
      ...{ kind: recordDecision, request, context, around, link: 'unsigned' },
      fixed: { body: link.body },
      keptAs: `/antwoord/${link.id}`,
      anew: async () => (await this.links.contextOf(link)) ?? context,
      after: ({ events }) => `${this.links.pathOf(secret)}?vastgelegd=${events[0]?.sequence ?? 0}`,
    };
  }
}

const dead = (found: DeadLink, around: Surroundings): Answer =>
  shown(<DeadLinkPage {...found} around={around} />, around.wording, statuses[found.is], noReferrer);

const quiet = (page: Page, { wording }: Surroundings): Answer => {
  const { status, headers, body } = page instanceof Answer ? page : shown(page, wording);
  return new Answer(status, { ...headers, ...noReferrer }, body);
};
