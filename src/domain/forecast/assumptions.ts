// What a forecast takes to be so, beside what the record and the calendars say: asked for one look, and recorded nowhere.
import type { BodyId, Day, Slug } from '../vocabulary.js';

export interface Assumptions {
  /** Bodies that decide some of their meetings later than they could: at one gate, or at all where it is null. */
  later: { body: BodyId; gate: Slug | null; meetings: number }[];
  /** Gates that get a no-go first, and are put again. */
  refused: Slug[];
  /** Gates that are put on this day at the earliest. */
  putOn: Record<Slug, Day>;
  /** Which way choices go on which branches hang. */
  chosen: Record<Slug, Slug>;
  /** Whether no phase begins before its planned window. */
  keepsWindows: boolean;
  /** The day to hold it against; null for the goal of the plan. */
  goal: Day | null;
}

export const asPlanned: Assumptions = {
  later: [],
  refused: [],
  putOn: {},
  chosen: {},
  keepsWindows: true,
  goal: null,
};
