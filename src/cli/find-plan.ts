// Finds the plan that a command of the shell names, as ID or ID@VERSION.
import type { Plan } from '../domain/workflow/plan.js';
import { WrongUse } from './command.js';
import { shell } from '../wording/shell/shell.js';

/** Of the asked version, or the newest. @throws WrongUse, naming what there is */
export function findPlan(plans: readonly Plan[], named: string): Plan {
  const [id = '', version, ...more] = named.split('@');
  const versions = plans
    .filter(({ workflow }) => workflow.id === id)
    .sort((a, b) => b.workflow.version - a.workflow.version);
  const found = version === undefined ? versions[0] : versions.find((one) => String(one.workflow.version) === version);
  if (found && more.length === 0) return found;
  const known = plans.map(({ workflow }) => `${workflow.id}@${workflow.version}`);
  throw new WrongUse(shell.noPlan(named, known));
}
