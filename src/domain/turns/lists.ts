// The turns to adopt the list of a meeting: until then what a body decided there can still change. Where the arrangement is
// made it is asked from the decision on, also after the conclusion; elsewhere while the gate lies open, after some weeks.
import type { Decision, Dossier, Round } from '../dossier/state.js';
import { dayOf, daysAfter } from '../calendar.js';
import { standing } from '../stand/at-gate.js';
import type { Day, Slug } from '../vocabulary.js';
import { recorderOf } from './recorder.js';
import { plainTurn, type Turn } from './turn.js';

/** So long a list may take where nothing is made: the next meeting of a council, or a recess. Assumed: no law says it. */
export const listDaysMax = 42;

/** What the region recorded is confirmed by its body first. */
export function listTurns(dossier: Dossier, gate: Slug, round: Round, day: Day): Turn[] {
  const enacts = round.terms.gate.enacts === true;
  if (!enacts && round.settled !== null) return [];
  return standing(dossier, gate, round, day).bodies.flatMap(({ body, side, shadow, decision }): Turn[] => {
    if (side !== 'for' || shadow || decision === null || isAdopted(decision.listAdoptedOn, day)) return [];
    const since = enacts ? decision.decidedOn : daysAfter(knownSince(decision), listDaysMax);
    if (since > day) return [];
    const role = recorderOf(dossier, [body]);
    const at = { phase: gate, gate, role, body, decision: decision.id, since };
    return [{ ...plainTurn, ...at, what: 'adopt-list' }];
  });
}

/** Who records a decision of long ago is not reminded the same day of what the form asked just now. */
const knownSince = ({ decidedOn, recorded }: Decision): Day => {
  const recordedOn = dayOf(recorded.recordedAt);
  return recordedOn > decidedOn ? recordedOn : decidedOn;
};

const isAdopted = (on: Day | null, day: Day): boolean => on !== null && on <= day;
