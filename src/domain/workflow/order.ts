// What comes before what in a plan.
import type { Slug } from '../vocabulary.js';
import type { Phase, Workflow } from './workflow.js';

/** The phases that this one waits for, directly or through others, to start or at its gate. */
export function waitsFor({ phases }: Pick<Workflow, 'phases'>, id: Slug): Set<Slug> {
  const found = new Set<Slug>();
  const add = (one: Slug): void => {
    const phase = phases.find((p) => p.id === one);
    for (const before of [...(phase?.startsAfter ?? []), ...(phase?.gateAfter ?? [])])
      if (!found.has(before)) {
        found.add(before);
        add(before);
      }
  };
  add(id);
  return found;
}

/** The phases that no other phase waits for. */
export function lastPhases({ phases }: Pick<Workflow, 'phases'>): Phase[] {
  const awaited = new Set(phases.flatMap((phase) => [...phase.startsAfter, ...phase.gateAfter]));
  return phases.filter(({ id }) => !awaited.has(id));
}

/** The choices that a phase hangs on: of its branch, and of the branch in which that choice is made. */
export function choicesBefore({ phases }: Pick<Workflow, 'phases'>, { branch }: Phase): Slug[] {
  const before = branch && phases.find(({ id }) => id === branch.gate);
  return before ? [before.id, ...choicesBefore({ phases }, before)] : [];
}
