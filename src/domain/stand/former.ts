// How bodies stood by the reading of the first release, in which what was recorded last counted. It tells once what an
// upgrade reads otherwise; nothing is counted, shown or refused by it. Delete it, with all that imports it, one release
// after the one that brought it: who upgrades later passes through that one.
import { daysAfter } from '../calendar.js';
import { actsOf } from '../dossier/acts.js';
import type { DossierEvent } from '../dossier/events.js';
import { isClosed } from '../dossier/release.js';
import { currentRound, type Decision, type Dossier, type Round } from '../dossier/state.js';
import {
  kindOfDecision,
  type BodyId,
  type ConditionAnswer,
  type ConditionEffect,
  type Day,
  type DecisionKind,
  type Id,
  type MissingWhy,
  type Side,
  type Slug,
} from '../vocabulary.js';
import { unput, type ReservationOutcome, type Stand } from './stand.js';

/** A record as the first release read it on a day. */
export interface FormerReading {
  readonly dossier: Dossier;
  readonly day: Day;
  /** The version that a decision named itself: a correction which named none was of its own day. */
  readonly versions: ReadonlyMap<Id, number>;
  /** What was answered last to each condition; one that was said again in a correction was open again. */
  readonly answers: ReadonlyMap<Id, ConditionAnswer>;
}

/** @param events of the whole record, as it was before the upgrade */
export function formerReading(dossier: Dossier, events: readonly DossierEvent[], day: Day): FormerReading {
  const versions = new Map<Id, number>();
  const answers = new Map<Id, ConditionAnswer>();
  for (const { type, facts } of events) {
    if ('answers' in facts && facts.proposalVersion !== undefined) versions.set(facts.decision, facts.proposalVersion);
    if (type === 'ConditionAnswered') answers.set(facts.condition, facts.answer);
  }
  return { dossier, day, versions, answers };
}

/** How everyone stood at a gate in the round that it is in; none while it is not put. */
export function formerStands(reading: FormerReading, gate: Slug): Stand[] {
  const round = currentRound(reading.dossier, gate);
  return round?.electorate.map((body) => stoodAt({ ...reading, gate, round }, body, [])) ?? [];
}

interface At extends FormerReading {
  gate: Slug;
  round: Round;
}

function stoodAt(at: At, body: BodyId, asked: readonly string[]): Stand {
  const due = formerDue(at.round, body);
  return { ...decided(at, body, asked), lapsed: due !== null && at.day > due };
}

function decided(at: At, body: BodyId, asked: readonly string[]): Stand {
  const decision = counting(at, body);
  const takenBack = decision !== null && isTakenBack(at, decision);
  if (decision === null || takenBack)
    return { ...unput(body), takenBack, ...waiting(at, body, ['silent', null], null) };
  const reason = whyUndecided(at, decision, asked);
  const { why, until } = reason ? waiting(at, body, reason, decision) : { why: null, until: null };
  return {
    ...unput(body),
    side: reason ? 'undecided' : sideOf(decision),
    why,
    until,
    option: decision.option,
    // What was closed or disputed showed nothing of itself.
    decision: isClosed(decision, at.day) || decision.confirmation === 'disputed' ? null : decision,
    shadow: decision.confirmation === 'unconfirmed',
    disputed: decision.confirmation === 'disputed',
  };
}

/** The newest that was recorded since the body came in, but for what was corrected. */
function counting({ dossier, gate, round }: At, body: BodyId): Decision | null {
  const all = actsOf(dossier, gate, body).flatMap(({ readings }) => readings);
  const own = all
    .filter((one) => one.round === round.number)
    .sort((one, other) => one.recorded.sequence - other.recorded.sequence);
  const corrected = new Set(own.map(({ corrects }) => corrects));
  const joined = round.electorateChanges.findLast(
    ({ joins, merges }) => joins.includes(body) || merges.some(({ into }) => into === body),
  );
  const isBefore = ({ decidedOn, recorded }: Decision): boolean =>
    joined !== undefined && (decidedOn < joined.on || recorded.sequence < joined.sequence);
  return own.findLast((one) => !corrected.has(one.id) && !isBefore(one)) ?? null;
}

/** A correction of what was taken back was taken back too. */
const isTakenBack = ({ dossier, gate }: At, { act }: Decision): boolean =>
  (dossier.takenBack[gate] ?? []).some((taken) => taken.act === act);

type Reason = [why: MissingWhy, until: Day | null];

const toBeTreated = new Set<MissingWhy>(['silent', 'deferred', 'noted', 'announced', 'stale', 'disputed']);

/** An item on the agenda went before every reason that a meeting takes away. */
function waiting(
  { round, day }: At,
  body: BodyId,
  [why, until]: Reason,
  decision: Decision | null,
): Pick<Stand, 'why' | 'until'> {
  const item = Object.hasOwn(round.agendas, body) ? round.agendas[body]?.at(-1) : undefined;
  const mayBeScheduled = toBeTreated.has(why) && !(decision && isClosed(decision, day));
  if (item && !item.withdrawn && item.meetingOn >= day && mayBeScheduled)
    return { why: 'scheduled', until: item.meetingOn };
  return { why, until: why === 'silent' ? formerDue(round, body) : until };
}

/** Weeks from the receipt, to the day; where those were given, what was promised counted for nothing. */
function formerDue({ terms: { gate }, replyBy, receipts }: Round, body: BodyId): Day | null {
  if (gate.weeksFromReceipt === undefined) return replyBy;
  const receipt = Object.hasOwn(receipts, body) ? receipts[body] : undefined;
  return receipt ? daysAfter(receipt.on, gate.weeksFromReceipt * 7) : null;
}

function whyUndecided(at: At, decision: Decision, asked: readonly string[]): Reason | null {
  const { round, day } = at;
  if (isClosed(decision, day)) return ['announced', null];
  if (decision.confirmation === 'disputed') return ['disputed', null];
  if (decision.form === 'announcement') return ['announced', decision.nextDate];
  if (decision.confirmation === 'unconfirmed' && round.terms.gate.unconfirmed === 'waits') return ['unconfirmed', null];
  const side = sideOf(decision);
  if (side === 'undecided') return [answered(decision, 'deferred') ? 'deferred' : 'noted', decision.nextDate];
  const version = versionOf(at, decision);
  const isReplaced = round.proposals.some(
    (put) => put.version > version && !put.textualMandate.includes(decision.body),
  );
  if (isReplaced) return ['stale', null];
  return side === 'against' ? null : whyNotFor(at, decision, asked);
}

function whyNotFor(at: At, decision: Decision, asked: readonly string[]): Reason | null {
  if (answered(decision, 'adopt-amended') && decision.conform !== true) return ['stale', null];
  for (const id of decision.conditions) {
    const condition = at.dossier.conditions[id];
    const answer = at.answers.get(id);
    if (condition && !isAnswered(condition.effect, answer))
      return [answer === 'rejected' ? 'condition-rejected' : 'condition-open', condition.dueOn];
  }
  return isHeldBack(at, decision, asked) ? ['subject-to', null] : null;
}

const answered = ({ answers }: Decision, kind: DecisionKind): boolean => Object.values(answers).includes(kind);

/** As it said, or the newest of its day; on the day itself by the order of recording. */
const versionOf = ({ round: { proposals }, versions }: At, { id, decidedOn, recorded }: Decision): number =>
  versions.get(id) ??
  proposals
    .toSorted((one, other) => one.sequence - other.sequence)
    .findLast(({ on, sequence }) => on < decidedOn || (on === decidedOn && sequence < recorded.sequence))?.version ??
  1;

function sideOf({ answers }: Decision): Side {
  const sides = Object.values(answers).map((kind) => kindOfDecision(kind).side);
  if (sides.includes('against')) return 'against';
  return sides.includes('undecided') ? 'undecided' : 'for';
}

const isAnswered = (effect: ConditionEffect, answer: ConditionAnswer | undefined): boolean =>
  answer === 'met' ||
  answer === 'waived' ||
  (effect === 'elaboration' && (answer === 'adopted' || answer === 'carried'));

function isHeldBack(at: At, { subjectTo }: Decision, asked: readonly string[]): boolean {
  if (!subjectTo) return false;
  const outcome = reservationOutcome(at, subjectTo, asked);
  return outcome === 'refused' || (outcome === 'waiting' && !at.dossier.plan.comesAfter(subjectTo.gate, at.gate));
}

function reservationOutcome(
  { dossier, day, versions, answers }: At,
  { gate, body }: { gate: Slug; body: BodyId },
  asked: readonly string[],
): ReservationOutcome {
  const name = `${gate} ${body}`;
  const round = currentRound(dossier, gate);
  if (!round || asked.includes(name)) return 'waiting';
  if (!round.electorate.includes(body)) return 'refused';
  const { side } = stoodAt({ dossier, day, versions, answers, gate, round }, body, [...asked, name]);
  if (side === 'for') return 'fulfilled';
  return side === 'against' ? 'refused' : 'waiting';
}
