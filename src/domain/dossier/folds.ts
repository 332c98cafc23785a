// What an event changes in a dossier. A command folds the events that it alone makes; `fold/evolve.ts` brings all of
// them together. A fold never judges and never runs a rule: what was stored, happened.
import type { Id, Slug } from '../vocabulary.js';
import type { EventContent, EventType } from './events.js';
import { phaseState, type Decision, type Dossier, type PhaseState, type Recorded, type Round } from './state.js';

/** The dossier after an event: of what it says, and where it stands in the record. */
type Fold<T extends EventType> = (dossier: Dossier, event: EventContent<T>, recorded: Recorded) => Dossier;
export type Folds<T extends EventType> = { readonly [K in T]: Fold<K> };

export const folded = <T extends EventType>(
  folds: Folds<T>,
  dossier: Dossier,
  event: EventContent<T>,
  recorded: Recorded,
): Dossier => folds[event.type](dossier, event, recorded);

export function withPhase(dossier: Dossier, phase: Slug, change: Partial<PhaseState>): Dossier {
  return { ...dossier, phases: { ...dossier.phases, [phase]: { ...phaseState(dossier, phase), ...change } } };
}

export function withRound(
  dossier: Dossier,
  { gate, round: number }: { gate: Slug; round: number },
  change: (round: Round) => Round,
): Dossier {
  return withRounds(dossier, gate, (round) => (round.number === number ? change(round) : round));
}

/** A decision dated after the day that is asked about is not there: then nothing changes. */
export function withDecision(
  dossier: Dossier,
  { gate, decision: id }: { gate: Slug; decision: Id },
  change: (decision: Decision) => Partial<Decision>,
): Dossier {
  const changed = (one: Decision): Decision => (one.id === id ? { ...one, ...change(one) } : one);
  return withRounds(dossier, gate, (round) => ({ ...round, decisions: round.decisions.map(changed) }));
}

function withRounds(dossier: Dossier, gate: Slug, change: (round: Round) => Round): Dossier {
  return { ...dossier, rounds: { ...dossier.rounds, [gate]: (dossier.rounds[gate] ?? []).map(change) } };
}
