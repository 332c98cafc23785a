// What is kept of a phase beside where it is: visits, meetings, and how its plan was moved.
import type { Window } from '../calendar.js';
import type { Kept } from '../facts/fact.js';
import type { completionFacts, meetingRecordFacts, ownPublicationFacts, visitFacts } from '../facts/of-phases.js';
import type { Day, Id } from '../vocabulary.js';
import type { Recorded } from './decided.js';

export interface Visit extends Kept<typeof visitFacts> {
  readonly on: Day;
  readonly skipped: boolean;
}

/** What was recorded of an expected meeting: held or moved on a day, or neither and then cancelled. */
export interface MeetingRecord extends Kept<typeof meetingRecordFacts> {
  readonly id: Id;
  readonly expectedOn: Day;
}

/** A planned window that took the place of another. */
export interface PlanMove {
  readonly on: Day;
  readonly reason: string | null;
  readonly former: Window;
  readonly planned: Window;
}

/** What the end of a phase took along. */
export type Completion = Kept<typeof completionFacts>;

/** Of one publication that was recorded by itself. */
export interface PublicationRecord extends Kept<typeof ownPublicationFacts> {
  readonly on: Day;
  readonly recorded: Recorded;
}

/** That something outside happened. */
export interface OutsideRecord {
  readonly on: Day;
  readonly source: string | null;
  readonly recorded: Recorded;
}

export interface PhaseState {
  readonly startedOn: Day | null;
  readonly passedOn: Day | null;
  /** The day of the newest event that moved this phase; the next is not earlier. */
  readonly movedOn: Day | null;
  readonly round: number;
  /** What its end took along; null while it was not completed, and where it ends at a gate. */
  readonly completion: Completion | null;
  /** What was recorded by itself of where it was published, in order of recording. */
  readonly publications: readonly PublicationRecord[];
  readonly visits: readonly Visit[];
  /** What was recorded of its meetings, in order of recording, superseded records too. */
  readonly meetings: readonly MeetingRecord[];
  /** How its planned window was moved, the newest last. */
  readonly moves: readonly PlanMove[];
}

/** A phase of which nothing was recorded. */
export const freshPhase: PhaseState = {
  startedOn: null,
  passedOn: null,
  movedOn: null,
  round: 1,
  completion: null,
  publications: [],
  visits: [],
  meetings: [],
  moves: [],
};
