// What the shapes and the lines of a diagram mean: only those that are in it; in a drawing in as many rows as it is wide for.
import type { Wording } from '../wording/wording.js';
import { types, type PlacedArrow, type PlacedBox, type PlacedText } from './drawing.js';
import type { Picture } from './picture.js';
import { textWidth } from './text.js';

export interface LegendItem {
  /** A small box, or a piece of line. */
  sample: PlacedBox | PlacedArrow;
  meaning: PlacedText;
}

export interface Legend {
  height: number;
  items: LegendItem[];
}

type Kind = PlacedBox['kind'] | PlacedArrow['kind'];

/** In this order. */
const kinds = ['phase', 'gate', 'council', 'fact', 'starts', 'branch', 'waits', 'rework', 'reopen'] as const;

const size = { width: 38, height: 22 };
const gap = 8;
const between = 24;
const rowHeight = 32;
const margin = 12;

/** The kinds that are in a diagram, each with what it means and a sample of this size whose corner is at 0. */
export function samplesOf({ boxes, arrows }: Picture, { diagram }: Wording) {
  const present = new Set<Kind>([...boxes, ...arrows].map(({ kind }) => kind));
  return kinds
    .filter((kind) => present.has(kind))
    .map((kind) => ({ kind, text: diagram.legend[kind], sample: sampleOf(kind, 0, 0), ...size }));
}

/** Over a diagram of that width. */
export function legendOf(picture: Picture, width: number, wording: Wording): Legend {
  let [x, y] = [margin, margin];
  const items = samplesOf(picture, wording).map(({ kind, text }): LegendItem => {
    const wide = size.width + gap + textWidth(text, types.label);
    if (x > margin && x + wide > width - margin) [x, y] = [margin, y + rowHeight];
    const meaning = { x: x + size.width + gap, y: y + size.height / 2 + 5, text, anchor: 'start' as const };
    const item = { sample: sampleOf(kind, x, y), meaning };
    x += wide + between;
    return item;
  });
  return { height: y + rowHeight, items };
}

function sampleOf(kind: Kind, x: number, y: number): PlacedBox | PlacedArrow {
  switch (kind) {
    case 'start':
    case 'end':
    case 'phase':
    case 'gate':
    case 'council':
    case 'fact':
      return { id: kind, kind, x, y, ...size, title: [], lines: [] };
    case 'leads':
    case 'starts':
    case 'branch':
    case 'waits':
    case 'rework':
    case 'reopen':
      return { kind, path: `M${x},${y + size.height / 2}h${size.width}`, label: null };
  }
}
