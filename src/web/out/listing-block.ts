// A list as a table of a document: days in words, and without the columns in which nothing is said.
import type { InSteps } from '../../domain/fold/in-steps.js';
import type { SheetCell, SheetColumn } from '../../http/out/sheet.js';
import type { PaperBlock } from '../../http/out/paper-document.js';
import type { Wording } from '../../wording/wording.js';
import type { Listing } from './sheets.js';

/** So wide is the narrowest column beside the widest. */
const narrowest = 8;
const widest = 40;

/** So many rows in one step. */
const rowsPerStep = 100;

export function* tableOf({ columns, rows }: Listing, wording: Wording): InSteps<PaperBlock> {
  const kept = columns.flatMap((column, i) => (i === 0 || rows.some((row) => isSaid(row[i])) ? [{ column, i }] : []));
  const told: string[][] = [];
  for (const [n, row] of rows.entries()) {
    told.push(kept.map(({ column, i }) => cellWords(row[i] ?? null, column, wording)));
    if (n % rowsPerStep === 0) yield;
  }
  return {
    kind: 'table',
    heads: kept.map(({ column }) => column.head),
    widths: kept.map(({ column }, i) => {
      const longest = told.reduce((most, row) => Math.max(most, row[i]?.length ?? 0), column.head.length);
      return Math.min(widest, Math.max(narrowest, longest));
    }),
    rows: told,
  };
}

const isSaid = (cell: SheetCell | undefined): boolean => cell !== null && cell !== undefined && cell !== '';

const cellWords = (cell: SheetCell, { kind }: SheetColumn, { shortDay, count }: Wording): string =>
  cell === null ? '' : typeof cell === 'number' ? count(cell) : kind === 'day' ? shortDay(cell) : cell;
