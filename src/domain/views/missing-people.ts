// Who is missing for a plan before anybody follows it: bodies that are to conclude and for which nobody may, and bodies that are
// to decide and for which nobody records.
import { worksAs, type BodyId, type WorksAs } from '../vocabulary.js';
import { isByItself } from '../workflow/asks.js';
import type { Plan } from '../workflow/plan.js';

/** Of the bodies of a kind that decide somewhere in a plan, those for which nobody records. */
interface Unrecorded {
  kind: WorksAs;
  bodies: BodyId[];
  /** So many there are of that kind. */
  of: number;
}

export interface MissingPeople {
  chairs: BodyId[];
  recorders: Unrecorded[];
}

interface Filled {
  canConclude: (body: BodyId) => boolean;
  canRecord: (body: BodyId) => boolean;
}

/** For these somebody holds the role of secretary or clerk. */
const recorded: readonly WorksAs[] = ['college', 'council'];

/** What only comes to exist in the process has nobody yet. */
export function missingFor({ gates, bodies }: Plan, { canConclude, canRecord }: Filled): MissingPeople {
  const all = [...gates.values()];
  const exists = (id: BodyId) => bodies.get(id)?.foundedBy === undefined;
  const ruling = new Set(all.filter((gate) => !isByItself(gate)).map(({ ruledBy }) => ruledBy));
  const deciding = [...new Set(all.flatMap(({ electorate }) => electorate))].filter(exists);
  const recorders = recorded.map((kind): Unrecorded => {
    const ofKind = deciding.filter((id) => worksAs(bodies.get(id)?.kind ?? 'consultation') === kind);
    return { kind, of: ofKind.length, bodies: ofKind.filter((id) => !canRecord(id)) };
  });
  return {
    chairs: [...ruling].filter((id) => exists(id) && !canConclude(id)),
    recorders: recorders.filter((one) => one.bodies.length > 0),
  };
}
