// What a sheet of decisions says: its columns, and what can be wrong with each of its lines.
import type { FieldError } from '../refusal.js';
import type { Coded } from '../rule-faults.js';
import type { SaidCell } from '../roles/sheet-said.js';
import type { Day, DecisionKind, Slug } from '../vocabulary.js';

export const decisionColumns = ['body', 'gate', 'answer', 'on', 'reference', 'reason', 'link'] as const;
export type DecisionColumn = (typeof decisionColumns)[number];

/** What a column holds; of a sheet with a column for each gate, the answers at that gate. */
export type Meaning = { column: Exclude<DecisionColumn, 'answer'> } | { column: 'answer'; gate: Slug | null };

interface DecisionLineFaultFacts {
  missing: { column: 'body' | 'gate' | 'answer' | 'on' };
  spoiled: { column: DecisionColumn; text: string; by: NonNullable<SaidCell['fault']> };
  'unknown-body': { text: string; nearest: string | null };
  'which-body': { text: string; titles: readonly string[] };
  'not-asked': { body: string; gate: string };
  'unknown-gate': { text: string; nearest: string | null };
  'which-gate': { text: string; titles: readonly string[] };
  'not-put': { gate: string };
  'unknown-answer': { text: string; nearest: DecisionKind | null };
  'two-answers': { text: string };
  'needs-more': { kind: DecisionKind };
  'remark-needed': { kind: DecisionKind };
  'bad-day': { text: string; isShort: boolean };
  'two-days': { text: string };
  /** The same body answers the same in this row, or otherwise. */
  'same-as-row': { row: number };
  'two-lines': { row: number; kind: DecisionKind };
  /** What is recorded is another answer, or of another day. */
  'stands-otherwise': { kind: DecisionKind; on: Day };
  /** What whoever records decisions finds wrong with it: with a field, or with the whole, in a sentence. */
  refused: { error: FieldError };
  'refused-whole': { sentence: string };
}

export type DecisionLineFault = Coded<DecisionLineFaultFacts>;
export type DecisionLineFaults = DecisionLineFaultFacts;

/** Why its columns do not make decisions. */
export type ColumnsFault = 'no-columns' | 'body-column' | 'answer-column' | 'column-twice';
