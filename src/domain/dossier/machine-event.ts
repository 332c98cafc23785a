// The stored events that move a dossier from state to state, as its machine reads them.
import type { Slug } from '../vocabulary.js';
import { machineEventTypes, type MachineEvent } from '../workflow/machine.js';
import type { EventType, PartFacts } from './events.js';

const moving = new Set<string>(machineEventTypes);

type MovingFacts = Partial<{ phase: Slug; gate: Slug; fact: Slug; ruling: string; option: Slug; parts: PartFacts[] }>;

/** The machine's event for a stored one, or null for those that move no region. */
export function machineEvent({ type, facts }: { type: EventType; facts: object }): MachineEvent | null {
  if (!moving.has(type)) return null;
  const { phase, gate, ruling, fact, option, parts } = facts as MovingFacts; // those of the moving types
  const options = parts?.map((part) => part.option) ?? (option === undefined ? [] : [option]);
  return { type: type as MachineEvent['type'], phase: phase ?? gate, ruling, fact, options };
}
