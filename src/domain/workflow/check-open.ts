// Whether a plan that leaves its parties open says well who stands in for whom.
import { partiesMax, type OpenParties } from './open-parties.js';
import type { Workflow } from './workflow.js';

export function openFaults(workflow: Workflow, { municipality, consultation, least }: OpenParties): string[] {
  const bodies = workflow.parties.flatMap((party) => party.bodies);
  const ruler = bodies.find(({ id }) => id === consultation);
  const counts = Number.isInteger(least) && least >= 1 && least <= partiesMax;
  return [
    ...(counts ? [] : [`least is ${least}: kies een geheel getal van 1 tot en met ${partiesMax}`]),
    ...(bodies.some(({ party }) => party === municipality)
      ? []
      : [`de partij "${municipality}" die voor de gemeenten staat, heeft geen organen: noem haar in parties`]),
    ...(ruler?.kind === 'consultation' && ruler.party !== municipality
      ? []
      : [`"${consultation}" staat voor het overleg dat concludeert: noem het in parties, bij een eigen regio`]),
    ...workflow.phases
      .filter(({ gate }) => gate && gate.ruledBy !== consultation)
      .map(({ id, gate }) => `fase "${id}": "${gate?.ruledBy}" concludeert; laat "${consultation}" dat doen`),
  ];
}
