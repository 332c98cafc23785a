// Folds facts one after another, and stops at times, so that whoever runs it can let others go first.
import type { Dossier } from '../dossier/state.js';
import type { CarriedPlans } from '../workflow/plan.js';
import type { RecordedFact } from './effective.js';
import { evolve } from './evolve.js';

/** Work that can be interrupted wherever it yields; what it returns is its outcome. */
export type InSteps<T> = Generator<undefined, T>;

const checkpointEvery = 100;
/** After so many events others can have a turn: less than a millisecond. */
export const eventsPerStep = 50;

/** The dossier after these facts; every so many of them it is added to those that were passed. */
export function* folded(
  plans: CarriedPlans,
  before: Dossier | null,
  facts: readonly RecordedFact[],
  passed: Dossier[] = [],
): InSteps<Dossier | null> {
  let dossier = before;
  for (const { newest, first } of facts) {
    dossier = evolve(plans, dossier, newest, first);
    if (first.sequence % checkpointEvery === 0) passed.push(dossier);
    if (first.sequence % eventsPerStep === 0) yield;
  }
  return dossier;
}
