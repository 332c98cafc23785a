// The handbook as pages: every chapter of docs/handboek as HTML. The build puts the result in the place of this file, so that
// what makes it is not needed to run. Of what stands there as HTML nothing is passed on but its text.
import { readdirSync, readFileSync } from 'node:fs';
import { Marked, type RendererObject, type Token, type Tokens } from 'marked';
import { escaped, headingId, numbered, plainOf, sizeOf } from './written.js';

/** What stands under one heading, as it is searched. */
interface Part {
  id: string;
  title: string;
  depth: number;
  text: string;
}

export interface Chapter {
  /** Of the first chapter, which leads to the others, nothing. */
  name: string;
  title: string;
  html: string;
  parts: Part[];
}

const folder = new URL('../../docs/handboek/', import.meta.url);
const first = 'README';

/** The pictures that the chapters show. */
export const pictureNames: readonly string[] = readdirSync(new URL('beeld/', folder)).filter((name) =>
  name.endsWith('.png'),
);

export const chapters: readonly Chapter[] = readdirSync(folder)
  .filter((name) => name.endsWith('.md'))
  .sort((a, b) => Number(b.startsWith(first)) - Number(a.startsWith(first)) || (a < b ? -1 : 1))
  .map((file) => chapterOf(file.replace(/\.md$/, ''), readFileSync(new URL(file, folder), 'utf8')));

function chapterOf(file: string, text: string): Chapter {
  const parts: Part[] = [];
  const marked = new Marked({ renderer: rendererFor(parts) });
  const [head, ...tokens] = marked.lexer(text);
  if (head?.type !== 'heading') throw new Error(`${file} begins with a heading`);
  const name = file === first ? '' : file;
  const title = plainOf((head as Tokens.Heading).tokens);
  parts.push({ id: '', title, depth: 1, text: '' });
  const html = marked.parser(tokens);
  fill(parts, tokens);
  return { name, title, html, parts };
}

/** What is said under each heading, without marks. */
function fill(parts: readonly Part[], tokens: readonly Token[]): void {
  let i = 0;
  for (const token of tokens) {
    if (token.type === 'heading') i += 1;
    const part = parts[i];
    if (part) part.text = `${part.text} ${plainOf([token])}`.trim();
  }
}

/** @param parts to which each heading is added, in order */
function rendererFor(parts: Part[]): RendererObject {
  const ids = new Map<string, number>();
  const tables = new Map<string, number>();
  return {
    heading({ tokens, depth }) {
      const id = numbered(ids, headingId(plainOf(tokens)));
      parts.push({ id, title: plainOf(tokens), depth, text: '' });
      return `<h${depth} class="nl-heading nl-heading--level-${depth}" id="${id}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
    },
    paragraph({ tokens }) {
      return `<p class="nl-paragraph">${this.parser.parseInline(tokens)}</p>\n`;
    },
    link({ href, tokens }) {
      const text = this.parser.parseInline(tokens);
      const to = addressOf(href);
      return to === null ? text : `<a class="nl-link" href="${escaped(to)}">${text}</a>`;
    },
    image({ href, text }) {
      const { width, height } = sizeOf(readFileSync(new URL(href, folder)));
      const source = escaped(`/hulp/${href}`);
      return `<img class="sluis-picture" src="${source}" alt="${escaped(text)}" width="${width}" height="${height}" loading="lazy">`;
    },
    table({ header, rows }) {
      const label = escaped(numbered(tables, parts.at(-1)?.title ?? '', ' '));
      const row = (cells: string[]): string => `<tr class="utrecht-table__row">${cells.join('')}</tr>\n`;
      const inside = ({ tokens }: Tokens.TableCell): string => this.parser.parseInline(tokens);
      const heads = header.map((cell) =>
        cell.text === ''
          ? '<td class="utrecht-table__header-cell"></td>'
          : `<th class="utrecht-table__header-cell" scope="col">${inside(cell)}</th>`,
      );
      const body = rows.map((cells) =>
        row(cells.map((cell) => `<td class="utrecht-table__cell">${inside(cell)}</td>`)),
      );
      return `<div class="sluis-scroll" role="region" aria-label="${label}" tabindex="0"><table class="utrecht-table">
<thead class="utrecht-table__header">${row(heads)}</thead><tbody class="utrecht-table__body">${body.join('')}</tbody></table></div>\n`;
    },
    html({ text }) {
      return escaped(text);
    },
  };
}

/** Where a link of the handbook leads on screen; null for a file that is for who installs Sluis. */
function addressOf(href: string): string | null {
  if (/^(https:|#)/.test(href)) return href;
  const [, name, mark = ''] = /^([\w-]+)\.md(#.*)?$/.exec(href) ?? [];
  if (name === undefined) return null;
  return name === first ? `/hulp${mark}` : `/hulp/${name}${mark}`;
}
