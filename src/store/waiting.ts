// When the turn has come of what waits until a moment by the clock of the machine.
import { LessThanOrEqual, MoreThan, Or, type FindOperator } from 'typeorm';
import type { Instant } from '../domain/vocabulary.js';

/** In milliseconds; nothing waits longer for its turn. */
export const waitMax = 6 * 60 * 60_000;

/** Its moment has come, or lies further away than anything waits: then the clock was set back since. */
export const hasTurn = (now: Instant): FindOperator<string> =>
  Or(LessThanOrEqual(now), MoreThan(new Date(Date.parse(now) + waitMax).toISOString()));
