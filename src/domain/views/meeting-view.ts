// Meetings that come back, as they are shown: in a plan, and in a dossier with what became of each.
import { meetingStatusOf, type Meeting, type MeetingStatus } from '../dossier/meetings.js';
import type { Day, Slug } from '../vocabulary.js';
import type { Phase } from '../workflow/workflow.js';
import { erased } from '../facts/shown.js';

export interface GoalView {
  id: Slug;
  title: string;
  unit: string | null;
}

export interface MeetingView {
  /** The day that the cadence gives. */
  expectedOn: Day;
  status: MeetingStatus;
  /** The day on which it was held, or to which it was moved. */
  on: Day | null;
  reason: string | null;
  /** By goal; only what was said. */
  values: Record<Slug, string>;
  /** What was recorded of it before, oldest first: moved, or corrected since. */
  earlier: { status: MeetingStatus; on: Day | null; reason: string | null }[];
}

/** Meetings that come back; of months and weeks one is null. */
export interface RecurrenceView {
  months: number | null;
  weeks: number | null;
  until: Day | null;
  goals: GoalView[];
}

export function recurrenceView(phase: Phase): RecurrenceView | null {
  if (!phase.recurs) return null;
  const { every, until = null } = phase.recurs;
  return { months: null, weeks: null, ...every, until, goals: goalsView(phase) };
}

export const goalsView = ({ recurs }: Phase): GoalView[] =>
  (recurs?.goals ?? []).map(({ id, title, unit = null }) => ({ id, title, unit }));

export const meetingView = ({ expectedOn, status, on, last, earlier }: Meeting): MeetingView => ({
  expectedOn,
  status,
  on,
  reason: last?.reason ?? null,
  values: Object.fromEntries(Object.entries(last?.values ?? {}).map(([goal, value]) => [goal, value ?? erased])),
  earlier: earlier.map((record) => ({
    status: meetingStatusOf(record),
    on: record.heldOn ?? record.movedTo,
    reason: record.reason,
  })),
});
