// The part of a text in which a word that was looked for stands, with that word apart so that it can be marked.
import type { Piece } from '../pages/lists/search.js';
import type { Wording } from '../../wording/wording.js';

/** So many characters stand before the first word that was found, and in all. */
const beforeMax = 70;
const lengthMax = 260;

export function excerptOf(text: string, stems: ReadonlySet<string>, { wordsIn }: Wording): Piece[] {
  const words = wordsIn(text);
  const found = words.filter(({ stem }) => stems.has(stem));
  const first = found[0]?.from ?? 0;
  const from = first <= beforeMax ? 0 : (words.find((word) => word.from >= first - beforeMax)?.from ?? first);
  const until = text.length - from <= lengthMax ? text.length : lastBefore(words, from + lengthMax);
  const pieces: Piece[] = [];
  let at = from;
  for (const word of found.filter((one) => one.from >= from && one.until <= until)) {
    if (word.from < at) continue; // a part of one with a hyphen
    pieces.push([text.slice(at, word.from), false], [text.slice(word.from, word.until), true]);
    at = word.until;
  }
  pieces.push([text.slice(at, until), false]);
  return [
    ...(from > 0 ? [['… ', false] as Piece] : []),
    ...pieces.filter(([piece]) => piece !== ''),
    ...(until < text.length ? [[' …', false] as Piece] : []),
  ];
}

/** Where the last word ends that does so before that place; the place itself in one endless word. */
const lastBefore = (words: readonly { from: number; until: number }[], max: number): number =>
  words.findLast(({ from, until }) => until <= max && from < until)?.until ?? max;
