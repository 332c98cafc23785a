// A dossier whose record does not hold, as it is listed: what the list knows of it, and what came before the damage.
import type { Dossier } from '../dossier/state.js';
import type { DossierSummaryView } from './dossier-view.js';

export interface Damage {
  /** The event from which on the record does not hold. */
  sequence: number;
  /** The dossier before it; null when nothing holds. */
  before: Dossier | null;
}

export interface DamagedDossier extends Damage, Pick<DossierSummaryView, 'id' | 'workflow' | 'state' | 'startedOn'> {}

/** Its title cannot be read. */
const untitled = 'Traject zonder leesbare titel';

export const damagedTitle = ({ before }: DamagedDossier): string => before?.title ?? untitled;

/** Says nothing of what comes next, nor of the events from the damage on. */
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
    goal: null,
    late: null,
    damagedAt: sequence,
  };
}
