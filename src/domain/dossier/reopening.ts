// What opening a gate again changes. Several commands bring it about, so it is the fold of none of them.
import type { EventContent } from './events.js';
import { withPhase, withRound, type Folds } from './folds.js';
import { reopenedRound } from './mergers.js';
import type { Dossier, Recorded } from './state.js';

export const reopeningFolds: Folds<'GateReopened'> = { GateReopened: reopened };

function reopened(
  dossier: Dossier,
  { on, facts, texts }: EventContent<'GateReopened'>,
  { sequence }: Recorded,
): Dossier {
  const reopening = { on, reason: texts.reason ?? null, sequence };
  const after = withRound(dossier, facts, (round) => ({
    ...reopenedRound(dossier, round),
    reopenings: [...round.reopenings, reopening],
  }));
  return withPhase(after, facts.gate, { passedOn: null, movedOn: on });
}
