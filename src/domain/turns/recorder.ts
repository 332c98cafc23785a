// Who records for a body.
import type { BodyId } from '../vocabulary.js';
import { areCouncils, type Plan } from '../workflow/plan.js';
import type { TurnRole } from './turn.js';

export const recorderOf = ({ plan }: { plan: Plan }, bodies: readonly BodyId[]): TurnRole =>
  areCouncils(plan, bodies) ? 'clerk' : 'secretary';
