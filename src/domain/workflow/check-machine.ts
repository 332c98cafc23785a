// Proves by parts that a compiled workflow can always be completed. Whole exploration explodes (8 gates: 87,381
// configurations), so each region is tried in each of its states, with its prerequisites none or all passed; because
// prerequisites form an order, completion of the whole follows by induction along it. A fact from outside, once known,
// stays known, so that it is one more prerequisite.
import type { Slug } from '../vocabulary.js';
import { choicesBefore } from './order.js';
import {
  compile,
  isKnown,
  machineEventTypes,
  outsideFactsOf,
  phaseStatus,
  type Machine,
  type MachineEvent,
  type PhaseStatus,
  type Snapshot,
} from './machine.js';
import type { OwnFault } from '../plan-faults.js';
import type { Phase, Workflow } from './workflow.js';

/** What is not proven of the machine of this workflow, and how many steps were tried to prove it. */
export function machineFaults(workflow: Workflow): { faults: OwnFault[]; tried: number } {
  const compiled = compile(workflow);
  let tried = 0;
  const machine: Machine = {
    ...compiled,
    step: (snapshot, event) => {
      tried++;
      return compiled.step(snapshot, event);
    },
  };
  const faults = workflow.phases.flatMap((phase) => {
    const before = [...new Set([...phase.startsAfter, ...phase.gateAfter])];
    const early = stepsOf(machine, phase, {}, []);
    const ready = stepsOf(machine, phase, passed(before), outsideFactsOf(workflow));
    return [
      ...strayMoves(workflow, phase, [...early, ...ready]),
      ...deadEnds(phase, ready),
      ...lostBranches(machine, workflow, phase, before),
      ...earlyMoves(machine, phase, before),
    ];
  });
  return { faults: [...faults, ...strayFacts(machine, workflow)], tried };
}

const statesOf = (phase: Phase): PhaseStatus[] =>
  phase.gate ? ['planned', 'underway', 'at-gate', 'refused', 'passed'] : ['planned', 'underway', 'passed'];

/** In which a phase of a branch waits for the conclusion that it hangs on. */
const waiting: PhaseStatus[] = ['dormant', 'skipped', 'planned'];

const eventsOf = (phase: Slug): MachineEvent[] =>
  machineEventTypes
    .filter((type) => type !== 'DossierStopped' && type !== 'FactRecorded')
    .flatMap((type) => (type === 'GateRuled' ? rulingsOf(phase) : [{ type, phase, options: [] }]));

const rulingsOf = (phase: Slug): MachineEvent[] =>
  ['go', 'go-with-conditions', 'no-go', 'hold'].map((ruling) => ({ type: 'GateRuled', phase, ruling }));

const passed = (phases: Slug[]): Record<Slug, PhaseStatus> => Object.fromEntries(phases.map((id) => [id, 'passed']));

/** An event of a phase that can happen in one of its states. */
interface Step {
  from: PhaseStatus;
  here: Snapshot;
  event: MachineEvent;
  next: Snapshot;
}

/** Everything that can happen to a phase while other phases stand like this and these facts are known. */
function stepsOf(machine: Machine, phase: Phase, others: Record<Slug, PhaseStatus>, known: Slug[]): Step[] {
  return statesOf(phase).flatMap((from) => {
    const here = machine.at({ ...others, [phase.id]: from }, known);
    return eventsOf(phase.id).flatMap((event) => {
      const next = machine.step(here, event);
      return next ? [{ from, here, event, next }] : [];
    });
  });
}

/** An event of a phase moves only that phase and its branches; only a completion, a split or a go passes it. */
function strayMoves(workflow: Workflow, phase: Phase, steps: Step[]): OwnFault[] {
  const faults: OwnFault[] = [];
  for (const { from, here, event, next } of steps) {
    const others = workflow.phases.filter(
      (other) =>
        other.id !== phase.id &&
        !choicesBefore(workflow, other).includes(phase.id) &&
        phaseStatus(next, other.id) !== phaseStatus(here, other.id),
    );
    if (others.length > 0)
      faults.push({ code: 'moves-others', event: event.type, of: phase.id, moved: others.map(({ id }) => id) });
    const allowed = ['PhaseCompleted', 'GateSplit'].includes(event.type) || (event.ruling?.startsWith('go') ?? false);
    if (from !== 'passed' && phaseStatus(next, phase.id) === 'passed' && !allowed)
      faults.push({ code: 'passes-without-go', event: event.type, of: phase.id });
  }
  return faults;
}

/** With everything before it passed and known, a phase can pass from each of its states. */
function deadEnds(phase: Phase, steps: Step[]): OwnFault[] {
  return statesOf(phase)
    .filter((start) => {
      const seen = new Set([start]);
      for (const status of seen)
        for (const { from, next } of steps) if (from === status) seen.add(phaseStatus(next, phase.id));
      return !seen.has('passed');
    })
    .map((status) => ({ code: 'dead-end', of: phase.id, status }));
}

/** Once the gate before it is concluded, a phase of a branch is planned when its option was chosen and else skipped. */
function lostBranches(machine: Machine, workflow: Workflow, phase: Phase, before: Slug[]): OwnFault[] {
  const branches = workflow.phases.filter(({ branch }) => branch?.gate === phase.id);
  const conclusions = (options: Slug[]): MachineEvent[] => [
    { type: 'GateRuled', phase: phase.id, ruling: 'go', options },
    { type: 'GateSplit', phase: phase.id, options },
  ];
  return branches.flatMap(({ id, branch }) =>
    waiting.flatMap((status): OwnFault[] => {
      const here = machine.at({ ...passed(before), [phase.id]: 'at-gate', [id]: status });
      const wrong = [branch?.option ?? '', ''].some((option) =>
        conclusions([option]).some((event) => {
          const next = machine.step(here, event);
          return next && phaseStatus(next, id) !== (option === branch?.option ? 'planned' : 'skipped');
        }),
      );
      return wrong ? [{ code: 'loses-branch', of: id, status, gate: phase.id }] : [];
    }),
  );
}

/** With all else in order, one fact that is not known keeps a phase from starting, or its gate from being put. */
function earlyMoves(machine: Machine, phase: Phase, before: Slug[]): OwnFault[] {
  const { waitsFor = [], gateWaitsFor = [] } = phase;
  const all = [...waitsFor, ...gateWaitsFor];
  const tries: [PhaseStatus, MachineEvent['type'], Slug[]][] = [
    ['planned', 'PhaseStarted', waitsFor],
    ['underway', 'GateSubmitted', gateWaitsFor],
  ];
  return tries.flatMap(([status, type, awaited]) =>
    awaited
      .filter((fact) => {
        const known = all.filter((one) => one !== fact);
        return machine.step(machine.at({ ...passed(before), [phase.id]: status }, known), { type, phase: phase.id });
      })
      .map((fact): OwnFault => ({ code: 'ignores-fact', event: type, of: phase.id, fact })),
  );
}

/** A fact can be recorded at any time, and moves nothing but itself. */
function strayFacts(machine: Machine, workflow: Workflow): OwnFault[] {
  return outsideFactsOf(workflow).flatMap((fact) =>
    [[], [fact]].flatMap((known): OwnFault[] => {
      const here = machine.at({}, known);
      const next = machine.step(here, { type: 'FactRecorded', fact });
      if (!next || !isKnown(next, fact)) return [{ code: 'unrecordable-fact', fact }];
      const others = outsideFactsOf(workflow).filter((one) => one !== fact && isKnown(next, one));
      const phases = workflow.phases.filter(({ id }) => phaseStatus(next, id) !== phaseStatus(here, id));
      const moved = [...others, ...phases.map(({ id }) => id)];
      return moved.length === 0 ? [] : [{ code: 'fact-moves', fact, moved }];
    }),
  );
}
