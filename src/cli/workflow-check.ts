// Checks every workflow as the server does when it starts, and says what was proven.
import { loadPlans, shippedWorkflows } from '../app/plan-catalogue.js';
import { checkView } from '../wording/plan-faults.js';
import { shell } from '../wording/shell.js';

const words = shell.check;

export async function workflowCheck(rest: string[]): Promise<void> {
  if (rest.length > 0) throw new Error(shell.takesNothing('workflow check'));
  const catalogue = await loadPlans([shippedWorkflows]);
  for (const { workflow, checks } of catalogue.all()) {
    console.log(words.plan(workflow.id, workflow.version, workflow.title));
    for (const { name, severity, detail } of checks.map(checkView))
      console.log(words.line(severity === 'warning', name, detail));
  }
}
