// Whether a decision is known to the region: a body may close it to itself, from its meeting until a day, on a legal
// ground. What the region does not know does not count.
import type { Day, ReleaseScope } from '../vocabulary.js';
import type { Decision } from './state.js';

/** Released to its own body alone on that day. */
export const isClosed = ({ release }: Decision, day: Day): boolean => isClosedFrom(release, day);

export const isClosedFrom = ({ scope, from }: { scope: ReleaseScope; from?: Day | null }, day: Day): boolean =>
  scope === 'own' || (from != null && day < from);
