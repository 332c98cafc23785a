// The process of a plan as a file of BPMN 2.0 (OMG, 2011), with where everything stands, so that a viewer shows it.
import { create } from 'xmlbuilder2';
import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces.js';
import type { Plan } from '../domain/workflow/plan.js';
import type { Wording } from '../wording/wording.js';
import { processOf, type Element, type ElementKind, type Flow, type Process } from './bpmn.js';
import { layered, type Point, type Run, type Size } from './layers.js';

const namespaces = {
  'xmlns:bpmn': 'http://www.omg.org/spec/BPMN/20100524/MODEL',
  'xmlns:bpmndi': 'http://www.omg.org/spec/BPMN/20100524/DI',
  'xmlns:dc': 'http://www.omg.org/spec/DD/20100524/DC',
  'xmlns:di': 'http://www.omg.org/spec/DD/20100524/DI',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
};

export function bpmnOf(plan: Plan, wording: Wording): string {
  const { id, version, title, source } = plan.workflow;
  const process = processOf(plan, wording);
  const document = create({ version: '1.0', encoding: 'UTF-8' });
  const definitions = document.ele('bpmn:definitions', {
    ...namespaces,
    id: 'definitions',
    targetNamespace: 'urn:sluis:procesplan',
    exporter: 'Sluis',
  });
  const root = definitions.ele('bpmn:process', { id: `process-${id}.v${version}`, name: title, isExecutable: 'false' });
  root.ele('bpmn:documentation').txt(`${wording.diagram.source(source)} ${wording.diagram.notShown}`);
  for (const element of process.elements) writeElement(root, element, process.flows);
  for (const { id: flow, from, to, name } of process.flows)
    root.ele('bpmn:sequenceFlow', { id: flow, ...named(name), sourceRef: from, targetRef: to });
  writePlaces(definitions, `process-${id}.v${version}`, process);
  return `${document.end({ prettyPrint: true })}\n`;
}

const named = (name: string) => (name === '' ? {} : { name });

function writeElement(root: XMLBuilder, { id, kind, name, documentation, times }: Element, flows: Flow[]): void {
  const direction = kind.endsWith('Gateway') ? { gatewayDirection: directionOf(id, flows) } : {};
  const written = root.ele(`bpmn:${kind}`, { id, ...named(name), ...direction });
  if (documentation !== '') written.ele('bpmn:documentation').txt(documentation);
  for (const flow of flows.filter(({ to }) => to === id)) written.ele('bpmn:incoming').txt(flow.id);
  for (const flow of flows.filter(({ from }) => from === id)) written.ele('bpmn:outgoing').txt(flow.id);
  if (times !== null)
    written
      .ele('bpmn:multiInstanceLoopCharacteristics', { isSequential: 'false' })
      .ele('bpmn:loopCardinality', { 'xsi:type': 'bpmn:tFormalExpression' })
      .txt(String(times));
}

const directionOf = (id: string, flows: Flow[]): string =>
  flows.filter(({ to }) => to === id).length > 1 ? 'Converging' : 'Diverging';

const task = { width: 150, height: 90 };
const event = { width: 36, height: 36 };
const gateway = { width: 50, height: 50 };
const sizes: Record<ElementKind, Size> = {
  startEvent: event,
  endEvent: event,
  receiveTask: task,
  task,
  userTask: task,
  parallelGateway: gateway,
  inclusiveGateway: gateway,
  exclusiveGateway: gateway,
};
/** How far a task for rework stands under the line of its phase, and how far a hold goes above it. */
const below = 110;
const above = 70;
const spacing = { way: 'right', between: 60, beside: 30 } as const;

function writePlaces(definitions: XMLBuilder, process: string, { elements, flows }: Process): void {
  const on = flows.filter(({ back }) => !back);
  const inLine = elements.filter(({ id }) => on.some(({ from, to }) => from === id || to === id));
  const layers = layered(new Map(inLine.map(({ id, kind }) => [id, roomFor(kind)])), on, spacing);
  const sizeOf = new Map(elements.map(({ id, kind }) => [id, sizes[kind]]));
  /** A task for rework stands under the task that it leads to. */
  const middleOf = (id: string): Point => {
    const next = flows.find(({ from }) => from === id)?.to ?? id;
    const under = layers.at.get(next);
    const point = layers.at.get(id) ?? (under && { x: under.x, y: under.y + below });
    if (!point) throw new Error(`"${id}" has no place`);
    return point;
  };
  const plane = definitions
    .ele('bpmndi:BPMNDiagram', { id: 'diagram' })
    .ele('bpmndi:BPMNPlane', { id: 'plane', bpmnElement: process });
  for (const { id, kind } of elements) {
    const { width, height } = sizes[kind];
    const { x, y } = middleOf(id);
    const bounds = { x: Math.round(x - width / 2), y: Math.round(y - height / 2), width, height };
    plane.ele('bpmndi:BPMNShape', { id: `shape-${id}`, bpmnElement: id }).ele('dc:Bounds', bounds);
  }
  for (const flow of flows) {
    const [from, to] = [middleOf(flow.from), middleOf(flow.to)];
    const [a, b] = [sizeOf.get(flow.from)!, sizeOf.get(flow.to)!]; // every flow joins two of the elements
    const points = flow.back ? wayBack(from, a, to, b) : wayOn(layers.runs[on.indexOf(flow)] ?? [], from, a, to, b);
    const edge = plane.ele('bpmndi:BPMNEdge', { id: `edge-${flow.id}`, bpmnElement: flow.id });
    for (const { x, y } of points) edge.ele('di:waypoint', { x: Math.round(x), y: Math.round(y) });
  }
}

const roomFor = (kind: ElementKind): Size =>
  kind === 'userTask' ? { width: task.width, height: task.height + 2 * below } : sizes[kind];

/** Along the runs, with a corner halfway between one and the next. */
function wayOn(runs: readonly Run[], from: Point, a: Size, to: Point, b: Size): Point[] {
  const start = { across: from.y, from: from.x + a.width / 2, until: runs[0]?.until ?? 0 };
  const end = { across: to.y, from: runs.at(-1)?.from ?? 0, until: to.x - b.width / 2 };
  const way = [start, ...runs.slice(1, -1), end];
  const corners = way.flatMap((run, i) => {
    const next = way[i + 1];
    if (!next || Math.abs(next.across - run.across) < 1) return [];
    const half = (run.until + next.from) / 2;
    return [
      { x: half, y: run.across },
      { x: half, y: next.across },
    ];
  });
  return [{ x: start.from, y: start.across }, ...corners, { x: end.until, y: end.across }];
}

/** A hold goes above the line; the flows to and from rework go under it. */
function wayBack(from: Point, a: Size, to: Point, b: Size): Point[] {
  if (from.y < to.y - 1)
    return [
      { x: from.x, y: from.y + a.height / 2 },
      { x: from.x, y: to.y },
      { x: to.x + b.width / 2, y: to.y },
    ];
  if (from.y > to.y + 1)
    return [
      { x: from.x, y: from.y - a.height / 2 },
      { x: to.x, y: to.y + b.height / 2 },
    ];
  const top = to.y - above;
  return [
    { x: from.x, y: from.y - a.height / 2 },
    { x: from.x, y: top },
    { x: to.x, y: top },
    { x: to.x, y: to.y - b.height / 2 },
  ];
}
