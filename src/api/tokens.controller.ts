// Signing in and out for programs, and who one is.
import { Controller, Delete, Get, Ip, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Accounts } from '../app/accounts.js';
import type { Asked } from '../domain/commands/commands.js';
import { CommandBody, QueryParams, ReaderParam, SignedInParam } from '../http/asked.js';
import type { SignedIn } from '../http/authentication.js';
import { SignInRequest } from '../requests/people-requests.js';
import { Nothing } from '../requests/shape.js';
import type { KnownPerson } from '../domain/people.js';
import { Me, SignIn, SignOut } from './describe.js';
import { payloadOf } from './read.js';
import { meView } from './views.js';

@ApiTags('aanmelden')
@Controller('api/v1')
export class TokensController {
  constructor(private readonly accounts: Accounts) {}

  @Post('tokens')
  @SignIn(SignInRequest, 'Token')
  async signIn(@CommandBody(SignInRequest) asked: Asked<SignInRequest>, @Ip() address: string) {
    const { email, password } = payloadOf(asked);
    const { secret, expiresAt } = await this.accounts.signIn(email, password, address, 'token');
    return { token: secret, expiresAt };
  }

  @Delete('tokens/current')
  @SignOut()
  async signOut(@QueryParams(Nothing) asked: Asked<Nothing>, @SignedInParam() { secret }: SignedIn) {
    payloadOf(asked);
    await this.accounts.signOut(secret);
  }

  @Get('me')
  @Me('Me')
  me(@ReaderParam() person: KnownPerson, @QueryParams(Nothing) asked: Asked<Nothing>) {
    payloadOf(asked);
    return meView(person);
  }
}
