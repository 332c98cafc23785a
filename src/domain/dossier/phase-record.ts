// What is kept of a phase beside where it is: visits, meetings, and how its plan was moved.
import type { Window } from '../calendar.js';
import type { BodyId, Day, Id, Slug } from '../vocabulary.js';

export interface Visit {
  readonly body: BodyId;
  readonly on: Day;
  readonly skipped: boolean;
  readonly reason: string | null;
  readonly findings: Readonly<Record<Slug, string | null>>;
}

/** What was recorded of an expected meeting: held or moved on a day, or neither and then cancelled. */
export interface MeetingRecord {
  readonly id: Id;
  readonly expectedOn: Day;
  readonly heldOn: Day | null;
  readonly movedTo: Day | null;
  readonly reason: string | null;
  /** By goal. */
  readonly values: Readonly<Record<Slug, string | null>>;
}

/** A planned window that took the place of another. */
export interface PlanMove {
  readonly on: Day;
  readonly reason: string | null;
  readonly former: Window;
  readonly planned: Window;
}
