// What a sheet of people says: its cells and columns, and what can be wrong with them.
import type { FieldError } from '../refusal.js';
import type { Coded } from '../rule-faults.js';
import type { Day, Role } from '../vocabulary.js';

export const sheetColumns = ['name', 'first', 'infix', 'last', 'email', 'role', 'body', 'from', 'until'] as const;
export type PeopleColumn = (typeof sheetColumns)[number];

/** A cell as it was read. */
export interface SaidCell {
  text: string;
  /** The day that it says. */
  day: Day | null;
  /** What spoiled it on its way. */
  fault: 'formula' | 'formula-error' | 'letters' | 'figures' | 'narrow' | 'merged' | null;
  isMerged: boolean;
}

export interface SaidRow {
  number: number;
  cells: readonly SaidCell[];
}

interface PersonLineFaultFacts {
  missing: { column: PeopleColumn };
  spoiled: { column: PeopleColumn; text: string; by: NonNullable<SaidCell['fault']> };
  'bad-name': { text: string };
  'name-is-address': { text: string };
  'bad-address': { text: string };
  'two-addresses': { text: string };
  'unknown-role': { text: string; nearest: Role | null };
  'two-roles': { text: string };
  'role-not-here': { role: Role; body: string };
  'unknown-body': { text: string; nearest: string | null };
  'which-body': { text: string; titles: readonly string[] };
  'body-missing': { role: Role };
  'role-missing': { body: string };
  'no-body-for-administrator': { body: string };
  'bad-day': { column: PeopleColumn; text: string; isShort: boolean };
  'until-early': { from: Day; until: Day };
  /** The address stands with another name in this row. */
  'two-names': { row: number; name: string };
  'same-as-row': { row: number };
  /** What whoever keeps people finds wrong with it. */
  refused: { error: FieldError };
}

export type PersonLineFault = Coded<PersonLineFaultFacts>;
export type PersonLineFaults = PersonLineFaultFacts;

export type HeadingFault =
  | { code: 'no-headings' }
  | { code: 'column-missing'; column: 'name' | 'email'; nearest: string | null }
  | { code: 'column-twice'; column: PeopleColumn };
