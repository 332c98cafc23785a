// Reads stands back from a page as a machine does: by the attributes that carry them, and by the words and signs that stand
// beside these.
import { linesOf } from '../../fixtures/first-release/page-text.js';

/** A stand as a page shows it. */
export interface Seen {
  body: string;
  stand: string;
  question: string | null;
  /** Null where the sign stands elsewhere. */
  sign: string | null;
  word: string;
}

/** As it is read: what stands between the pieces of a sentence has no space before it. */
export const textOf = (html: string): string =>
  linesOf(html)
    .join(' ')
    .replace(/ (?=[,;:])/g, '');

/** The whole of an element that begins at a place in a page. */
function elementAt(html: string, from: number): string {
  const name = /^<([a-z0-9]+)/.exec(html.slice(from, from + 20))?.[1] ?? '';
  const tags = new RegExp(`<(/?)${name}\\b[^>]*>`, 'g');
  tags.lastIndex = from;
  let depth = 0;
  for (let tag = tags.exec(html); tag; tag = tags.exec(html)) {
    depth += tag[1] === '' ? 1 : -1;
    if (depth === 0) return html.slice(from, tags.lastIndex);
  }
  throw new Error(`an element <${name}> is not closed`);
}

/** Every element whose opening tag is like this. */
export const elements = (html: string, opening: RegExp): string[] =>
  [...html.matchAll(new RegExp(opening, 'g'))].map(({ index }) => elementAt(html, index));

const attribute = (tag: string, name: string): string | null =>
  new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? null;

/** The sign in a class; a response is drawn by its own, and counts as for. */
const signIn = (tag: string): string | null =>
  /sluis-verdict--([a-z-]+)/.exec(tag)?.[1]?.replace(/^(no-)?view$/, 'for') ?? null;

/** The word of a sign, which is drawn before it. */
export const verdictsIn = (html: string): { sign: string; word: string }[] =>
  elements(html, /<span class="sluis-verdict /).map((element) => ({
    sign: signIn(element) ?? '',
    word: textOf(element),
  }));

export const standsIn = (html: string): Seen[] =>
  elements(html, /<[a-z]+\b[^>]*\bdata-stand="[^>]*>/).map((element) => {
    const tag = /^<[^>]*>/.exec(element)?.[0] ?? '';
    return {
      body: attribute(tag, 'data-body') ?? '',
      stand: attribute(tag, 'data-stand') ?? '',
      question: attribute(tag, 'data-question'),
      sign: signIn(tag),
      word: textOf(element),
    };
  });

/** The cells of a table, a row each, without its head. */
export const rowsIn = (table: string): string[][] =>
  elements(table, /<tr\b[^>]*>/)
    .map((row) => elements(row, /<td\b[^>]*>/))
    .filter((cells) => cells.length > 0);

export const firstOf = (html: string, opening: RegExp): string => elements(html, opening)[0] ?? '';

/** A number as it is shown after some words. */
export const numberIn = (text: string, around: RegExp): number => Number(around.exec(text)?.[1] ?? Number.NaN);
