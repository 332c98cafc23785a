// A sheet as it was sent, and as text that goes along with the form that confirms it: each row in the line of its number, so that it
// keeps it.
import type { FastifyRequest } from 'fastify';
import type { SaidRow } from '../../domain/roles/sheet-said.js';
import { dayIn, unreadable, type SheetRead } from '../../http/in/sheet-read.js';
import { readPasted, readSheet } from '../../http/in/sheets-read.js';
import { SheetSent } from '../../http/uploads.js';
import type { Values } from '../forms/form.js';

/** So many characters fit in one form, with what else it holds. */
const textMax = 60_000;

/** A sheet as it was sent: the file where there is one, else what was pasted. */
export interface SentSheet {
  pasted: string;
  file: Buffer | null;
  /** Whether what was pasted did not fit, so that its beginning alone is there. */
  isCut: boolean;
}

/** With a file or without. */
export function sheetSentIn({ body }: FastifyRequest): SentSheet & { values: Values } {
  if (body instanceof SheetSent) {
    const values = Object.fromEntries(body.pairs);
    return { values, pasted: values.sheet ?? '', file: body.file, isCut: body.isCut };
  }
  const values = body instanceof URLSearchParams ? Object.fromEntries(body) : {};
  return { values, pasted: values.sheet ?? '', file: null, isCut: false };
}

/** @throws Refusal where it cannot be read, or is too long for the form that confirms it */
export async function sheetIn({ pasted, file, isCut }: SentSheet): Promise<{ sheet: SheetRead; text: string }> {
  if (!file && (isCut || pasted.length > textMax)) throw tooLong();
  const sheet = file ? await readSheet(file) : await readPasted(pasted);
  const text = file ? textOfSheet(sheet) : pasted;
  if (text.length > textMax) throw tooLong();
  return { sheet, text };
}

const tooLong = () => unreadable({ code: 'sheet-long', max: textMax });

export const saidRow = ({ number, cells }: SheetRead['rows'][number]): SaidRow => ({
  number,
  cells: cells.map((cell) => ({ text: cell.text, day: dayIn(cell), fault: cell.fault, isMerged: cell.isMerged })),
});

/** So many empty lines at most between two rows. */
const emptyMax = 100;

function textOfSheet({ rows }: SheetRead): string {
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
