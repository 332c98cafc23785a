// Phases over HTTP.
import { Controller, Param, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Caller } from '../app/caller.js';
import { Sluis } from '../app/sluis.js';
import type { Asked, PayloadOf } from '../domain/commands/commands.js';
import { sendAccepted } from '../http/answer.js';
import { Calls, Sent } from '../http/asked.js';
import { OnReasonRequest, OnRequest, VisitBodyRequest } from '../requests/dossier-requests.js';
import { phaseAnswer } from './command-answers.js';
import { Command } from './describe.js';

interface Place {
  dossier: string;
  phase: string;
}

type PhaseCommand = 'start-phase' | 'complete-phase' | 'rework-phase' | 'visit-body';

@ApiTags('fasen')
@Controller('api/v1/dossiers/:dossier/phases/:phase')
export class PhasesController {
  constructor(private readonly sluis: Sluis) {}

  @Post('start')
  @Command('Begin een fase', OnRequest, 'PhaseDone')
  start(
    @Calls() caller: Caller,
    @Param() place: Place,
    @Sent(OnRequest) asked: Asked<OnRequest>,
    @Res() reply: FastifyReply,
  ) {
    return this.give('start-phase', caller, place, asked, reply);
  }

  @Post('complete')
  @Command('Rond een fase zonder go/no-go-moment af', OnRequest, 'PhaseDone')
  complete(
    @Calls() caller: Caller,
    @Param() place: Place,
    @Sent(OnRequest) asked: Asked<OnRequest>,
    @Res() reply: FastifyReply,
  ) {
    return this.give('complete-phase', caller, place, asked, reply);
  }

  @Post('rework')
  @Command('Neem een fase na een no-go opnieuw op', OnReasonRequest, 'PhaseDone')
  rework(
    @Calls() caller: Caller,
    @Param() place: Place,
    @Sent(OnReasonRequest) asked: Asked<OnReasonRequest>,
    @Res() reply: FastifyReply,
  ) {
    return this.give('rework-phase', caller, place, asked, reply);
  }

  @Post('visits')
  @Command('Leg een bezoek vast, of sla het over met een reden', VisitBodyRequest, 'PhaseDone')
  visit(
    @Calls() caller: Caller,
    @Param() place: Place,
    @Sent(VisitBodyRequest) asked: Asked<VisitBodyRequest>,
    @Res() reply: FastifyReply,
  ) {
    return this.give('visit-body', caller, place, asked, reply);
  }

  private async give<N extends PhaseCommand>(
    name: N,
    caller: Caller,
    { dossier, phase }: Place,
    asked: Asked<PayloadOf<N>>,
    reply: FastifyReply,
  ): Promise<FastifyReply> {
    const place = { phase };
    const accepted = await this.sluis.dossiers.give<PhaseCommand>(
      name,
      caller,
      dossier,
      place,
      asked as Asked<PayloadOf<PhaseCommand>>, // the payload of this very command
      phaseAnswer(phase),
    );
    return sendAccepted(reply, accepted);
  }
}
