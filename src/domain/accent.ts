// The accent of a region: whether text in it can be read, which colour near it can, and what it becomes in the dark scheme.
// Contrast is that of WCAG 2.2, the distance to a colour of a verdict that of OKLab.

/** As `#rrggbb`, in lower case. */
export type Colour = string;

/** What an accent is on a page: itself and what is pressed, on a tint of it and on that under a pointer; the edge of a button. */
interface Shades {
  tint: Colour;
  hovered: Colour;
  edge: Colour;
  accent: Colour;
  pressed: Colour;
}

/** The least contrast of text, and of a button with its text. */
export const contrastMin = 4.5;

/** On what an accent stands, beside its own tint: the paper of a scheme and its lightest grey. */
export const grounds = { light: ['#ffffff', '#f9f9fa'], dark: ['#11161f', '#181f2b'] } as const;

/** What a verdict is drawn in, by light. */
export const verdictColours = {
  for: '#157b31',
  conditions: '#8a4b00',
  against: '#b3121b',
  deferred: '#00568b',
} as const;

/** What a pressed key and a tint are made of: so much of white, of black, of the paper. */
const mixed = {
  tint: 0.95,
  hovered: 0.88,
  edge: 0.15,
  pressed: 0.25,
  darkTint: 0.84,
  darkHovered: 0.75,
  darkPressed: 0.4,
};
/** More than readable: the dark scheme has the accent as text more than as a ground. */
const darkContrast = 6;
/** Closer than this, two colours are taken for the same. */
const alikeMax = 0.08;

/** @returns null for what is no colour */
export function readColour(text: string): Colour | null {
  const [, digits] = /^#?([0-9a-f]{6}|[0-9a-f]{3})$/i.exec(text.trim()) ?? [];
  if (digits === undefined) return null;
  const six = digits.length === 3 ? [...digits].map((one) => one + one).join('') : digits;
  return `#${six.toLowerCase()}`;
}

/** From 1 to 21. */
export function contrastOf(one: Colour, other: Colour): number {
  const [high, low] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => b - a) as [number, number]; // two of them
  return (high + 0.05) / (low + 0.05);
}

export interface AccentJudged {
  /** The least of all grounds of the light scheme, to two decimals, rounded down. */
  contrast: number;
  /** The colour itself where it can be read; else the nearest darker one that can. */
  nearest: Colour;
  light: Shades;
  dark: Shades;
  /** Of the dark scheme, likewise. */
  darkContrast: number;
  /** The verdict that it could be taken for. */
  resembles: keyof typeof verdictColours | null;
}

export function judgeAccent(accent: Colour): AccentJudged {
  const light = lightShades(accent);
  const dark = darkShades(accent);
  return {
    contrast: down(leastContrast(light, grounds.light)),
    nearest: firstThat(accent, '#000000', (one) => leastContrast(lightShades(one), grounds.light) >= contrastMin),
    light,
    dark,
    darkContrast: down(leastContrast(dark, grounds.dark)),
    resembles: nearestVerdict(accent),
  };
}

const lightShades = (accent: Colour): Shades => ({
  tint: mix(accent, '#ffffff', mixed.tint),
  hovered: mix(accent, '#ffffff', mixed.hovered),
  edge: mix(accent, '#ffffff', mixed.edge),
  accent,
  pressed: mix(accent, '#000000', mixed.pressed),
});

/** The same hue, as light as it has to be there. */
function darkShades(accent: Colour): Shades {
  const tint = mix(accent, grounds.dark[0], mixed.darkTint);
  const isLight = (one: Colour) => [...grounds.dark, tint].every((ground) => contrastOf(one, ground) >= darkContrast);
  const text = firstThat(accent, '#ffffff', isLight);
  return {
    tint,
    hovered: mix(accent, grounds.dark[0], mixed.darkHovered),
    edge: mix(text, grounds.dark[0], mixed.edge),
    accent: text,
    pressed: mix(text, '#ffffff', mixed.darkPressed),
  };
}

const leastContrast = ({ tint, accent }: Shades, papers: readonly Colour[]): number =>
  Math.min(...[...papers, tint].map((ground) => contrastOf(accent, ground)));

/** Whoever reads it shall not be told more than there is. */
const down = (contrast: number): number => Math.floor(contrast * 100) / 100;

/** On the way from a colour to another, the first that will do. */
function firstThat(from: Colour, to: Colour, willDo: (one: Colour) => boolean): Colour {
  const steps = 255;
  for (let step = 0; step < steps; step++) {
    const one = mix(from, to, step / steps);
    if (willDo(one)) return one;
  }
  return to;
}

type Three = [number, number, number];

const partsOf = (colour: Colour): Three => [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16)) as Three; // three of them

/** @param part how much of the other */
function mix(one: Colour, other: Colour, part: number): Colour {
  const others = partsOf(other);
  const parts = partsOf(one).map((value, i) => Math.round(value * (1 - part) + (others[i] ?? 0) * part));
  return `#${parts.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

const linearOf = (colour: Colour): Three =>
  partsOf(colour).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as Three; // as many as there were

function luminanceOf(colour: Colour): number {
  const [red, green, blue] = linearOf(colour);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Björn Ottosson, "A perceptual color space for image processing", 2020. */
function okLabOf(colour: Colour): Three {
  const [r, g, b] = linearOf(colour);
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function nearestVerdict(accent: Colour): AccentJudged['resembles'] {
  const own = okLabOf(accent);
  for (const verdict of ['for', 'conditions', 'against', 'deferred'] as const) {
    const [l, a, b] = okLabOf(verdictColours[verdict]);
    if (Math.hypot(l - own[0], a - own[1], b - own[2]) < alikeMax) return verdict;
  }
  return null;
}
