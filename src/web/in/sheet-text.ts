// A sheet as it was sent, and as text that goes along with the form that confirms it: each row in the line of its number, so that it
// keeps it.
import type { FastifyRequest } from 'fastify';
import { dayOfText, type DayWords } from '../../domain/days-in-text.js';
import type { SaidRow } from '../../domain/roles/sheet-said.js';
import { dayIn, unreadable, type CellRead, type SheetRead } from '../../http/in/sheet-read.js';
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
  /** What the file said beside the text that was made of it, as it was kept with that text. */
  beside?: string | undefined;
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

export interface SheetIn {
  sheet: SheetRead;
  /** Its rows once more, to be sent again. */
  text: string;
  /** What that text does not hold. */
  beside: string;
}

/** @throws Refusal where it cannot be read, or is too long for the form that confirms it */
export async function sheetIn({ pasted, file, isCut, beside }: SentSheet): Promise<SheetIn> {
  if (!file && (isCut || pasted.length > textMax)) throw tooLong();
  if (!file) return { sheet: withBeside(await readPasted(pasted), beside), text: pasted, beside: beside ?? '' };
  const sheet = await readSheet(file);
  const text = textOfSheet(sheet);
  if (text.length > textMax) throw tooLong();
  return { sheet, text, beside: JSON.stringify(besideOf(sheet)) };
}

const tooLong = () => unreadable({ code: 'sheet-long', max: textMax });

/** With the days that its texts are, in the words of a language. */
export const saidRows = ({ rows }: SheetRead, words: DayWords): SaidRow[] =>
  rows.map(({ number, cells }) => ({
    number,
    cells: cells.map((cell) => ({
      text: cell.text,
      day: dayIn(cell) ?? dayOfText(cell.text, words),
      fault: cell.fault,
      isMerged: cell.isMerged,
    })),
  }));

/** The numbers that rows hold are those of their lines, while no more lines are empty before one. */
const emptyMax = 100;

function textOfSheet({ rows }: SheetRead): string {
  const lines: string[] = [];
  let last = 0;
  for (const { number, cells } of rows) {
    for (let empty = Math.min(number - last - 1, emptyMax); empty > 0; empty--) lines.push('');
    lines.push(cells.map(asPasted).join('\t'));
    last = number;
  }
  return lines.join('\n');
}

/** As a spreadsheet copies it: in quotes where it has more lines, or begins with one. No text of a cell holds a tab. */
function asPasted({ text, fault }: CellRead): string {
  if (fault === 'formula' && text === '') return '=?';
  return /^"|\n/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** What a file says beside its cells: its other sheets, and the numbers, the hiding and the merged cells of its rows. */
interface Beside {
  others: string[];
  rows: [number: number, isHidden: boolean, merged: number[]][];
}

const besideOf = ({ rows, others }: SheetRead): Beside => ({
  others,
  rows: rows.map(({ number, isHidden = false, cells }) => [
    number,
    isHidden,
    cells.flatMap(({ isMerged }, i) => (isMerged ? [i] : [])),
  ]),
});

/** Null where nothing was kept, or what nobody of ours wrote. */
function besideIn(kept = ''): Beside | null {
  try {
    const said = JSON.parse(kept) as Partial<Beside>; // judged here
    const areNames = said.others?.every((one) => typeof one === 'string') === true;
    const areRows = said.rows?.every(
      ([n, isHidden, merged]) => n >= 1 && typeof isHidden === 'boolean' && merged.length >= 0,
    );
    return areNames && areRows === true ? (said as Beside) : null; // which it is
  } catch {
    return null;
  }
}

/** Says it again of the sheet that is read from that text; of another text nothing. */
function withBeside(sheet: SheetRead, kept: string | undefined): SheetRead {
  const beside = besideIn(kept);
  if (beside?.rows.length !== sheet.rows.length) return sheet;
  const rows = sheet.rows.map(({ cells, ...row }, n) => {
    const [number, isHidden, merged] = beside.rows[n] ?? [row.number, false, []];
    return { number, isHidden, cells: cells.map((cell, i) => ({ ...cell, isMerged: merged.includes(i) })) };
  });
  return { rows, others: beside.others };
}

/** The numbers of the rows that its spreadsheet does not show. */
export const hiddenIn = ({ rows }: SheetRead): number[] =>
  rows.flatMap(({ number, isHidden }) => (isHidden === true ? [number] : []));
