// A table as people take it along: what its columns are, whatever kind of file it becomes.
import type { Day } from '../../domain/vocabulary.js';

/** A day stays a day and a number a number; everything else is text, whatever it looks like. */
export type SheetKind = 'text' | 'day' | 'number';

export interface SheetColumn {
  head: string;
  kind: SheetKind;
}

/** As its column says; null where there is nothing to say. */
export type SheetCell = string | number | null;

export interface Sheet {
  title: string;
  /** Of when it is, and what else must be known of it: above the table. */
  about: string[];
  /** The day of which it is: in its name, and beside every row where nothing can stand above them. */
  standOn: Day;
  columns: SheetColumn[];
  rows: SheetCell[][];
}

/** After so many rows others can have a turn: less than a millisecond. */
export const rowsPerStep = 20;
