// Signing in and out for programs, and who one is.
import { Controller, Delete, Get, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Sluis } from '../app/sluis.js';
import type { Asked } from '../domain/commands/commands.js';
import { sendRead } from '../http/answer.js';
import { Query, Reads, Sent } from '../http/asked.js';
import { signedInOf } from '../http/authentication.js';
import type { KnownPerson } from '../store/people.js';
import { Me, SignIn, SignOut } from './describe.js';
import { payloadOf } from './read.js';
import { meView } from './views.js';
import { signInFacts } from '../domain/facts/of-people.js';
import { nothing } from '../http/shape.js';
import type { Payload } from '../domain/facts/fact.js';

@ApiTags('aanmelden')
@Controller('api/v1')
export class TokensController {
  constructor(private readonly sluis: Sluis) {}

  @Post('tokens')
  @SignIn(signInFacts, 'Token')
  async signIn(
    @Sent(signInFacts) asked: Asked<Payload<typeof signInFacts>>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { email, password } = payloadOf(asked);
    const { secret, expiresAt } = await this.sluis.accounts.signIn(email, password, request.ip, 'token');
    return reply.status(201).send({ token: secret, expiresAt });
  }

  @Delete('tokens/current')
  @SignOut()
  async signOut(@Query(nothing) asked: Asked<object>, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    payloadOf(asked);
    await this.sluis.accounts.signOut(signedInOf(request).secret);
    return reply.status(204).send();
  }

  @Get('me')
  @Me('Me')
  me(
    @Reads() person: KnownPerson,
    @Query(nothing) asked: Asked<object>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    payloadOf(asked);
    return sendRead(request, reply, JSON.stringify(meView(person)), null);
  }
}
