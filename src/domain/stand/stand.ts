// The stand of a body at a gate on a day: on which side it counts, and why it does not count yet. Word, sign, tally, task,
// flag and rule read this and nothing else.
import { plannedFor } from '../dossier/agenda.js';
import { isClosed } from '../dossier/release.js';
import type { Decision, Round } from '../dossier/state.js';
import { currentRound } from '../dossier/state.js';
import { seatedAs } from '../dossier/successors.js';
import type { Missing } from '../refusal.js';
import type { Position } from '../rule.js';
import { type BodyId, type Day, type DecisionKind, type MissingWhy, type Side, type Slug } from '../vocabulary.js';
import { isAnswered, statusOn } from './conditions.js';
import { courseOf, isLater, isOpen, sideByKinds, sideOfKind, whyOpen, type Course, type GateOnDay } from './course.js';
import { dueOn, isOver } from './term.js';

export type { GateOnDay } from './course.js';

export interface Stand extends Position {
  /** Why it is undecided or silent; null for every other side. */
  why: MissingWhy | null;
  /** Until when that is so, where that is known. */
  until: Day | null;
  /** What stands; null where nothing does, or where it is hidden. */
  decision: Decision | null;
  /** Whether the region recorded it, and the body has said nothing. */
  shadow: boolean;
  /** The side of each answer. */
  answers: Readonly<Record<Slug, Side>>;
  /** What the region recorded, and waits for the word of the body. */
  beside: readonly Decision[];
  /** Whether it decided, and took that back. */
  takenBack: boolean;
  /** Whether it says that what was recorded for it since is not so. */
  disputed: boolean;
  /** What it keeps to itself, for its own eyes. */
  hidden: Decision | null;
}

/** @param asked the reservations that are already being looked at: who waits for himself waits */
export function standOf(at: GateOnDay, body: BodyId, asked: readonly string[] = []): Stand {
  const { round, day } = at;
  const course = courseOf(at, body);
  const { decision } = course;
  const [side, why, until] = judged(at, body, course, asked);
  return {
    body,
    side,
    why,
    until,
    option: decision?.option ?? null,
    lapsed: isOver(round, body, day),
    decision,
    shadow: course.by === 'shadow',
    answers: decision ? answersOf(at, decision, course, asked) : {},
    beside: course.beside,
    takenBack: course.takenBack !== null,
    disputed: course.disputed,
    hidden: course.hidden,
  };
}

/** That of a body which was asked nothing yet. */
export const unput = (body: BodyId): Stand => ({
  body,
  side: 'silent',
  why: 'silent',
  until: null,
  option: null,
  lapsed: false,
  decision: null,
  shadow: false,
  answers: {},
  beside: [],
  takenBack: false,
  disputed: false,
  hidden: null,
});

/** Whether it waits for a condition, which may have a day of its own. */
export const isOfCondition = ({ why }: Missing): boolean => why === 'condition-open' || why === 'condition-rejected';

/** What a body that does not count yet waits for; null where it counts. */
export const missingOf = ({ body, why, until }: Stand): Missing | null => why && { body, why, until };

type Judged = readonly [side: Side, why: MissingWhy | null, until: Day | null];

/** The first line that applies, in the order of the rules. */
function judged(at: GateOnDay, body: BodyId, course: Course, asked: readonly string[]): Judged {
  const { gate, round, day } = at;
  const { by, decision } = course;
  if (by === 'hidden') return ['undecided', 'announced', null];
  const meeting = plannedMeeting(at, body, course);
  const toTreat = (why: MissingWhy, until: Day | null): Judged =>
    meeting === null ? ['undecided', why, until] : ['undecided', 'scheduled', meeting];
  if (decision === null) {
    if (meeting !== null) return ['silent', 'scheduled', meeting];
    return ['silent', course.disputed ? 'disputed' : 'silent', dueOn(round, body, day)];
  }
  if (by === 'shadow' && gate.unconfirmed === 'waits') return ['undecided', 'unconfirmed', null];
  if (decision.form === 'announcement') return toTreat('announced', decision.nextDate);
  if (isOpen(decision)) return toTreat(whyOpen(decision), decision.nextDate);
  if (isStale(round, decision, day)) return toTreat('stale', null);
  const side = sideByKinds(decision);
  if (side !== 'for') return [side, null, null];
  if (isOtherText(at, decision)) return ['undecided', 'other-text', null];
  return heldBack(at, decision, asked) ?? ['for', null, null];
}

/** A condition that is not answered, or a reservation for something that does not come later. */
const heldBack = (at: GateOnDay, decision: Decision, asked: readonly string[]): Judged | null =>
  heldByCondition(at, decision) ?? heldByReservation(at, decision, asked);

function heldByCondition({ dossier, day }: GateOnDay, { conditions }: Decision): Judged | null {
  for (const made of conditions) {
    const condition = dossier.conditions[made];
    if (!condition || isAnswered(condition, day)) continue;
    const isRejected = statusOn(condition, day).status === 'rejected';
    return ['undecided', isRejected ? 'condition-rejected' : 'condition-open', condition.dueOn];
  }
  return null;
}

function heldByReservation(at: GateOnDay, { subjectTo }: Decision, asked: readonly string[]): Judged | null {
  if (subjectTo === null) return null;
  const outcome = reservationOutcome(at, subjectTo, asked);
  // What comes later in the plan is waited for while it counts.
  const comesLater = outcome === 'waiting' && at.dossier.plan.comesAfter(subjectTo.gate, at.id);
  return outcome === 'fulfilled' || comesLater ? null : ['undecided', 'subject-to', null];
}

/**
 * The meeting that treats it, where one was planned after the last that the body did and is not over. What was planned
 * before a deferral is done with.
 */
function plannedMeeting({ round, day }: GateOnDay, body: BodyId, { last }: Course): Day | null {
  const item = plannedFor(round, body, day);
  if (!item || item.meetingOn < day) return null;
  return isLater({ day: item.plannedOn, sequence: item.sequence }, last) ? item.meetingOn : null;
}

/** Taken on a version of the proposal that was replaced by that day, without a mandate for the change. */
export const isStale = ({ proposals }: Round, { body, proposalVersion }: Decision, day: Day): boolean =>
  proposals.some(
    ({ on, version, textualMandate }) => on <= day && version > proposalVersion && !textualMandate.includes(body),
  );

/**
 * Whether the body agreed to another text than was put. An arrangement is there only between those who adopted the same
 * text, and councils consent to one text; elsewhere the chair weighs it.
 */
function isOtherText({ gate }: GateOnDay, { answers, conform, amendments, tabled }: Decision): boolean {
  if (conform === true) return false;
  const kinds = new Set(Object.values(answers));
  if (kinds.has('adopt-amended') || kinds.has('agree-amended')) return true;
  if (gate.enacts !== true && !kinds.has('consent')) return false;
  const isAmended = tabled.some(({ kind, result }) => kind === 'amendment' && result === 'adopted');
  return conform === false || amendments.length > 0 || isAmended;
}

/**
 * The side of each answer by itself: what holds back the act holds back all of them; a condition or a reservation those
 * that were given under it.
 */
function answersOf(at: GateOnDay, decision: Decision, { by }: Course, asked: readonly string[]): Record<Slug, Side> {
  const { gate, round, day } = at;
  const isUnconfirmed = by === 'shadow' && gate.unconfirmed === 'waits';
  const countsNot = isUnconfirmed || decision.form === 'announcement' || isStale(round, decision, day);
  const holding: Partial<Record<DecisionKind, () => Judged | null>> = {
    'agree-with-conditions': () => heldByCondition(at, decision),
    'agree-subject-to': () => heldByReservation(at, decision, asked),
  };
  const sideOn = (kind: DecisionKind): Side => {
    const side = sideOfKind(decision, kind);
    if (countsNot) return 'undecided';
    return side === 'for' && (isOtherText(at, decision) || holding[kind]?.()) ? 'undecided' : side;
  };
  return Object.fromEntries(Object.entries(decision.answers).map(([question, kind]) => [question, sideOn(kind)]));
}

/** What became of the decision that another one waits for. */
export type ReservationOutcome = 'waiting' | 'fulfilled' | 'refused';

export function reservationOutcome(
  { dossier, day }: Pick<GateOnDay, 'dossier' | 'day'>,
  { gate: id, body: named }: { gate: Slug; body: BodyId },
  asked: readonly string[] = [],
): ReservationOutcome {
  const round = currentRound(dossier, id);
  const body = round ? seatedAs(dossier, round, named) : named;
  const name = `${id} ${body}`;
  if (!round || asked.includes(name)) return 'waiting';
  if (!round.electorate.includes(body)) return 'refused'; // it left: who waited for it does not go on without it
  const { side } = standOf({ dossier, id, gate: round.terms.gate, round, day }, body, [...asked, name]);
  if (side === 'for') return 'fulfilled';
  return side === 'against' ? 'refused' : 'waiting';
}

/** Whether what a body waits for was refused: nothing but a new decision of its own lets it count. */
export const waitsInVain = (
  { dossier, day }: Pick<GateOnDay, 'dossier' | 'day'>,
  { why, decision }: Pick<Stand, 'why' | 'decision'>,
): boolean =>
  why === 'condition-rejected' ||
  (why === 'subject-to' &&
    decision?.subjectTo != null &&
    reservationOutcome({ dossier, day }, decision.subjectTo) === 'refused');

/** Whether a body that stands is among those who decided: not what it deferred, announced or keeps to itself. */
export const hasDecided = ({ decision }: Pick<Stand, 'decision'>): boolean =>
  decision !== null && !isOpen(decision) && decision.form !== 'announcement';

/** Whether the body decided, on a text that was replaced since: it is asked again. */
export const isAskedAgain = (round: Round, decision: Decision, day: Day): boolean =>
  !isOpen(decision) && !isClosed(decision, day) && isStale(round, decision, day);
