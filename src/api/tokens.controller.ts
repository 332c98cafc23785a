// Signing in and out for programs, and who one is.
import { Controller, Delete, Get, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Accounts } from '../app/accounts.js';
import type { Asked } from '../domain/commands/commands.js';
import { sendRead } from '../http/answer.js';
import { Query, Reads, Sent } from '../http/asked.js';
import { signedInOf } from '../http/authentication.js';
import { SignInRequest } from '../requests/people-requests.js';
import { Nothing } from '../requests/shape.js';
import type { KnownPerson } from '../store/people.js';
import { Me, SignIn, SignOut } from './describe.js';
import { payloadOf } from './read.js';
import { meView } from './views.js';

@ApiTags('aanmelden')
@Controller('api/v1')
export class TokensController {
  constructor(private readonly accounts: Accounts) {}

  @Post('tokens')
  @SignIn(SignInRequest, 'Token')
  async signIn(
    @Sent(SignInRequest) asked: Asked<SignInRequest>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { email, password } = payloadOf(asked);
    const { secret, expiresAt } = await this.accounts.signIn(email, password, request.ip, 'token');
    return reply.status(201).send({ token: secret, expiresAt });
  }

  @Delete('tokens/current')
  @SignOut()
  async signOut(@Query(Nothing) asked: Asked<Nothing>, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    payloadOf(asked);
    await this.accounts.signOut(signedInOf(request).secret);
    return reply.status(204).send();
  }

  @Get('me')
  @Me('Me')
  me(
    @Reads() person: KnownPerson,
    @Query(Nothing) asked: Asked<Nothing>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    payloadOf(asked);
    return sendRead(request, reply, JSON.stringify(meView(person)), null);
  }
}
