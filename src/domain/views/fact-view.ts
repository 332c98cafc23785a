// Facts from outside that phases of a dossier wait for, as they are shown.
import { outsideFact } from '../dossier/state.js';
import type { Day, Slug } from '../vocabulary.js';
import { erased } from '../facts/shown.js';
import { recordedView, type RecordedView } from './decision-view.js';
import type { Reading } from './viewer.js';

export interface FactView {
  id: Slug;
  title: string;
  /** The day on which it happened; null while it is not known, with the two below. */
  on: Day | null;
  source: string | null;
  recorded: RecordedView | null;
}

/** Every fact that the plan names, in its order, with the newest record of it. */
export function factsView({ dossier, viewer }: Reading): FactView[] {
  return Object.entries(dossier.plan.workflow.outside ?? {}).map(([id, { title }]) => {
    const known = outsideFact(dossier, id);
    if (!known) return { id, title, on: null, source: null, recorded: null };
    return { id, title, on: known.on, source: known.source ?? erased, recorded: recordedView(known.recorded, viewer) };
  });
}
