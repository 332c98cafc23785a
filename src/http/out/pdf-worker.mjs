// The thread in which a document becomes a PDF: what draws it takes longer than others may wait, and is loaded here alone. What it
// makes is tagged, so that whoever hears it read knows what is a heading, a list and a table. Plain JavaScript, so that it runs as
// it stands, built or not.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import PDFDocument from 'pdfkit';

/** @typedef {import('./paper-document.js').PaperDocument} PaperDocument */
/** @typedef {import('./paper-document.js').PaperBlock} PaperBlock */

const require = createRequire(import.meta.url);
const fonts = '@expo-google-fonts/source-sans-3';
const plain = readFileSync(require.resolve(`${fonts}/400Regular/SourceSans3_400Regular.ttf`));
const bold = readFileSync(require.resolve(`${fonts}/700Bold/SourceSans3_700Bold.ttf`));

const margins = { top: 36, right: 42, bottom: 42, left: 42 };
const colors = { ink: '#01163b', quiet: '#4a5670', rule: '#c5cbd6', accent: '#542a7f' };
/** In points, the largest first: where it has to be on one page, the largest by which it is. */
const sizes = [10.5, 10, 9.5, 9, 8.5, 8];
const headings = { 1: 1.75, 2: 1.4, 3: 1.05 };
/** Above and under a line of a table. */
const pad = 2;

/** @param {PaperDocument} document */
async function drawn(document) {
  if (!document.onePage) return (await at(document, 10)).bytes;
  let last = null;
  for (const size of sizes) {
    last = await at(document, size);
    if (last.pages === 1) break;
  }
  return last?.bytes;
}

/** @param {PaperDocument} document @param {number} size */
async function at(document, size) {
  const doc = new PDFDocument({
    size: 'A4',
    margins,
    bufferPages: true,
    pdfVersion: '1.7',
    lang: document.language,
    tagged: true,
    displayTitle: true,
    subset: 'PDF/UA',
    font: /** @type {any} */ (null), // it would look for one that is not embedded
    info: {
      Title: document.title,
      Author: document.author,
      Subject: document.about,
      CreationDate: new Date(document.madeAt),
    },
  });
  /** @type {Buffer[]} */
  const parts = [];
  doc.on('data', (part) => parts.push(part));
  const ended = new Promise((resolve) => doc.on('end', resolve));
  doc.registerFont('plain', plain);
  doc.registerFont('bold', bold);
  const root = doc.struct('Document');
  doc.addStructure(root);
  drawLetterhead(doc, root, document, size);
  for (const block of document.blocks) draw(doc, root, block, size);
  root.end();
  const { count } = doc.bufferedPageRange();
  for (let i = 0; i < count; i++) foot(doc, document, i, count);
  doc.end();
  await ended;
  return { bytes: Buffer.concat(parts), pages: count };
}

/** Whose it is: the name is read out; the logo says no more than that, so that nobody has to hear it. */
function drawLetterhead(doc, root, { letterhead, logoSize }, size) {
  if (!letterhead) return;
  const top = doc.y;
  let under = top;
  if (letterhead.logo && logoSize) {
    doc.markContent('Artifact', { type: 'Layout' });
    try {
      doc.image(Buffer.from(letterhead.logo.bytes), margins.left, top, logoSize);
      under = top + logoSize.height;
    } catch {
      // a kind of picture that cannot be drawn is left out: the paper itself matters more
    }
    doc.endMarkedContent();
  }
  if (letterhead.name !== null) {
    const beside = under > top && logoSize ? logoSize.width + 12 : 0;
    const room = width(doc) - beside;
    doc.font('bold').fontSize(size);
    const height = doc.heightOfString(letterhead.name, { width: room });
    const at = beside > 0 ? top + Math.max(0, (logoSize.height - height) / 2) : top;
    root.add(
      doc.struct('P', () => {
        doc.font('bold').fontSize(size).fillColor(colors.ink);
        doc.text(letterhead.name, margins.left + beside, at, { width: room });
      }),
    );
    under = Math.max(under, at + height);
  }
  doc.x = margins.left;
  doc.y = under + size * 0.8;
}

/** What stands under every page is not read out: it is the same on each. */
function foot(doc, document, page, count) {
  doc.switchToPage(page);
  doc.markContent('Artifact', { type: 'Pagination', attached: ['Bottom'] });
  doc.font('plain').fontSize(8).fillColor(colors.quiet);
  const y = doc.page.height - 32;
  doc.page.margins.bottom = 0;
  doc.text(document.foot, margins.left, y, { lineBreak: false, width: 440, height: 10, ellipsis: true });
  const n = `${page + 1} / ${count}`;
  doc.text(n, doc.page.width - margins.right - doc.widthOfString(n), y, { lineBreak: false });
  doc.page.margins.bottom = margins.bottom;
  doc.endMarkedContent();
}

const width = (doc) => doc.page.width - margins.left - margins.right;

function draw(doc, root, block, size) {
  const text = (kind, font, points, words, more = {}) =>
    root.add(
      doc.struct(kind, () => {
        doc
          .font(font)
          .fontSize(points)
          .fillColor(more.quiet ? colors.quiet : colors.ink);
        doc.text(words, margins.left, doc.y, { width: width(doc) });
      }),
    );
  switch (block.kind) {
    case 'heading': {
      const points = size * headings[block.level];
      doc.y += block.level === 1 ? 0 : size * 0.7;
      if (doc.y + points * 3 > doc.page.height - margins.bottom) doc.addPage();
      text(`H${block.level}`, 'bold', points, block.text);
      doc.y += size * 0.2;
      return;
    }
    case 'text':
      text('P', block.strong ? 'bold' : 'plain', size, block.text, block);
      doc.y += size * 0.3;
      return;
    case 'list':
      drawList(doc, root, block, size);
      return;
    case 'table':
      drawTable(doc, root, block, size);
  }
}

function drawList(doc, root, { items }, size) {
  const list = doc.struct('L');
  root.add(list);
  for (const item of items) {
    const entry = doc.struct('LI');
    list.add(entry);
    doc.font('plain').fontSize(size).fillColor(colors.ink);
    const height = doc.heightOfString(item, { width: width(doc) - 12 });
    if (doc.y + height > doc.page.height - margins.bottom) doc.addPage();
    const top = doc.y;
    entry.add(doc.struct('Lbl', () => doc.text('•', margins.left + 2, top, { lineBreak: false })));
    entry.add(doc.struct('LBody', () => doc.text(item, margins.left + 12, top, { width: width(doc) - 12 })));
    entry.end();
    doc.y += size * 0.15;
  }
  list.end();
}

function drawTable(doc, root, { heads, rows, widths }, size) {
  const table = doc.struct('Table');
  root.add(table);
  const whole = width(doc);
  const sum = widths.reduce((a, b) => a + b, 0);
  const columns = widths.map((one) => (one / sum) * whole);
  const line = (cells, isHead) => {
    const fontOf = (i) => (isHead || i === 0 ? 'bold' : 'plain');
    const heights = cells.map((cell, i) =>
      doc
        .font(fontOf(i))
        .fontSize(size)
        .heightOfString(cell || ' ', { width: (columns[i] ?? 0) - 6 }),
    );
    const height = Math.max(...heights) + 2 * pad;
    if (doc.y + height > doc.page.height - margins.bottom) {
      doc.addPage();
      if (!isHead && heads.length > 0) line(heads, true);
    }
    const top = doc.y;
    const row = doc.struct('TR');
    table.add(row);
    let x = margins.left;
    for (const [i, cell] of cells.entries()) {
      const kind = isHead || i === 0 ? 'TH' : 'TD';
      const scope = isHead ? 'Column' : 'Row';
      row.add(
        doc.struct(kind, kind === 'TH' ? { scope } : {}, () => {
          doc.font(fontOf(i)).fontSize(size).fillColor(colors.ink);
          doc.text(cell || ' ', x, top + pad, { width: (columns[i] ?? 0) - 6 });
        }),
      );
      x += columns[i] ?? 0;
    }
    row.end();
    doc.markContent('Artifact', { type: 'Layout' });
    doc
      .moveTo(margins.left, top + height)
      .lineTo(margins.left + whole, top + height)
      .lineWidth(0.5)
      .stroke(colors.rule);
    doc.endMarkedContent();
    doc.x = margins.left;
    doc.y = top + height + pad;
  };
  if (heads.length > 0) line(heads, true);
  for (const cells of rows) line(cells, false);
  table.end();
}

// Last, when all that it needs is there.
const document = /** @type {PaperDocument} */ (workerData);
parentPort?.postMessage(await drawn(document));
