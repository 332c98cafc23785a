// Whether the ways in which a poll can go on are declared soundly: every branch hangs on an option, comes after the choice,
// and where the poll may split makes sense for however few go that way.
import type { RuleCatalogue } from '../rule.js';
import type { BodyId, Slug } from '../vocabulary.js';
import { waitsFor } from './order.js';
import { scopeAt } from './scope.js';
import type { Phase, Workflow } from './workflow.js';

export function branchFaults(workflow: Workflow, rules: RuleCatalogue): string[] {
  return workflow.phases.flatMap((phase) =>
    [...splitFaults(workflow, phase), ...hangingFaults(workflow, phase), ...smallFaults(workflow, phase, rules)].map(
      (fault) => `fase "${phase.id}": ${fault}`,
    ),
  );
}

/** A gate that may split is a poll that all go through, with something that hangs on its options. */
function splitFaults({ phases }: Workflow, { id, gate, branch }: Phase): string[] {
  if (!gate?.splits) return [];
  return [
    ...(gate.poll ? [] : ['alleen een keuze uit mogelijkheden kan splitsen: geef ze in polls']),
    ...(branch ? ['een tak splitst niet verder: laat splits of branch weg'] : []),
    ...(phases.some((one) => one.branch?.gate === id)
      ? []
      : ['niets hangt aan de splitsing: geef een fase een branch']),
  ];
}

function hangingFaults(workflow: Workflow, { id, branch }: Phase): string[] {
  if (!branch) return [];
  const gate = workflow.phases.find((phase) => phase.id === branch.gate)?.gate;
  if (!gate?.poll) return [`de tak hangt aan "${branch.gate}", waar niets te kiezen is: noem een fase met polls`];
  const options = gate.options.map((option) => option.id);
  return [
    ...(options.includes(branch.option)
      ? []
      : [`"${branch.option}" is daar geen keuze: kies uit ${options.join(', ')}`]),
    ...(waitsFor(workflow, id).has(branch.gate)
      ? []
      : [`de tak begint niet na "${branch.gate}": zet dat in startsAfter`]),
  ];
}

/** A part may be a single party: the rule must hold for it too. */
function smallFaults(workflow: Workflow, { gate, branch }: Phase, rules: RuleCatalogue): string[] {
  const splits = workflow.phases.some(({ id, gate: before }) => id === branch?.gate && before?.splits);
  if (!gate || !splits) return [];
  const parties = new Map<Slug, BodyId[]>();
  for (const { id, party } of workflow.parties.flatMap(({ bodies }) => bodies))
    if (gate.electorate.includes(id)) parties.set(party, [...(parties.get(party) ?? []), id]);
  const found = [...parties].flatMap(([party, bodies]) =>
    scopeAt(workflow, bodies, rules)
      .faults(gate.rule)
      .map((fault) => `als alleen "${party}" zo verder gaat: ${fault}`),
  );
  return found.slice(0, 1); // the others say the same of other parties
}
