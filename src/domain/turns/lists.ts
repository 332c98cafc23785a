// The turns to adopt the list of a meeting, where the arrangement is made: until then what a body decided there can still change.
import type { Dossier, Round } from '../dossier/state.js';
import { standing } from '../stand/at-gate.js';
import type { Day, Slug } from '../vocabulary.js';
import { recorderOf } from './recorder.js';
import { plainTurn, type Turn } from './turn.js';

/** While the gate lies open, and after its conclusion. What the region recorded is confirmed by its body first. */
export function listTurns(dossier: Dossier, gate: Slug, round: Round, day: Day): Turn[] {
  if (round.terms.gate.enacts !== true) return [];
  return standing(dossier, gate, round, day).bodies.flatMap(({ body, side, shadow, decision }): Turn[] => {
    if (side !== 'for' || shadow || decision === null || isAdopted(decision.listAdoptedOn, day)) return [];
    const role = recorderOf(dossier, [body]);
    const at = { phase: gate, gate, role, body, decision: decision.id, since: decision.decidedOn };
    return [{ ...plainTurn, ...at, what: 'adopt-list' }];
  });
}

const isAdopted = (on: Day | null, day: Day): boolean => on !== null && on <= day;
