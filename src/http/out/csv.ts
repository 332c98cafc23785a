// A sheet as comma-separated values, as a Dutch spreadsheet opens them: with a mark of UTF-8, semicolons and lines of Windows.
// Whatever begins as a formula gets an apostrophe before it, or a spreadsheet would reckon with what somebody typed (OWASP).
import type { InSteps } from '../../domain/fold/in-steps.js';
import { rowsPerStep, type Sheet, type SheetCell } from './sheet.js';

const mark = '\uFEFF';
const formula = /^\s*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20|%]/;

/** @param standHead the head of the last column, that says of which day each row is */
export function* csvOf({ columns, rows, standOn }: Sheet, standHead: string): InSteps<string> {
  const lines = [[...columns.map(({ head }) => head), standHead]].map(lineOf);
  for (const [i, row] of rows.entries()) {
    lines.push(lineOf([...row, standOn]));
    if (i % rowsPerStep === 0) yield;
  }
  return `${mark}${lines.join('')}`;
}

const lineOf = (cells: readonly SheetCell[]): string => `${cells.map(quoted).join(';')}\r\n`;

function quoted(cell: SheetCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const harmless = formula.test(cell) ? `'${cell}` : cell;
  return `"${harmless.replaceAll('"', '""')}"`;
}
