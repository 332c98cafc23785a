// A worked example of what the stand of a body is: facts in order of recording, and what holds. In 2024; the gate is put on
// 25 March with one question, or with p and q where they are named.
import type { MissingWhy, Side } from '../../src/domain/vocabulary.js';

/** A day as `16/4`, or `2023-04-16`. */
type Day = string;

export type Fact =
  | { decide: object; on: Day; by?: 'region'; closed?: true; recorded?: Day }
  | { correct: object; of?: number; by?: 'region' }
  | { withdraw: number; on: Day }
  | { confirm: boolean; of: number; on: Day }
  | { answer: string; on: Day }
  | { release: number; on: Day }
  | { propose: true; on: Day; mandate?: true }
  | { putAgain: Day }
  | { other: string; on: Day }
  | { joins: Day }
  | { received: Day }
  | { extended: Day; until: Day }
  | { rule: Day };

export interface Asked {
  /** The day that is asked about; today where it is left out. */
  asOf?: Day;
  /** Known when so many of the facts were. */
  after?: number;
  side: Side;
  why?: MissingWhy;
  word?: string;
  flags?: string[];
  /** Until when its term runs. */
  due?: Day;
}

export interface Example {
  no: number;
  says: string;
  /** At which gate: `plain`, `counts` where unconfirmed counts, `enacts`, with the questions p and q, or eight weeks. */
  at?: 'counts' | 'enacts' | 'two' | 'weeks';
  /** The day that was promised when it was put. */
  promised?: Day;
  facts: Fact[];
  asked: Asked[];
}

export const agree = { decision: 'agree' };
export const condition = (effect: string) => ({
  decision: 'agree-with-conditions',
  conditions: [{ text: 'Met een plafond.', effect }],
});
