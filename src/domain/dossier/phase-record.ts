// What is kept of a phase beside where it is: visits, meetings, and how its plan was moved.
import type { Window } from '../calendar.js';
import type { Kept } from '../facts/fact.js';
import type { completionFacts, meetingRecordFacts, visitFacts } from '../facts/of-phases.js';
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

/** That something outside happened. */
export interface OutsideRecord {
  readonly on: Day;
  readonly source: string | null;
  readonly recorded: Recorded;
}
