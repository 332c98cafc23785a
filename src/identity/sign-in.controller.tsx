// Signing in and out by browser, and the one-time link.
import { Get, Param, Post, Req } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import type { ReactElement } from 'react';
import { Accounts, type OpenSession } from './accounts.js';
import { CodePage } from './factor-page.js';
import { sessionHours } from '../http/cookie-terms.js';
import { ownPath } from './own-path.js';
import { passwordFault, passwordMin } from './passwords.js';
import { Presence } from '../store/presence.js';
import { Configuration } from '../store/process/configuration.js';
import { setCookie, setDevice } from './set-cookie.js';
import { invitationPath } from '../store/one-time-links.js';
import { Refusal } from '../domain/refusal.js';
import { signsOut } from '../http/admission.js';
import type { Answer } from '../http/answer.js';
import { SignedInParam } from '../http/parameters.js';
import { cookieOf, mustNotBeForeign, type SignedIn } from '../http/authentication.js';
import { open } from '../http/server.js';
import { senderOf } from '../http/sender.js';
import { statusOfCode } from '../http/statuses.js';
import { laterIn, seeOther, shown } from '../http/page/answer.js';
import { AroundParam, QueryParam } from '../http/page/asked.js';
import type { Surroundings } from '../http/page/frame.js';
import { PageController } from '../http/page/page-controller.js';
import { GoneLinkPage, InvitationPage, keptField, ResumePage } from './sign-in-page.js';
import { isOfForm } from '../http/page/filled-in.js';
import { SignInPages } from '../http/page/sign-in-pages.js';
import { signInFacts } from '../domain/facts/of-people.js';
import { shapeBody } from '../http/shape.js';

const home = '/';
/** The address of a page of a one-time link is a secret. */
const noReferrer = { 'Referrer-Policy': 'no-referrer' };
/** What the browser keeps of this site goes, but for the cookie by which the browser itself is known again. */
const forgotten = { 'Clear-Site-Data': '"cache", "storage"' };

@PageController()
export class SignInController {
  constructor(
    private readonly accounts: Accounts,
    private readonly configuration: Configuration,
    private readonly pages: SignInPages,
    private readonly presence: Presence,
  ) {}

  @Get('aanmelden')
  @RouteConfig(open)
  form(@QueryParam() query: Fields, @AroundParam() around: Surroundings): ReactElement {
    return this.pages.page(around, { next: ownPath(query.next, home) });
  }

  @Post('aanmelden')
  @RouteConfig(open)
  async signIn(@Req() request: FastifyRequest, @AroundParam() around: Surroundings): Promise<Answer> {
    mustNotBeForeign(request, this.configuration.baseUrl);
    const fields = fieldsOf(request);
    const next = ownPath(fields.next, home);
    const kept = isOfForm(next) ? fields[keptField] : undefined;
    const asked = shapeBody(signInFacts, { email: fields.email, password: fields.password });
    try {
      if ('errors' in asked) throw new Refusal('sign-in-failed');
      const { email, password } = asked.payload;
      const device = cookieOf(request, this.configuration.baseUrl, 'sluis-device');
      const whence = { ...senderOf(request), device };
      const opened = await this.accounts.signIn(email, password, whence);
      if (!('ticket' in opened)) return await this.welcome(request, around, opened, { next, kept });
      return shown(<CodePage around={around} {...{ next, kept }} ticket={opened.ticket} />, around.wording);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const page = this.pages.page(around, {
        next,
        email: fields.email ?? '',
        error: around.wording.wordRefusal(error),
        kept,
      });
      return shown(page, around.wording, statusOfCode(error.code), laterIn(error));
    }
  }

  /** The second step. A ticket that ran out begins at the first again. */
  @Post('aanmelden/code')
  @RouteConfig(open)
  async signInBy(@Req() request: FastifyRequest, @AroundParam() around: Surroundings): Promise<Answer> {
    const { baseUrl } = this.configuration;
    mustNotBeForeign(request, baseUrl);
    const { ticket = '', code = '', ...fields } = fieldsOf(request);
    const next = ownPath(fields.next, home);
    const kept = isOfForm(next) ? fields[keptField] : undefined;
    const whence = { ...senderOf(request), device: cookieOf(request, baseUrl, 'sluis-device') };
    try {
      const opened = await this.accounts.signInBy(ticket, code, whence);
      return await this.welcome(request, around, opened, { next, kept });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { secondFactor } = around.wording;
      const isOver = error.code === 'token-expired';
      const why = isOver
        ? secondFactor.tooLate
        : error.code === 'sign-in-failed'
          ? secondFactor.wrong
          : around.wording.wordRefusal(error);
      const page = isOver ? (
        this.pages.page(around, { next, error: why, kept })
      ) : (
        <CodePage around={around} {...{ next, kept, ticket }} error={why} />
      );
      return shown(page, around.wording, statusOfCode(error.code), laterIn(error));
    }
  }

  private async welcome(
    request: FastifyRequest,
    around: Surroundings,
    { secret, device }: OpenSession,
    { next, kept }: { next: string; kept: string | undefined },
  ): Promise<Answer> {
    const { baseUrl } = this.configuration;
    await this.endFormerSession(request);
    const cookies = {
      'Set-Cookie': [setCookie(baseUrl, 'sluis', secret, sessionHours * 3600), setDevice(baseUrl, device)],
    };
    if (kept === undefined) return seeOther(next, cookies);
    return shown(<ResumePage around={around} next={next} kept={kept} />, around.wording, 200, cookies);
  }

  @Post('afmelden')
  @RouteConfig(signsOut)
  async signOut(@SignedInParam() { secret, person }: SignedIn, @Req() request: FastifyRequest): Promise<Answer> {
    await this.accounts.signOut(secret, senderOf(request));
    this.presence.leaves(person.id);
    return seeOther('/aanmelden', {
      'Set-Cookie': setCookie(this.configuration.baseUrl, 'sluis', '', 0),
      ...forgotten,
    });
  }

  @Get('uitnodiging/:secret')
  @RouteConfig(open)
  invitation(@Param('secret') secret: string, @AroundParam() around: Surroundings): Promise<Answer> {
    return this.invitationPage(secret, around);
  }

  @Post('uitnodiging/:secret')
  @RouteConfig(open)
  async accept(
    @Param('secret') secret: string,
    @Req() request: FastifyRequest,
    @AroundParam() around: Surroundings,
  ): Promise<Answer> {
    mustNotBeForeign(request, this.configuration.baseUrl);
    const password = fieldsOf(request).password ?? '';
    const person = await this.accounts.invited(secret);
    const fault = person && passwordFault(password, person);
    if (fault) return this.invitationPage(secret, around, around.wording.signIn.faults[fault](passwordMin));
    try {
      const device = await this.accounts.acceptInvitation(secret, password, senderOf(request));
      return seeOther('/aanmelden', { 'Set-Cookie': setDevice(this.configuration.baseUrl, device) });
    } catch (error) {
      const isGone = error instanceof Refusal && error.code === 'token-expired';
      if (isGone) return this.invitationPage(secret, around); // nobody was signed in: that has not run out
      throw error;
    }
  }

  private async invitationPage(secret: string, around: Surroundings, error?: string): Promise<Answer> {
    const person = await this.accounts.invited(secret);
    if (!person) return shown(<GoneLinkPage around={around} />, around.wording, 404, noReferrer);
    const action = `${invitationPath}${secret}`;
    const props = { around, name: person.name, action, least: passwordMin, error };
    return shown(<InvitationPage {...props} />, around.wording, error === undefined ? 200 : 400, noReferrer);
  }

  /** A new session never lives beside the one that the browser had. */
  private async endFormerSession(request: FastifyRequest): Promise<void> {
    const former = cookieOf(request, this.configuration.baseUrl, 'sluis');
    if (former !== undefined) await this.accounts.signOut(former, senderOf(request));
  }
}

type Fields = Readonly<Record<string, string | undefined>>;

const fieldsOf = ({ body }: FastifyRequest): Fields =>
  body instanceof URLSearchParams ? Object.fromEntries(body) : {};
