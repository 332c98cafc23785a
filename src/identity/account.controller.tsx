// Who one is and where one is signed in, and choosing another password. In the demonstration everybody has the same one, and
// keeps it.
import { Get, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { ReactElement } from 'react';
import { KnownBodies } from '../domain/known-bodies.js';
import { isPhone } from '../domain/people.js';
import { Refusal } from '../domain/refusal.js';
import type { Answer } from '../http/answer.js';
import { cookieOf, type SignedIn } from '../http/authentication.js';
import { SignedInParam } from '../http/parameters.js';
import { senderOf } from '../http/sender.js';
import { statusOfCode } from '../http/statuses.js';
import { laterIn, seeOther, shown } from '../http/page/answer.js';
import { AroundParam, QueryParam } from '../http/page/asked.js';
import type { Surroundings } from '../http/page/frame.js';
import { accountPath } from '../http/page/top-bar.js';
import { PageController } from '../http/page/page-controller.js';
import { Clock } from '../store/process/clock.js';
import { Configuration } from '../store/process/configuration.js';
import { AccountPage, type AccountProps } from './account-page.js';
import { Accounts } from './accounts.js';
import { Factors } from './factors.js';
import { passwordFault, passwordMin } from './passwords.js';
import { setDevice } from './set-cookie.js';

type Fields = Readonly<Record<string, string | undefined>>;

@PageController(accountPath)
export class AccountController {
  constructor(
    private readonly accounts: Accounts,
    private readonly configuration: Configuration,
    private readonly bodies: KnownBodies,
    private readonly clock: Clock,
    private readonly factors: Factors,
  ) {}

  @Get()
  async page(
    @SignedInParam() signedIn: SignedIn,
    @QueryParam() { gewijzigd, afgemeld, telefoon, links }: Fields,
    @AroundParam() around: Surroundings,
  ): Promise<ReactElement> {
    this.mustBeReal();
    const { signIn, personalLinks } = around.wording;
    const out = /^\d{1,6}$/.test(afgemeld ?? '') ? signIn.signedOutElsewhere(Number(afgemeld)) : undefined;
    const kept = telefoon === undefined ? out : signIn.phoneKept;
    const done = links === undefined ? kept : personalLinks.revoked;
    return (
      <AccountPage {...await this.propsOf(signedIn, around)} done={gewijzigd === undefined ? done : signIn.changed} />
    );
  }

  @Post()
  async change(
    @SignedInParam() signedIn: SignedIn,
    @Req() request: FastifyRequest,
    @AroundParam() around: Surroundings,
  ): Promise<Answer> {
    this.mustBeReal();
    const { person } = signedIn;
    const { signIn, wordRefusal } = around.wording;
    const again = async (error: string, status = 400, headers = {}) =>
      shown(<AccountPage {...await this.propsOf(signedIn, around)} error={error} />, around.wording, status, headers);
    const fields = request.body instanceof URLSearchParams ? request.body : new URLSearchParams();
    const [former, password] = [fields.get('former') ?? '', fields.get('password') ?? ''];
    const fault = passwordFault(password, person);
    if (fault) return again(signIn.faults[fault](passwordMin));
    const { baseUrl } = this.configuration;
    const whence = { ...senderOf(request), device: cookieOf(request, baseUrl, 'sluis-device') };
    try {
      const device = await this.accounts.changePassword(signedIn, { former, password }, whence);
      return seeOther(`${accountPath}?gewijzigd=ja`, { 'Set-Cookie': setDevice(baseUrl, device) });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const isWrong = error.code === 'sign-in-failed';
      const status = isWrong ? 400 : statusOfCode(error.code); // who is signed in is not asked to sign in
      return again(isWrong ? signIn.formerWrong : wordRefusal(error), status, laterIn(error));
    }
  }

  /** Sent twice it changes nothing, so that it needs no key. */
  @Post('telefoon')
  async choosePhone(
    @SignedInParam() signedIn: SignedIn,
    @Req() { body }: FastifyRequest,
    @AroundParam() around: Surroundings,
  ): Promise<Answer> {
    this.mustBeReal();
    const phone = ((body instanceof URLSearchParams ? body.get('phone') : null) ?? '').trim();
    if (phone !== '' && !isPhone(phone)) {
      const props = { ...(await this.propsOf(signedIn, around)), phone };
      return shown(<AccountPage {...props} error={around.wording.signIn.phoneWrong} />, around.wording, 400);
    }
    await this.accounts.choosePhone(signedIn.person.id, phone === '' ? null : phone);
    return seeOther(`${accountPath}?telefoon=ja`);
  }

  @Post('links')
  async revokeMailLinks(@SignedInParam() { person }: SignedIn, @Req() request: FastifyRequest): Promise<Answer> {
    this.mustBeReal();
    await this.accounts.revokeMailLinks(person.id, senderOf(request));
    return seeOther(`${accountPath}?links=ingetrokken`);
  }

  @Post('afmelden')
  async signOutElsewhere(@SignedInParam() signedIn: SignedIn, @Req() request: FastifyRequest): Promise<Answer> {
    this.mustBeReal();
    const ended = await this.accounts.signOutElsewhere(signedIn, senderOf(request));
    return seeOther(`${accountPath}?afgemeld=${ended}`);
  }

  private async propsOf(signedIn: SignedIn, around: Surroundings): Promise<AccountProps> {
    return {
      around,
      person: signedIn.person,
      phone: (await this.accounts.phoneOf(signedIn.person.id)) ?? '',
      sessions: await this.accounts.sessions(signedIn),
      factor: await this.factors.of(signedIn.person.id),
      mailLinks: await this.accounts.mailLinks(signedIn.person.id),
      titleOf: (body) => this.bodies.titleOf(body),
      today: this.clock.today(),
      least: passwordMin,
    };
  }

  private mustBeReal(): void {
    if (this.configuration.mode === 'demonstration') throw new Refusal('unknown-path');
  }
}
