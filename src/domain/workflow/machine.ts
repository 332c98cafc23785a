// Compiles a workflow to one XState machine and steps it purely. The machine owns where a dossier is, nothing else:
// no context, no actors, no timers. No other file imports xstate.
import {
  and,
  createActor,
  createMachine,
  initialTransition,
  not,
  or,
  stateIn,
  type AnyMachineSnapshot,
  type AnyStateMachine,
} from 'xstate';
import type { Slug } from '../vocabulary.js';
import { isByItself } from './asks.js';
import type { Phase, Workflow } from './workflow.js';

export type PhaseStatus = 'dormant' | 'skipped' | 'planned' | 'underway' | 'at-gate' | 'refused' | 'passed';
export type DossierStatus = 'open' | 'completed' | 'stopped';

/** The types of stored events that move a region; decisions and answers move none. */
export const machineEventTypes = [
  'PhaseStarted',
  'PhaseCompleted',
  'PhaseReworked',
  'GateSubmitted',
  'GateWithdrawn',
  'GateRuled',
  'GateSplit',
  'GateReopened',
  'FactRecorded',
  'DossierStopped',
] as const;

/** A stored event as the machine reads it: the phase, or the fact from outside, is a field; one type each. */
export interface MachineEvent {
  type: (typeof machineEventTypes)[number];
  phase?: Slug;
  fact?: Slug;
  ruling?: string;
  /** The options that were chosen, where branches hang on it. */
  options?: readonly Slug[];
}

/** Where a dossier is; opaque outside this file. */
export type Snapshot = AnyMachineSnapshot;

export interface Machine {
  readonly definition: AnyStateMachine;
  readonly initial: Snapshot;
  /**
   * The snapshot in which the phases have these statuses, those left out their first, these facts from outside are known
   * and no others; the dossier is open as long as a phase has not passed.
   */
  at(statuses: Record<Slug, PhaseStatus>, known?: readonly Slug[]): Snapshot;
  /** The next snapshot, or null when the event cannot happen here. */
  step(snapshot: Snapshot, event: MachineEvent): Snapshot | null;
}

export const phaseStatus = (snapshot: Snapshot, phase: Slug): PhaseStatus =>
  (snapshot.value as Record<string, PhaseStatus>)[phase] ?? 'dormant'; // a parallel root has one string for each region

export const dossierStatus = (snapshot: Snapshot): DossierStatus =>
  (snapshot.value as { [dossierRegion]: DossierStatus })[dossierRegion]; // likewise

export const isKnown = (snapshot: Snapshot, fact: Slug): boolean =>
  (snapshot.value as Record<string, string>)[regionOfFact(fact)] === 'known'; // likewise

/** The region of the machine for a fact from outside; the underscore keeps it apart from every phase. */
const regionOfFact = (fact: Slug): string => `fact_${fact}`;

/** The region of the machine that says whether the dossier runs; no phase may carry its name. */
export const dossierRegion = 'dossier';

/** @throws Error when xstate refuses the machine, which the check of a workflow makes impossible */
export function compile(workflow: Workflow): Machine {
  const definition = machineOf(workflow);
  // Pure transitions need a scope; `transition()` of xstate makes one, with an actor and its initial state, on every call.
  const actor = createActor(definition);
  const nothing = () => undefined;
  const scope = {
    self: actor,
    system: actor.system,
    id: '',
    sessionId: '',
    logger: nothing,
    defer: nothing,
    stopChild: nothing,
    emit: nothing,
    actionExecutor: nothing,
  };
  const [initial] = initialTransition(definition);
  return {
    definition,
    initial,
    at: (statuses, known = []) => {
      const planned = Object.fromEntries(workflow.phases.map((phase) => [phase.id, firstStatus(phase)]));
      const facts = Object.fromEntries(
        outsideFactsOf(workflow).map((fact) => [regionOfFact(fact), known.includes(fact) ? 'known' : 'unknown']),
      );
      const here = { ...planned, ...statuses };
      const isDone = Object.values(here).every((status) => status === 'passed' || status === 'skipped');
      const value = { ...here, ...facts, [dossierRegion]: isDone ? 'completed' : 'open' };
      return definition.resolveState({ value, context: {} });
    },
    step: (snapshot, event) => (snapshot.can(event) ? definition.transition(snapshot, event, scope) : null),
  };
}

/**
 * The machine of a plan that was proven, made when it is first asked: a start that made all of them would spend a fifth of
 * its time on plans that nobody looks at.
 */
export function compiledLater(workflow: Workflow): Machine {
  let made: Machine | undefined;
  const machine = (): Machine => (made ??= compile(workflow));
  return {
    get definition() {
      return machine().definition;
    },
    get initial() {
      return machine().initial;
    },
    at: (statuses, known) => machine().at(statuses, known),
    step: (snapshot, event) => machine().step(snapshot, event),
  };
}

export const outsideFactsOf = ({ outside = {} }: Workflow): Slug[] => Object.keys(outside);

function machineOf(workflow: Workflow): AnyStateMachine {
  const phases = workflow.phases;
  const facts = outsideFactsOf(workflow);
  const done = and(phases.map((phase) => hasPassed(phase.id)));
  const guards = {
    'is phase': ({ event }: { event: MachineEvent }, { phase }: { phase: Slug }) => event.phase === phase,
    'is fact': ({ event }: { event: MachineEvent }, { fact }: { fact: Slug }) => event.fact === fact,
    'ruling is': ({ event }: { event: MachineEvent }, { among }: { among: string[] }) =>
      among.includes(event.ruling ?? ''),
    'option was chosen': ({ event }: { event: MachineEvent }, { option }: { option: Slug }) =>
      event.options?.includes(option) ?? false,
    'dossier is open': stateIn({ [dossierRegion]: 'open' }),
    'dossier is not stopped': not(stateIn({ [dossierRegion]: 'stopped' })),
    'every phase has passed': done,
    'some phase has not passed': not(done),
    ...Object.fromEntries(phases.map((phase) => [hasPassed(phase.id), passedOrSkipped(phase.id)])),
    ...Object.fromEntries(phases.map((phase) => [isAtGate(phase.id), stateIn({ [phase.id]: 'at-gate' })])),
    ...Object.fromEntries(facts.map((fact) => [isKnownGuard(fact), stateIn({ [regionOfFact(fact)]: 'known' })])),
  };
  const config = {
    id: workflow.id,
    type: 'parallel',
    states: {
      [dossierRegion]: {
        initial: 'open',
        states: {
          open: {
            always: { guard: 'every phase has passed', target: 'completed' },
            on: { DossierStopped: { target: 'stopped' } },
          },
          completed: { always: { guard: 'some phase has not passed', target: 'open' } },
          stopped: {},
        },
      },
      ...Object.fromEntries(facts.map((fact) => [regionOfFact(fact), knowing(fact)])),
      ...Object.fromEntries(phases.map((phase) => [phase.id, regionOf(phase, branchingOf(phase, phases))])),
    },
  };
  // Guards and regions are named at run time, where the types of xstate, made for literals, cannot follow.
  return createMachine(config as never).provide({ guards: guards as never }) as AnyStateMachine;
}

const isKnownGuard = (fact: Slug): string => `${fact} is known`;

/** A fact is known once it was recorded; a later record corrects it, and it stays known. */
function knowing(fact: Slug): object {
  const guard = and([{ type: 'is fact', params: { fact } }, 'dossier is not stopped'] as never);
  const on = { FactRecorded: { guard, target: 'known' } };
  return { initial: 'unknown', states: { unknown: { on }, known: { on } } };
}

const hasPassed = (phase: Slug): string => `${phase} has passed`;

const passedOrSkipped = (phase: Slug) => or([stateIn({ [phase]: 'passed' }), stateIn({ [phase]: 'skipped' })]);

const isAtGate = (phase: Slug): string => `${phase} is at its gate`;

/** A phase of a branch sleeps until it is known who goes that way. */
export const firstStatus = ({ branch }: Phase): PhaseStatus => (branch ? 'dormant' : 'planned');

type Transitions = Record<string, object>;

interface Transition {
  guard: unknown;
  target: PhaseStatus;
}

interface Branching extends Transitions {
  GateSplit: Transition[];
  GateRuled: Transition[];
}

const during = (phase: Slug) => {
  const here = { type: 'is phase', params: { phase } };
  return (...more: unknown[]) => ({ guard: and([here, 'dossier is open', ...more] as never) });
};

const ruling = (...among: string[]) => ({ type: 'ruling is', params: { among } });

const prerequisitesOf = (phase: Phase): string[] =>
  [...new Set([...phase.startsAfter, ...phase.gateAfter])].map(hasPassed);

/** How the conclusion at the gate before a branch wakes a phase of it, or lets it be skipped; nothing for other phases. */
function branchingOf({ branch }: Phase, phases: readonly Phase[]): Branching {
  const before = branch && phases.find(({ id }) => id === branch.gate);
  if (!branch || !before?.gate) return { GateSplit: [], GateRuled: [] };
  const concluded = (...more: unknown[]) => during(before.id)(isAtGate(before.id), ...prerequisitesOf(before), ...more);
  const chosen = { type: 'option was chosen', params: { option: branch.option } };
  const ways = (...more: unknown[]): Transition[] => [
    { ...concluded(...more, chosen), target: 'planned' },
    { ...concluded(...more), target: 'skipped' },
  ];
  const earlier = branchingOf(before, phases);
  return {
    GateSplit: [...(before.gate.splits ? ways() : []), ...asleepWith(earlier.GateSplit)],
    GateRuled: [...ways(ruling('go', 'go-with-conditions')), ...asleepWith(earlier.GateRuled)],
  };
}

/** Until the phase that it hangs on is chosen itself, a phase sleeps with it; and it is skipped with it. */
const asleepWith = (transitions: Transition[]): Transition[] =>
  transitions.map((one) => (one.target === 'planned' ? { ...one, target: 'dormant' } : one));

function regionOf(phase: Phase, branching: Transitions): object {
  const { planned, ...states } = statesOf(phase);
  const waiting = { dormant: { on: branching }, skipped: { on: branching } };
  return {
    initial: firstStatus(phase),
    states: { ...(phase.branch ? waiting : {}), planned: { on: { ...planned, ...branching } }, ...states },
  };
}

/** The states of a phase, the first with its transitions alone. */
function statesOf(phase: Phase): { planned: Transitions } & Record<string, object> {
  const when = during(phase.id);
  const { waitsFor = [], gateWaitsFor = [] } = phase;
  const start = { ...when(...phase.startsAfter.map(hasPassed), ...waitsFor.map(isKnownGuard)), target: 'underway' };
  const put = { ...when(...phase.gateAfter.map(hasPassed), ...gateWaitsFor.map(isKnownGuard)), target: 'at-gate' };
  if (!phase.gate) {
    return {
      planned: { PhaseStarted: start },
      underway: { on: { PhaseCompleted: { ...when(), target: 'passed' } } },
      passed: {},
    };
  }
  const prerequisites = prerequisitesOf(phase);
  const reopened = {
    guard: and([{ type: 'is phase', params: { phase: phase.id } }, 'dossier is not stopped'] as never),
  };
  return {
    planned: { PhaseStarted: start },
    underway: { on: { GateSubmitted: put } },
    'at-gate': {
      on: {
        GateRuled: [
          { ...when(ruling('go', 'go-with-conditions'), ...prerequisites), target: 'passed' },
          { ...when(ruling('no-go')), target: 'refused' },
          { ...when(ruling('hold')), target: 'at-gate' },
        ],
        ...(phase.gate.splits ? { GateSplit: { ...when(...prerequisites), target: 'passed' } } : {}),
        GateWithdrawn: { ...when(), target: 'underway' },
      },
    },
    refused: {
      on: {
        PhaseReworked: { ...when(), target: 'underway' },
        // Nobody concluded: what was decided may turn out to be otherwise.
        ...(isByItself(phase.gate) ? { GateReopened: { ...reopened, target: 'at-gate' } } : {}),
      },
    },
    passed: { on: { GateReopened: { ...reopened, target: 'at-gate' } } },
  };
}
