// Gates over HTTP: how one stands, putting it, what happens while it is open, concluding.
import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '../app/caller.js';
import { Sluis } from '../app/sluis.js';
import { gateAt } from '../domain/commands/places.js';
import type { Asked, PayloadOf, PlaceOf } from '../domain/commands/commands.js';
import { now } from '../domain/dossier/history.js';
import { gateView } from '../domain/views/gate-view.js';
import { sendAccepted, sendRead } from '../http/answer.js';
import { Calls, Query, Reads, Sent } from '../http/asked.js';
import { OnReasonRequest, RuleGateRequest, SubmitGateRequest } from '../requests/dossier-requests.js';
import {
  AmendRuleRequest,
  ChangeElectorateRequest,
  RecordReceiptRequest,
  ReviseProposalRequest,
  ScheduleItemRequest,
} from '../requests/gate-requests.js';
import { GateQuery, momentOf } from '../requests/queries.js';
import type { KnownPerson } from '../store/people.js';
import { gateAnswer, rulingAnswer } from './command-answers.js';
import { Command, momentParameters, numberParameter, Read } from './describe.js';
import { payloadOf } from './read.js';

interface Place {
  dossier: string;
  gate: string;
}

/** What is done at a gate as a whole. */
type GateCommand =
  | 'submit-gate'
  | 'withdraw-gate'
  | 'revise-proposal'
  | 'record-receipt'
  | 'schedule-item'
  | 'change-electorate'
  | 'amend-rule'
  | 'reopen-gate';

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
    @Param() place: Place,
    @Sent(SubmitGateRequest) asked: Asked<SubmitGateRequest>,
    @Res() reply: FastifyReply,
  ) {
    return this.give('submit-gate', caller, place, asked, reply);
  }

  @Post('withdrawn-submissions')
  @Command('Neem een voorlegging terug', OnReasonRequest, 'GateDone')
  async withdraw(
    @Calls() caller: Caller,
    @Param() place: Place,
    @Sent(OnReasonRequest) asked: Asked<OnReasonRequest>,
    @Res() reply: FastifyReply,
  ) {
    return this.give('withdraw-gate', caller, place, asked, reply);
  }

  @Post('proposals')
  @Command('Leg een nieuwe versie van het voorstel voor', ReviseProposalRequest, 'GateDone')
  async revise(
    @Calls() caller: Caller,
    @Param() place: Place,
    @Sent(ReviseProposalRequest) asked: Asked<ReviseProposalRequest>,
    @Res() reply: FastifyReply,
  ) {
    return this.give('revise-proposal', caller, place, asked, reply);
  }

  @Post('receipts')
  @Command('Leg vast dat een orgaan het voorstel ontving', RecordReceiptRequest, 'GateDone')
  async receive(
    @Calls() caller: Caller,
    @Param() place: Place,
    @Sent(RecordReceiptRequest) asked: Asked<RecordReceiptRequest>,
    @Res() reply: FastifyReply,
  ) {
    return this.give('record-receipt', caller, place, asked, reply);
  }

  @Post('agendas')
  @Command('Leg vast wanneer een orgaan het behandelt', ScheduleItemRequest, 'GateDone')
  async schedule(
    @Calls() caller: Caller,
    @Param() place: Place,
    @Sent(ScheduleItemRequest) asked: Asked<ScheduleItemRequest>,
    @Res() reply: FastifyReply,
  ) {
    return this.give('schedule-item', caller, place, asked, reply);
  }

  @Post('electorate-changes')
  @Command('Wijzig wie besluiten', ChangeElectorateRequest, 'GateDone')
  async changeElectorate(
    @Calls() caller: Caller,
    @Param() place: Place,
    @Sent(ChangeElectorateRequest) asked: Asked<ChangeElectorateRequest>,
    @Res() reply: FastifyReply,
  ) {
    return this.give('change-electorate', caller, place, asked, reply);
  }

  @Post('rule-amendments')
  @Command('Wijzig de besluitregel vanaf de volgende voorlegging', AmendRuleRequest, 'GateDone')
  async amendRule(
    @Calls() caller: Caller,
    @Param() place: Place,
    @Sent(AmendRuleRequest) asked: Asked<AmendRuleRequest>,
    @Res() reply: FastifyReply,
  ) {
    return this.give('amend-rule', caller, place, asked, reply);
  }

  @Post('rulings')
  @Command('Leg de conclusie vast', RuleGateRequest, 'RulingDone')
  async rule(
    @Calls() caller: Caller,
    @Param() { dossier, gate }: Place,
    @Sent(RuleGateRequest) asked: Asked<RuleGateRequest>,
    @Res() reply: FastifyReply,
  ) {
    return sendAccepted(
      reply,
      await this.sluis.dossiers.give('rule-gate', caller, dossier, { gate }, asked, rulingAnswer(gate)),
    );
  }

  @Post('reopenings')
  @Command('Open een go/no-go-moment opnieuw', OnReasonRequest, 'GateDone')
  async reopen(
    @Calls() caller: Caller,
    @Param() place: Place,
    @Sent(OnReasonRequest) asked: Asked<OnReasonRequest>,
    @Res() reply: FastifyReply,
  ) {
    return this.give('reopen-gate', caller, place, asked, reply);
  }

  /** A command on the gate, answered with the gate as it is then. */
  private async give<N extends GateCommand>(
    name: N,
    caller: Caller,
    { dossier, gate }: Place,
    asked: Asked<PayloadOf<N>>,
    reply: FastifyReply,
  ) {
    const place = { gate } as PlaceOf<N>; // each of these is at a gate
    return sendAccepted(reply, await this.sluis.dossiers.give(name, caller, dossier, place, asked, gateAnswer(gate)));
  }
}
