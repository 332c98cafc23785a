// Every command on a running dossier by its name, and the one order in which its checks run.
import type { EventType, NewEvent } from '../dossier/events.js';
import { machineEvent } from '../dossier/machine-event.js';
import type { Dossier } from '../dossier/state.js';
import { isClosed } from '../dossier/release.js';
import { personIn, successorOf } from '../dossier/successors.js';
import { belongsTo, firstAllowed, roleFor, speaksFor, type Acting, type Person, type Target } from '../permissions.js';
import { invalid, Refusal, type FieldError } from '../refusal.js';
import type { BodyId, Day, DossierId } from '../vocabulary.js';
import type { Payload } from '../facts/fact.js';
import type { Plans } from '../workflow/plan.js';
import { adoptList, answerPoint, answerRemark, releaseDecision, withdrawDecision } from './after-decision.js';
import { notifyAmendment } from './notify-amendment.js';
import { amendRule } from './amend-rule.js';
import { answerCondition } from './answer-condition.js';
import { recordReceipt, scheduleItem } from './at-body.js';
import { withConclusions } from './by-itself.js';
import { changeElectorate } from './change-electorate.js';
import type { Ask, CommandKind, Context, Visibility } from './command.js';
import { confirmDecision } from './confirm-decision.js';
import { extendTerm } from './extend-term.js';
import { liftSecrecy } from './lift-secrecy.js';
import { leaveGate } from './leave-gate.js';
import { completePhase, reworkPhase, startPhase, visitBody } from './phases.js';
import { mergeParties } from './merge-parties.js';
import { migrateDossier } from './migrate-dossier.js';
import { planPhase } from './plan-phase.js';
import { recordDecision } from './record-decision.js';
import { recordFact } from './record-fact.js';
import { confirmMandate, endMandate, recordMandate } from './record-mandate.js';
import { recordPublication } from './record-publication.js';
import { recordMeeting } from './record-meeting.js';
import { layPaper, stateCriterion } from './requirements.js';
import { reopenGate } from './reopen-gate.js';
import { reviseProposal } from './revise-proposal.js';
import { ruleGate } from './rule-gate.js';
import { splitGate } from './split-gate.js';
import { stopDossier } from './stop-dossier.js';
import { submitGate } from './submit-gate.js';
import { withdrawGate } from './withdraw-gate.js';

export const commands = {
  'start-phase': startPhase,
  'complete-phase': completePhase,
  'rework-phase': reworkPhase,
  'visit-body': visitBody,
  'plan-phase': planPhase,
  'record-meeting': recordMeeting,
  'record-publication': recordPublication,
  'submit-gate': submitGate,
  'withdraw-gate': withdrawGate,
  'revise-proposal': reviseProposal,
  'record-receipt': recordReceipt,
  'schedule-item': scheduleItem,
  'extend-term': extendTerm,
  'lay-paper': layPaper,
  'state-criterion': stateCriterion,
  'change-electorate': changeElectorate,
  'leave-gate': leaveGate,
  'amend-rule': amendRule,
  'notify-amendment': notifyAmendment,
  'record-decision': recordDecision,
  'confirm-decision': confirmDecision,
  'withdraw-decision': withdrawDecision,
  'release-decision': releaseDecision,
  'adopt-list': adoptList,
  'lift-secrecy': liftSecrecy,
  'answer-point': answerPoint,
  'answer-remark': answerRemark,
  'answer-condition': answerCondition,
  'rule-gate': ruleGate,
  'split-gate': splitGate,
  'reopen-gate': reopenGate,
  'record-fact': recordFact,
  'record-mandate': recordMandate,
  'end-mandate': endMandate,
  'confirm-mandate': confirmMandate,
  'merge-parties': mergeParties,
  'migrate-dossier': migrateDossier,
  'stop-dossier': stopDossier,
} as const;

export type CommandName = keyof typeof commands;
type KindOf<N extends CommandName> = (typeof commands)[N];
export type PlaceOf<N extends CommandName> = Parameters<KindOf<N>['locate']>[1];
export type PayloadOf<N extends CommandName> = Payload<KindOf<N>['says']>;

/** What a request says: a payload of the right shape, or what is wrong with the shape beside what was sent. */
export type Asked<T> = { payload: T } | { errors: FieldError[]; sent: Partial<T> };

/** Who asks for something, in which dossier, on which day. */
export interface Asker {
  dossier: Dossier;
  person: Person;
  today: Day;
}

/** The same, where a command is tried: it may look at other plans. */
export interface Rehearsal extends Asker {
  plans: Plans;
}

/** A command found in its dossier and allowed to this person; what is left is to check and to decide it. */
export interface Admitted {
  acting: Acting;
  /** The other dossiers that it names. */
  names: readonly DossierId[];
  /** @throws Refusal validation, with everything that could not succeed as written */
  validate(context: Context): void;
  /** @throws Refusal */
  decide(context: Context): NewEvent[];
}

/**
 * Finds what the command is about and who may give it.
 * @throws Refusal 404 for what is not there, then 403
 */
export function admit<N extends CommandName>(
  asker: Asker,
  name: N,
  place: PlaceOf<N>,
  asked: Asked<PayloadOf<N>>,
): Admitted {
  const kind = kindOf(name);
  const { dossier } = asker;
  const target = kind.locate(dossier, place, visibilityOf(asker));
  const sent = 'payload' in asked ? asked.payload : asked.sent;
  const acting = allowed(kind.asks(target, sent), asker);
  return {
    acting,
    names: 'payload' in asked ? (kind.names?.(asked.payload) ?? []) : [],
    validate: (context) => {
      const errors = 'payload' in asked ? kind.fields(target, asked.payload, context) : asked.errors;
      if (errors.length > 0) throw invalid(errors);
    },
    decide: (context) => {
      if (!('payload' in asked)) throw new Error('decide is called after validate');
      kind.ready(target);
      const events = kind.decide(target, asked.payload, context);
      mustMove(dossier, events);
      return withConclusions(dossier, events, kind.folds, context);
    },
  };
}

/**
 * Whether this person could give this command now, before saying anything but `said`: null when a button belongs here.
 */
export function refusalOf<N extends CommandName>(
  asker: Asker,
  name: N,
  place: PlaceOf<N>,
  said: Partial<PayloadOf<N>> = {},
): Refusal | null {
  const kind = kindOf(name);
  return refusedBy(() => {
    const target = kind.locate(asker.dossier, place, visibilityOf(asker));
    allowed(kind.asks(target, said), asker);
    kind.ready(target);
  });
}

/** Whether this very command would be refused now; nothing is stored. */
export const rehearse = <N extends CommandName>(
  asker: Rehearsal,
  name: N,
  place: PlaceOf<N>,
  asked: Asked<PayloadOf<N>>,
): Refusal | null =>
  refusedBy(() => {
    const admitted = admit(asker, name, place, asked);
    const context: Context = {
      today: asker.today,
      by: admitted.acting,
      newId: () => 'rehearsed',
      plans: asker.plans,
    };
    admitted.validate(context);
    admitted.decide(context);
  });

/** What this person may know of decisions. */
export const visibilityOf =
  (asker: Asker): Visibility =>
  (decision) =>
    !isClosed(decision, asker.today) || isOf(asker, decision.body);

/** Whether this person has a role of that body, or of the one that took its place. */
export const isOf = ({ dossier, person, today }: Asker, body: BodyId): boolean =>
  belongsTo(personIn(dossier, person), successorOf(dossier, body), today);

/** Whether this person records for that body, or for the one that took its place, as its own secretary or clerk. */
export const recordsFor = ({ dossier, person, today }: Asker, body: BodyId): boolean =>
  speaksFor(personIn(dossier, person), successorOf(dossier, body), today);

/** The command with its own place and payload, which a table of all commands cannot say. */
export const kindOf = <N extends CommandName>(name: N) =>
  commands[name] as unknown as CommandKind<PlaceOf<N>, unknown, KindOf<N>['says'], EventType>;

function refusedBy(attempt: () => void): Refusal | null {
  try {
    attempt();
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

/** What the dossier is to someone who asks for something in it. */
export const targetOf = (dossier: Dossier, body?: string): Target => ({
  region: dossier.plan.region,
  rulingBodies: dossier.plan.rulingBodies,
  concerns: (other) => (body === undefined ? dossier.plan.bodies.has(other) : other === successorOf(dossier, body)),
});

/** In which role this person may do one of these. @throws Refusal */
export function allowed(asks: readonly Ask[], { dossier, person, today }: Asker): Acting {
  const answers = asks.map(({ right, body, recordsFor: other }) => {
    const whose = other && successorOf(dossier, other);
    return roleFor(personIn(dossier, person), right, { ...targetOf(dossier, body), recordsFor: whose }, today);
  });
  return firstAllowed(answers, 'last');
}

/** The preconditions say what the machine allows; should they ever differ, nothing is stored. */
function mustMove({ id, plan, snapshot }: Dossier, events: readonly NewEvent[]): void {
  let here = snapshot;
  for (const event of events) {
    const moving = machineEvent(event);
    const next = moving ? plan.machine.step(here, moving) : here;
    if (!next) throw new Error(`${event.type} was decided for dossier ${id}, and its machine does not allow it`);
    here = next;
  }
}
