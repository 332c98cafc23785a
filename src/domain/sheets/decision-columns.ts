// Which column of a sheet of decisions holds what: by its heading, or as somebody said it. A list has a column for the gate; a
// sheet as a region keeps it has a column for each.
import { plainName } from '../roles/sheet-names.js';
import type { SaidCell, SaidRow } from '../roles/sheet-said.js';
import type { Slug } from '../vocabulary.js';
import type { ColumnsFault, DecisionColumn, Meaning } from './decision-said.js';

/** The words of a language for the headings. */
export type ColumnNames = Readonly<Record<DecisionColumn, readonly string[]>>;

/** A gate by everything that it is called. */
export interface NamedGate {
  id: Slug;
  title: string;
  names: readonly string[];
}

export interface Columns {
  /** What stands above each column. */
  heads: string[];
  /** Null of what is not read. */
  meanings: (Meaning | null)[];
  /** The rows below the headings. */
  below: readonly SaidRow[];
  fault: ColumnsFault | null;
}

/** A title and a remark may stand above them. */
const rowsAboveMax = 10;

/** @param said what somebody said of a column, by its place; null that it is not read */
export function columnsIn(
  rows: readonly SaidRow[],
  names: ColumnNames,
  gates: readonly NamedGate[],
  said: ReadonlyMap<number, Meaning | null>,
): Columns {
  const known = knownHeadings(names, gates);
  const found = rows.slice(0, rowsAboveMax).map((row) => {
    const meanings = row.cells.map(({ text }) => known.get(plainName(text)) ?? null);
    return { row, meanings, filled: row.cells.filter(({ text }) => text !== '').length };
  });
  const count = ({ meanings }: (typeof found)[number]): number => meanings.filter(Boolean).length;
  const [first] = found.toSorted((one, other) => count(other) - count(one)); // of those with as many the first
  const head = first && count(first) > 1 ? first : (found.find(({ filled }) => filled > 1) ?? first);
  if (!head) return { heads: [], meanings: [], below: [], fault: 'no-columns' };
  const heads = head.row.cells.map(({ text }) => text);
  const width = Math.max(...rows.map(({ cells }) => cells.length));
  const meanings = Array.from({ length: width }, (_, i) =>
    said.has(i) ? (said.get(i) ?? null) : (head.meanings[i] ?? null),
  );
  return { heads, meanings, below: rows.slice(rows.indexOf(head.row) + 1), fault: faultIn(meanings) };
}

function knownHeadings(names: ColumnNames, gates: readonly NamedGate[]): Map<string, Meaning> {
  const known = new Map<string, Meaning>();
  for (const gate of gates)
    for (const name of gate.names) known.set(plainName(name), { column: 'answer', gate: gate.id });
  for (const [column, called] of Object.entries(names))
    for (const name of called) {
      const own = column as DecisionColumn; // its keys
      known.set(plainName(name), own === 'answer' ? { column: own, gate: null } : { column: own });
    }
  return known;
}

/** Days, numbers and remarks may stand beside each answer: then they are of the one before them. */
function faultIn(meanings: readonly (Meaning | null)[]): ColumnsFault | null {
  const columns = meanings.filter((one) => one !== null);
  const answers = columns.filter((one) => one.column === 'answer');
  if (columns.length === 0) return 'no-columns';
  if (!columns.some(({ column }) => column === 'body')) return 'body-column';
  if (answers.length === 0) return 'answer-column';
  const keys = columns.map((one) => (one.column === 'answer' ? `answer ${one.gate}` : one.column));
  const repeated = keys.filter((key, i) => keys.indexOf(key) !== i);
  const isWide = answers.length > 1;
  return repeated.some((key) => !isWide || ['body', 'gate'].includes(key) || key.startsWith('answer'))
    ? 'column-twice'
    : null;
}

/** An answer that was merged over the columns of several gates: which of them it is of, somebody says. */
export const spanned = (cell: SaidCell, last: SaidCell | undefined): SaidCell =>
  cell.isMerged && cell.text === '' && last && (last.text !== '' || last.fault === 'merged')
    ? { ...cell, text: last.text, fault: 'merged' }
    : cell;
