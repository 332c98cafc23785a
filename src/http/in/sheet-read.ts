// A sheet as it came in: rows of cells with the numbers that a spreadsheet shows, whatever kind of file it was. What its columns
// mean is for who asked for it.
import { isDay } from '../../domain/calendar.js';
import { invalid, type Refusal } from '../../domain/refusal.js';
import type { Reason } from '../../domain/reasons.js';
import type { Day } from '../../domain/vocabulary.js';

/** What cannot be read as it stands in a cell, though the sheet can. */
export type CellFault = 'formula' | 'formula-error' | 'letters' | 'figures' | 'narrow';

export interface CellRead {
  /** Without spaces around it; a day as 2024-05-16. */
  text: string;
  /** Where the sheet says that it is one. */
  day: Day | null;
  number: number | null;
  /** Whether it stands in another cell, of which this is a part. */
  isMerged: boolean;
  fault: CellFault | null;
}

export interface RowRead {
  /** As a spreadsheet counts: the first is 1. */
  number: number;
  cells: readonly CellRead[];
  /** Whether its spreadsheet does not show it: somebody hid it, or a filter did. */
  isHidden?: boolean;
}

export interface SheetRead {
  /** Without those that are empty. */
  rows: RowRead[];
  /** The names of the sheets that stand beside it and were not read. */
  others: string[];
}

/** More rows than this are no list of people or decisions, and a larger file is no sheet of them. */
export const sheetLimits = { bytes: 2 * 1024 * 1024, rows: 2000, columns: 100, cell: 10_000 } as const;

export const emptyCell: CellRead = { text: '', day: null, number: null, isMerged: false, fault: null };

/** A sheet that cannot be read at all. */
export const unreadable = (because: Reason): Refusal =>
  invalid([{ pointer: '/sheet', code: 'not-allowed-here', because }]);

/** Text that another program took for other letters than they were, or whose letters are lost. */
const wrongLetters = /\uFFFD|[\u0080-\u009F]|\u00C3[\u0080-\u00BF\u0152-\u0192\u2013-\u203A\u20AC\u2122]/;

/** What comes along out of a mail or a web page, and nobody sees: it would make two names of one. */
const unseen = /[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g;

/** A spreadsheet keeps fifteen figures of a number; what comes after them is lost, and a longer one is written in short. */
const figuresMax = 1e15;
const shortened = /^-?\d(?:[.,]\d+)?E\+\d{2,3}$/i;
/** As a number or a day is shown, and copied, for which the column is too narrow. */
const narrow = /^#{2,}$/;
/** A formula begins with something that can be reckoned: an arrow "=>" does not. */
const formula = /^=[\p{L}\d("'{@$_.[+\-#]/u;

/** As a Dutch and an English spreadsheet say that a formula came to nothing. */
const wrongFormula =
  /^#(?:REF|VERW|N\/A|N\/B|VALUE|WAARDE|NAME|NAAM|DIV\/0|DEEL\/0|NUM|GETAL|NULL|LEEG|SPILL|OVERLOOP|CALC|BEREKEN|FIELD|VELD|GETTING_DATA|BUSY|BEZIG|BLOCKED)[!?]?$/i;

/** A cell of text: what begins as a formula was copied before it was reckoned. */
export function textCell(written: string, mayBeFormula: boolean): CellRead {
  const text = written.replaceAll(unseen, '').replaceAll('\t', ' ').replaceAll(/\r\n?/g, '\n').trim();
  if (text.length > sheetLimits.cell) throw unreadable({ code: 'sheet-cell-long', max: sheetLimits.cell });
  return { ...emptyCell, text, fault: faultIn(text, mayBeFormula) };
}

function faultIn(text: string, mayBeFormula: boolean): CellFault | null {
  if (wrongLetters.test(text)) return 'letters';
  if (!mayBeFormula) return null;
  if (wrongFormula.test(text)) return 'formula-error';
  if (formula.test(text)) return 'formula';
  return shortened.test(text) ? 'figures' : narrow.test(text) ? 'narrow' : null;
}

/** A number, as its spreadsheet shows it. */
export const numberCell = (number: number, shown: string): CellRead => ({
  ...emptyCell,
  text: shown,
  number,
  fault: Math.abs(number) >= figuresMax ? 'figures' : null,
});

export const isEmptyRow = ({ cells }: RowRead): boolean => cells.every(({ text, fault }) => text === '' && !fault);

/** @throws Refusal where it has more rows or columns than are read, or none */
export function boundedSheet(sheet: SheetRead): SheetRead {
  const rows = sheet.rows.filter((row) => !isEmptyRow(row));
  if (rows.length === 0) throw unreadable({ code: 'sheet-empty' });
  if (rows.length > sheetLimits.rows) throw unreadable({ code: 'sheet-many-rows', max: sheetLimits.rows });
  return { ...sheet, rows };
}

const dayZero = Date.UTC(1899, 11, 30);
const dayLong = 86_400_000;
/** Excel takes 1900 for a leap year: before this it counts otherwise. After the other it is no day that anybody means. */
const serials = { first: 61, last: 73_050 };

/** The day that Excel counts as this number. */
export function dayOfSerial(serial: number, from1904 = false): Day | null {
  const whole = Math.floor(serial) + (from1904 ? 1462 : 0);
  if (!(whole >= serials.first && whole <= serials.last)) return null;
  return new Date(dayZero + whole * dayLong).toISOString().slice(0, 10);
}

const dayFirst = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})(?:[ T]0?0:00(?::00)?)?$/;
const yearFirst = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[ T]0?0:00(?::00(?:\.0+)?)?Z?)?$/;

/** The day that a cell says: as one, as the number that Excel counts it by, or as text; null where it says none. */
export function dayIn({ day, number, text }: CellRead): Day | null {
  if (day !== null) return day;
  if (number !== null || /^\d{5}(?:[.,]\d+)?$/.test(text)) return dayOfSerial(number ?? Number(text.replace(',', '.')));
  const [, one = '', two = '', three = ''] = dayFirst.exec(text) ?? [];
  const [, year = three, month = two, last = one] = yearFirst.exec(text) ?? [];
  const iso = `${year}-${month.padStart(2, '0')}-${last.padStart(2, '0')}`;
  return isDay(iso) ? iso : null;
}
