// A change of mind after the ruling follows the policy of its gate: it is flagged, or it opens the gate again.
import type { NewEvent } from '../dossier/events.js';
import { countingDecision, runningState } from '../dossier/state.js';
import { latest } from '../calendar.js';
import type { BodyId, Day } from '../vocabulary.js';
import type { AtGate } from './places.js';

/**
 * The reopening that follows from a late change, if the gate has passed and its plan says so. Nobody decides to reopen:
 * the reason is the change itself, in the event beside it.
 */
export function reopenedBy(target: AtGate, { body, decidedOn }: { body: BodyId; decidedOn: Day }): NewEvent[] {
  const { dossier, gate, phase, state, status, round } = target;
  if (gate.afterRuling !== 'reopen' || status !== 'passed' || !round?.settled) return [];
  if (runningState(dossier) === 'stopped' || !countingDecision(dossier, round, body)) return [];
  const on = latest(decidedOn, state.movedOn) ?? decidedOn;
  return [{ type: 'GateReopened', on, facts: { gate: phase.id, round: state.round }, texts: {} }];
}
