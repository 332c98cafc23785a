// Until when a body may decide in time at an open gate: the day to reply by, or so many weeks from its own receipt.
import { daysAfter } from '../calendar.js';
import type { BodyId, Day } from '../vocabulary.js';
import type { Gate } from '../workflow/workflow.js';
import type { Round } from '../dossier/state.js';

const daysInWeek = 7;

/**
 * The last day of the term, included; null when there is none, or when it has not begun.
 * For a zienswijze: within eight weeks of receipt (Wgr art. 1, third paragraph).
 */
export function dueOn({ weeksFromReceipt }: Gate, { replyBy, receipts }: Round, body: BodyId): Day | null {
  if (weeksFromReceipt === undefined) return replyBy;
  const received = Object.hasOwn(receipts, body) ? receipts[body] : undefined;
  return received === undefined ? null : daysAfter(received, weeksFromReceipt * daysInWeek);
}

/** Whether the term of the body was over before that day. */
export function isOver(gate: Gate, round: Round, body: BodyId, day: Day): boolean {
  const due = dueOn(gate, round, body);
  return due !== null && day > due;
}
