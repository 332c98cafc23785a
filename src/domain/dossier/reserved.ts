// Reservations: yeses that wait for a later decision. They count meanwhile, and hold the gate at which the arrangement
// is made (or where a plan has none, its last gates) until what they wait for is there.
import type { Missing } from '../refusal.js';
import type { Finding } from '../rule.js';
import type { BodyId, Day, Slug } from '../vocabulary.js';
import { reservationOutcome } from './position.js';
import { isClosed } from './release.js';
import { countingDecision, currentRound, type Dossier } from './state.js';

/** The bodies whose reservation is not fulfilled, and those whose is, when this gate is one that waits for them. */
export interface Reservations {
  open: BodyId[];
  fulfilled: BodyId[];
}

export function reservationsAt(dossier: Dossier, gate: Slug, day: Day): Reservations {
  const found: Reservations = { open: [], fulfilled: [] };
  if (!dossier.plan.settling.has(gate)) return found;
  for (const id of dossier.plan.gates.keys()) {
    const round = currentRound(dossier, id);
    for (const body of id === gate ? [] : (round?.electorate ?? [])) {
      const decision = round && countingDecision(dossier, round, body);
      if (!decision?.subjectTo || decision.withdrawn || isClosed(decision, day)) continue;
      const outcome = reservationOutcome({ dossier, day }, decision.subjectTo);
      found[outcome === 'fulfilled' ? 'fulfilled' : 'open'].push(body);
    }
  }
  return found;
}

export const missingFromReserved = ({ open }: Reservations): Missing[] =>
  open.map((body) => ({ body, why: 'subject-to', until: null }));

/** How many there are, and how many of them are fulfilled. */
export interface ReservedFigures {
  size: number;
  fulfilled: number;
}

/** A line of the explanation beside the rule, shaped like a rule of its own. */
export function explainReserved({ open, fulfilled }: Reservations): Finding<ReservedFigures> {
  const isGo = open.length === 0;
  const all = [...new Set(fulfilled)];
  return {
    rule: 'reservations',
    outcome: isGo ? 'go' : 'open',
    certain: isGo,
    figures: { size: open.length + fulfilled.length, fulfilled: fulfilled.length },
    because: isGo ? all : [],
    without: isGo ? [{ outcome: 'open', certain: false, bodies: all }] : [],
    canChange: [...new Set(open)],
    parts: [],
  };
}
