// A record folded at once, as the product folds it in slices.
import type { DossierEvent } from '../../src/domain/dossier/events.js';
import { emptyHistory, grow, lookBack, type Moment } from '../../src/domain/fold/history.js';
import type { InSteps } from '../../src/domain/fold/in-steps.js';
import type { Dossier } from '../../src/domain/dossier/state.js';
import type { Plans } from '../../src/domain/workflow/plan.js';

export const fold = (plans: Plans, events: readonly DossierEvent[], moment: Moment): Dossier =>
  atOnce(lookBack(plans, atOnce(grow(plans, emptyHistory, events)), moment));

export function atOnce<T>(work: InSteps<T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}
