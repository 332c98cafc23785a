// What is in the diagram of a plan, before anything has a place: the boxes with their texts, and the arrows between them.
// Phases and their order come from the plan, what can happen at a gate from its machine.
import { isByItself } from '../domain/workflow/asks.js';
import { areCouncils, titleOf, type Plan } from '../domain/workflow/plan.js';
import type { Slug } from '../domain/vocabulary.js';
import type { Phase } from '../domain/workflow/workflow.js';
import { lastPhases } from '../domain/workflow/order.js';
import type { Wording } from '../wording/wording.js';
import { statechartOf, type Region } from './statechart.js';
import { waysPast } from './ways-past.js';

export type BoxKind = 'start' | 'end' | 'phase' | 'gate' | 'council' | 'fact';

export interface Box {
  id: string;
  kind: BoxKind;
  /** In bold, at the top. */
  title: string;
  /** Each under the other. */
  lines: string[];
}

export interface Arrow {
  from: string;
  to: string;
  /**
   * A phase leads to its gate; what has passed lets a phase start, or only where its option was chosen, or only where none
   * of what hangs on the choice was; a gate waits for what must have passed. A no-go leads back to the phase, and a gate
   * that has passed may be reopened: from itself to itself.
   */
  kind: 'leads' | 'starts' | 'branch' | 'waits' | 'rework' | 'reopen';
  /** What was concluded to go this way. */
  label: string | null;
}

export interface Picture {
  title: string;
  boxes: Box[];
  arrows: Arrow[];
}

const phaseBox = (id: string): string => `phase-${id}`;
const factBox = (id: string): string => `fact-${id}`;
const gateBox = (id: string): string => `gate-${id}`;

export function pictureOf(plan: Plan, wording: Wording): Picture {
  const { diagram } = wording;
  const { phases, title, version, outside = {} } = plan.workflow;
  const regions = new Map(statechartOf(plan.machine).map((region) => [region.id, region]));
  return {
    title: diagram.title(title, version),
    boxes: [
      { id: 'start', kind: 'start', title: diagram.start, lines: [] },
      ...phases.flatMap((phase) => boxesOf(plan, phase, wording)),
      ...Object.entries(outside).map(([id, { title: fact }]): Box => {
        return { id: factBox(id), kind: 'fact', title: fact, lines: [diagram.outside] };
      }),
      { id: 'end', kind: 'end', title: diagram.end, lines: [] },
    ],
    arrows: [
      ...phases.flatMap((phase) => [
        ...arrowsTo(plan, phase, wording),
        ...arrowsBack(phase, regions.get(phase.id), wording),
      ]),
      ...lastPhases(plan.workflow).map(({ id }) => after(plan, id, 'end', 'starts', wording)),
      ...waysPast(plan.workflow).map(({ choice, to }) =>
        arrow(gateBox(choice), to === null ? 'end' : phaseBox(to), 'branch', diagram.go),
      ),
    ],
  };
}

function boxesOf(
  plan: Plan,
  phase: Phase,
  { diagram, electorateWords, plannedWords, intervalWords, optionWords, askedWords }: Wording,
): Box[] {
  const { id, number, title, planned, visits, gate, branch, recurs } = phase;
  const visited = visits.length > 0 ? [diagram.visits(electorateWords(plan, visits), phase.informs ?? false)] : [];
  const box: Box = {
    id: phaseBox(id),
    kind: 'phase',
    title: `${number}. ${title}`,
    lines: [
      plannedWords(planned),
      ...visited,
      ...(recurs ? [diagram.recurs(intervalWords(recurs.every))] : []),
      ...(branch ? [diagram.onlyIf(optionWords(plan, branch))] : []),
    ],
  };
  if (!gate) return [box];
  const states = areCouncils(plan, gate.electorate);
  const rules = isByItself(gate) ? diagram.byItself : diagram.rules(titleOf(plan, gate.ruledBy), states);
  const kind = states ? 'council' : 'gate';
  return [box, { id: gateBox(id), kind, title: gate.title, lines: [askedWords(plan, phase), rules] }];
}

/** The arrow away from a phase that has passed: from its gate, where it has one. */
const after = (plan: Plan, before: Slug, to: string, kind: Arrow['kind'], { diagram }: Wording): Arrow =>
  plan.gates.has(before) ? arrow(gateBox(before), to, kind, diagram.go) : arrow(phaseBox(before), to, kind);

const arrow = (from: string, to: string, kind: Arrow['kind'], label: string | null = null): Arrow => ({
  from,
  to,
  kind,
  label,
});

function arrowsTo(plan: Plan, phase: Phase, wording: Wording): Arrow[] {
  const { id, startsAfter, gateAfter, gate, branch, waitsFor = [], gateWaitsFor = [] } = phase;
  const starts = startsAfter.map((before) =>
    after(plan, before, phaseBox(id), before === branch?.gate ? 'branch' : 'starts', wording),
  );
  return [
    ...(starts.length > 0 ? starts : [arrow('start', phaseBox(id), 'starts')]),
    ...(gate ? [arrow(phaseBox(id), gateBox(id), 'leads')] : []),
    ...gateAfter.map((before) => after(plan, before, gateBox(id), 'waits', wording)),
    ...waitsFor.map((fact) => arrow(factBox(fact), phaseBox(id), 'waits')),
    ...gateWaitsFor.map((fact) => arrow(factBox(fact), gateBox(id), 'waits')),
  ];
}

/** What the machine of a phase can do besides going on. */
function arrowsBack({ id }: Phase, region: Region | undefined, { diagram }: Wording): Arrow[] {
  const can = (event: string): boolean =>
    region?.states.some(({ transitions }) => transitions.some((one) => one.event === event)) ?? false;
  return [
    ...(can('PhaseReworked') ? [arrow(gateBox(id), phaseBox(id), 'rework', diagram.noGo)] : []),
    ...(can('GateReopened') ? [arrow(gateBox(id), gateBox(id), 'reopen', diagram.reopened)] : []),
  ];
}
