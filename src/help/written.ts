// Small parts of writing a chapter: its plain text, the address of a heading, the size of a picture.
import type { Token } from 'marked';

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => signs[sign] ?? sign);

/** What these say, without marks. */
export function plainOf(tokens: readonly Token[]): string {
  return tokens.map(plainOfOne).join('').replaceAll(/\s+/g, ' ').trim();
}

function plainOfOne(token: Token): string {
  if (token.type === 'table') {
    const { header, rows } = token as { header: { tokens: Token[] }[]; rows: { tokens: Token[] }[][] }; // as marked makes it
    return [header, ...rows].flatMap((row) => row.map(({ tokens }) => `${plainWithin(tokens)} `)).join('');
  }
  if (token.type === 'list') {
    const { items } = token as { items: { tokens: Token[] }[] }; // as marked makes it
    return items.map(({ tokens }) => `${plainWithin(tokens)} `).join('');
  }
  const { tokens, text } = token as { tokens?: Token[]; text?: string }; // every kind has one of these, or says nothing
  return tokens ? plainWithin(tokens) : (text ?? ' ');
}

const plainWithin = (tokens: readonly Token[]): string => tokens.map(plainOfOne).join('');

/** As it is in the address of a heading, here and where the handbook is read as a file. */
export const headingId = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-');

/** The same again with a number behind it, since a page has each once. */
export function numbered(known: Map<string, number>, text: string, between = '-'): string {
  const before = known.get(text) ?? 0;
  known.set(text, before + 1);
  return before === 0 ? text : `${text}${between}${before}`;
}

/** Of a PNG, as its first chunk says. */
export const sizeOf = (png: Buffer): { width: number; height: number } => ({
  width: png.readUInt32BE(16),
  height: png.readUInt32BE(20),
});
