// Where a process goes on when no branch of a choice was chosen: at the phase that waits for those branches alone.
import type { Slug } from '../domain/vocabulary.js';
import { choicesBefore, lastPhases } from '../domain/workflow/order.js';
import type { Phase, Workflow } from '../domain/workflow/workflow.js';

export interface WayPast {
  choice: Slug;
  /** A phase, or the end when nothing else comes. */
  to: Slug | null;
}

export function waysPast({ phases }: Workflow): WayPast[] {
  const choicesOf = new Map(phases.map((phase) => [phase.id, choicesBefore({ phases }, phase)]));
  const last = lastPhases({ phases }).map(({ id }) => id);
  const past = (to: Phase | null, before: readonly Slug[]): WayPast[] => {
    const [one = [], ...others] = before.map((id) => choicesOf.get(id) ?? []);
    const own = to ? (choicesOf.get(to.id) ?? []) : [];
    return one
      .filter((choice) => !own.includes(choice) && others.every((choices) => choices.includes(choice)))
      .filter((choice) => hasOther(phases, choice, before))
      .map((choice) => ({ choice, to: to?.id ?? null }));
  };
  return [...phases.flatMap((phase) => past(phase, phase.startsAfter)), ...past(null, last)];
}

/** Whether a choice has an option that leads to none of these. */
function hasOther(phases: readonly Phase[], choice: Slug, before: readonly Slug[]): boolean {
  const options = phases.find(({ id }) => id === choice)?.gate?.options ?? [];
  const optionOf = (id: Slug): Slug | undefined => {
    const branch = phases.find((phase) => phase.id === id)?.branch;
    return branch && (branch.gate === choice ? branch.option : optionOf(branch.gate));
  };
  return new Set(before.map(optionOf)).size < options.length;
}
