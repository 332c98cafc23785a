// What an event changes in a dossier. A command folds the events that it alone makes; `fold/evolve.ts` brings all of
// them together. A fold never judges and never runs a rule: what was stored, happened.
import type { Instant, Slug } from '../vocabulary.js';
import type { EventContent, EventType } from './events.js';
import { phaseState, type Dossier, type Recorded, type Round } from './state.js';
import type { PhaseState } from './phase-record.js';

/**
 * The dossier after an event: of what it says, and where it was recorded.
 * @param place where it stands among the others: of a correction, where what it corrects was recorded first
 * @param since when: of a correction, when what it corrects was
 */
type Fold<T extends EventType> = (
  dossier: Dossier,
  event: EventContent<T>,
  recorded: Recorded,
  place: number,
  since: Instant,
) => Dossier;
export type Folds<T extends EventType> = { readonly [K in T]: Fold<K> };

export const folded = <T extends EventType>(
  folds: Folds<T>,
  dossier: Dossier,
  event: EventContent<T>,
  recorded: Recorded,
  { sequence: place, recordedAt: since }: Pick<Recorded, 'sequence' | 'recordedAt'> = recorded,
): Dossier => folds[event.type](dossier, event, recorded, place, since);

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

function withRounds(dossier: Dossier, gate: Slug, change: (round: Round) => Round): Dossier {
  return { ...dossier, rounds: { ...dossier.rounds, [gate]: (dossier.rounds[gate] ?? []).map(change) } };
}
