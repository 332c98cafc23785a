// Roles of people who are elected, or chosen by who is, and that were given before a new board began: somebody has to look whether
// they still are who they were. None of them ends by itself.
import { daysAfter } from '../calendar.js';
import type { KnownAssignment, PersonOnRecord } from '../people.js';
import { isValid } from '../permissions.js';
import type { BodyId, Day, Id, Role } from '../vocabulary.js';
import type { Election } from './body-calendar.js';

export interface RoleToCheck {
  person: Id;
  name: string | null;
  assignment: KnownAssignment;
  election: Election;
  /** Since when there is a new board. */
  since: Day;
}

/** An alderman has these; who records or reads is not elected. */
const elected: readonly Role[] = ['portfolio-holder', 'chair', 'deputy-chair'];
/** For so many days it is said; by then whoever stayed was seen. */
const toldFor = 180;

/**
 * @param bodies those of the region
 * @returns of the newest election alone, in the order of the people
 */
export function rolesToCheck(
  elections: readonly Election[],
  people: readonly PersonOnRecord[],
  bodies: ReadonlySet<BodyId>,
  today: Day,
): RoleToCheck[] {
  const begun = elections
    .flatMap((election) =>
      election.kind === 'municipal' ? { election, since: election.formedOn ?? election.installedOn } : [],
    )
    .filter(({ since }) => since <= today && daysAfter(since, toldFor) >= today);
  const newest = begun.reduce<(typeof begun)[number] | null>(
    (one, other) => (one && one.since >= other.since ? one : other),
    null,
  );
  if (!newest) return [];
  return people.flatMap(({ id: person, name, assignments }) =>
    assignments
      .filter((one) => elected.includes(one.role) && isValid(one, today) && one.from < newest.since)
      .filter(({ body }) => body !== null && bodies.has(body))
      .map((assignment): RoleToCheck => ({ person, name, assignment, ...newest })),
  );
}
