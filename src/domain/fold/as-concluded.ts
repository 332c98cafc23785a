// How every body stood at a conclusion is what was known when that was recorded, on the day that it is known to be of now.
// What changed since is compared with it, so a correction of what came before it must not change it.
import type { DossierEvent } from '../dossier/events.js';
import { withRound } from '../dossier/folds.js';
import { currentRound, type Dossier, type Round, type StoodBody } from '../dossier/state.js';
import { stoodOn } from '../stand/at-gate.js';
import type { Day } from '../vocabulary.js';
import type { CarriedPlans } from '../workflow/plan.js';
import { effective, factsIn } from './effective.js';
import { folded, type InSteps } from './in-steps.js';

/** How every body stood at conclusions of one record, by their places and days: it only grows, so that never changes. */
export type StoodByPlace = Map<string, readonly StoodBody[]>;

/**
 * The dossier with how every body stood at its conclusions, wherever a fact before them was corrected.
 * @param events that it was folded from
 * @param kept what is known already of conclusions in this record; what is worked out is added
 */
export function* asConcluded(
  plans: CarriedPlans,
  kept: StoodByPlace,
  events: readonly DossierEvent[],
  dossier: Dossier,
): InSteps<Dossier> {
  const corrected = factsIn(events).find(({ first, newest }) => first !== newest);
  if (!corrected) return dossier;
  let found = dossier;
  for (const gate of dossier.plan.gates.keys()) {
    const round = currentRound(dossier, gate);
    const at = round && conclusionOf(round);
    if (!at || at.place <= corrected.first.sequence) continue;
    const stood = yield* stoodAt(plans, kept, events, at);
    found = withRound(found, { gate, round: round.number }, (one) => ({
      ...one,
      settled: one.settled && { ...one.settled, stood },
    }));
  }
  return found;
}

interface Conclusion {
  place: number;
  on: Day;
}

/** Where the conclusion that ended a round stands, and of which day it is; null while it is open. */
function conclusionOf({ settled, split, rulings }: Round): Conclusion | null {
  if (!settled) return null;
  if (split) return { place: split.sequence, on: split.on };
  const ruling = rulings.at(-1);
  return ruling ? { place: ruling.place, on: ruling.ruledOn } : null;
}

function* stoodAt(
  plans: CarriedPlans,
  kept: StoodByPlace,
  events: readonly DossierEvent[],
  { place, on }: Conclusion,
): InSteps<readonly StoodBody[]> {
  const name = `${place} ${on}`;
  const known = kept.get(name);
  if (known) return known;
  const event = events[place - 1];
  if (event?.type !== 'GateRuled' && event?.type !== 'GateSplit')
    throw new Error(`event ${place} is no conclusion, and a round was ended by it`);
  const before = events.slice(0, place - 1);
  const folding = yield* folded(plans, null, effective(before));
  const then = folding && (yield* asConcluded(plans, kept, before, folding));
  const { gate, round: number } = event.facts; // under the name that the gate had then
  const round = then?.rounds[gate]?.find((one) => one.number === number);
  if (!then || !round) throw new Error(`event ${place} concludes a round of ${gate} that was never put`);
  // Of a day before the gate was known to be put, nothing was known: it went there with the facts that it rests on.
  const stood = stoodOn(then, gate, round, on < round.submittedOn ? event.on : on);
  kept.set(name, stood);
  return stood;
}
