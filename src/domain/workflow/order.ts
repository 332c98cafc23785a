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

/** The phases in an order in which each comes after those that it waits for; otherwise as they stand in the plan. */
export function inOrder({ phases }: Pick<Workflow, 'phases'>): Phase[] {
  const placed = new Set<Slug>();
  const ordered: Phase[] = [];
  while (ordered.length < phases.length) {
    const next = phases.filter(
      ({ id, startsAfter, gateAfter }) =>
        !placed.has(id) && [...startsAfter, ...gateAfter].every((one) => placed.has(one)),
    );
    if (next.length === 0) throw new Error('phases of a checked plan do not wait for each other in a circle');
    for (const phase of next) placed.add(phase.id);
    ordered.push(...next);
  }
  return ordered;
}
