// A document as a Word file (ECMA-376): the parts that headings, texts, lists and tables need, and no more. Made in slices, so that it
// can be long. A table repeats its heads on every page, and declares the first cell of each row as its head.
import type { InSteps } from '../../domain/fold/in-steps.js';
import type { Letterhead } from '../../domain/logo.js';
import type { PaperBlock, PaperDocument } from './paper-document.js';
import { contentTypeOf, letterheadXml, mediaOf } from './docx-letterhead.js';
import { Pieces } from './pieces.js';
import type { ZipEntry } from './zip.js';

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const wordPart = (part: string): string => `application/vnd.openxmlformats-officedocument.wordprocessingml.${part}+xml`;
const core = 'application/vnd.openxmlformats-package.core-properties+xml';

/** Of an A4, in twentieths of a point. */
const paper = { width: 11_906, height: 16_838, margin: 1_134 };
const rowsPerStep = 50;
const language = { nl: 'nl-NL' } as const;

const languageOf = (name: string): string => (name in language ? language[name as keyof typeof language] : name);

/** The files in it. */
export function* docxParts(document: PaperDocument): InSteps<ZipEntry[]> {
  const isWide = document.blocks.some((block) => block.kind === 'table' && block.widths.length > 4);
  const [across, along] = isWide ? [paper.height, paper.width] : [paper.width, paper.height];
  const body = new Pieces();
  body.push(`${head}<w:document xmlns:w="${main}" xmlns:r="${office}"><w:body>`);
  const { letterhead } = document;
  if (letterhead) body.push(letterheadOf(letterhead));
  for (const block of document.blocks) yield* written(block, body, across - 2 * paper.margin);
  body.push(
    `<w:sectPr><w:footerReference w:type="default" r:id="r3"/><w:pgSz w:w="${across}" w:h="${along}"` +
      `${isWide ? ' w:orient="landscape"' : ''}/><w:pgMar w:top="${paper.margin}" w:right="${paper.margin}" ` +
      `w:bottom="${paper.margin}" w:left="${paper.margin}" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>`,
    '</w:body></w:document>',
  );
  const picture = letterhead?.logo;
  return [
    ...fixed(document),
    { name: 'word/document.xml', bytes: body.all() },
    ...(picture ? [{ name: mediaOf(picture), bytes: [Buffer.from(picture.bytes)] }] : []),
  ];
}

function* written(block: PaperBlock, body: Pieces, width: number): InSteps<void> {
  switch (block.kind) {
    case 'heading':
      body.push(paragraph(block.text, { style: `Heading${block.level}` }));
      return;
    case 'text':
      body.push(paragraph(block.text, { bold: block.strong ?? false, style: block.quiet ? 'Quiet' : 'Normal' }));
      return;
    case 'list':
      for (const item of block.items) body.push(paragraph(item, { style: 'ListBullet' }));
      return;
    case 'table':
      yield* tableIn(block, body, width);
  }
}

const letterheadOf = ({ name, logo }: Letterhead): string => letterheadXml(logo, name === null ? '' : escaped(name));

type Table = Extract<PaperBlock, { kind: 'table' }>;

function* tableIn({ heads, widths, rows }: Table, body: Pieces, width: number): InSteps<void> {
  const sum = widths.reduce((all, one) => all + one, 0);
  const columns = widths.map((one) => Math.floor((one / sum) * width));
  const row = (cells: readonly string[], isHead: boolean): string =>
    `<w:tr><w:trPr><w:cantSplit/>${isHead ? '<w:tblHeader/>' : ''}</w:trPr>${cells
      .map((cell, i) => cellOf(cell, columns[i] ?? 0, isHead || i === 0))
      .join('')}</w:tr>`;
  body.push(
    `<w:tbl><w:tblPr><w:tblStyle w:val="Lines"/><w:tblW w:w="${width}" w:type="dxa"/><w:tblLayout w:type="fixed"/>` +
      `<w:tblLook w:firstRow="${heads.length > 0 ? 1 : 0}" w:firstColumn="1" w:lastRow="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>` +
      `</w:tblPr><w:tblGrid>${columns.map((one) => `<w:gridCol w:w="${one}"/>`).join('')}</w:tblGrid>`,
  );
  if (heads.length > 0) body.push(row(heads, true));
  for (const [i, cells] of rows.entries()) {
    body.push(row(cells, false));
    if (i % rowsPerStep === 0) yield;
  }
  // What follows stands apart from it, and a file may not end with a table.
  body.push(`</w:tbl>${paragraph('', { style: 'Normal' })}`);
}

const cellOf = (text: string, width: number, bold: boolean): string =>
  `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${paragraph(text, { style: 'Cell', bold })}</w:tc>`;

const paragraph = (text: string, { style, bold = false }: { style: string; bold?: boolean }): string => {
  const lines = text.split(/\r\n|\n|\r/).map((line) => `<w:t xml:space="preserve">${escaped(line)}</w:t>`);
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr><w:r>${bold ? '<w:rPr><w:b/></w:rPr>' : ''}${lines.join('<w:br/>')}</w:r></w:p>`;
};

const styleOf = (id: string, name: string, paragraphs: string, letters: string): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"${id === 'Normal' ? ' w:default="1"' : ''}><w:name w:val="${name}"/>` +
  `${id === 'Normal' ? '' : '<w:basedOn w:val="Normal"/>'}<w:qFormat/><w:pPr>${paragraphs}</w:pPr><w:rPr>${letters}</w:rPr></w:style>`;

const headingStyle = (level: number, size: number, before: number): string =>
  styleOf(
    `Heading${level}`,
    `heading ${level}`,
    `<w:keepNext/><w:spacing w:before="${before}" w:after="80"/><w:outlineLvl w:val="${level - 1}"/>`,
    `<w:b/><w:sz w:val="${size}"/>`,
  );

const spaced = (after: number): string => `<w:spacing w:before="0" w:after="${after}"/>`;

const styles = (name: string): string =>
  `<w:styles xmlns:w="${main}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/>` +
  `<w:sz w:val="22"/><w:lang w:val="${languageOf(name)}"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>` +
  styleOf('Normal', 'Normal', spaced(120), '') +
  styleOf('Quiet', 'Quiet', spaced(120), '<w:color w:val="4A5670"/>') +
  styleOf('Cell', 'Cell', spaced(40), '<w:sz w:val="20"/>') +
  styleOf('ListBullet', 'List Bullet', '<w:numPr><w:numId w:val="1"/></w:numPr><w:spacing w:after="60"/>', '') +
  headingStyle(1, 36, 0) +
  headingStyle(2, 28, 320) +
  headingStyle(3, 24, 240) +
  '<w:style w:type="table" w:styleId="Lines"><w:name w:val="Lines"/><w:tblPr><w:tblBorders>' +
  '<w:top w:val="single" w:sz="4" w:color="8A93A6"/><w:bottom w:val="single" w:sz="4" w:color="8A93A6"/>' +
  '<w:insideH w:val="single" w:sz="4" w:color="8A93A6"/></w:tblBorders></w:tblPr></w:style></w:styles>';

const bullets =
  `<w:numbering xmlns:w="${main}"><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">` +
  '<w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="357" w:hanging="357"/></w:pPr>' +
  '</w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>';

const footer = (text: string): string =>
  `<w:ftr xmlns:w="${main}"><w:p><w:pPr><w:pStyle w:val="Quiet"/></w:pPr><w:r><w:t xml:space="preserve">${escaped(text)} · </w:t></w:r>` +
  '<w:fldSimple w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple><w:r><w:t xml:space="preserve"> / </w:t></w:r>' +
  '<w:fldSimple w:instr="NUMPAGES"><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p></w:ftr>';

const properties = ({ title, author, about, madeAt, language: name }: PaperDocument): string =>
  '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ' +
  'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
  `<dc:title>${escaped(title)}</dc:title><dc:subject>${escaped(about)}</dc:subject><dc:creator>${escaped(author)}</dc:creator>` +
  `<dc:language>${languageOf(name)}</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">${madeAt}</dcterms:created></cp:coreProperties>`;

const related = (parts: readonly (readonly [type: string, target: string])[]): string =>
  `<Relationships xmlns="${relations}">${parts
    .map(([type, target], i) => `<Relationship Id="r${i + 1}" Type="${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

const override = (name: string, type: string): string => `<Override PartName="/${name}" ContentType="${type}"/>`;

function fixed(document: PaperDocument): ZipEntry[] {
  const logo = document.letterhead?.logo ?? null;
  return Object.entries({
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      '<Default Extension="xml" ContentType="application/xml"/>' +
      contentTypeOf(document.letterhead?.logo ?? null) +
      override('word/document.xml', wordPart('document.main')) +
      override('word/styles.xml', wordPart('styles')) +
      override('word/numbering.xml', wordPart('numbering')) +
      override('word/footer1.xml', wordPart('footer')) +
      `${override('docProps/core.xml', core)}</Types>`,
    '_rels/.rels': related([
      [`${office}/officeDocument`, 'word/document.xml'],
      ['http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties', 'docProps/core.xml'],
    ]),
    'word/_rels/document.xml.rels': related([
      [`${office}/styles`, 'styles.xml'],
      [`${office}/numbering`, 'numbering.xml'],
      [`${office}/footer`, 'footer1.xml'],
      ...(logo ? [[`${office}/image`, mediaOf(logo).replace('word/', '')] as const] : []),
    ]),
    'word/styles.xml': styles(document.language),
    'word/numbering.xml': bullets,
    'word/footer1.xml': footer(document.foot),
    'docProps/core.xml': properties(document),
  }).map(([name, xml]) => ({ name, bytes: [Buffer.from(head + xml)] }));
}

/** As XML can hold it: it has no place for control characters, nor for two that are no characters at all. */
const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[^\P{Cc}\t]|[\uFFFE\uFFFF]/gu, '\uFFFD')
    .replace(/[&<>"]/g, (one) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[one] ?? '&quot;');
