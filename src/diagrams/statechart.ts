// What the compiled machine of a plan says, as data: regions, states, transitions and their conditions. Whatever is drawn
// or exported is read here, so it cannot differ from what runs.
import type { Machine } from '../domain/workflow/machine.js';
import type { Slug } from '../domain/vocabulary.js';

/** When a transition may be taken: of the event its phase, its ruling, an option that was chosen or its fact, or the state of another region. */
export type GuardCondition =
  | { all: GuardCondition[] }
  | { any: GuardCondition[] }
  | { not: GuardCondition }
  | { phase: Slug }
  | { rulings: string[] }
  | { option: Slug }
  | { fact: Slug }
  | { region: Slug; state: string };

export interface Transition {
  /** The type of a stored event; null where it needs none. */
  event: string | null;
  target: string;
  when: GuardCondition;
}

export interface Region {
  /** The id of a phase, `dossier`, or `fact_` with the id of a fact from outside. */
  id: Slug;
  initial: string;
  states: { id: string; transitions: Transition[] }[];
}

/** The regions of the machine: the dossier, every phase and every fact from outside. @throws Error for a guard of a kind that is not known here */
export function statechartOf(machine: Machine): Region[] {
  // The parts of XState's compiled machine that are read here, as its documentation names them.
  const { root, implementations } = machine.definition as unknown as Compiled;
  const exists = (region: string, state: string) => root.states[region]?.states[state] !== undefined;
  const conditionOf = conditionsBy(implementations.guards, exists);
  const transitionOf = (event: string | null, { target, guard }: CompiledTransition): Transition => {
    const [to] = target ?? [];
    if (!to) throw new Error(`a transition on ${event} has no target`);
    return { event: event === '' ? null : event, target: to.key, when: conditionOf(guard) };
  };
  return Object.values(root.states).map((region) => ({
    id: region.key,
    initial: region.initial.target[0]?.key ?? '',
    states: Object.values(region.states).map((state) => ({
      id: state.key,
      transitions: [
        ...(state.always ?? []).map((one) => transitionOf(null, one)),
        ...[...state.transitions].flatMap(([event, all]) => all.map((one) => transitionOf(event, one))),
      ],
    })),
  }));
}

interface Compiled {
  root: { states: Record<string, CompiledState> };
  implementations: { guards: Record<string, Guard> };
}

interface CompiledState {
  key: string;
  states: Record<string, CompiledState>;
  initial: { target: CompiledState[] };
  always?: CompiledTransition[];
  transitions: Map<string, CompiledTransition[]>;
}

interface CompiledTransition {
  target?: CompiledState[];
  guard?: Guard;
}

interface Parameters {
  phase?: Slug;
  among?: string[];
  option?: Slug;
  fact?: Slug;
}

/** A guard by name, by name with parameters, or made by `and`, `or`, `not` or `stateIn` of XState. */
type Guard =
  | string
  | { type: string; params: Parameters }
  | ((() => boolean) & { guards?: Guard[]; stateValue?: Record<string, string> });

const never: GuardCondition = { any: [] };

/** @param exists whether a region has a state: a phase that cannot be skipped never is */
function conditionsBy(
  named: Record<string, Guard>,
  exists: (region: string, state: string) => boolean,
): (guard: Guard | undefined) => GuardCondition {
  const conditionOf = (guard: Guard | undefined): GuardCondition => {
    if (guard === undefined) return { all: [] };
    if (typeof guard === 'string') return conditionOf(named[guard] ?? unknown(guard));
    if (typeof guard === 'object') return ofEvent(guard);
    const [place] = Object.entries(guard.stateValue ?? {});
    if (place) return exists(...place) ? { region: place[0], state: place[1] } : never;
    return combined(guard.name, (guard.guards ?? unknown(guard.name)).map(conditionOf));
  };
  return conditionOf;
}

function ofEvent({
  type,
  params: { phase, among, option, fact },
}: {
  type: string;
  params: Parameters;
}): GuardCondition {
  if (phase !== undefined) return { phase };
  if (option !== undefined) return { option };
  if (fact !== undefined) return { fact };
  return among ? { rulings: among } : unknown(type);
}

function combined(name: string, parts: GuardCondition[]): GuardCondition {
  if (name === 'and') return { all: parts };
  if (name === 'or') return { any: parts.filter((part) => part !== never) };
  return name === 'not' && parts[0] ? { not: parts[0] } : unknown(name);
}

function unknown(name: string): never {
  throw new Error(`the guard "${name}" cannot be read from the machine`);
}
