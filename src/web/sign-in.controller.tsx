// Signing in and out by browser, and the one-time link.
import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { stringifySetCookie } from 'cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isTooShort, passwordMin, sessionHours } from '../app/accounts.js';
import { invitationPath } from '../app/invitations.js';
import { Refusal } from '../domain/refusal.js';
import { authenticate, cookieName, mustNotBeForeign, sessionCookie } from '../http/authentication.js';
import * as kinds from '../requests/kinds.js';
import { SignInRequest } from '../requests/people-requests.js';
import { shapeBody } from '../requests/shape.js';
import { signIn as words } from '../wording/sign-in.js';
import { statusOfCode, wordRefusal } from '../wording/problems.js';
import { sendPage } from './answer.js';
import { InvitationPage, keptField, ResumePage } from './pages/sign-in.js';
import { formsBelow, signInPage } from './signed-out.js';
import { aroundOf, Visits } from './visit.js';

const home = '/';

@ApiExcludeController()
@Controller()
export class SignInController {
  constructor(private readonly visits: Visits) {}

  @Get('aanmelden')
  form(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const next = ownPath((request.query as { next?: unknown }).next); // a query may hold anything; ownPath judges it
    return sendPage(reply, signInPage(this.visits, { next }));
  }

  @Post('aanmelden')
  async signIn(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    mustNotBeForeign(request, this.visits.configuration.baseUrl);
    const fields = fieldsOf(request);
    const next = ownPath(fields.next);
    const kept = next.startsWith(formsBelow) ? fields[keptField] : undefined;
    const asked = shapeBody(SignInRequest, { email: fields.email, password: fields.password });
    try {
      if ('errors' in asked) throw new Refusal('sign-in-failed');
      const { email, password } = asked.payload;
      const session = await this.visits.accounts.signIn(email, password, request.ip, 'cookie');
      await this.endFormerSession(request);
      this.withCookie(reply, session.secret, sessionHours * 3600);
      if (kept === undefined) return await reply.redirect(next, 303);
      return await sendPage(reply, <ResumePage around={this.around} next={next} kept={kept} />);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const page = signInPage(this.visits, { next, email: fields.email ?? '', error: wordRefusal(error), kept });
      if (error.facts.retryAfter !== undefined) void reply.header('Retry-After', String(error.facts.retryAfter));
      return sendPage(reply, page, statusOfCode(error.code));
    }
  }

  @Post('afmelden')
  async signOut(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { secret } = await authenticate(request, this.visits.accounts, this.visits.configuration.baseUrl);
    await this.visits.accounts.signOut(secret);
    return this.withCookie(reply, '', 0).redirect('/aanmelden', 303);
  }

  @Get('uitnodiging/:secret')
  async invitation(@Param('secret') secret: string, @Res() reply: FastifyReply) {
    return this.invitationPage(secret, reply);
  }

  @Post('uitnodiging/:secret')
  async accept(@Param('secret') secret: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    mustNotBeForeign(request, this.visits.configuration.baseUrl);
    const password = fieldsOf(request).password ?? '';
    if (isTooShort(password) || kinds.password.judge(password).length > 0)
      return this.invitationPage(secret, reply, words.tooShort(passwordMin));
    await this.visits.accounts.acceptInvitation(secret, password);
    return reply.redirect('/aanmelden', 303);
  }

  private async invitationPage(secret: string, reply: FastifyReply, error?: string) {
    const person = await this.visits.accounts.invited(secret);
    if (!person) throw new Refusal('unknown-path');
    const action = `${invitationPath}${secret}`;
    void reply.header('Referrer-Policy', 'no-referrer');
    const page = (
      <InvitationPage around={this.around} name={person.name} action={action} least={passwordMin} error={error} />
    );
    return sendPage(reply, page, error === undefined ? 200 : 400);
  }

  /** A new session never lives beside the one that the browser had. */
  private async endFormerSession(request: FastifyRequest): Promise<void> {
    const former = sessionCookie(request, this.visits.configuration.baseUrl);
    if (former !== undefined) await this.visits.accounts.signOut(former);
  }

  private withCookie(reply: FastifyReply, secret: string, maxAge: number): FastifyReply {
    const { baseUrl } = this.visits.configuration;
    const secure = baseUrl.startsWith('https:');
    const name = cookieName(baseUrl);
    const options = { maxAge, path: '/', httpOnly: true, secure, sameSite: 'lax' } as const;
    return reply.header('Set-Cookie', stringifySetCookie({ name, value: secret, ...options }));
  }

  private get around() {
    return aroundOf(null, this.visits);
  }
}

/** A path of our own, with one leading slash; anything else leads home. */
const ownPath = (asked: unknown): string =>
  typeof asked === 'string' && /^\/(?![/\\])[\x21-\x7e]*$/.test(asked) && !asked.includes('\\') ? asked : home;

const fieldsOf = ({ body }: FastifyRequest): Record<string, string | undefined> =>
  body instanceof URLSearchParams ? Object.fromEntries(body) : {};
