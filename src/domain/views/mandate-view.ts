// The mandates of a dossier as they are shown.
import type { MandateRecord } from '../dossier/decided.js';
import { lastDayOf } from '../dossier/mandates.js';
import { mandateFacts } from '../facts/of-mandates.js';
import { shown, type Shown } from '../facts/shown.js';
import type { Confirmation, Day, Id } from '../vocabulary.js';
import { recordedView, type RecordedView } from './decision-view.js';
import type { Reading } from './viewer.js';

export interface MandateView extends Shown<typeof mandateFacts> {
  id: Id;
  /** The last day on which it holds, as it was given or as it was ended; null while none is known. */
  lastDay: Day | null;
  /** Why it was ended before its time; null where it was not. */
  endedBecause: string | null;
  confirmation: Confirmation;
  confirmationReason: string | null;
  recorded: RecordedView;
}

/** By body in the order of the plan, and of each by their first day. */
export function mandatesView({ dossier, viewer }: Reading): MandateView[] {
  const order = [...dossier.plan.bodies.keys()];
  const place = ({ body }: MandateRecord) => order.indexOf(body);
  return [...dossier.mandates]
    .sort((one, other) => place(one) - place(other) || one.from.localeCompare(other.from))
    .map((one) => ({
      ...shown(mandateFacts, one),
      id: one.id,
      lastDay: lastDayOf(one),
      endedBecause: one.ended?.reason ?? null,
      confirmation: one.confirmation,
      confirmationReason: one.confirmationReason,
      recorded: recordedView(one.recorded, viewer),
    }));
}
