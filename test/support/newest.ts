// The newest version of each plan: of older ones, which never change, what follows from the same code is not proven again.
import type { Plan } from '../../src/domain/workflow/plan.js';

export const newestOf = (plans: readonly Plan[]): Plan[] =>
  plans.filter(({ workflow: { id, version } }) =>
    plans.every((other) => other.workflow.id !== id || other.workflow.version <= version),
  );
