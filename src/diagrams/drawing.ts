// The diagram of a plan with every box, line of text and arrow in its place, in pixels from the top left.
import { layered, type Run, type Size } from './layers.js';
import type { Arrow, Box, Picture } from './picture.js';
import { textWidth, wrapped, type Type } from './text.js';

export interface PlacedText {
  x: number;
  /** The line on which the letters stand. */
  y: number;
  text: string;
  anchor: 'start' | 'middle' | 'end';
}

export interface PlacedBox extends Size {
  id: string;
  kind: Box['kind'];
  /** Its top left corner. */
  x: number;
  y: number;
  title: PlacedText[];
  lines: PlacedText[];
}

export interface PlacedArrow {
  kind: Arrow['kind'];
  /** As the `d` of a path. */
  path: string;
  label: PlacedText | null;
}

export interface Drawing extends Size {
  boxes: PlacedBox[];
  arrows: PlacedArrow[];
}

/** How the texts are set; the stylesheet says the same. */
export const types = {
  title: { size: 16, bold: true },
  line: { size: 14.5, bold: false },
  label: { size: 14, bold: false },
} satisfies Record<string, Type>;

const boxWidth = 264;
/** Between the side of a box and its text; a gate tapers. */
const sides = { start: 16, end: 16, phase: 14, gate: 20, council: 16, fact: 14 };
/** So far a gate tapers to its sides, as the doors of a lock. */
export const taper = 12;
const padding = 12;
const smallHeight = 36;
const titleHeight = 20;
const lineHeight = 19;
/** On the right of a box, for reopening. */
const room = 84;
const margin = 12;
const spacing = { way: 'down', between: 52, beside: 14 } as const;
/** Between arrows that end at the same box, and where on it a no-go leaves. */
const spread = 26;
const corner = 30;
/** So far an arrow is straight beside its label, and under its head. */
const straight = { label: 16, head: 13 };

interface Measured extends Size {
  box: Box;
  title: string[];
  lines: string[];
}

export function drawingOf({ boxes, arrows }: Picture): Drawing {
  const measured = boxes.map(measure);
  const layers = layered(
    new Map(measured.map(({ box, width, height }) => [box.id, { width: width + room, height }])),
    arrows.filter(({ kind }) => kind !== 'reopen').map(joint),
    spacing,
  );
  // A box stands left of the middle of its place.
  const left = margin - room / 2;
  const placed = new Map(
    measured.map((one) => {
      const { x, y } = layers.at.get(one.box.id)!; // every box was laid out
      return [one.box.id, place(one, left + x - one.width / 2, margin + y - one.height / 2)];
    }),
  );
  const runs = layers.runs.map((way) =>
    way.map(({ across, from, until }) => ({ across: across + left, from: from + margin, until: until + margin })),
  );
  return {
    width: Math.ceil(layers.width + 2 * margin),
    height: Math.ceil(layers.height + 2 * margin),
    boxes: [...placed.values()],
    arrows: placedArrows(arrows, runs, placed),
  };
}

/** The layout takes no circles, so a way back counts there as one forth. */
const joint = ({ from, to, kind }: Arrow) =>
  kind === 'rework'
    ? { from: to, to: from }
    : { from, to, weight: (kind === 'starts' || kind === 'branch') && to !== 'end' ? 4 : 1 };

function measure(box: Box): Measured {
  const inner = boxWidth - 2 * sides[box.kind];
  const title = wrapped(box.title, types.title, inner);
  const lines = box.lines.flatMap((line) => wrapped(line, types.line, inner));
  if (box.kind === 'start' || box.kind === 'end') {
    const width = Math.ceil(textWidth(box.title, types.title)) + 2 * sides[box.kind];
    return { box, title, lines, width, height: smallHeight };
  }
  const height = 2 * padding + title.length * titleHeight + lines.length * lineHeight;
  return { box, title, lines, width: boxWidth, height };
}

/** The texts under each other, in the middle of the box. */
function place({ box, width, height, title, lines }: Measured, x: number, y: number): PlacedBox {
  const textAt = (text: string, baseline: number): PlacedText => ({
    x: x + width / 2,
    y: baseline,
    text,
    anchor: 'middle',
  });
  const top = y + (height - title.length * titleHeight - lines.length * lineHeight) / 2;
  const middle = top + title.length * titleHeight;
  return {
    id: box.id,
    kind: box.kind,
    x,
    y,
    width,
    height,
    title: title.map((text, i) => textAt(text, top + (i + 1) * titleHeight - 5)),
    lines: lines.map((text, i) => textAt(text, middle + (i + 1) * lineHeight - 5)),
  };
}

/** @param runs of the arrows that do not end where they begin, in order */
function placedArrows(arrows: Arrow[], runs: Run[][], placed: ReadonlyMap<string, PlacedBox>): PlacedArrow[] {
  const ways = [...runs];
  const found = arrows.map((arrow) => ({ arrow, way: arrow.kind === 'reopen' ? [] : (ways.shift() ?? []) }));
  const said = new Set<string>();
  return found.map(({ arrow, way }) => {
    const [from, to] = [placed.get(arrow.from)!, placed.get(arrow.to)!]; // arrows join boxes of the same picture
    if (arrow.kind === 'reopen') return reopening(arrow, from);
    if (arrow.kind === 'rework') return wayBack(arrow, way, from, to);
    const beside = found.filter((other) => other.arrow.to === arrow.to && isOn(other.arrow));
    const inOrder = beside.map((other) => other.way).sort((a, b) => acrossBefore(a) - acrossBefore(b));
    const step = Math.min(spread, (to.width - 2 * corner) / inOrder.length);
    const aside = (inOrder.indexOf(way) - (inOrder.length - 1) / 2) * step;
    const placedArrow = wayOn(arrow, way, from, to, aside);
    const again = said.has(`${arrow.from} ${arrow.label}`);
    said.add(`${arrow.from} ${arrow.label}`);
    return again ? { ...placedArrow, label: null } : placedArrow;
  });
}

const isOn = ({ kind }: Arrow): boolean => kind !== 'rework' && kind !== 'reopen';

/** Where an arrow comes from, before the box at which it ends. */
const acrossBefore = (way: Run[]): number => way.at(-2)?.across ?? 0;

/** From the middle of the foot of a box to the head of another. */
function wayOn({ kind, label }: Arrow, way: Run[], from: PlacedBox, to: PlacedBox, aside: number): PlacedArrow {
  const foot = from.y + from.height;
  const least = foot + (label === null ? 0 : straight.label);
  const start = { across: from.x + from.width / 2, from: foot, until: Math.max(least, way[0]?.until ?? foot) };
  const most = to.y - straight.head;
  const end = { across: to.x + to.width / 2 + aside, from: Math.min(most, way.at(-1)?.from ?? to.y), until: to.y };
  return {
    kind,
    path: pathThrough([start, ...way.slice(1, -1), end]),
    label: label === null ? null : { x: start.across + 8, y: foot + 15, text: label, anchor: 'start' },
  };
}

/** From the head of a gate back up to the foot of its phase, at the corner on the side where its way lies. */
function wayBack({ kind, label }: Arrow, way: Run[], gate: PlacedBox, phase: PlacedBox): PlacedArrow {
  const foot = phase.y + phase.height;
  const between = way.slice(1, -1).map(({ across, from, until }) => ({ across, from: until, until: from }));
  const isRight = (between[0]?.across ?? 0) > phase.x + phase.width / 2;
  const cornerOf = ({ x, width }: PlacedBox): number => (isRight ? x + width - corner : x + corner);
  const start = { across: cornerOf(gate), from: gate.y, until: way.at(-1)?.from ?? gate.y };
  const least = foot + straight.head;
  const end = { across: cornerOf(phase), from: Math.max(least, way[0]?.until ?? foot), until: foot };
  return {
    kind,
    path: pathThrough([start, ...between.reverse(), end]),
    label: label === null ? null : { x: start.across + 8, y: gate.y - 12, text: label, anchor: 'start' },
  };
}

/** On the right of a gate, out and in again. */
function reopening({ kind, label }: Arrow, { kind: shape, x, y, width, height }: PlacedBox): PlacedArrow {
  const [middle, apart] = [y + height / 2, 14];
  const side = x + width - (shape === 'gate' ? (taper * apart) / (height / 2) : 0);
  const out = `C${at(side + 30, middle - 30)} ${at(side + 30, middle + 30)} ${at(side, middle + apart)}`;
  return {
    kind,
    path: `M${at(side, middle - apart)}${out}`,
    label: label === null ? null : { x: x + width + 24, y: middle + 5, text: label, anchor: 'start' },
  };
}

/** Straight along the runs, and in a curve from one to the next. */
const pathThrough = (runs: Run[]): string =>
  runs
    .map(({ across, from, until }, i) => {
      const before = runs[i - 1];
      if (!before) return `M${at(across, from)}L${at(across, until)}`;
      const half = (before.until + from) / 2;
      return `C${at(before.across, half)} ${at(across, half)} ${at(across, from)}L${at(across, until)}`;
    })
    .join('');

const at = (x: number, y: number): string => `${rounded(x)},${rounded(y)}`;
const rounded = (n: number): string => String(Math.round(n * 10) / 10);
