// The meetings of a phase in which they come back: the days on which they are expected, and what became of each.
import { daysEvery, earliest } from '../calendar.js';
import type { Day, Slug } from '../vocabulary.js';
import type { Phase } from '../workflow/workflow.js';
import type { MeetingRecord } from './phase-record.js';
import { phaseState, plannedOf, type Dossier } from './state.js';

/** missed: its day, or the day to which it was moved, has passed and nothing was recorded. */
export type MeetingStatus = 'expected' | 'held' | 'moved' | 'cancelled' | 'missed';

export interface Meeting {
  /** The day that the cadence gives. */
  expectedOn: Day;
  status: MeetingStatus;
  /** The day on which it was held, or to which it was moved. */
  on: Day | null;
  /** The record that stands; null when there is none. */
  last: MeetingRecord | null;
  /** What was recorded before it, corrected records too, oldest first. */
  earlier: readonly MeetingRecord[];
}

/**
 * Every meeting that was expected by this day, the next one, and others that something was recorded of. Nothing is
 * expected before the phase starts and after it has passed, nor after the end of the cadence.
 */
export function meetingsOf(dossier: Dossier, phase: Phase, day: Day): Meeting[] {
  const { meetings } = phaseState(dossier, phase.id);
  const days = new Set(meetings.map(({ expectedOn }) => expectedOn));
  for (const expected of cadence(dossier, phase)) {
    days.add(expected);
    if (expected > day) break;
  }
  return [...days].sort().map((expectedOn) => meetingAt(dossier, phase.id, expectedOn, day));
}

/** The meeting that is meant by a day: expected on it, or moved to it; null when there is none. */
export function meetingOn(dossier: Dossier, phase: Phase, named: Day, today: Day): Meeting | null {
  const known = phaseState(dossier, phase.id).meetings.map(({ expectedOn }) => expectedOn);
  const meetings = [...new Set(known)].map((expectedOn) => meetingAt(dossier, phase.id, expectedOn, today));
  const found =
    meetings.find(({ expectedOn }) => expectedOn === named) ?? meetings.find(({ last }) => last?.movedTo === named);
  if (found) return found;
  for (const expected of cadence(dossier, phase)) {
    if (expected === named) return meetingAt(dossier, phase.id, named, today);
    if (expected > named) break;
  }
  return null;
}

/** The day on which a meeting is due: its own, or the one to which it was moved last. */
export const dueDay = ({ expectedOn, last }: Meeting): Day => last?.movedTo ?? expectedOn;

function* cadence(dossier: Dossier, phase: Phase): Generator<Day> {
  const { recurs } = phase;
  const { startedOn, passedOn } = phaseState(dossier, phase.id);
  if (!recurs || startedOn === null) return;
  const end = earliest(recurs.until ?? plannedOf(dossier, phase).until, passedOn, dossier.endedOn);
  for (const day of daysEvery(recurs.every, startedOn)) {
    if (end !== null && day > end) return;
    yield day;
  }
}

function meetingAt(dossier: Dossier, phase: Slug, expectedOn: Day, day: Day): Meeting {
  const records = phaseState(dossier, phase).meetings.filter((record) => record.expectedOn === expectedOn);
  const last = records.findLast((record) => !(record.id in dossier.corrected)) ?? null;
  const earlier = records.filter((record) => record !== last);
  const due = last?.movedTo ?? expectedOn;
  const on = last?.heldOn ?? last?.movedTo ?? null;
  const isSettled = last?.movedTo === null;
  return { expectedOn, status: !isSettled && due < day ? 'missed' : meetingStatusOf(last), on, last, earlier };
}

/** What a record says of its meeting. */
export function meetingStatusOf(record: MeetingRecord | null): Exclude<MeetingStatus, 'missed'> {
  if (record === null) return 'expected';
  if (record.heldOn !== null) return 'held';
  return record.movedTo === null ? 'cancelled' : 'moved';
}
