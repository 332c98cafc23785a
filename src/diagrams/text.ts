// How wide a text is, and where it is broken, without a browser. The widths are those of Helvetica and Arial; the
// typeface of Sluis is narrower, so that what fits by this measure fits in both.

/** Per thousand of the size, by the characters that are so wide. */
const widths: [width: number, characters: string][] = [
  [222, "ijl'’‘"],
  [278, ' !,./:;I[\\]ft|'],
  [333, '()-‐`r"“”'],
  [500, 'Jcksvxyz'],
  [556, '0123456789?abdeghnopqu–_L#$€'],
  [584, '+<=>~^*'],
  [611, 'FTZ'],
  [667, 'ABEKPSVXY&'],
  [722, 'CDHNRUw'],
  [778, 'GOQ'],
  [833, 'Mm'],
  [944, 'W—…'],
];
const widthOf = new Map(widths.flatMap(([width, characters]) => [...characters].map((one) => [one, width] as const)));
/** Of a character that is not in the table. */
const widest = 1000;
/** So much wider is the same in bold, and so much room is kept for a typeface that is wider. */
const boldness = 1.08;
const reserve = 1.05;

export interface Type {
  /** In pixels. */
  size: number;
  bold: boolean;
}

/** So many letters at least stay together after a hyphen. */
const tailMin = 4;
/** Where a word is broken; not the hyphen-minus, which may be a part of it. */
const breakSign = '‐';

/** In pixels, at most. */
export function textWidth(text: string, { size, bold }: Type): number {
  const letters = [...text.normalize('NFD').replace(/\p{M}/gu, '')];
  const units = letters.reduce((sum, one) => sum + (widthOf.get(one) ?? widest), 0);
  return (units / 1000) * size * reserve * (bold ? boldness : 1);
}

/** The text in lines that are no wider than this; a word that is too long is broken with a hyphen. */
export function wrapped(text: string, type: Type, max: number): string[] {
  const fits = (line: string) => textWidth(line, type) <= max;
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).flatMap((one) => broken(one, fits))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (fits(longer)) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line];
}

function broken(word: string, fits: (line: string) => boolean): string[] {
  if (fits(word)) return [word];
  const letters = [...word];
  let head = letters.length - tailMin;
  while (head > 1 && !fits(`${letters.slice(0, head).join('')}${breakSign}`)) head--;
  return [`${letters.slice(0, head).join('')}${breakSign}`, ...broken(letters.slice(head).join(''), fits)];
}
