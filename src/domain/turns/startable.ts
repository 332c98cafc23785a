// Which phases can begin by a go: those that wait for nothing else, on the way that this dossier goes.
import { stillAwaited } from '../commands/targets.js';
import { currentRound, statusOf, type Dossier } from '../dossier/state.js';
import { standing } from '../stand/at-gate.js';
import { chosenAt } from '../stand/chosen.js';
import type { Day, Slug } from '../vocabulary.js';
import type { Phase } from '../workflow/workflow.js';

/** In the order of the plan. @param day of the go */
export function startableBy(dossier: Dossier, gate: Slug, day: Day): Phase[] {
  const round = currentRound(dossier, gate);
  const chosen = round ? chosenAt(dossier, gate, round, standing(dossier, gate, round, day)) : null;
  return dossier.plan.workflow.phases.filter((phase) => {
    const { startsAfter, waitsFor } = phase;
    const left = stillAwaited(
      dossier,
      startsAfter.filter((id) => id !== gate),
      waitsFor,
    );
    return (
      startsAfter.includes(gate) &&
      left.phases.length + left.outside.length === 0 &&
      isAhead(dossier, gate, phase, chosen)
    );
  });
}

/** A branch on the choice that this go makes is on no way yet. */
function isAhead(dossier: Dossier, gate: Slug, { id, branch }: Phase, chosen: Slug | null | undefined): boolean {
  const status = statusOf(dossier, id);
  return status === 'dormant' ? branch?.gate === gate && branch.option === chosen : status === 'planned';
}
