// Signing in and out for programs, and who one is.
import { Controller, Delete, Get, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Accounts } from './accounts.js';
import type { Asked } from '../domain/commands/commands.js';
import { CommandBody, QueryParams, ReaderParam, SignedInParam } from '../http/parameters.js';
import type { SignedIn } from '../http/authentication.js';
import type { KnownPerson } from '../domain/people.js';
import { ReadPlain, SignIn, SignOut, Tagged } from '../http/describe.js';
import { payloadOf } from '../http/read.js';
import { meView } from '../domain/views/person-view.js';
import { tokenFacts } from '../domain/facts/of-people.js';
import { senderOf } from '../http/sender.js';
import { nothing } from '../http/shape.js';
import type { Payload } from '../domain/facts/fact.js';

@Tagged('aanmelden')
@Controller('api/v1')
export class TokensController {
  constructor(private readonly accounts: Accounts) {}

  @Post('tokens')
  @SignIn(tokenFacts, 'Token')
  async signIn(@CommandBody(tokenFacts) asked: Asked<Payload<typeof tokenFacts>>, @Req() request: FastifyRequest) {
    const { email, password, code } = payloadOf(asked);
    const { secret, expiresAt } = await this.accounts.signInProgram(email, password, code, senderOf(request));
    return { token: secret, expiresAt };
  }

  @Delete('tokens/current')
  @SignOut()
  async signOut(
    @QueryParams(nothing) asked: Asked<object>,
    @SignedInParam() { secret }: SignedIn,
    @Req() request: FastifyRequest,
  ) {
    payloadOf(asked);
    await this.accounts.signOut(secret, senderOf(request));
  }

  @Get('me')
  @ReadPlain('Me')
  me(@ReaderParam() person: KnownPerson, @QueryParams(nothing) asked: Asked<object>) {
    payloadOf(asked);
    return meView(person);
  }
}
