// The tables of what is sent, under the names that the description of the API has for them.
import { correctionTable } from '../domain/facts/correcting.js';
import { isCorrectable } from '../domain/fold/fact-kinds.js';
import type { Facts } from '../domain/facts/fact.js';
import * as decisions from '../domain/facts/of-decisions.js';
import * as gates from '../domain/facts/of-gates.js';
import * as people from '../domain/facts/of-people.js';
import * as mandates from '../domain/facts/of-mandates.js';
import { paperErasureFacts } from '../domain/facts/of-papers.js';
import * as secrecy from '../domain/facts/of-secrecy.js';
import * as phases from '../domain/facts/of-phases.js';
import { objectOf, type Schema } from '../domain/facts/values.js';
import { nothing } from './shape.js';

export const requests: Readonly<Record<string, Facts>> = {
  StartDossierRequest: phases.startFacts,
  OnRequest: phases.dayFacts,
  OnReasonRequest: phases.reasonFacts,
  CompletePhaseRequest: phases.completionFacts,
  RecordPublicationRequest: phases.ownPublicationFacts,
  VisitBodyRequest: phases.visitFacts,
  PlanPhaseRequest: phases.planningFacts,
  RecordMeetingRequest: phases.meetingRecordFacts,
  SubmitGateRequest: gates.submissionFacts,
  ReviseProposalRequest: gates.proposalFacts,
  RecordReceiptRequest: gates.receiptFacts,
  ScheduleItemRequest: gates.agendaFacts,
  ExtendTermRequest: gates.extensionFacts,
  LayPaperRequest: gates.paperFacts,
  StateCriterionRequest: gates.criterionFacts,
  ChangeElectorateRequest: gates.electorateChangeFacts,
  LeaveGateRequest: gates.exitFacts,
  AmendRuleRequest: gates.ruleAmendmentFacts,
  RuleGateRequest: gates.conclusionFacts,
  SplitGateRequest: gates.splitFacts,
  RecordDecisionRequest: decisions.decisionFacts,
  WithdrawDecisionRequest: decisions.withdrawalFacts,
  ConfirmDecisionRequest: decisions.confirmationFacts,
  ReleaseDecisionRequest: decisions.releaseFacts,
  AdoptListRequest: decisions.listAdoptionFacts,
  LiftSecrecyRequest: secrecy.secrecyLiftFacts,
  AnswerPointRequest: decisions.pointAnswerFacts,
  AnswerRemarkRequest: decisions.remarkAnswerFacts,
  AnswerConditionRequest: decisions.conditionAnswerFacts,
  RecordFactRequest: phases.outsideFacts,
  RecordMandateRequest: mandates.mandateFacts,
  EndMandateRequest: mandates.mandateEndFacts,
  ConfirmMandateRequest: mandates.mandateWordFacts,
  MergePartiesRequest: phases.successionFacts,
  MigrateDossierRequest: phases.migrationFacts,
  Nothing: nothing,
  SignInRequest: people.tokenFacts,
  AddPersonRequest: people.personFacts,
  AddAssignmentRequest: people.assignmentFacts,
  EndAssignmentRequest: people.assignmentEndFacts,
  CorrectPersonRequest: people.personCorrectionFacts,
  ErasePersonRequest: people.erasureFacts,
  ErasePaperRequest: paperErasureFacts,
};

/** Under the name of what it corrects. */
const corrections: Readonly<Record<string, Facts>> = Object.fromEntries(
  [
    ...Object.entries(requests),
    // Of these less can be corrected than was said.
    ['StartDossierRequest', phases.startedFacts] as const,
    ['MigrateDossierRequest', phases.migratedFacts] as const,
  ].flatMap(([name, table]) =>
    isCorrectable(table) ? [[name.replace(/Request$/, 'Correction'), correctionTable(table)]] : [],
  ),
);

const all = { ...requests, ...corrections };
const names = new Map(Object.entries(all).map(([name, table]) => [table, name]));

/** @throws Error for a table that has no name here */
export function requestName(table: Facts): string {
  const name = names.get(table);
  if (name === undefined) throw new Error('a request has no name in the description of the API');
  return name;
}

export const requestSchemas = (): Record<string, Schema> =>
  Object.fromEntries(Object.entries(all).map(([name, table]) => [name, objectOf(table).schema]));
