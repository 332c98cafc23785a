// Says in words what one plan has otherwise than another.
import { loadPlans, shippedWorkflows } from '../app/plan-catalogue.js';
import { difference } from '../domain/workflow/difference.js';
import { differenceLines } from '../wording/gates/differences.js';
import { ruleWords } from '../wording/gates/rules.js';
import { planWords } from '../wording/language/words.js';
import { findPlan } from './find-plan.js';
import type { Given } from './command.js';
import { shell } from '../wording/shell/shell.js';

const words = shell.diff;

/** @throws WrongUse for a plan or a version that there is not */
export async function workflowDiff({ positionals: [one = '', other = ''] }: Given): Promise<void> {
  const catalogue = await loadPlans([shippedWorkflows]);
  const [from, to] = [findPlan(catalogue.all(), one), findPlan(catalogue.all(), other)];
  console.log(words.between(planWords(from.workflow), planWords(to.workflow)));
  for (const line of differenceLines(difference(from, to, ruleWords))) console.log(`  ${line}`);
}
