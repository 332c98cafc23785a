// Gates over HTTP: how one stands, putting it, deciding, concluding.
import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '../app/caller.js';
import type { Accepted } from '../app/caller.js';
import { Sluis } from '../app/sluis.js';
import { gateAt } from '../domain/commands/places.js';
import type { Asked } from '../domain/commands/commands.js';
import { now } from '../domain/dossier/history.js';
import { gateView } from '../domain/views/gate-view.js';
import { sendPacked, sendRead } from '../http/answer.js';
import { Calls, Query, Reads, Sent } from '../http/asked.js';
import {
  AnswerConditionRequest,
  ConfirmDecisionRequest,
  OnReasonRequest,
  RecordDecisionRequest,
  RuleGateRequest,
  SubmitGateRequest,
} from '../requests/dossier-requests.js';
import { GateQuery, momentOf } from '../requests/queries.js';
import type { KnownPerson } from '../store/people.js';
import { conditionAnswer, decisionAnswer, gateAnswer, rulingAnswer } from './command-answers.js';
import { Command, momentParameters, numberParameter, Read } from './describe.js';
import { payloadOf } from './read.js';

interface Place {
  dossier: string;
  gate: string;
}

@ApiTags('go/no-go-momenten')
@Controller('api/v1/dossiers/:dossier/gates/:gate')
export class GatesController {
  constructor(private readonly sluis: Sluis) {}

  @Get()
  @Read('Een go/no-go-moment, in deze of een eerdere ronde', 'Gate', { round: numberParameter, ...momentParameters })
  async one(
    @Reads() person: KnownPerson,
    @Param() { dossier, gate }: Place,
    @Query(GateQuery) asked: Asked<GateQuery>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const latest = await this.sluis.readings.one(person, dossier, now);
    gateAt(latest.reading.dossier, gate);
    const { round, ...moment } = payloadOf(asked);
    const { reading, head } = await this.sluis.readings.one(person, dossier, momentOf(moment));
    const view = gateView(reading, gate, round === undefined ? undefined : Number(round));
    return sendRead(request, reply, JSON.stringify(view), head);
  }

  @Post('submissions')
  @Command('Leg een vraag voor', SubmitGateRequest, 'GateDone')
  async submit(
    @Calls() caller: Caller,
    @Param() { dossier, gate }: Place,
    @Sent(SubmitGateRequest) asked: Asked<SubmitGateRequest>,
    @Res() reply: FastifyReply,
  ) {
    return send(
      reply,
      await this.sluis.dossiers.give('submit-gate', caller, dossier, { gate }, asked, gateAnswer(gate)),
    );
  }

  @Post('decisions')
  @Command('Leg vast wat een orgaan besloot', RecordDecisionRequest, 'DecisionDone')
  async decide(
    @Calls() caller: Caller,
    @Param() { dossier, gate }: Place,
    @Sent(RecordDecisionRequest) asked: Asked<RecordDecisionRequest>,
    @Res() reply: FastifyReply,
  ) {
    const render = decisionAnswer(gate);
    return send(reply, await this.sluis.dossiers.give('record-decision', caller, dossier, { gate }, asked, render));
  }

  @Post('decisions/:decision/confirmations')
  @Command('Bevestig of betwist wat de regio vastlegde', ConfirmDecisionRequest, 'DecisionDone')
  async confirm(
    @Calls() caller: Caller,
    @Param() { dossier, gate, decision }: Place & { decision: string },
    @Sent(ConfirmDecisionRequest) asked: Asked<ConfirmDecisionRequest>,
    @Res() reply: FastifyReply,
  ) {
    const place = { gate, decision };
    const render = decisionAnswer(gate, decision);
    return send(reply, await this.sluis.dossiers.give('confirm-decision', caller, dossier, place, asked, render));
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
    return send(reply, await this.sluis.dossiers.give('answer-condition', caller, dossier, place, asked, render));
  }

  @Post('rulings')
  @Command('Leg de conclusie vast', RuleGateRequest, 'RulingDone')
  async rule(
    @Calls() caller: Caller,
    @Param() { dossier, gate }: Place,
    @Sent(RuleGateRequest) asked: Asked<RuleGateRequest>,
    @Res() reply: FastifyReply,
  ) {
    return send(
      reply,
      await this.sluis.dossiers.give('rule-gate', caller, dossier, { gate }, asked, rulingAnswer(gate)),
    );
  }

  @Post('reopenings')
  @Command('Open een go/no-go-moment opnieuw', OnReasonRequest, 'GateDone')
  async reopen(
    @Calls() caller: Caller,
    @Param() { dossier, gate }: Place,
    @Sent(OnReasonRequest) asked: Asked<OnReasonRequest>,
    @Res() reply: FastifyReply,
  ) {
    return send(
      reply,
      await this.sluis.dossiers.give('reopen-gate', caller, dossier, { gate }, asked, gateAnswer(gate)),
    );
  }
}

const send = (reply: FastifyReply, { answer, replayed }: Accepted): FastifyReply => sendPacked(reply, answer, replayed);
