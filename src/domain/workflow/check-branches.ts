// Whether the ways in which a choice can go on are declared soundly: every branch hangs on an option, comes after the choice,
// and where the poll may split makes sense for however few go that way.
import type { RuleCatalogue } from '../rule.js';
import type { BodyId, Slug } from '../vocabulary.js';
import { waitsFor } from './order.js';
import type { OwnFault, PlanFault } from '../plan-faults.js';
import { scopeAt } from './scope.js';
import type { Phase, Workflow } from './workflow.js';

export function branchFaults(workflow: Workflow, rules: RuleCatalogue): PlanFault[] {
  return workflow.phases.flatMap((phase) =>
    [...splitFaults(workflow, phase), ...hangingFaults(workflow, phase), ...smallFaults(workflow, phase, rules)].map(
      (fault) => ({ ...fault, phase: phase.id }),
    ),
  );
}

/** A gate that may split must be a poll, outside every branch, and phases must hang on its options. */
function splitFaults({ phases }: Workflow, { id, gate, branch }: Phase): OwnFault[] {
  if (!gate?.splits) return [];
  return [
    ...(gate.poll ? [] : [{ code: 'split-without-poll' } as const]),
    ...(branch ? [{ code: 'branch-splits' } as const] : []),
    ...(phases.some((one) => one.branch?.gate === id) ? [] : [{ code: 'split-for-nothing' } as const]),
  ];
}

function hangingFaults(workflow: Workflow, { id, branch }: Phase): OwnFault[] {
  if (!branch) return [];
  const gate = workflow.phases.find((phase) => phase.id === branch.gate)?.gate;
  if (!gate || gate.options.length < 2) return [{ code: 'branch-without-choice', gate: branch.gate }];
  const { option } = branch;
  const options = gate.options.map((one) => one.id);
  return [
    ...(options.includes(option) ? [] : [{ code: 'unknown-branch-option', option, options } as const]),
    ...(waitsFor(workflow, id).has(branch.gate) ? [] : [{ code: 'branch-too-early', gate: branch.gate } as const]),
  ];
}

/** A part may be a single party: the rule must hold for it too. */
function smallFaults(workflow: Workflow, { gate, branch }: Phase, rules: RuleCatalogue): OwnFault[] {
  const splits = workflow.phases.some(({ id, gate: before }) => id === branch?.gate && before?.splits);
  if (!gate || !splits) return [];
  const parties = new Map<Slug, BodyId[]>();
  for (const { id, party } of workflow.parties.flatMap(({ bodies }) => bodies))
    if (gate.electorate.includes(id)) parties.set(party, [...(parties.get(party) ?? []), id]);
  const found = [...parties].flatMap(([party, bodies]) =>
    scopeAt(workflow, bodies, rules)
      .faults(gate.rule)
      .map((fault): OwnFault => ({ code: 'party-alone', party, fault })),
  );
  return found.slice(0, 1); // the others say the same of other parties
}
