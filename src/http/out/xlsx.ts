// A sheet as a workbook of Excel (ECMA-376): the parts that one table needs, and no more. Cells of text are text whatever they
// begin with, so nothing is ever a formula; a day is the number that Excel counts days by, shown as a day.
import type { InSteps } from '../../domain/fold/in-steps.js';
import { Pieces } from './pieces.js';
import { rowsPerStep, type Sheet, type SheetCell, type SheetColumn, type SheetKind } from './sheet.js';
import { zipOf, type ZipEntry } from './zip.js';

/** More characters does a cell not hold. */
const cellMax = 32_767;
const nameMax = 31;
const dayLong = 86_400_000;
const dayZero = Date.UTC(1899, 11, 30);
/** Excel takes 1900 for a leap year: before this day it counts otherwise. */
const firstSafeDay = '1900-03-01';
const widths = { least: 10, most: 48 };

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The places of these in the list of styles. */
const styles = { text: 0, title: 1, head: 2, day: 3, number: 4, quiet: 5 } as const;

interface WorkbookWords {
  /** What stands in place of the end of a text that no cell holds. */
  cut: string;
}

export const xlsxOf = async (sheet: Sheet, parts: ZipEntry[]): Promise<Buffer> => zipOf([...fixed(sheet), ...parts]);

/** The part that grows with the table. */
export function* sheetPart({ title, about, columns, rows }: Sheet, words: WorkbookWords): InSteps<ZipEntry> {
  const above = [title, ...about];
  const headAt = above.length + 2;
  const xml = new Pieces();
  xml.push(
    `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0">`,
    `<pane xSplit="1" ySplit="${headAt}" topLeftCell="B${headAt + 1}" activePane="bottomRight" state="frozen"/></sheetView></sheetViews>`,
    `<cols>${columns.map((column, i) => widthOf(column, i, rows)).join('')}</cols><sheetData>`,
  );
  for (const [i, text] of above.entries())
    xml.push(rowOf(i + 1, [textCell(0, i + 1, text, i === 0 ? 'title' : 'quiet', words)]));
  xml.push(
    rowOf(
      headAt,
      columns.map((column, i) => textCell(i, headAt, column.head, 'head', words)),
    ),
  );
  for (const [i, row] of rows.entries()) {
    const n = headAt + 1 + i;
    xml.push(
      rowOf(
        n,
        row.map((cell, j) => cellOf(cell, columns[j]?.kind ?? 'text', j, n, words)),
      ),
    );
    if (i % rowsPerStep === 0) yield;
  }
  const last = `${letters(Math.max(0, columns.length - 1))}${headAt + rows.length}`;
  xml.push(
    `</sheetData><autoFilter ref="A${headAt}:${last}"/>`,
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>',
  );
  return { name: 'xl/worksheets/sheet1.xml', bytes: xml.all() };
}

const rowOf = (n: number, cells: string[]): string => `<row r="${n}">${cells.join('')}</row>`;

function cellOf(cell: SheetCell, kind: SheetKind, column: number, row: number, words: WorkbookWords): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'number') return numberCell(column, row, cell, 'number');
  if (kind === 'day' && cell >= firstSafeDay)
    return numberCell(column, row, (Date.parse(cell) - dayZero) / dayLong, 'day');
  return textCell(column, row, cell, 'text', words);
}

const numberCell = (column: number, row: number, value: number, style: keyof typeof styles): string =>
  `<c r="${letters(column)}${row}" s="${styles[style]}"><v>${value}</v></c>`;

const textCell = (
  column: number,
  row: number,
  text: string,
  style: keyof typeof styles,
  { cut }: WorkbookWords,
): string =>
  `<c r="${letters(column)}${row}" t="inlineStr" s="${styles[style]}"><is><t xml:space="preserve">${escaped(
    text.length > cellMax ? `${text.slice(0, cellMax - cut.length)}${cut}` : text,
  )}</t></is></c>`;

/**
 * As XML can hold it: it has no place for control characters, nor for two that are no characters at all. What reads as an escape
 * of Excel, as _x0041_, is escaped itself.
 */
const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu, '\uFFFD')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[&<>"\r]/g, (one) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[one] ?? '&#13;');

/** A, B, … Z, AA. */
function letters(column: number): string {
  const first = Math.floor(column / 26);
  return `${first > 0 ? letters(first - 1) : ''}${String.fromCharCode(65 + (column % 26))}`;
}

/** Wide enough for most of what stands in it. */
function widthOf(column: SheetColumn, i: number, rows: Sheet['rows']): string {
  const longest = rows.slice(0, 100).reduce((most, row) => {
    const cell = row[i] ?? '';
    return Math.max(most, typeof cell === 'string' ? cell.length : 0);
  }, column.head.length);
  const width = column.kind === 'text' ? Math.min(widths.most, Math.max(widths.least, longest + 2)) : 13;
  return `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`;
}

/** Without what no name of a sheet may hold. */
const sheetName = (title: string): string =>
  title
    .replace(/[[\]:*?/\\']/g, ' ')
    .slice(0, nameMax)
    .trim() || '1';

const fixed = ({ title }: Sheet): ZipEntry[] =>
  Object.entries({
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      '<Default Extension="xml" ContentType="application/xml"/>' +
      `<Override PartName="/xl/workbook.xml" ContentType="${spreadsheet('sheet.main')}"/>` +
      `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${spreadsheet('worksheet')}"/>` +
      `<Override PartName="/xl/styles.xml" ContentType="${spreadsheet('styles')}"/></Types>`,
    '_rels/.rels': related([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${escaped(sheetName(title))}" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': related([
      ['worksheet', 'worksheets/sheet1.xml'],
      ['styles', 'styles.xml'],
    ]),
    'xl/styles.xml': styleSheet,
  }).map(([name, xml]) => ({ name, bytes: [Buffer.from(head + xml)] }));

const spreadsheet = (part: string): string => `application/vnd.openxmlformats-officedocument.spreadsheetml.${part}+xml`;

const related = (parts: [kind: string, target: string][]): string =>
  `<Relationships xmlns="${relations}">${parts
    .map(([kind, target], i) => `<Relationship Id="r${i + 1}" Type="${office}/${kind}" Target="${target}"/>`)
    .join('')}</Relationships>`;

const font = (more: string): string => `<font>${more}<sz val="11"/><name val="Calibri"/></font>`;
const wrapped = '<alignment vertical="top" wrapText="1"/>';
const styled = (format: number, fontAt: number, fill: number, inner = ''): string =>
  `<xf numFmtId="${format}" fontId="${fontAt}" fillId="${fill}" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1"` +
  (inner === '' ? '/>' : ` applyAlignment="1">${inner}</xf>`);

/** In the order of `styles`. */
const styleSheet =
  `<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd\\-mm\\-yyyy"/></numFmts>` +
  `<fonts count="3">${font('')}${font('<b/>')}${font('<i/>')}</fonts>` +
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
  '<fill><patternFill patternType="solid"><fgColor rgb="FFE5ECF4"/></patternFill></fill></fills>' +
  '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="6">' +
  styled(0, 0, 0, wrapped) +
  styled(0, 1, 0) +
  styled(0, 1, 2, wrapped) +
  styled(164, 0, 0, '<alignment horizontal="left" vertical="top"/>') +
  styled(1, 0, 0, '<alignment vertical="top"/>') +
  styled(0, 2, 0) +
  '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';
