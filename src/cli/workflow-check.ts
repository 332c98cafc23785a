// Checks every workflow as the server does when it starts, and says what was proven.
import { loadShelf, shippedWorkflows } from '../app/shelf.js';
import { checkView } from '../wording/plan-faults.js';
import { shell } from '../wording/shell.js';

const words = shell.check;

export async function workflowCheck(rest: string[]): Promise<void> {
  if (rest.length > 0) throw new Error(shell.takesNothing('workflow check'));
  const shelf = await loadShelf([shippedWorkflows]);
  for (const { workflow, checks } of shelf.all()) {
    console.log(words.plan(workflow.id, workflow.version, workflow.title));
    for (const { name, severity, detail } of checks.map(checkView))
      console.log(words.line(severity === 'warning', name, detail));
  }
}
