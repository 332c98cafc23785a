// The bodies that are still to conclude in a dossier and for which nobody may: it goes nowhere until somebody is made chair.
import { runningState, statusOf } from '../dossier/state.js';
import type { BodyId, Slug } from '../vocabulary.js';
import { isByItself } from '../workflow/asks.js';
import type { Reading } from './viewer.js';

/** With the first gate that each is still to conclude. */
export interface Chairless {
  body: BodyId;
  gate: Slug;
}

const done = new Set(['passed', 'skipped']);

const isPast = ({ asOf, knownAt }: Reading['moment']): boolean => asOf !== null || knownAt !== null;

/** Only now: who may conclude is judged on the day of recording. What was played back was concluded elsewhere. */
export function chairless({ dossier, day, viewer, moment }: Reading): Chairless[] {
  const { canConclude } = viewer;
  if (!canConclude || isPast(moment) || runningState(dossier) !== 'running' || dossier.source !== null) return [];
  const found = new Map<BodyId, Slug>();
  for (const [id, gate] of dossier.plan.gates) {
    const { ruledBy } = gate;
    const isToConclude = !isByItself(gate) && !done.has(statusOf(dossier, id));
    if (isToConclude && !found.has(ruledBy) && !canConclude(ruledBy, day)) found.set(ruledBy, id);
  }
  return [...found].map(([body, gate]) => ({ body, gate }));
}

/** The body that is still to conclude at that gate, where nobody may. */
export const chairlessAt = (reading: Reading, gate: Slug): BodyId[] => {
  const { dossier } = reading;
  const ruler = dossier.plan.gates.get(gate)?.ruledBy;
  const isToCome = !done.has(statusOf(dossier, gate));
  return chairless(reading).flatMap(({ body }) => (isToCome && body === ruler ? [body] : []));
};
