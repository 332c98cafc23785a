// Every command on a running dossier as a call: where it is, what it is sent, what it answers. A new command is a line.
import type { CommandName, PayloadOf } from '../domain/commands/commands.js';
import type { Tried } from '../app/dossiers.js';
import {
  AnswerConditionRequest,
  ConfirmDecisionRequest,
  OnReasonRequest,
  OnRequest,
  RecordDecisionRequest,
  RuleGateRequest,
  SubmitGateRequest,
  VisitBodyRequest,
} from '../requests/dossier-requests.js';
import {
  AdoptListRequest,
  AmendRuleRequest,
  AnswerPointRequest,
  AnswerRemarkRequest,
  ChangeElectorateRequest,
  RecordReceiptRequest,
  ReleaseDecisionRequest,
  ReviseProposalRequest,
  ScheduleItemRequest,
  SplitGateRequest,
  WithdrawDecisionRequest,
} from '../requests/gate-requests.js';
import { RecordFactRequest, RecordMeetingRequest, PlanPhaseRequest } from '../requests/phase-requests.js';
import { MigrateDossierRequest } from '../requests/migration-request.js';
import type { Shape } from '../requests/shape.js';
import {
  conditionDone,
  decisionDone,
  dossierDone,
  gateDone,
  phaseDone,
  rulingDone,
  type CommandAnswer,
} from './command-answers.js';
import { migrationTold } from './migration-answer.js';

export interface Call<N extends CommandName = CommandName> {
  command: N;
  /** After the address of the dossier. */
  path: string;
  summary: string;
  shape: Shape<PayloadOf<N> & object>;
  answer: CommandAnswer;
  dryRun?: DryRun<N>;
}

/** How it is told what a command would do, where a request can ask for that. */
interface DryRun<N extends CommandName> {
  schema: string;
  isAsked(payload: PayloadOf<N>): boolean;
  made(tried: Tried, payload: PayloadOf<N>): string;
}

const call = <N extends CommandName>(
  command: N,
  path: string,
  shape: Call<N>['shape'],
  answer: CommandAnswer,
  summary: string,
  dryRun?: DryRun<N>,
): Call => {
  const made: Call<N> = { command, path, shape, answer, summary, dryRun };
  return made; // each is given with its own payload
};

const phase = 'phases/:phase';
const gate = 'gates/:gate';
const decision = `${gate}/decisions/:decision`;

export const calls: readonly Call[] = [
  call('start-phase', `${phase}/starts`, OnRequest, phaseDone, 'Begin een fase'),
  call('complete-phase', `${phase}/completions`, OnRequest, phaseDone, 'Rond een fase zonder go/no-go-moment af'),
  call('rework-phase', `${phase}/reworks`, OnReasonRequest, phaseDone, 'Neem een fase na een no-go opnieuw op'),
  call('visit-body', `${phase}/visits`, VisitBodyRequest, phaseDone, 'Leg een bezoek vast, of sla het over met reden'),
  call('plan-phase', `${phase}/plans`, PlanPhaseRequest, phaseDone, 'Verplaats een geplande datum van een fase'),
  call('record-meeting', `${phase}/meetings`, RecordMeetingRequest, phaseDone, 'Leg vast wat er van een overleg werd'),

  call('submit-gate', `${gate}/submissions`, SubmitGateRequest, gateDone, 'Leg een vraag voor'),
  call('withdraw-gate', `${gate}/withdrawn-submissions`, OnReasonRequest, gateDone, 'Neem een voorlegging terug'),
  call('revise-proposal', `${gate}/proposals`, ReviseProposalRequest, gateDone, 'Leg een nieuwe versie voor'),
  call('record-receipt', `${gate}/receipts`, RecordReceiptRequest, gateDone, 'Leg vast dat een orgaan het ontving'),
  call('schedule-item', `${gate}/agendas`, ScheduleItemRequest, gateDone, 'Leg vast wanneer een orgaan het behandelt'),
  call('change-electorate', `${gate}/electorate-changes`, ChangeElectorateRequest, gateDone, 'Wijzig wie besluiten'),
  call('amend-rule', `${gate}/rule-amendments`, AmendRuleRequest, gateDone, 'Wijzig de besluitregel'),
  call('notify-amendment', `${gate}/rule-notices`, OnRequest, gateDone, 'Leg vast dat alle organen bericht kregen'),
  call('rule-gate', `${gate}/rulings`, RuleGateRequest, rulingDone, 'Leg de conclusie vast'),
  call('split-gate', `${gate}/splits`, SplitGateRequest, gateDone, 'Leg een splitsing vast'),
  call('reopen-gate', `${gate}/reopenings`, OnReasonRequest, gateDone, 'Open een go/no-go-moment opnieuw'),

  call('record-decision', `${gate}/decisions`, RecordDecisionRequest, decisionDone, 'Leg vast wat een orgaan besloot'),
  call('withdraw-decision', `${gate}/withdrawals`, WithdrawDecisionRequest, gateDone, 'Trek een besluit in'),
  call(
    'confirm-decision',
    `${decision}/confirmations`,
    ConfirmDecisionRequest,
    decisionDone,
    'Bevestig of betwist wat de regio vastlegde',
  ),
  call('release-decision', `${decision}/releases`, ReleaseDecisionRequest, decisionDone, 'Maak een besluit bekend'),
  call(
    'adopt-list',
    `${decision}/list-adoptions`,
    AdoptListRequest,
    decisionDone,
    'Leg vast dat de besluitenlijst is vastgesteld',
  ),
  call(
    'answer-point',
    `${decision}/point-answers`,
    AnswerPointRequest,
    decisionDone,
    'Beantwoord een punt van een zienswijze',
  ),
  call(
    'answer-remark',
    `${decision}/remark-answers`,
    AnswerRemarkRequest,
    decisionDone,
    'Beantwoord een aandachtspunt',
  ),
  call(
    'answer-condition',
    `${gate}/conditions/:condition/answers`,
    AnswerConditionRequest,
    conditionDone,
    'Beantwoord een voorwaarde',
  ),

  call('record-fact', 'facts', RecordFactRequest, dossierDone, 'Leg een feit van buiten vast'),
  call(
    'migrate-dossier',
    'migrations',
    MigrateDossierRequest,
    dossierDone,
    'Breng een traject over naar een ander procesplan, of vraag met dryRun wat dat zou doen',
    { schema: 'MigrationReport', isAsked: ({ dryRun }) => dryRun === true, made: migrationTold },
  ),
  call('stop-dossier', 'stops', OnReasonRequest, dossierDone, 'Stop een traject voor zijn einde'),
];
