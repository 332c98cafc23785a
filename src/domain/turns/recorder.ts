// Who records for a body, and who informs one.
import type { BodyId } from '../vocabulary.js';
import { partyOf } from '../permissions.js';
import { areCouncils, type Plan } from '../workflow/plan.js';
import type { TurnRole } from './turn.js';

export const recorderOf = ({ plan }: { plan: Plan }, bodies: readonly BodyId[]): TurnRole =>
  areCouncils(plan, bodies) ? 'clerk' : 'secretary';

/** Who informs a body: the college of its municipality, where the plan has one. */
export const informerOf = ({ plan }: { plan: Plan }, body: BodyId): BodyId =>
  [...plan.bodies.values()].find(({ party, kind }) => party === partyOf(body) && kind === 'college')?.id ?? body;
