// Whether a plan that leaves its parties open says well who stands in for whom.
import { partiesMax } from '../facts/of-phases.js';
import type { OpenParties } from './open-parties.js';
import type { PlanFault } from '../plan-faults.js';
import type { BodyId } from '../vocabulary.js';
import type { Workflow } from './workflow.js';

export function openFaults(workflow: Workflow, { municipality, consultation, least }: OpenParties): PlanFault[] {
  const bodies = workflow.parties.flatMap((party) => party.bodies);
  const ruler = bodies.find(({ id }) => id === consultation);
  const counts = Number.isInteger(least) && least >= 1 && least <= partiesMax;
  const hasBodies = bodies.some(({ party }) => party === municipality);
  const isBoardOf = (id: BodyId) =>
    bodies.some((one) => one.id === id && one.kind === 'board' && one.party === ruler?.party);
  const rules = ruler?.kind === 'consultation' && ruler.party !== municipality;
  return [
    ...(counts ? [] : [{ code: 'bad-least-parties', least, max: partiesMax } as const]),
    ...(hasBodies ? [] : [{ code: 'no-stand-in', party: municipality } as const]),
    ...(rules ? [] : [{ code: 'no-consultation', body: consultation } as const]),
    ...workflow.phases.flatMap(({ id: phase, gate }): PlanFault[] =>
      gate && gate.ruledBy !== consultation && !isBoardOf(gate.ruledBy)
        ? [{ code: 'other-ruler', ruledBy: gate.ruledBy, consultation, phase }]
        : [],
    ),
  ];
}
