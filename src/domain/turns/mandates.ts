// The turns of a body to say whether a mandate is so that the region recorded for it.
import { dayOf } from '../calendar.js';
import type { MandateRecord } from '../dossier/decided.js';
import type { Dossier } from '../dossier/state.js';
import { successorOf } from '../dossier/successors.js';
import type { Slug } from '../vocabulary.js';
import { recorderOf } from './recorder.js';
import { plainTurn, type Turn } from './turn.js';

export const isToConfirm = ({ confirmation }: MandateRecord): boolean => confirmation === 'unconfirmed';

export const mandateTurns = (dossier: Dossier): Turn[] =>
  dossier.mandates.filter(isToConfirm).map((one): Turn => {
    const body = successorOf(dossier, one.body);
    const since = dayOf(one.recorded.recordedAt);
    const whose = { role: recorderOf(dossier, [body]), body, mandate: one.id, since };
    return { ...plainTurn, what: 'confirm-mandate', phase: phaseOf(dossier, one), gate: null, ...whose };
  });

/** A turn stands at a phase: at the first that the mandate is for. */
function phaseOf({ plan }: Dossier, { gates, body }: MandateRecord): Slug {
  const [first] = plan.workflow.phases;
  const asked = plan.workflow.phases.find(({ id, gate }) => gates?.includes(id) ?? gate?.electorate.includes(body));
  return (asked ?? first)?.id ?? '';
}
