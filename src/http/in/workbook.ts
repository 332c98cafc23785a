// A workbook of Excel (ECMA-376) as rows: its first sheet that is not hidden and not empty. Of a formula what it came to counts;
// what stands in a merged cell stands in each of the cells that it covers.
import { isDay } from '../../domain/calendar.js';
import type { Day } from '../../domain/vocabulary.js';
import {
  boundedSheet,
  dayOfSerial,
  emptyCell,
  isEmptyRow,
  numberCell,
  sheetLimits,
  textCell,
  unreadable,
  type CellRead,
  type RowRead,
  type SheetRead,
} from './sheet-read.js';
import { numberFormat, type NumberFormat } from './number-formats.js';
import { BadZip, type Unzipped } from './unzip.js';
import { readPart, type Attributes } from './xml-parts.js';

/** So many are looked at for one that is not empty. */
const sheetsMax = 10;
const mergesMax = 1000;
const stringsMax = 100_000;

interface Book {
  sheets: { name: string; relation: string; isHidden: boolean }[];
  from1904: boolean;
}

/** What cells refer to. */
interface Shared {
  strings: readonly string[];
  formats: readonly NumberFormat[];
  from1904: boolean;
}

/** @throws Refusal, BadZip */
export async function workbookRows(zip: Unzipped): Promise<SheetRead> {
  const { sheets, from1904 } = await bookIn(zip);
  const shown = sheets.filter(({ isHidden }) => !isHidden);
  const paths = await relationsIn(zip);
  const shared = { strings: await stringsIn(zip), formats: await stylesIn(zip), from1904 };
  for (const { name, relation } of shown.slice(0, sheetsMax)) {
    const bytes = await zip.read(paths.get(relation) ?? '');
    if (!bytes && name === shown[0]?.name) throw new BadZip();
    const rows = bytes ? await rowsIn(bytes, shared) : [];
    if (rows.every(isEmptyRow)) continue;
    return boundedSheet({ rows, others: shown.filter((one) => one.name !== name).map((one) => one.name) });
  }
  if (shown.length === 0) throw new BadZip();
  return boundedSheet({ rows: [], others: [] });
}

async function partOf(zip: Unzipped, name: string, opens: (name: string, attributes: () => Attributes) => void) {
  const bytes = await zip.read(name);
  if (bytes) await readPart(bytes, { opens, closes: () => undefined, says: () => undefined });
}

async function bookIn(zip: Unzipped): Promise<Book> {
  const book: Book = { sheets: [], from1904: false };
  await partOf(zip, 'xl/workbook.xml', (name, attributes) => {
    if (name === 'workbookPr') book.from1904 = isTrue(attributes().date1904 ?? '');
    if (name !== 'sheet') return;
    const { name: title = '', id = '', state = 'visible' } = attributes();
    book.sheets.push({ name: title, relation: id, isHidden: state !== 'visible' });
  });
  return book;
}

async function relationsIn(zip: Unzipped): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  await partOf(zip, 'xl/_rels/workbook.xml.rels', (name, attributes) => {
    const { Id = '', Target = '' } = name === 'Relationship' ? attributes() : {};
    if (Id !== '') found.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`);
  });
  return found;
}

async function stringsIn(zip: Unzipped): Promise<string[]> {
  const strings: string[] = [];
  const bytes = await zip.read('xl/sharedStrings.xml');
  if (!bytes) return strings;
  let current = '';
  const text = textsIn((said) => (current += said));
  await readPart(bytes, {
    opens: (name) => {
      if (name === 'si') current = '';
      text.opens(name);
    },
    closes: (name) => {
      text.closes(name);
      if (name !== 'si') return;
      if (strings.length === stringsMax) throw new BadZip(true);
      strings.push(current);
    },
    says: text.says,
  });
  return strings;
}

/** What stands in `t`, but not how it is pronounced. */
function textsIn(add: (text: string) => void) {
  let [isText, isSpoken] = [false, false];
  return {
    opens: (name: string): void => {
      if (name === 't') isText = !isSpoken;
      if (name === 'rPh') isSpoken = true;
    },
    closes: (name: string): void => {
      if (name === 't') isText = false;
      if (name === 'rPh') isSpoken = false;
    },
    says: (text: string): void => {
      if (isText) add(text);
    },
  };
}

/** How each style shows a number. */
async function stylesIn(zip: Unzipped): Promise<NumberFormat[]> {
  const own = new Map<string, string>();
  const formats: NumberFormat[] = [];
  let isUsed = false;
  await partOf(zip, 'xl/styles.xml', (name, attributes) => {
    if (name === 'numFmt') own.set(attributes().numFmtId ?? '', attributes().formatCode ?? '');
    else if (name === 'cellXfs') isUsed = true;
    else if (name === 'cellStyles') isUsed = false;
    else if (name === 'xf' && isUsed) {
      const { numFmtId = '' } = attributes();
      formats.push(numberFormat(Number(numFmtId), own.get(numFmtId)));
    }
  });
  return formats;
}

/** A row as it is being read. */
interface RawRow extends RowRead {
  cells: CellRead[];
}

/** A cell as it is being read. */
interface RawCell {
  at: number;
  type: string;
  style: number;
  isFormula: boolean;
  value: string | null;
}

async function rowsIn(bytes: Buffer, shared: Shared): Promise<RowRead[]> {
  const rows: RawRow[] = [];
  const merges: string[] = [];
  let cell: RawCell | null = null;
  let [isValue, filled] = [false, 0];
  const add = (said: string): void => {
    if (cell) cell.value = (cell.value ?? '') + said;
  };
  const text = textsIn(add);
  await readPart(bytes, {
    opens: (name, attributes) => {
      const row = rows.at(-1);
      if (name === 'row') rows.push(rawRow(attributes(), row?.number ?? 0));
      else if (name === 'c') cell = rawCell(attributes(), row?.cells.length ?? 0);
      else if (name === 'f' && cell) cell.isFormula = true;
      else if (name === 'v') isValue = true;
      else if (name === 'mergeCell' && merges.length < mergesMax) merges.push(attributes().ref ?? '');
      text.opens(name);
    },
    closes: (name) => {
      text.closes(name);
      const row = rows.at(-1);
      if (name === 'v') isValue = false;
      if (name === 'row' && row?.cells.every(({ text: said, fault }) => said === '' && !fault)) rows.pop();
      else if (name === 'row' && ++filled > sheetLimits.rows)
        throw unreadable({ code: 'sheet-many-rows', max: sheetLimits.rows });
      if (name !== 'c' || !cell || !row) return;
      setCell(row.cells, cell.at, cellOf(cell, shared));
      cell = null;
    },
    says: (said) => (isValue ? add(said) : text.says(said)),
  });
  spread(rows, merges);
  return rows;
}

const rawRow = ({ r, hidden = '' }: Attributes, last: number): RawRow => ({
  number: Number(r ?? last + 1),
  cells: [],
  ...(isTrue(hidden) && { isHidden: true }),
});

const isTrue = (said: string): boolean => said === '1' || said === 'true';

const rawCell = ({ r, t = 'n', s = '0' }: Attributes, next: number): RawCell => ({
  at: r === undefined ? next : placeOf(r).column,
  type: t,
  style: Number(s),
  isFormula: false,
  value: null,
});

/** @throws Refusal where something stands further to the right than is read */
function setCell(cells: CellRead[], at: number, cell: CellRead): void {
  if (cell.text === '' && !cell.fault) return;
  if (!(at < sheetLimits.columns)) throw unreadable({ code: 'sheet-wide', max: sheetLimits.columns });
  while (cells.length < at) cells.push(emptyCell);
  cells[at] = cell;
}

/** As Excel writes what XML has no place for. */
const unescaped = (text: string): string =>
  text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

function cellOf({ type, style, isFormula, value }: RawCell, { strings, formats, from1904 }: Shared): CellRead {
  if (type === 'e') return { ...emptyCell, text: value ?? '', fault: 'formula-error' };
  if (value === null) return isFormula ? { ...emptyCell, fault: 'formula' } : emptyCell;
  if (type === 's') return textCell(unescaped(strings[Number(value)] ?? ''), false);
  if (type === 'd') return isDay(value.slice(0, 10)) ? dated(value.slice(0, 10)) : textCell(value, false);
  if (type === 'b') return { ...emptyCell, text: isTrue(value.trim()) ? 'WAAR' : 'ONWAAR' };
  return type === 'n' ? counted(value, formats[style] ?? numberFormat(0), from1904) : textCell(unescaped(value), false);
}

/** A number, or the day that it is shown as. */
function counted(value: string, format: NumberFormat, from1904: boolean): CellRead {
  const number = Number(value);
  if (value.trim() === '' || !Number.isFinite(number)) return emptyCell;
  const day = format.isDay ? dayOfSerial(number, from1904) : null;
  return day === null ? numberCell(number, format.show(number)) : dated(day);
}

const dated = (day: Day): CellRead => ({ ...emptyCell, text: day, day });

/** The row and column of a name as AB12; the column counts from 0. */
function placeOf(name: string): { column: number; row: number } {
  const [, letters = '', row = ''] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(name) ?? [];
  const column = [...letters.toUpperCase()].reduce((before, letter) => before * 26 + letter.charCodeAt(0) - 64, 0);
  return { column: column - 1, row: Number(row) };
}

/** Beside it nothing stands, and that is told: who reads the row may take it for what was left open. */
function cover(cells: CellRead[], from: number, to: number): void {
  for (let at = from + 1; at <= Math.min(to, sheetLimits.columns - 1); at++) {
    while (cells.length < at) cells.push(emptyCell);
    if (isBlank(cells[at])) cells[at] = { ...emptyCell, isMerged: true };
  }
}

/** What stands at the beginning of a merged cell, in each row of it: of a line of text over many columns once is enough. */
function spread(rows: readonly RawRow[], merges: readonly string[]): void {
  for (const ref of merges) {
    const [first = '', last = ''] = ref.split(':');
    const [from, to] = [placeOf(first), placeOf(last)];
    const at = from.column;
    const origin = rows.find(({ number }) => number === from.row)?.cells ?? [];
    const top = origin[at];
    if (!top || top.text === '') continue;
    cover(origin, at, to.column);
    for (const { number, cells } of rows)
      if (number > from.row && number <= to.row && isBlank(cells[at])) setCell(cells, at, { ...top, isMerged: true });
  }
}

const isBlank = (cell: CellRead | undefined): boolean => cell === undefined || cell.text === '';
