// What the log does not say twice: the facts that stand in the sentence of their event.
import type { EventType } from '../../domain/dossier/events.js';

/** The facts that the sentence of an event says already. */
export const toldInSentence: Readonly<Partial<Record<EventType, readonly string[]>>> = {
  DecisionRecorded: ['option'],
  DecisionCorrected: ['option'],
  DecisionRevised: ['option'],
  GateSubmitted: ['replyBy'],
  GateSplit: ['parts'],
  PhasePlanned: ['from', 'until'],
  BodyVisited: ['body'],
  PublicationRecorded: ['body', 'where'],
  MeetingRecorded: ['heldOn', 'movedTo', 'cancelled'],
  ReceiptRecorded: ['body'],
  BodyLeft: ['body'],
  PartiesMerged: ['from', 'into'],
  ItemScheduled: ['body', 'meetingOn', 'stage'],
  TermExtended: ['body', 'until'],
  PaperLaid: ['paper'],
  CriterionStated: ['criterion', 'state'],
  ConditionAnswered: ['answer', 'phase'],
  SecrecyLifted: ['liftedBy', 'secret'],
  PointAnswered: ['point'],
  RemarkAnswered: ['remark'],
  FactRecorded: ['fact'],
  MandateRecorded: ['body', 'from', 'until'],
  MandateEnded: ['mandate', 'until'],
  MandateConfirmed: ['mandate', 'confirmed'],
};
