// Until when a body may decide in time at an open gate: the latest of the day that was promised, the weeks that it has from
// its own receipt, and every extension.
import { latest } from '../calendar.js';
import type { Decision, Extension, Round } from '../dossier/state.js';
import type { BodyId, Day } from '../vocabulary.js';
import type { Gate } from '../workflow/workflow.js';

/** The term of a body as it is on a day: each of its ends is the last day, included. */
export interface BodyTerm {
  /** When the body received the proposal; null where that is not known, or starts nothing. */
  receivedOn: Day | null;
  /** What law or plan gives it from its receipt. */
  given: Day | null;
  /** What was promised to all. */
  promised: Day | null;
  /** The furthest that it was extended to. */
  extendedTo: Day | null;
  /** The latest of these; null when there is none, or when it has not begun. */
  dueOn: Day | null;
}

/**
 * For a zienswijze: within eight weeks of receipt (Wgr art. 1, third paragraph), or longer where that was promised. An
 * extension counts from its day and lengthens what runs: without a receipt nothing is due, whatever was promised.
 */
export function termOf(round: Round, body: BodyId, day: Day): BodyTerm {
  const received = Object.hasOwn(round.receipts, body) ? round.receipts[body] : undefined;
  const receipt = received && received.on <= day ? received : null;
  const promised = round.replyBy;
  const runs = hasOwnTerms(round.terms.gate) ? receipt !== null : promised !== null;
  const extendedTo = runs ? latest(...extensionsOf(round, body, day).map(({ until }) => until)) : null;
  const given = receipt?.dueOn ?? null;
  const dueOn = runs ? latest(promised, given, extendedTo) : null;
  return { receivedOn: receipt?.on ?? null, given, promised, extendedTo, dueOn };
}

/** Whether each body has a term of its own here, from the day on which it received the proposal. */
const hasOwnTerms = ({ weeksFromReceipt }: Gate): boolean => weeksFromReceipt !== undefined;

/** Those that were given to the body by that day, alone or with all. */
const extensionsOf = ({ extensions }: Round, body: BodyId, day: Day): Extension[] =>
  extensions.filter((one) => one.on <= day && (one.body === null || one.body === body));

/** Whether its term does not run, as nobody said when the body received the proposal. */
export const awaitsReceipt = (round: Round, body: BodyId, day: Day): boolean =>
  hasOwnTerms(round.terms.gate) && termOf(round, body, day).receivedOn === null;

export const dueOn = (round: Round, body: BodyId, day: Day): Day | null => termOf(round, body, day).dueOn;

/** Whether the term of the body was over before that day. */
export function isOver(round: Round, body: BodyId, day: Day): boolean {
  const due = dueOn(round, body, day);
  return due !== null && day > due;
}

/** Whether a body decided after its term, as that is known on a day: an extension since then makes it in time. */
export function isLate(round: Round, { body, decidedOn }: Pick<Decision, 'body' | 'decidedOn'>, day: Day): boolean {
  const due = dueOn(round, body, day);
  return due !== null && decidedOn > due;
}

/** The day that holds for all: what was promised, or what all were extended to; null where each has its own. */
export function dueForAll({ terms, replyBy, extensions }: Round, day: Day): Day | null {
  if (replyBy === null && !hasOwnTerms(terms.gate)) return null;
  const toAll = extensions.filter((one) => one.body === null && one.on <= day);
  return latest(replyBy, ...toAll.map(({ until }) => until));
}
