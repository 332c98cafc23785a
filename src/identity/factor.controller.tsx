// One's own second step: setting it up, new codes for paper, and ending it. In the demonstration there is none.
import { Get, Post, Req } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import type { ReactElement } from 'react';
import type { KnownPerson } from '../domain/people.js';
import { Refusal } from '../domain/refusal.js';
import { Admission, beforeFactor } from '../http/admission.js';
import type { Answer } from '../http/answer.js';
import { cookieOf, type SignedIn } from '../http/authentication.js';
import { SignedInParam } from '../http/parameters.js';
import { senderOf } from '../http/sender.js';
import { statusOfCode } from '../http/statuses.js';
import { laterIn, seeOther, shown } from '../http/page/answer.js';
import { AroundParam, QueryParam } from '../http/page/asked.js';
import type { Surroundings } from '../http/page/frame.js';
import { accountPath, factorPath } from '../http/page/top-bar.js';
import { PageController } from '../http/page/page-controller.js';
import { Configuration } from '../store/process/configuration.js';
import { Accounts, type Whence } from './accounts.js';
import { CodesPage, FactorPage, SetUpPage } from './factor-page.js';
import { Factors } from './factors.js';
import { ownPath } from './own-path.js';
import { credentialsOf } from './stored-person.js';
import { Database } from '../store/database.js';

type Fields = Readonly<Record<string, string | undefined>>;

@PageController(factorPath)
export class FactorController {
  constructor(
    private readonly factors: Factors,
    private readonly accounts: Accounts,
    private readonly configuration: Configuration,
    private readonly admission: Admission,
    private readonly database: Database,
  ) {}

  @Get()
  @RouteConfig(beforeFactor)
  async page(
    @SignedInParam() signedIn: SignedIn,
    @QueryParam() query: Fields,
    @AroundParam() around: Surroundings,
  ): Promise<ReactElement> {
    return this.asked(signedIn, around, ownPath(query.next, accountPath));
  }

  @Post()
  @RouteConfig(beforeFactor)
  async give(
    @SignedInParam() signedIn: SignedIn,
    @Req() request: FastifyRequest,
    @QueryParam() query: Fields,
    @AroundParam() around: Surroundings,
  ): Promise<Answer> {
    this.mustBeReal();
    const next = ownPath(query.next, accountPath);
    const sent = request.body instanceof URLSearchParams ? Object.fromEntries(request.body) : {};
    const whence = { ...senderOf(request), device: cookieOf(request, this.configuration.baseUrl, 'sluis-device') };
    try {
      return await this.done(signedIn, around, sent, whence, next);
    } catch (error) {
      if (!(error instanceof Refusal) || !['sign-in-failed', 'too-many', 'busy'].includes(error.code)) throw error;
      const { secondFactor: words, wordRefusal } = around.wording;
      const isWrong = error.code === 'sign-in-failed';
      const wrong = sent.doet === 'instellen' ? words.wrongFirst : words.wrong;
      const told = { error: isWrong ? wrong : wordRefusal(error), sealed: sent.sealed };
      const page = await this.asked(signedIn, around, next, told);
      return shown(page, around.wording, isWrong ? 400 : statusOfCode(error.code), laterIn(error));
    }
  }

  private async done(
    { person }: SignedIn,
    around: Surroundings,
    { doet: does, code = '', sealed = '' }: Fields,
    whence: Whence,
    next: string,
  ): Promise<Answer> {
    const { device: _device, ...sender } = whence;
    const { secondFactor: words } = around.wording;
    if (does === 'instellen')
      return this.codesOr(await this.factors.set(person, sealed, code, sender), around, words.done, next);
    const ends = does === 'uitzetten' && !this.admission.asksFactor(person);
    if (!ends && does !== 'codes') throw new Refusal('unknown-path');
    await this.judge(person, code, whence);
    if (!ends)
      return this.codesOr(await this.factors.newCodes(person, sender), around, words.newCodesDone, accountPath);
    await this.factors.end(person, sender);
    return seeOther(accountPath);
  }

  private codesOr(codes: string[] | null, around: Surroundings, title: string, next: string): Answer {
    if (codes === null) return seeOther(factorPath);
    return shown(<CodesPage around={around} {...{ title, codes, next }} />, around.wording);
  }

  private async judge(person: KnownPerson, code: string, whence: Whence): Promise<void> {
    const known = await credentialsOf(this.database.manager, person.email);
    if (!known) throw new Refusal('sign-in-required');
    await this.accounts.judgeCode({ ...known, email: person.email }, code, whence);
  }

  private async asked(
    signedIn: SignedIn,
    around: Surroundings,
    next: string,
    { error, sealed }: { error?: string; sealed?: string | undefined } = {},
  ): Promise<ReactElement> {
    this.mustBeReal();
    const must = this.admission.asksFactor(signedIn.person);
    const factor = await this.factors.of(signedIn.person.id);
    if (factor) return <FactorPage around={around} {...{ factor, must, error }} />;
    const toSet = this.factors.begin(signedIn.person, sealed);
    return <SetUpPage around={around} {...{ toSet, must, next, error }} />;
  }

  private mustBeReal(): void {
    if (this.configuration.mode === 'demonstration') throw new Refusal('unknown-path');
  }
}
