// Checks one workflow or all, as the server does when it starts, and says what was proven.
import { loadPlans, shippedWorkflows } from '../app/plan-catalogue.js';
import { checkView } from '../wording/gates/plan-faults.js';
import { shell } from '../wording/shell/shell.js';
import type { Given } from './command.js';
import { findPlan } from './find-plan.js';

const words = shell.check;

/** @throws WrongUse for a plan or a version that there is not */
export async function workflowCheck({ positionals: [named] }: Given): Promise<void> {
  const catalogue = await loadPlans([shippedWorkflows]);
  const asked = named === undefined ? catalogue.all() : [findPlan(catalogue.all(), named)];
  for (const { workflow, checks } of asked) {
    console.log(words.plan(workflow.id, workflow.version, workflow.title));
    for (const { name, severity, detail } of checks.map(checkView))
      console.log(words.line(severity === 'warning', name, detail));
  }
}
