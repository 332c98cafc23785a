// Whether a body that comes to exist in the process is asked for nothing before it does.
import type { OwnFault, PlanFault } from '../plan-faults.js';
import { waitsFor } from './order.js';
import type { Body, Phase, Workflow } from './workflow.js';

/** What a body does in a phase: it decides, it concludes, or it is visited. */
const takesPart = ({ gate, visits }: Phase, { id }: Body): boolean =>
  visits.includes(id) || (gate !== null && (gate.ruledBy === id || gate.electorate.includes(id)));

export const foundedFaults = (workflow: Workflow): PlanFault[] =>
  workflow.parties
    .flatMap(({ bodies }) => bodies)
    .flatMap((body) => (body.foundedBy === undefined ? [] : faultsOf(workflow, body, body.foundedBy)));

function faultsOf(workflow: Workflow, body: Body, gate: string): PlanFault[] {
  if (!workflow.phases.some((phase) => phase.id === gate && phase.gate !== null))
    return [{ code: 'founded-nowhere', body: body.id, gate }];
  return workflow.phases
    .filter((phase) => takesPart(phase, body) && !waitsFor(workflow, phase.id).has(gate))
    .map(({ id }): OwnFault => ({ code: 'before-founded', body: body.id, gate, before: id }));
}
