// Reservations: yeses that wait for a later decision. They count meanwhile, and hold the gate at which the arrangement
// is made (or where a plan has none, its last gates) until what they wait for is there, or their body agrees without one.
import type { Missing } from '../refusal.js';
import type { Finding } from '../rule.js';
import { currentRound, type Decision, type Dossier, type Round } from '../dossier/state.js';
import type { BodyId, Day, Slug } from '../vocabulary.js';
import { isLater, placeOf } from './course.js';
import { reservationOutcome, standOf, type Stand } from './stand.js';

/** A yes that waits, the gate at which it was given, and the decision that it waits for. */
export interface Reservation {
  body: BodyId;
  at: Slug;
  waitsFor: { gate: Slug; body: BodyId };
}

/** The reservations that are not fulfilled, and those that are, when this gate is one that waits for them. */
export interface Reservations {
  open: Reservation[];
  fulfilled: Reservation[];
}

export function reservationsAt(dossier: Dossier, gate: Slug, day: Day): Reservations {
  const found: Reservations = { open: [], fulfilled: [] };
  if (!dossier.plan.settling.has(gate)) return found;
  for (const id of dossier.plan.gates.keys()) {
    const round = id === gate ? null : currentRound(dossier, id);
    if (!round) continue;
    for (const body of round.electorate) {
      const stand = standOf({ dossier, id, gate: round.terms.gate, round, day }, body);
      const { decision } = stand;
      const waitsFor = decision?.subjectTo;
      if (!waitsFor || isLifted(dossier, gate, { at: id, decision }, day)) continue;
      const outcome = reservationOutcome({ dossier, day }, waitsFor);
      if (outcome === 'fulfilled') found.fulfilled.push({ body, at: id, waitsFor });
      else if (hasCounted(round, stand)) found.open.push({ body, at: id, waitsFor });
    }
  }
  return found;
}

/** Whether the yes counts meanwhile, or did when its gate was concluded: what counted for nobody holds up nobody. */
const hasCounted = ({ settled }: Round, { body, side }: Stand): boolean =>
  side === 'for' || (settled?.stood.some((stood) => stood.body === body && stood.side === 'for') ?? false);

interface Reserved {
  at: Slug;
  decision: Decision;
}

/** Whether the same body agreed since at the gate that waits, without a reservation. */
function isLifted(dossier: Dossier, gate: Slug, given: Reserved, day: Day): boolean {
  const round = currentRound(dossier, gate);
  if (!round?.electorate.includes(given.decision.body)) return false;
  const { side, decision } = standOf({ dossier, id: gate, gate: round.terms.gate, round, day }, given.decision.body);
  if (side !== 'for' || decision?.subjectTo !== null) return false;
  return isLater(placeOf(dossier, gate, decision), placeOf(dossier, given.at, given.decision));
}

export const missingFromReserved = ({ open }: Reservations): Missing[] =>
  open.map(({ body }) => ({ body, why: 'subject-to', until: null }));

/** How many there are, and how many of them are fulfilled; and what those that are not wait for. */
export interface ReservedFigures {
  size: number;
  fulfilled: number;
  open?: readonly Reservation[];
}

/** A line of the explanation beside the rule, shaped like a rule of its own. */
export function explainReserved({ open, fulfilled }: Reservations): Finding<ReservedFigures> {
  const isGo = open.length === 0;
  const bodiesOf = (list: readonly Reservation[]) => [...new Set(list.map(({ body }) => body))];
  const all = bodiesOf(fulfilled);
  return {
    rule: 'reservations',
    outcome: isGo ? 'go' : 'open',
    certain: isGo,
    figures: { size: open.length + fulfilled.length, fulfilled: fulfilled.length, open },
    because: isGo ? all : [],
    without: isGo ? [{ outcome: 'open', certain: false, bodies: all }] : [],
    canChange: bodiesOf(open),
    parts: [],
  };
}
