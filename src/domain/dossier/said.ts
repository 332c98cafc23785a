// What was said with an event, by its table: which facts and which texts it can hold.
import type { Facts } from '../facts/fact.js';
import * as decisions from '../facts/of-decisions.js';
import * as gates from '../facts/of-gates.js';
import * as mandates from '../facts/of-mandates.js';
import * as phases from '../facts/of-phases.js';
import { secrecyLiftFacts } from '../facts/of-secrecy.js';
import type { EventType } from './events.js';

export const tableOfEvent: Readonly<Record<EventType, Facts>> = {
  DossierStarted: phases.startFacts,
  DossierMigrated: phases.migrationFacts,
  PartiesMerged: phases.successionFacts,
  DossierStopped: phases.reasonFacts,
  PhaseStarted: phases.dayFacts,
  PhaseCompleted: phases.completionFacts,
  PhaseReworked: phases.reasonFacts,
  PublicationRecorded: phases.ownPublicationFacts,
  PhasePlanned: phases.planningFacts,
  BodyVisited: phases.visitFacts,
  MeetingRecorded: phases.meetingRecordFacts,
  FactRecorded: phases.outsideFacts,
  GateSubmitted: gates.submissionFacts,
  GateWithdrawn: phases.reasonFacts,
  GateReopened: phases.reasonFacts,
  ProposalRevised: gates.proposalFacts,
  ReceiptRecorded: gates.receiptFacts,
  ItemScheduled: gates.agendaFacts,
  TermExtended: gates.extensionFacts,
  PaperLaid: gates.paperFacts,
  CriterionStated: gates.criterionFacts,
  ElectorateChanged: gates.electorateChangeFacts,
  BodyLeft: gates.exitFacts,
  RuleAmended: gates.ruleAmendmentFacts,
  AmendmentNotified: phases.dayFacts,
  GateRuled: gates.conclusionFacts,
  GateSplit: gates.splitFacts,
  DecisionRecorded: decisions.decisionFacts,
  DecisionCorrected: decisions.decisionFacts,
  DecisionRevised: decisions.decisionFacts,
  DecisionConfirmed: decisions.confirmationFacts,
  DecisionDisputed: decisions.confirmationFacts,
  DecisionWithdrawn: decisions.withdrawalFacts,
  DecisionReleased: decisions.releaseFacts,
  ListAdopted: decisions.listAdoptionFacts,
  SecrecyLifted: secrecyLiftFacts,
  PointAnswered: decisions.pointAnswerFacts,
  RemarkAnswered: decisions.remarkAnswerFacts,
  ConditionAnswered: decisions.conditionAnswerFacts,
  MandateRecorded: mandates.mandateFacts,
  MandateEnded: mandates.mandateEndFacts,
  MandateConfirmed: mandates.mandateWordFacts,
};

/** A fact of an event and where it stands in what was said: `conditions/0/effect`. */
export type SaidFact = [place: string, value: unknown];

/** The facts that a table keeps among these, in its order; texts stand beside them. */
export function saidFacts(table: Facts, facts: Readonly<Record<string, unknown>>, before = ''): SaidFact[] {
  const said: SaidFact[] = [];
  for (const name in table) {
    const value = facts[name];
    const row = table[name];
    if (value === undefined || !row) continue;
    const place = `${before}${name}`;
    if (row.keeps === 'fact') said.push([place, value]);
    else if (row.keeps === 'group') said.push(...saidFacts(row.of as Facts, value as Entry, `${place}/`));
    else if (row.keeps === 'each')
      said.push(...(value as Entry[]).flatMap((one, i) => saidFacts(row.of as Facts, one, `${place}/${i}/`)));
  }
  return said;
}

type Entry = Readonly<Record<string, unknown>>;
