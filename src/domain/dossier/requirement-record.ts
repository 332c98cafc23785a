// What was said of the papers and criteria that a gate asks, as the record keeps it.
import type { Kept } from '../facts/fact.js';
import type { criterionFacts, paperFacts } from '../facts/of-gates.js';
import type { Day } from '../vocabulary.js';
import type { Recorded } from './decided.js';

/** What was said of something that a gate asks, in which of its rounds. */
interface ToRequirement {
  readonly on: Day;
  readonly round: number;
  readonly recorded: Recorded;
  /** Its place in the record. */
  readonly sequence: number;
}

export interface LaidPaper extends Kept<typeof paperFacts>, ToRequirement {}
export interface Statement extends Kept<typeof criterionFacts>, ToRequirement {}
