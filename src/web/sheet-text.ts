// A sheet that was read, as text that goes along with a form: each row in the line of its number, so that it keeps it.
import type { SaidRow } from '../domain/roles/sheet-said.js';
import { dayIn, type SheetRead } from '../http/in/sheet-read.js';

export const saidRow = ({ number, cells }: SheetRead['rows'][number]): SaidRow => ({
  number,
  cells: cells.map((cell) => ({ text: cell.text, day: dayIn(cell), fault: cell.fault, isMerged: cell.isMerged })),
});

/** So many empty lines at most between two rows. */
const emptyMax = 100;

export function textOfSheet({ rows }: SheetRead): string {
  const lines: string[] = [];
  for (const { number, cells } of rows) {
    while (lines.length < Math.min(number - 1, lines.length + emptyMax)) lines.push('');
    lines.push(
      cells
        .map(({ text, fault }) => (fault === 'formula' && text === '' ? '=?' : text.replaceAll(/\s+/g, ' ')))
        .join('\t'),
    );
  }
  return lines.join('\n');
}
