// Which bodies are others than those to whom something was put: renewed by an election since.
import type { BodyId, BodyKind, Day } from '../vocabulary.js';
import { electionPause, type Election } from './body-calendar.js';

export interface Renewed {
  /** From which day on it is another. */
  since: Day;
  bodies: BodyId[];
}

/**
 * In the order of their days.
 * @param put the day on which it was put to them
 * @param on the day that is looked at
 */
export function renewedBodies(
  elections: readonly Election[],
  bodies: readonly { id: BodyId; kind: BodyKind }[],
  put: Day,
  on: Day,
): Renewed[] {
  const found = new Map<Day, BodyId[]>();
  for (const { id, kind } of bodies)
    for (const election of elections) {
      const since = electionPause(election, kind)?.before;
      if (since !== undefined && put < since && since <= on) found.set(since, [...(found.get(since) ?? []), id]);
    }
  return [...found]
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([since, renewed]) => ({ since, bodies: renewed }));
}
