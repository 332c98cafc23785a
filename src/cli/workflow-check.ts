// Checks every workflow as the server does when it starts, and says what was proven.
import { loadShelf, shippedWorkflows } from '../app/shelf.js';
import { checkView } from '../wording/plan-faults.js';

export async function workflowCheck(rest: string[]): Promise<void> {
  if (rest.length > 0) throw new Error('workflow check neemt geen argumenten');
  const shelf = await loadShelf([shippedWorkflows]);
  for (const { workflow, checks } of shelf.all()) {
    console.log(`${workflow.id} versie ${workflow.version}: ${workflow.title}`);
    for (const { name, severity, detail } of checks.map(checkView))
      console.log(`  ${severity === 'warning' ? 'waarschuwing ' : ''}${name}: ${detail}`);
  }
}
