// A plan as a process of BPMN 2.0: a task for every phase, then for its gate a task for each body that decides, a task
// that concludes, and a choice. A no-go goes through a task that does the phase again; what comes together waits in a
// parallel gateway, or where parts may be left out in an inclusive one. So the process can always be finished, and never
// waits for a second token.
import { isByItself } from '../domain/workflow/asks.js';
import { areCouncils, titleOf, type Plan } from '../domain/workflow/plan.js';
import type { Branch, Gate, Phase } from '../domain/workflow/workflow.js';
import type { Slug } from '../domain/vocabulary.js';
import { asksOf } from '../domain/workflow/asks.js';
import { scopeAt } from '../domain/workflow/scope.js';
import { lastPhases } from '../domain/workflow/order.js';
import type { Wording } from '../wording/wording.js';
import { waysPast } from './ways-past.js';

export type ElementKind =
  | 'startEvent'
  | 'endEvent'
  | 'receiveTask'
  | 'task'
  | 'userTask'
  | 'parallelGateway'
  | 'inclusiveGateway'
  | 'exclusiveGateway';

export interface Element {
  id: string;
  kind: ElementKind;
  name: string;
  /** What is to be known of it, beside its name. */
  documentation: string;
  /** How many do it at the same time, each for itself; null for a task that is done once. */
  times: number | null;
}

export interface Flow {
  id: string;
  from: string;
  to: string;
  name: string;
  /** Whether it leads back to where the process was before. */
  back: boolean;
}

export interface Process {
  elements: Element[];
  flows: Flow[];
}

/** A flow that has no number yet; `only` is the option without which it is not taken. */
type NewFlow = Omit<Flow, 'id'> & { only?: string | null };

/** The part of a phase: where its flows come in and go out. */
interface Part {
  elements: Element[];
  flows: NewFlow[];
  starts: string;
  /** Where it waits for other phases as well; that is where it starts, if it has no gate. */
  waits: string;
  passes: string;
  /** What must be chosen there to go on. */
  passesBy: string;
}

export function processOf(plan: Plan, wording: Wording): Process {
  const { optionWords, diagram } = wording;
  const { phases, outside = {} } = plan.workflow;
  const parts = new Map(phases.map((phase) => [phase.id, partOf(plan, phase, wording)]));
  const part = (id: Slug): Part => parts.get(id)!; // of a checked plan: every phase that is named is there
  const between: NewFlow[] = [
    ...Object.keys(outside).map((fact) => flow('start', `fact-${fact}`)),
    ...phases.flatMap(({ id, startsAfter, gateAfter, branch, waitsFor: facts = [], gateWaitsFor = [] }) => [
      ...(startsAfter.length === 0 ? [flow('start', part(id).starts)] : []),
      ...startsAfter.map((before) => ({
        ...flowFrom(part(before), part(id).starts),
        only: branch && !isWithin(plan, before, branch) ? optionWords(plan, branch) : null,
      })),
      ...gateAfter.map((before) => flowFrom(part(before), part(id).waits)),
      ...facts.map((fact) => flow(`fact-${fact}`, part(id).starts)),
      ...gateWaitsFor.map((fact) => flow(`fact-${fact}`, part(id).waits)),
    ]),
    ...lastPhases(plan.workflow).map(({ id }) => flowFrom(part(id), 'end')),
    ...waysPast(plan.workflow).map(({ choice, to }) => ({
      ...flowFrom(part(choice), to === null ? 'end' : part(to).starts),
      only: diagram.otherwise,
    })),
  ];
  const inner = [...parts.values()].flatMap(({ flows }) => flows);
  const elements = [
    element('start', 'startEvent', diagram.start),
    ...[...parts.values()].flatMap((one) => one.elements),
    ...Object.entries(outside).map(([id, { title }]) => element(`fact-${id}`, 'receiveTask', title, diagram.outside)),
    element('end', 'endEvent', diagram.end),
  ];
  return withGateways(elements, [...inner, ...between]);
}

const flow = (from: string, to: string, name = '', back = false): NewFlow => ({ from, to, name, back });

/** Whether who comes out of this phase has already gone the way of that branch. */
function isWithin(plan: Plan, id: Slug, { gate, option }: Branch): boolean {
  const own = plan.phases.get(id)?.branch;
  return (
    own !== undefined && ((own.gate === gate && own.option === option) || isWithin(plan, own.gate, { gate, option }))
  );
}

/** Out of a phase that has passed. */
const flowFrom = ({ passes, passesBy }: Part, to: string): NewFlow => flow(passes, to, passesBy);

const element = (id: string, kind: ElementKind, name: string, documentation = '', times: number | null = null) => ({
  id,
  kind,
  name,
  documentation,
  times,
});

function partOf(plan: Plan, phase: Phase, wording: Wording): Part {
  const { diagram, electorateWords, plannedWords } = wording;
  const { id, number, title, planned, visits, gate } = phase;
  const work = `work-${id}`;
  const name = `${number}. ${title}`;
  const visited = visits.length > 0 ? `${diagram.visits(electorateWords(plan, visits), phase.informs ?? false)}. ` : '';
  const task = element(work, 'task', name, `${plannedWords(planned)}. ${visited}${diagram.source(phase.source)}`);
  if (!gate) return { elements: [task], flows: [], starts: work, waits: work, passes: work, passesBy: '' };
  const [decide, conclude, choice, rework] = [`decide-${id}`, `conclude-${id}`, `choice-${id}`, `rework-${id}`];
  const ruler = titleOf(plan, gate.ruledBy);
  const alone = isByItself(gate);
  return {
    elements: [
      task,
      element(
        decide,
        'userTask',
        decisionName(plan, gate, wording),
        decisionWords(plan, gate, wording),
        gate.electorate.length,
      ),
      ...(alone ? [] : [element(conclude, 'userTask', diagram.conclude(ruler, areCouncils(plan, gate.electorate)))]),
      element(choice, 'exclusiveGateway', ''),
      element(rework, 'task', diagram.rework(name)),
    ],
    flows: [
      flow(work, decide),
      ...(alone
        ? [flow(decide, choice)]
        : [flow(decide, conclude), flow(conclude, choice), flow(choice, conclude, diagram.hold, true)]),
      flow(choice, rework, diagram.noGo, true),
      flow(rework, decide, '', true),
    ],
    starts: work,
    waits: decide,
    passes: choice,
    passesBy: diagram.go,
  };
}

const decisionName = (plan: Plan, { title, electorate }: Gate, { electorateWords }: Wording): string =>
  `${title} (${electorateWords(plan, electorate)})`;

function decisionWords(plan: Plan, gate: Gate, { listWords, ruleWords, diagram }: Wording): string {
  const { electorate, rule, questions } = gate;
  const names = listWords(electorate.map((body) => titleOf(plan, body)));
  const said = ruleWords(rule, scopeAt(plan.workflow, electorate, plan.rules), asksOf(gate, rule, plan.rules));
  return diagram.decision(questions.map(({ text }) => text).join(' '), names, said);
}

/** What goes out to several, or comes in from several, goes through a gateway that divides or waits. */
function withGateways(elements: Element[], direct: NewFlow[]): Process {
  let flows = direct;
  const gateways: Element[] = [];
  const waits: ElementKind = direct.some(({ only }) => only) ? 'inclusiveGateway' : 'parallelGateway';
  for (const { id } of elements) {
    const out = flows.filter(({ from, back }) => from === id && !back);
    if (out.length > 1 || out.some(({ only }) => only)) {
      const kind = out.some(({ only }) => only) ? 'inclusiveGateway' : 'parallelGateway';
      const split = element(`split-${id}`, kind, '');
      gateways.push(split);
      flows = flows.map((one) => (out.includes(one) ? { ...one, from: split.id, name: one.only ?? '' } : one));
      flows = [...flows, flow(id, split.id, out[0]?.name)];
    }
    const into = flows.filter(({ to, back }) => to === id && !back);
    if (into.length > 1) {
      const join = element(`join-${id}`, waits, '');
      gateways.push(join);
      flows = flows.map((one) => (into.includes(one) ? { ...one, to: join.id } : one));
      flows = [...flows, flow(join.id, id)];
    }
  }
  return {
    elements: [...elements, ...gateways],
    flows: flows.map(({ from, to, name, back }, i) => ({ id: `flow-${i + 1}`, from, to, name, back })),
  };
}
