// A sheet of decisions as it was read: what its page is made of.
import type { FieldError } from '../../../domain/refusal.js';
import type { Columns } from '../../../domain/sheets/decision-columns.js';
import type { DecisionLine } from '../../../domain/sheets/decision-lines.js';
import type { ColumnsFault } from '../../../domain/sheets/decision-said.js';
import type { Slug } from '../../../domain/vocabulary.js';

/** A line, and what it would do; null where something is wrong with it. */
export interface LineToRecord extends DecisionLine {
  does: 'records' | 'own' | 'stands' | null;
}

/** From what the decisions appear, asked once. */
export interface SourceSaid {
  title: string;
  url: string;
}

/** A sheet as it was read; its rows once more as text, to be sent again. */
export interface DecisionsSaid {
  text: string;
  /** What the file said beside that text, to be kept with it. */
  beside: string;
  wrong: { error: FieldError } | { columns: ColumnsFault } | null;
  columns: Columns;
  lines: LineToRecord[];
  /** So many say that nothing was decided yet. */
  open: number;
  /** At which gate, where no column says it. */
  at: Slug | null;
  source: SourceSaid;
  sourceFaults: FieldError[];
  /** Sheets that were not read. */
  others: string[];
  /** Rows that were, though nobody sees them. */
  hidden: number[];
  /** By which it is known whether it would still do the same. */
  readAt: string;
}
