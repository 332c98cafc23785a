// A dossier whose record does not hold, as it is listed: what the list knows of it, and what came before the damage.
import type { Dossier } from '../dossier/state.js';
import type { Day, DossierId, Slug } from '../vocabulary.js';
import type { DossierSummaryView } from './dossier-view.js';

export interface DamagedDossier {
  id: DossierId;
  workflow: { id: Slug; version: number; title: string };
  state: DossierSummaryView['state'];
  startedOn: Day;
  /** The event from which on its record does not hold. */
  sequence: number;
  /** As it was before that; null when nothing holds. */
  before: Dossier | null;
}

/** Its title cannot be read. */
const untitled = 'Traject zonder leesbare titel';

export const damagedTitle = ({ before }: DamagedDossier): string => before?.title ?? untitled;

/** Nothing is next, and what its last events said is not told. */
export function damagedSummaryView(damaged: DamagedDossier): DossierSummaryView {
  const { id, workflow, state, startedOn, sequence, before } = damaged;
  return {
    id,
    title: damagedTitle(damaged),
    workflow,
    state,
    startedOn,
    endedOn: before?.endedOn ?? null,
    demonstration: before?.demonstration ?? false,
    source: before?.source ?? null,
    version: sequence - 1,
    next: [],
    damagedAt: sequence,
  };
}
