// How one body stands in one round on a day: which side its decision counts for, and why it does not count yet.
import type { Missing } from '../refusal.js';
import type { Position } from '../rule.js';
import {
  kindOfDecision,
  type BodyId,
  type Day,
  type DecisionKind,
  type MissingWhy,
  type Side,
  type Slug,
} from '../vocabulary.js';
import type { Gate } from '../workflow/workflow.js';
import { countingDecision, currentRound, type Condition, type Decision, type Dossier, type Round } from './state.js';
import { isClosed } from './release.js';
import { versionOf } from './decision-order.js';
import { dueOn, isOver } from './term.js';

/** A gate as it was put, looked at on a day. */
export interface GateOnDay {
  dossier: Dossier;
  id: Slug;
  gate: Gate;
  round: Round;
  day: Day;
}

export interface BodyPosition extends Position {
  decision: Decision | null;
  missing: Missing | null;
}

/** Whether the body has still to decide: it never did, deferred, only took note, took it back, or disputes what was recorded for it. */
export const hasStillToDecide = (decision: Decision | null | undefined): boolean =>
  !decision ||
  Boolean(decision.withdrawn) ||
  decision.kind === 'deferred' ||
  decision.kind === 'noted' ||
  decision.confirmation === 'disputed';

export function positionOf(at: GateOnDay, body: BodyId, asked: readonly string[] = []): BodyPosition {
  const { dossier, gate, round, day } = at;
  const decision = countingDecision(dossier, round, body) ?? null;
  const lapsed = isOver(gate, round, body, day);
  const option = decision?.option ?? null;
  if (!decision || decision.withdrawn)
    return { body, side: 'silent', option, lapsed, decision, missing: waiting(at, body, null) };
  const reason = whyUndecided(at, decision, asked);
  const side = reason ? 'undecided' : sideOf(decision);
  return { body, side, option, lapsed, decision, missing: reason && waiting(at, body, decision, reason) };
}

type Reason = [MissingWhy, Day | null];

/** Reasons that the body itself takes away in a next meeting. */
const toBeTreated = new Set<MissingWhy>(['silent', 'deferred', 'noted', 'announced', 'stale', 'disputed']);

/** What a body that has not decided is waiting for: its own meeting when that is planned. */
function waiting({ gate, round, day }: GateOnDay, body: BodyId, decision: Decision | null, reason?: Reason): Missing {
  const [why, until] = reason ?? ['silent', gate.weeksFromReceipt === undefined ? null : dueOn(gate, round, body)];
  const item = Object.hasOwn(round.agendas, body) ? round.agendas[body] : undefined;
  // Of a closed decision nothing shows, not even that it was a deferral which comes back.
  const mayBeScheduled = toBeTreated.has(why) && !(decision && isClosed(decision, day));
  if (item && item.meetingOn >= day && mayBeScheduled) return { body, why: 'scheduled', until: item.meetingOn };
  return { body, why, until };
}

function whyUndecided(at: GateOnDay, decision: Decision, asked: readonly string[]): Reason | null {
  const { dossier, gate, round, day } = at;
  if (isClosed(decision, day)) return ['announced', decision.release.from];
  if (decision.confirmation === 'disputed') return ['disputed', null];
  if (decision.form === 'announcement') return ['announced', decision.nextDate];
  if (decision.confirmation === 'unconfirmed' && gate.unconfirmed === 'waits') return ['unconfirmed', null];
  const side = sideOf(decision);
  if (side === 'undecided') return [answered(decision, 'deferred') ? 'deferred' : 'noted', decision.nextDate];
  if (isStale(round, decision)) return ['stale', null];
  if (side === 'against') return null;
  if (answered(decision, 'adopt-amended') && decision.conform !== true) return ['stale', null];
  const blocking = decision.conditions.map((id) => dossier.conditions[id]).find((c) => c && !isAnswered(c));
  if (blocking) return [blocking.status === 'rejected' ? 'condition-rejected' : 'condition-open', blocking.dueOn];
  return isHeldBack(at, decision, asked) ? ['subject-to', null] : null;
}

/** Taken on a version of the proposal that was replaced, without a mandate for the change. */
export function isStale(round: Round, decision: Decision): boolean {
  const takenOn = versionOf(round, decision);
  return round.proposals.some(
    ({ version, textualMandate }) => version > takenOn && !textualMandate.includes(decision.body),
  );
}

/** Whether the body decided, on a text that was replaced since: it is asked again. */
export const isAskedAgain = (round: Round, decision: Decision): boolean =>
  !hasStillToDecide(decision) && isStale(round, decision);

/** Against when one answer is against, else undecided when one is undecided, else for. */
export function sideOf(decision: Decision): Side {
  const all = Object.values(decision.answers).map((kind) => kindOfDecision(kind).side);
  if (all.includes('against')) return 'against';
  return all.includes('undecided') ? 'undecided' : 'for';
}

const answered = (decision: Decision, kind: DecisionKind): boolean => Object.values(decision.answers).includes(kind);

/** Elaboration: the chair adopted or carried it. Suspensive: the body itself said that it is met, or waived it. */
function isAnswered({ effect, status }: Condition): boolean {
  if (status === 'met' || status === 'waived') return true;
  return effect === 'elaboration' && (status === 'adopted' || status === 'carried');
}

/** A reservation lets a yes count meanwhile when the decision it waits for comes later in the plan. */
function isHeldBack(at: GateOnDay, { subjectTo }: Decision, asked: readonly string[]): boolean {
  if (!subjectTo) return false;
  const outcome = reservationOutcome(at, subjectTo, asked);
  if (outcome === 'fulfilled') return false;
  return outcome === 'refused' || !at.dossier.plan.comesAfter(subjectTo.gate, at.id);
}

/** What became of the decision that another one waits for. */
export type ReservationOutcome = 'waiting' | 'fulfilled' | 'refused';

/** @param asked the decisions that are already being looked at: who waits for itself waits */
export function reservationOutcome(
  { dossier, day }: Pick<GateOnDay, 'dossier' | 'day'>,
  { gate: id, body }: { gate: Slug; body: BodyId },
  asked: readonly string[] = [],
): ReservationOutcome {
  const name = `${id} ${body}`;
  const round = currentRound(dossier, id);
  if (!round || asked.includes(name)) return 'waiting';
  if (!round.electorate.includes(body)) return 'refused'; // it left: who waited for it does not go on without it
  const { side } = positionOf({ dossier, id, gate: round.terms.gate, round, day }, body, [...asked, name]);
  if (side === 'for') return 'fulfilled';
  return side === 'against' ? 'refused' : 'waiting';
}
