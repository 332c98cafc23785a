// A document as one file of HTML that needs nothing else: its style stands in it, it has no script, and what goes with it stands in
// it as data. Written in pieces, so that it can be as long as it has to be.
import type { InSteps } from '../../domain/fold/in-steps.js';
import type { BlocksInSteps, PaperBlock, PaperDocument } from './paper-document.js';
import { Pieces } from './pieces.js';

/** A file that goes with it. */
export interface Attached {
  name: string;
  type: string;
  /** What is said of it beside its name. */
  about: string;
  /** Null where it does not stand in it. */
  bytes: AsyncIterable<Buffer> | null;
  /** Where it is, of what stands beside it. */
  href?: string;
}

const rowsPerStep = 50;

const style =
  ':root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}' +
  'body{margin:0 auto;max-width:75rem;overflow-wrap:anywhere;padding:1rem}' +
  'h2{border-top:2px solid;margin-top:2.5rem;padding-top:.5rem}' +
  'table{border-collapse:collapse;width:100%}' +
  'th,td{border-bottom:1px solid #8a93a6;padding:.3rem .75rem .3rem 0;text-align:left;vertical-align:top;white-space:pre-line}' +
  'thead th{border-bottom-width:2px}' +
  '.quiet{opacity:.8}' +
  '@media print{@page{margin:14mm;size:A4 landscape}:root{font-size:10pt}tr{break-inside:avoid}h2,h3{break-after:avoid}}';

/**
 * What comes before the files: each block is written as it comes, so that a long document is not held in full beside its file.
 * @param contents what stands over the list of its parts
 */
export function* htmlHead(
  { language, title, about }: Pick<PaperDocument, 'language' | 'title' | 'about'>,
  blocks: BlocksInSteps,
  contents: string,
): InSteps<Buffer[]> {
  const head = new Pieces();
  head.push(
    `<!doctype html>\n<html lang="${escaped(language)}">\n<head>\n<meta charset="utf-8">\n`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
    `<title>${escaped(`${title}. ${about}`)}</title>\n<style>${style}</style>\n</head>\n<body>\n<main>\n`,
  );
  const body = new Pieces();
  const parts: string[] = [];
  let i = 0;
  for (const block of blocks) {
    if (block === undefined) yield;
    else {
      if (isPart(block)) parts.push(`<li><a href="#${idOf(i)}">${escaped(block.text)}</a></li>`);
      yield* written(block, i++, parts.length > 0 ? body : head);
    }
  }
  head.push(`<nav aria-label="${escaped(contents)}"><ul>${parts.join('')}</ul></nav>\n`);
  return [...head.all(), ...body.all()];
}

const idOf = (i: number): string => `deel-${i}`;

const isPart = (block: PaperBlock): block is PaperBlock & { kind: 'heading' } =>
  block.kind === 'heading' && block.level === 2;

function* written(block: PaperBlock, i: number, pieces: Pieces): InSteps<void> {
  switch (block.kind) {
    case 'heading':
      pieces.push(`<h${block.level} id="${idOf(i)}">${escaped(block.text)}</h${block.level}>\n`);
      return;
    case 'text': {
      const text = block.strong ? `<strong>${escaped(block.text)}</strong>` : escaped(block.text);
      pieces.push(`<p${block.quiet ? ' class="quiet"' : ''}>${text}</p>\n`);
      return;
    }
    case 'list':
      pieces.push(`<ul>${block.items.map((item) => `<li>${escaped(item)}</li>`).join('')}</ul>\n`);
      return;
    case 'table': {
      const { heads, rows } = block;
      pieces.push('<table>');
      if (heads.length > 0)
        pieces.push(`<thead><tr>${heads.map((head) => `<th scope="col">${escaped(head)}</th>`).join('')}</tr></thead>`);
      pieces.push('<tbody>\n');
      for (const [n, [first = '', ...cells]] of rows.entries()) {
        const told = cells.map((cell) => `<td>${escaped(cell)}</td>`).join('');
        pieces.push(`<tr><th scope="row">${escaped(first)}</th>${told}</tr>\n`);
        if (n % rowsPerStep === 0) yield;
      }
      pieces.push('</tbody></table>\n');
    }
  }
}

/** The files, under their heading, and the end. */
export async function* htmlFiles(title: string, files: readonly Attached[], none: string): AsyncGenerator<string> {
  yield `<h2 id="bestanden">${escaped(title)}</h2>\n`;
  if (files.length === 0) yield `<p class="quiet">${escaped(none)}</p>\n`;
  else yield '<ul>\n';
  for (const { name, type, about, bytes, href } of files) {
    yield '<li>';
    if (bytes === null) yield href === undefined ? escaped(name) : `<a href="${escaped(href)}">${escaped(name)}</a>`;
    else {
      yield `<a download="${escaped(name)}" href="data:${escaped(type)};base64,`;
      yield* inBase64(bytes);
      yield `">${escaped(name)}</a>`;
    }
    yield ` <span class="quiet">${escaped(about)}</span></li>\n`;
  }
  yield `${files.length === 0 ? '' : '</ul>\n'}</main>\n</body>\n</html>\n`;
}

/** In threes of bytes, so that the pieces stand behind each other without a seam. */
async function* inBase64(bytes: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const piece of bytes) {
    const all = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
    const whole = all.length - (all.length % 3);
    yield all.subarray(0, whole).toString('base64');
    rest = all.subarray(whole);
  }
  yield rest.toString('base64');
}

/** HTML has no place for control characters; a text that breaks off in the middle of a character is mended. */
const escaped = (text: string): string =>
  /[^ -~]|[&<>"']/.test(text) // most texts have nothing of it
    ? text
        .toWellFormed()
        .replace(/[^\P{Cc}\t\n\r]/gu, '\uFFFD')
        .replace(/[&<>"']/g, (one) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[one] ?? '&#39;')
    : text;
