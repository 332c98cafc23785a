// A change of mind after the ruling follows the policy of its gate: it is flagged, or it opens the gate again.
import type { NewEvent } from '../dossier/events.js';
import { sideOfKind } from '../dossier/position.js';
import { saysOtherwise } from '../dossier/changed-under.js';
import { countingDecision, runningState } from '../dossier/state.js';
import { latest } from '../calendar.js';
import type { BodyId, Day, DecisionKind, Slug } from '../vocabulary.js';
import type { AtGate } from './places.js';

/**
 * The reopening that follows from a late change, if the gate has passed and its plan says so. Nobody decides to reopen:
 * the reason is the change itself, in the event beside it.
 */
export function reopenedBy({ dossier, gate, phase, state, status, round }: AtGate, changedOn: Day): NewEvent[] {
  if (gate.afterRuling !== 'reopen' || status !== 'passed' || !round?.settled) return [];
  if (runningState(dossier) === 'stopped') return [];
  const on = latest(changedOn, state.movedOn) ?? changedOn;
  return [{ type: 'GateReopened', on, facts: { gate: phase.id, round: state.round }, texts: {} }];
}

interface Said {
  body: BodyId;
  decision: DecisionKind;
  answers?: Record<Slug, DecisionKind>;
  option?: Slug;
  conditions?: unknown[];
}

/** Whether a decision says something else than what stood; a silent body that is simply for changes nothing. */
export function changesStand({ dossier, round }: AtGate, said: Said): boolean {
  const former = round && countingDecision(dossier, round, said.body);
  if (former && !former.withdrawn) return saysOtherwise(former, said);
  return (said.conditions?.length ?? 0) > 0 || sideOfKind(said.decision) !== 'for' || said.answers !== undefined;
}
