// Lays boxes out in layers along the way that the arrows go. Where they stand is for dagre; between the layers an arrow
// may move sideways, past a layer it runs straight, so that none crosses a box.
import * as dagre from '@dagrejs/dagre';

export interface Point {
  x: number;
  y: number;
}

/** What is used of dagre; its own types cannot be followed, because their imports have no extensions. */
interface Dagre {
  Graph: new (options: { multigraph: true }) => DagreGraph;
  layout: (graph: DagreGraph) => void;
}

interface DagreGraph {
  setGraph(options: { rankdir: 'TB' | 'LR'; ranksep: number; nodesep: number; edgesep: number }): void;
  setNode(id: string, size: Size): void;
  setEdge(from: string, to: string, options: { weight: number }, name: string): void;
  graph(): Partial<Size>;
  node(id: string): Partial<Point>;
  edge(from: string, to: string, name: string): { points?: Point[] };
}

const { Graph, layout } = dagre as unknown as Dagre;

export interface Size {
  width: number;
  height: number;
}

export interface Joint {
  from: string;
  to: string;
  /** How much it counts that it stays short. */
  weight?: number;
}

/** A straight stretch of an arrow, along the way that the layers go. */
export interface Run {
  /** Where it is across that way. */
  across: number;
  from: number;
  until: number;
}

export interface Layers {
  width: number;
  height: number;
  /** The middle of every box. */
  at: ReadonlyMap<string, Point>;
  /** In the order of the joints: the runs between leaving the layer of one box and entering that of the other. */
  runs: readonly (readonly Run[])[];
}

export interface Spacing {
  way: 'down' | 'right';
  /** Between layers, and between boxes in one. */
  between: number;
  beside: number;
}

/** So many layouts are remembered: a plan looks the same to everyone, and each takes some tens of milliseconds. */
const keptMax = 64;
const kept = new Map<string, Layers>();

/** In the units of the sizes, from 0, 0. Boxes that stand beside each other keep their order as far as they can. */
export function layered(boxes: ReadonlyMap<string, Size>, joints: readonly Joint[], spacing: Spacing): Layers {
  const key = JSON.stringify([[...boxes], joints, spacing]);
  const found = kept.get(key) ?? laidOut(boxes, joints, spacing);
  kept.delete(key); // what was asked for last goes last
  kept.set(key, found);
  for (const oldest of kept.keys()) if (kept.size > keptMax) kept.delete(oldest);
  return found;
}

function laidOut(boxes: ReadonlyMap<string, Size>, joints: readonly Joint[], spacing: Spacing): Layers {
  const { way, between, beside } = spacing;
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: way === 'down' ? 'TB' : 'LR', ranksep: between, nodesep: beside, edgesep: beside });
  for (const [id, { width, height }] of boxes) graph.setNode(id, { width, height });
  joints.forEach(({ from, to, weight = 1 }, i) => graph.setEdge(from, to, { weight }, String(i)));
  layout(graph);
  const { width = 0, height = 0 } = graph.graph();
  const found = new Map([...boxes.keys()].map((id) => [id, pointOf(graph.node(id))]));
  const mirrored = way === 'down' && isReversed([...found.values()]);
  const turned = ({ x, y }: Point): Point => (mirrored ? { x: width - x, y } : { x, y });
  const at = new Map([...found].map(([id, point]) => [id, turned(point)]));
  const along = ({ x, y }: Point) => (way === 'down' ? y : x);
  const across = ({ x, y }: Point) => (way === 'down' ? x : y);
  const bands = new Map<number, number>();
  for (const [id, size] of boxes) {
    const place = Math.round(along(at.get(id)!)); // every box was placed
    bands.set(place, Math.max(bands.get(place) ?? 0, (way === 'down' ? size.height : size.width) / 2));
  }
  const runAt = (point: Point): Run[] => {
    const place = Math.round(along(point));
    const half = bands.get(place);
    return half === undefined ? [] : [{ across: across(point), from: place - half, until: place + half }];
  };
  const runs = joints.map(({ from, to }, i) => {
    const inner = graph.edge(from, to, String(i)).points?.slice(1, -1) ?? [];
    return [at.get(from)!, ...inner.map(turned), at.get(to)!].flatMap(runAt); // as above
  });
  return { width, height, at, runs };
}

/** Whether boxes beside each other stand rather from right to left: dagre does not mind, a reader does. */
function isReversed(points: Point[]): boolean {
  const pairs = points.flatMap((a, i) => points.slice(i + 1).map((b) => (a.y === b.y ? Math.sign(b.x - a.x) : 0)));
  return pairs.reduce<number>((sum, one) => sum + one, 0) < 0;
}

const pointOf = ({ x, y }: Partial<Point>): Point => {
  if (x === undefined || y === undefined) throw new Error('a box has no place after layout');
  return { x, y };
};
