// Which phases can begin by a go: those that wait for nothing else, on the way that this dossier goes.
import { stillAwaited } from '../commands/targets.js';
import { currentRound, statusOf, type Dossier } from '../dossier/state.js';
import type { Slug } from '../vocabulary.js';
import type { Phase } from '../workflow/workflow.js';

/** In the order of the plan. */
export function startableBy(dossier: Dossier, gate: Slug): Phase[] {
  return dossier.plan.workflow.phases.filter((phase) => {
    const { startsAfter, waitsFor } = phase;
    const left = stillAwaited(
      dossier,
      startsAfter.filter((id) => id !== gate),
      waitsFor,
    );
    return (
      startsAfter.includes(gate) && left.phases.length + left.outside.length === 0 && isAhead(dossier, gate, phase)
    );
  });
}

/** A branch on the choice that this go makes is not on any way yet. */
function isAhead(dossier: Dossier, gate: Slug, { id, branch }: Phase): boolean {
  const status = statusOf(dossier, id);
  if (status !== 'dormant') return status === 'planned';
  const option = currentRound(dossier, gate)?.option ?? null;
  return branch?.gate === gate && (option === null || branch.option === option);
}
