// Text with a mark between its cells, as copied out of a spreadsheet or saved as CSV: which mark it is, and which letters its
// bytes stand for, is found out from the text itself.
import type { InSteps } from '../../domain/fold/in-steps.js';
import { boundedSheet, sheetLimits, textCell, unreadable, type RowRead, type SheetRead } from './sheet-read.js';

/** Each of these before the next where both would do. */
const marks = ['\t', ';', ',', '|'] as const;
/** So many characters between two moments at which others can have a turn. */
const charactersPerStep = 20_000;

/** UTF-8, UTF-16 by its mark or by its zeros, or else the letters of an older Windows or Mac. @throws Refusal for what is no text */
export function lettersOf(bytes: Buffer): string {
  const encoding = encodingOf(bytes);
  if (encoding !== null) return new TextDecoder(encoding).decode(bytes);
  if (bytes.includes(0)) throw unreadable({ code: 'sheet-other-kind' });
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Only an older Mac ended its lines so.
    const isOfMac = bytes.includes('\r') && !bytes.includes('\n');
    return new TextDecoder(isOfMac ? 'macintosh' : 'windows-1252').decode(bytes);
  }
}

function encodingOf(bytes: Buffer): 'utf-16le' | 'utf-16be' | null {
  const mark = bytes.length < 2 ? 0 : bytes.readUInt16BE(0);
  if (mark === 0xfffe) return 'utf-16le';
  if (mark === 0xfeff) return 'utf-16be';
  const some = bytes.subarray(0, 1000);
  const zeros = [0, 0];
  for (const [i, byte] of some.entries()) if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const many = some.length / 8;
  if (odd > many && even === 0) return 'utf-16le';
  return even > many && odd === 0 ? 'utf-16be' : null;
}

/** @throws Refusal */
export function* separatedRows(written: string): InSteps<SheetRead> {
  const said = /^\uFEFF?sep=([\t;,|])\r?\n/i.exec(written);
  const text = said ? written.slice(said[0].length) : written.replace(/^\uFEFF/, '');
  const rows: RowRead[] = [];
  const before = said ? 1 : 0;
  let filled = 0;
  for (const [i, cells] of yield* recordsOf(text, said?.[1] ?? markOf(text))) {
    if (cells.length > sheetLimits.columns) throw unreadable({ code: 'sheet-wide', max: sheetLimits.columns });
    if (cells.some((cell) => cell.trim() !== '')) filled++;
    rows.push({ number: i + 1 + before, cells: cells.map((cell) => textCell(cell, true)) });
    if (filled > sheetLimits.rows) break; // which is said of it
    if (i % 100 === 0) yield;
  }
  return boundedSheet({ rows, others: [] });
}

const quotedCell = /(?<=^|[\t;,|\r\n])"(?:[^"]|"")*"/g;

/** The mark that stands in most of the first lines, outside quotes: a title above them or a remark may hold another often. */
function markOf(text: string): string {
  const lines = text
    .slice(0, charactersPerStep)
    .replaceAll(quotedCell, '')
    .split(/\r\n?|\n/);
  const counts = marks.map((mark) => lines.filter((line) => line.includes(mark)).length);
  return marks[counts.indexOf(Math.max(...counts))] ?? '\t';
}

/** Each line with its cells; one in quotes may hold line ends and marks, and a quote as two (RFC 4180). */
function* recordsOf(text: string, mark: string): InSteps<IterableIterator<[number, string[]]>> {
  const records: string[][] = [];
  let cells: string[] = [];
  let at = 0;
  let told = 0;
  while (at < text.length) {
    const { cell, end } = text[at] === '"' ? quotedAt(text, at, mark, records.length) : plainAt(text, at, mark);
    cells.push(cell);
    at = end;
    const isLast = text[at] !== mark;
    if (isLast) {
      records.push(cells);
      cells = [];
      at += text.startsWith('\r\n', at) ? 2 : 1;
    } else if (++at === text.length) cells.push('');
    if (at - told > charactersPerStep) {
      told = at;
      yield;
    }
  }
  if (cells.length > 0) records.push(cells);
  return records.entries();
}

interface Cut {
  cell: string;
  /** Where its mark, the end of its line or of the text stands. */
  end: number;
}

function plainAt(text: string, from: number, mark: string): Cut {
  let end = from;
  while (end < text.length && text[end] !== mark && text[end] !== '\n' && text[end] !== '\r') end++;
  return { cell: text.slice(from, end), end };
}

/** @throws Refusal where the quote is not closed: all that follows would be one cell */
function quotedAt(text: string, from: number, mark: string, line: number): Cut {
  let end = text.indexOf('"', from + 1);
  while (end >= 0 && text[end + 1] === '"') end = text.indexOf('"', end + 2);
  if (end < 0) throw unreadable({ code: 'sheet-quote', row: line + 1 });
  const rest = plainAt(text, end + 1, mark);
  return { cell: text.slice(from + 1, end).replaceAll('""', '"') + rest.cell, end: rest.end };
}
