// Sheets as people send them: what each kind of file says, and one sentence for what cannot be read.
import { hash } from 'node:crypto';
import { readPasted, readSheet } from '../../src/http/in/sheets-read.js';
import { dayIn, type SheetRead } from '../../src/http/in/sheet-read.js';
import { sheetPart, xlsxOf } from '../../src/http/out/xlsx.js';
import { zipOf } from '../../src/http/out/zip.js';
import { atOnce } from '../support/fold.js';
import { textRow, workbook } from '../support/workbooks.js';
import { Refusal } from '../../src/domain/refusal.js';

const textsOf = ({ rows }: SheetRead): string[][] => rows.map(({ cells }) => cells.map(({ text }) => text));

const refusalOf = async (read: Promise<SheetRead>): Promise<string> => {
  try {
    await read;
    return 'read';
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.errors.map(({ because }) => because?.code).join();
  }
};

describe('a sheet that is pasted or saved as CSV', () => {
  it('is cut at the mark of its first line, with quotes, line ends in a cell, and the numbers of its rows', async () => {
    for (const mark of ['\t', ';', ',', '|']) {
      const read = await readPasted(
        ['Naam*Rol', '', '"de Vries* Jan ""JdV"""*"twee\r\nregels"', 'Piet*'].join('\r\n').replaceAll('*', mark),
      );
      expect(textsOf(read)).toEqual([
        ['Naam', 'Rol'],
        [`de Vries${mark === '\t' ? ' ' : mark} Jan "JdV"`, 'twee\nregels'],
        ['Piet', ''],
      ]);
      expect(read.rows.map(({ number }) => number)).toEqual([1, 3, 4]);
    }
    expect(textsOf(await readPasted('sep=;\r\na,b;c\r\n'))).toEqual([['a,b', 'c']]);
  });

  it('says the same in every alphabet in which a Windows or a Mac saves it', async () => {
    const text = 'Naam;Rol\r\nZoë Çelik;griffier\r\n';
    const utf16 = Buffer.from(text, 'utf16le');
    const files = [
      Buffer.from(text),
      Buffer.from(`\uFEFF${text}`),
      Buffer.from(text, 'latin1'),
      utf16,
      Buffer.concat([Buffer.from([0xff, 0xfe]), utf16]),
      Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(utf16).swap16()]),
      Buffer.from(utf16).swap16(),
    ];
    for (const file of files) expect(textsOf(await readSheet(file))[1]).toEqual(['Zoë Çelik', 'griffier']);
  });

  it('is read as an older Mac saved it, whose lines end otherwise, and says so where its letters are not known', async () => {
    const mac = (end: string) => Buffer.from(`Naam;Rol${end}Zo\x91 \x82elik;griffier`, 'latin1');
    expect(textsOf(await readSheet(mac('\r')))[1]).toEqual(['Zoë Çelik', 'griffier']);
    const [, row] = (await readSheet(Buffer.from('Naam;Rol\r\nRen\x8De;griffier', 'latin1'))).rows;
    expect(row?.cells.map(({ fault }) => fault)).toEqual(['letters', null]);
  });

  it('is cut at the mark that most of its lines have, whatever stands in a title above them or in a remark', async () => {
    const title = 'Besluiten, stand 1 mei, van Assen, Emmen, enzovoort';
    for (const mark of ['\t', ';']) {
      const lines = [title, '', `Naam${mark}Rol`, `Jan, Piet, Klaas${mark}a, b`];
      expect(textsOf(await readPasted(lines.join('\n')))).toEqual([
        [title],
        ['Naam', 'Rol'],
        ['Jan, Piet, Klaas', 'a, b'],
      ]);
    }
    expect(textsOf(await readPasted('Regio; stand van nu; x\nNaam,Rol\n"Jan; Piet; Klaas",lezer'))[2]).toEqual([
      'Jan; Piet; Klaas',
      'lezer',
    ]);
  });

  it('says the same with letters in it that nobody sees', async () => {
    for (const unseen of ['\u200B', '\u00AD', '\uFEFF', '\u200E', '\u202C', '\u2066'])
      expect(textsOf(await readPasted(`Na${unseen}am\tRol\n${unseen}Jan${unseen}\tlezer`))).toEqual([
        ['Naam', 'Rol'],
        ['Jan', 'lezer'],
      ]);
  });

  it('marks what Excel did not bring along: figures beyond its fifteen, and what did not fit in a column', async () => {
    const said = [
      '2,02404E+11',
      '1E+20',
      '####',
      '#OVERLOOP!',
      '=SOM(A1)',
      '+A1',
      '=> zie bijlage',
      '2E10',
      '# 4',
      '-',
    ];
    const { rows } = await readPasted(said.join('\t'));
    expect(rows[0]?.cells.map(({ fault }) => fault)).toEqual([
      'figures',
      'figures',
      'narrow',
      'formula-error',
      'formula',
      ...Array<null>(5).fill(null),
    ]);
  });

  it('marks what was spoiled on its way: letters that another program misread, and formulas', async () => {
    const { rows } = await readPasted('Naam\tRol\nZoÃ«\t=VERT.ZOEKEN(A1;B:C;2)\nZo\uFFFD\tsecretaris');
    expect(rows.map(({ cells }) => cells.map(({ fault }) => fault))).toEqual([
      [null, null],
      ['letters', 'formula'],
      ['letters', null],
    ]);
  });

  it('finds a day however a spreadsheet shows or counts it', async () => {
    const { rows } = await readPasted(
      '2024-05-16;16-5-2024;16/05/2024;45428;16-05-2024 00:00;31-2-2024;morgen;16-5-24',
    );
    expect(rows[0]?.cells.map(dayIn)).toEqual([...Array<string>(5).fill('2024-05-16'), null, null, null]);
  });

  it('is refused with what to do about it', async () => {
    const rows = (n: number) => Array.from({ length: n }, (_, i) => `naam${i};rol`).join('\n');
    const cases: [string | Buffer, string][] = [
      ['  \n \n', 'sheet-empty'],
      [';;;\n;;', 'sheet-empty'],
      [rows(2001), 'sheet-many-rows'],
      [rows(10_000), 'sheet-many-rows'],
      [';'.repeat(101), 'sheet-wide'],
      [`a;${'b'.repeat(10_001)}`, 'sheet-cell-long'],
      ['a;b\n"c;d\ne;f', 'sheet-quote'],
      ['<!DOCTYPE html><table>', 'sheet-other-kind'],
      [Buffer.from('%PDF-1.7 …'), 'sheet-other-kind'],
      [Buffer.from('89504E470D0A1A0A0000000D49484452', 'hex'), 'sheet-other-kind'],
      [Buffer.alloc(2 * 1024 * 1024 + 1, 'a'), 'sheet-large'],
      [Buffer.from('D0CF11E0A1B11AE10000', 'hex'), 'sheet-older-kind'],
      [
        Buffer.concat([Buffer.from('D0CF11E0A1B11AE1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
        'sheet-protected',
      ],
    ];
    for (const [sent, code] of cases)
      expect(await refusalOf(typeof sent === 'string' ? readPasted(sent) : readSheet(sent))).toBe(code);
    expect(await refusalOf(readPasted(rows(2000)))).toBe('read');
  });
});

describe('a workbook', () => {
  it('says what Excel shows: texts, days, numbers, what formulas came to', async () => {
    const { rows, others } = await readSheet(
      await workbook(
        '<row r="2"><c r="B2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c></row><row r="3"/><row r="4"><c r="A4" s="1"><v>45428</v></c>' +
          '<c r="B4" s="2"><v>45428.75</v></c><c r="C4" s="3"><v>45428</v></c><c r="D4" t="str"><f>A1</f><v>uitkomst</v></c>' +
          '<c r="E4" t="inlineStr"><is><t>regel_x000D_ een &lt;</t></is></c><c r="F4" t="b"><v>1</v></c></row>' +
          '<row r="5"><c r="A5" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="B5"><f>B4</f></c><c r="C5" t="d"><v>2024-05-16T00:00:00</v></c></row>',
      ),
    );
    expect(others).toEqual(['Kosten']);
    expect(rows.map(({ number }) => number)).toEqual([2, 4, 5]);
    expect(rows[0]?.cells.map(({ text }) => text)).toEqual(['', 'Naam', 'Jan de & Vries']);
    expect(rows[1]?.cells.map(({ text }) => text)).toEqual([
      '2024-05-16',
      '2024-05-16',
      '45428',
      'uitkomst',
      'regel\n een <',
      'WAAR',
    ]);
    expect(rows[1]?.cells.map(dayIn).slice(0, 4)).toEqual(['2024-05-16', '2024-05-16', '2024-05-16', null]);
    expect(rows[2]?.cells.map(({ fault }) => fault)).toEqual(['formula-error', 'formula', null]);
    expect(rows[2]?.cells.map(dayIn)[2]).toBe('2024-05-16');
  });

  it('shows numbers as Excel does: with their zeros and letters, as a share, with a comma', async () => {
    const formats = ['000000', '"Z-"0000', '0000"-24"', '0%', '0.0%', '0', '#,##0.00', 'General', '0.00;[Red]-0'];
    const styles = `<styleSheet><numFmts>${formats
      .map((code, i) => `<numFmt numFmtId="${164 + i}" formatCode="${code.replaceAll('"', '&quot;')}"/>`)
      .join(
        '',
      )}</numFmts><cellXfs><xf numFmtId="9"/>${formats.map((_, i) => `<xf numFmtId="${164 + i}"/>`).join('')}</cellXfs></styleSheet>`;
    const values = [0.5, 118, 118, 118, 0.5, 0.125, 118, 0.30000000000000004, 2024, -1.5];
    const cells = values.map((value, i) => `<c s="${i}"><v>${value}</v></c>`).join('');
    const { rows } = await readSheet(
      await workbook(`<row>${cells}<c><v>20240001234567890123</v></c></row>`, { 'xl/styles.xml': styles }),
    );
    const shown = ['50%', '000118', 'Z-0118', '0118-24', '50%', '12,5%', '118', '0,3', '2024', '-1,5'];
    expect(rows[0]?.cells.slice(0, 10).map(({ text, fault }) => [text, fault])).toEqual(
      shown.map((one) => [one, null]),
    );
    expect(rows[0]?.cells[10]?.fault).toBe('figures');
  });

  it('is read from its first sheet with anything in it, also the rows that are hidden, and says which', async () => {
    const parts = (name: string, cells: string) => ({
      [`xl/worksheets/${name}.xml`]: `<worksheet><sheetData>${cells}</sheetData></worksheet>`,
    });
    const read = await readSheet(
      await workbook('<row r="1"><c t="str"><v> </v></c></row>', {
        'xl/_rels/workbook.xml.rels':
          '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId3" Target="/xl/worksheets/kosten.xml"/></Relationships>',
        ...parts('kosten', `${textRow(1, ['a', 'b'])}${textRow(2, ['c'], ' hidden="1"')}${textRow(9, ['d'])}`),
      }),
    );
    expect(read.rows.map(({ number, isHidden = false }) => [number, isHidden])).toEqual([
      [1, false],
      [2, true],
      [9, false],
    ]);
    expect(read.others).toEqual(['Mensen']);
  });

  it('counts days from 1904 where it was made on an old Mac', async () => {
    const book =
      '<workbook xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet name="A" r:id="rId1"/></sheets></workbook>';
    const { rows } = await readSheet(
      await workbook('<row><c s="1"><v>43966</v></c></row>', { 'xl/workbook.xml': book }),
    );
    expect(rows[0]?.cells.map(({ text }) => text)).toEqual(['2024-05-16']);
  });

  it('has in each row of a merged cell what stands in it', async () => {
    const { rows } = await readSheet(
      await workbook(
        '<row r="1"><c r="A1" t="inlineStr"><is><t>Assen</t></is></c><c r="B1"><v>1</v></c></row><row r="2"><c r="A2"/><c r="B2"><v>2</v></c></row>' +
          '<row r="3"><c r="B3"><v>3</v></c></row></sheetData><mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="A9:XFD1048576"/></mergeCells><sheetData>',
      ),
    );
    expect(rows.map(({ cells }) => [cells[0]?.text, cells[0]?.isMerged])).toEqual([
      ['Assen', false],
      ['Assen', true],
      ['', false],
    ]);
  });

  it('of our own is read as it was written', async () => {
    const rows = [['=1+1', '2024-05-16', 7]];
    const columns = (['text', 'day', 'number'] as const).map((kind) => ({ head: kind, kind }));
    const sheet = { title: 'Lijst', about: [], standOn: '2024-05-16', columns, rows };
    const read = await readSheet(await xlsxOf(sheet, [atOnce(sheetPart(sheet, { cut: '…' }))]));
    expect(textsOf(read).slice(1)).toEqual([
      ['text', 'day', 'number'],
      ['=1+1', '2024-05-16', '7'],
    ]);
  });

  it('that is damaged, of another kind, or made to do harm is refused, and nobody waits for it', async () => {
    const good = await workbook('<row><c><v>1</v></c></row>');
    const spaces = Buffer.alloc(64 * 1024 * 1024, ' ');
    const bomb = await zipOf([
      { name: 'xl/workbook.xml', bytes: [spaces] },
      { name: '[Content_Types].xml', bytes: [Buffer.from('')] },
    ]);
    const laughs =
      '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><worksheet><sheetData><row><c t="str"><v>&b;&b;</v></c></row></sheetData></worksheet>';
    const many = (n: number) => Array.from({ length: n }, () => '<row><c><v>1</v></c></row>').join('');
    const cases: [Buffer, string][] = [
      [good.subarray(0, good.length - 40), 'sheet-broken'],
      [Buffer.from('PK\u0003\u0004'), 'sheet-broken'],
      [await zipOf([{ name: 'mimetype', bytes: [Buffer.from('application/vnd.oasis')] }]), 'sheet-other-kind'],
      [await zipOf([{ name: 'word/document.xml', bytes: [Buffer.from('<w/>')] }]), 'sheet-other-kind'],
      [await workbook('<row><c><v>1'), 'sheet-broken'],
      [await workbook(''), 'sheet-empty'],
      [await workbook(many(2001)), 'sheet-many-rows'],
      [await workbook(many(10_000)), 'sheet-many-rows'],
      [await workbook('<row><c r="XFD1"><v>1</v></c></row>'), 'sheet-wide'],
      [await workbook(`<row><c t="str"><v>${'a'.repeat(7_000_000)}</v></c></row>`), 'sheet-cell-long'],
      [await workbook('', { 'xl/worksheets/sheet1.xml': ' '.repeat(9_000_000) }), 'sheet-large'],
      [await workbook(`<row><!-- ${'<'.repeat(7_000_000)}</row>`), 'sheet-broken'],
      [bomb, 'sheet-large'],
    ];
    let waited = 0;
    let last = performance.now();
    const watch = setInterval(() => {
      waited = Math.max(waited, performance.now() - last);
      last = performance.now();
    }, 5);
    const told: string[] = [];
    last = performance.now();
    for (const [file] of cases) told.push(await refusalOf(readSheet(file)));
    clearInterval(watch);
    expect(told).toEqual(cases.map(([, code]) => code));
    expect(waited).toBeLessThan(500);
    const { rows } = await readSheet(await workbook('', { 'xl/worksheets/sheet1.xml': laughs }));
    expect(rows[0]?.cells[0]?.text).toBe('&b;&b;');
  });

  it('whose bytes were changed anywhere is read or refused, and never breaks what reads it', async () => {
    const good = await workbook('<row><c r="A1" t="s"><v>1</v></c><c r="B1" s="1"><v>45428</v></c></row>');
    for (let at = 0; at < good.length; at += 7) {
      const bad = Buffer.from(good);
      bad[at] = hash('sha256', String(at), 'buffer')[0] ?? 0;
      expect(await refusalOf(readSheet(bad))).toMatch(/^(?:read|sheet-.*)$/);
    }
  });
});
