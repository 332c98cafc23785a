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
  dryRun?: DryRun<N>,
): Call => {
  const made: Call<N> = { command, path, shape, answer, dryRun };
  return made; // each is given with its own payload
};

const phase = 'phases/:phase';
const gate = 'gates/:gate';
const decision = `${gate}/decisions/:decision`;

export const calls: readonly Call[] = [
  call('start-phase', `${phase}/starts`, OnRequest, phaseDone),
  call('complete-phase', `${phase}/completions`, OnRequest, phaseDone),
  call('rework-phase', `${phase}/reworks`, OnReasonRequest, phaseDone),
  call('visit-body', `${phase}/visits`, VisitBodyRequest, phaseDone),
  call('plan-phase', `${phase}/plans`, PlanPhaseRequest, phaseDone),
  call('record-meeting', `${phase}/meetings`, RecordMeetingRequest, phaseDone),

  call('submit-gate', `${gate}/submissions`, SubmitGateRequest, gateDone),
  call('withdraw-gate', `${gate}/withdrawn-submissions`, OnReasonRequest, gateDone),
  call('revise-proposal', `${gate}/proposals`, ReviseProposalRequest, gateDone),
  call('record-receipt', `${gate}/receipts`, RecordReceiptRequest, gateDone),
  call('schedule-item', `${gate}/agendas`, ScheduleItemRequest, gateDone),
  call('change-electorate', `${gate}/electorate-changes`, ChangeElectorateRequest, gateDone),
  call('amend-rule', `${gate}/rule-amendments`, AmendRuleRequest, gateDone),
  call('notify-amendment', `${gate}/rule-notices`, OnRequest, gateDone),
  call('rule-gate', `${gate}/rulings`, RuleGateRequest, rulingDone),
  call('split-gate', `${gate}/splits`, SplitGateRequest, gateDone),
  call('reopen-gate', `${gate}/reopenings`, OnReasonRequest, gateDone),

  call('record-decision', `${gate}/decisions`, RecordDecisionRequest, decisionDone),
  call('withdraw-decision', `${gate}/withdrawals`, WithdrawDecisionRequest, gateDone),
  call('confirm-decision', `${decision}/confirmations`, ConfirmDecisionRequest, decisionDone),
  call('release-decision', `${decision}/releases`, ReleaseDecisionRequest, decisionDone),
  call('adopt-list', `${decision}/list-adoptions`, AdoptListRequest, decisionDone),
  call('answer-point', `${decision}/point-answers`, AnswerPointRequest, decisionDone),
  call('answer-remark', `${decision}/remark-answers`, AnswerRemarkRequest, decisionDone),
  call('answer-condition', `${gate}/conditions/:condition/answers`, AnswerConditionRequest, conditionDone),

  call('record-fact', 'facts', RecordFactRequest, dossierDone),
  call('migrate-dossier', 'migrations', MigrateDossierRequest, dossierDone, {
    schema: 'MigrationReport',
    isAsked: ({ dryRun }) => dryRun === true,
    made: migrationTold,
  }),
  call('stop-dossier', 'stops', OnReasonRequest, dossierDone),
];
