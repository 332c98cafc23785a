// Workbooks as Excel writes them, part by part.
import { zipOf, type ZipEntry } from '../../src/http/out/zip.js';

/** A workbook as Excel writes it, with these cells. */
export const workbook = (cells: string, more: Record<string, string> = {}): Promise<Buffer> => {
  const parts = {
    'xl/workbook.xml':
      '<?xml version="1.0" encoding="UTF-8"?><workbook xmlns:r="r"><sheets><sheet name="Oud" sheetId="2" state="hidden" r:id="rId9"/>' +
      '<sheet name="Mensen" sheetId="1" r:id="rId1"/><sheet name="Kosten" sheetId="3" r:id="rId3"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/sharedStrings.xml':
      '<sst><si><t>Naam</t></si><si><r><t>Jan </t></r><r><rPr><b/></rPr><t xml:space="preserve">de &amp; Vries</t></r><rPh><t>ja</t></rPh></si></sst>',
    'xl/styles.xml':
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="[$-413]d\\ mmmm\\ yyyy"/><numFmt numFmtId="165" formatCode="0.0 &quot;dagen&quot;"/></numFmts>' +
      '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>',
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${cells}</sheetData></worksheet>`,
    ...more,
  };
  return zipOf(Object.entries(parts).map(([name, xml]): ZipEntry => ({ name, bytes: [Buffer.from(xml)] })));
};

/** A row of texts in a workbook, from its first column on; empty ones are left out. */
export const textRow = (n: number, texts: readonly string[], attributes = ''): string =>
  `<row r="${n}"${attributes}>${texts
    .map((text, i) =>
      text === ''
        ? ''
        : `<c r="${String.fromCharCode(65 + i)}${n}" t="inlineStr"><is><t>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</t></is></c>`,
    )
    .join('')}</row>`;
