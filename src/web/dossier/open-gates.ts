// The gates of a dossier that lie open, and for whom somebody can record what was decided there.
import { statusOf } from '../../domain/dossier/state.js';
import type { BodyId, Slug } from '../../domain/vocabulary.js';
import { recordable } from '../forms/decision-form.js';
import type { FormContext } from '../forms/form-kind.js';

/** Each as the place of what is said. */
export function openGates(context: FormContext): { gate: Slug; there: FormContext }[] {
  const { dossier } = context.reading;
  const open = [...dossier.plan.gates.keys()].filter((gate) => statusOf(dossier, gate) === 'at-gate');
  return open.map((gate) => ({ gate, there: { ...context, place: { ...context.place, gate } } }));
}

/** For whom this person can record a decision somewhere. */
export const recordableIn = (context: FormContext): Set<BodyId> =>
  new Set(openGates(context).flatMap(({ there }) => recordable(there)));
