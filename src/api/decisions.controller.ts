// Decisions over HTTP: recording, confirming, releasing, taking back; and the conditions that came with them.
import { Controller, Param, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Caller } from '../app/caller.js';
import { Sluis } from '../app/sluis.js';
import type { Asked, PayloadOf, PlaceOf } from '../domain/commands/commands.js';
import { sendAccepted } from '../http/answer.js';
import { Calls, Sent } from '../http/asked.js';
import { AnswerConditionRequest, ConfirmDecisionRequest, RecordDecisionRequest } from '../requests/dossier-requests.js';
import {
  AdoptListRequest,
  AnswerPointRequest,
  ReleaseDecisionRequest,
  WithdrawDecisionRequest,
} from '../requests/gate-requests.js';
import { conditionAnswer, decisionAnswer, gateAnswer } from './command-answers.js';
import { Command } from './describe.js';

interface Place {
  dossier: string;
  gate: string;
}

interface DecisionPlace extends Place {
  decision: string;
}

@ApiTags('besluiten')
@Controller('api/v1/dossiers/:dossier/gates/:gate')
export class DecisionsController {
  constructor(private readonly sluis: Sluis) {}

  @Post('decisions')
  @Command('Leg vast wat een orgaan besloot', RecordDecisionRequest, 'DecisionDone')
  async decide(
    @Calls() caller: Caller,
    @Param() { dossier, gate }: Place,
    @Sent(RecordDecisionRequest) asked: Asked<RecordDecisionRequest>,
    @Res() reply: FastifyReply,
  ) {
    const render = decisionAnswer(gate);
    return sendAccepted(
      reply,
      await this.sluis.dossiers.give('record-decision', caller, dossier, { gate }, asked, render),
    );
  }

  @Post('decisions/:decision/confirmations')
  @Command('Bevestig of betwist wat de regio vastlegde', ConfirmDecisionRequest, 'DecisionDone')
  async confirm(
    @Calls() caller: Caller,
    @Param() place: DecisionPlace,
    @Sent(ConfirmDecisionRequest) asked: Asked<ConfirmDecisionRequest>,
    @Res() reply: FastifyReply,
  ) {
    return this.give('confirm-decision', caller, place, asked, reply);
  }

  @Post('decisions/:decision/releases')
  @Command('Maak een besluit bekend in ruimere kring', ReleaseDecisionRequest, 'DecisionDone')
  async release(
    @Calls() caller: Caller,
    @Param() place: DecisionPlace,
    @Sent(ReleaseDecisionRequest) asked: Asked<ReleaseDecisionRequest>,
    @Res() reply: FastifyReply,
  ) {
    return this.give('release-decision', caller, place, asked, reply);
  }

  @Post('decisions/:decision/list-adoptions')
  @Command('Leg vast dat de besluitenlijst is vastgesteld', AdoptListRequest, 'DecisionDone')
  async adoptList(
    @Calls() caller: Caller,
    @Param() place: DecisionPlace,
    @Sent(AdoptListRequest) asked: Asked<AdoptListRequest>,
    @Res() reply: FastifyReply,
  ) {
    return this.give('adopt-list', caller, place, asked, reply);
  }

  @Post('decisions/:decision/point-answers')
  @Command('Beantwoord een punt van een zienswijze', AnswerPointRequest, 'DecisionDone')
  async answerPoint(
    @Calls() caller: Caller,
    @Param() place: DecisionPlace,
    @Sent(AnswerPointRequest) asked: Asked<AnswerPointRequest>,
    @Res() reply: FastifyReply,
  ) {
    return this.give('answer-point', caller, place, asked, reply);
  }

  @Post('withdrawals')
  @Command('Trek een besluit in', WithdrawDecisionRequest, 'GateDone')
  async withdraw(
    @Calls() caller: Caller,
    @Param() { dossier, gate }: Place,
    @Sent(WithdrawDecisionRequest) asked: Asked<WithdrawDecisionRequest>,
    @Res() reply: FastifyReply,
  ) {
    const render = gateAnswer(gate);
    return sendAccepted(
      reply,
      await this.sluis.dossiers.give('withdraw-decision', caller, dossier, { gate }, asked, render),
    );
  }

  @Post('conditions/:condition/answers')
  @Command('Beantwoord een voorwaarde', AnswerConditionRequest, 'ConditionDone')
  async answerCondition(
    @Calls() caller: Caller,
    @Param() { dossier, gate, condition }: Place & { condition: string },
    @Sent(AnswerConditionRequest) asked: Asked<AnswerConditionRequest>,
    @Res() reply: FastifyReply,
  ) {
    const place = { gate, condition };
    const render = conditionAnswer(gate, condition);
    return sendAccepted(
      reply,
      await this.sluis.dossiers.give('answer-condition', caller, dossier, place, asked, render),
    );
  }

  /** A command on one decision, answered with the decision as it is then. */
  private async give<N extends 'confirm-decision' | 'release-decision' | 'adopt-list' | 'answer-point'>(
    name: N,
    caller: Caller,
    { dossier, gate, decision }: DecisionPlace,
    asked: Asked<PayloadOf<N>>,
    reply: FastifyReply,
  ) {
    const place = { gate, decision } as PlaceOf<N>; // each of these is at a decision
    const render = decisionAnswer(gate, decision);
    return sendAccepted(reply, await this.sluis.dossiers.give(name, caller, dossier, place, asked, render));
  }
}
