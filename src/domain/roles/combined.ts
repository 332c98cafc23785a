// Whether one person holds parts of the process that are there to keep an eye on each other.
import { isValid, type Assignment } from '../permissions.js';
import type { Day, Role } from '../vocabulary.js';

/** Who leads it, who decides in it, and who concludes. */
const parts: readonly (readonly Role[])[] = [['process-lead'], ['secretary', 'clerk'], ['chair', 'deputy-chair']];

/** The roles that this person has today in more than one part; none where it is one. */
export function combinedRoles(assignments: readonly Assignment[], today: Day): Role[] {
  const held = new Set(assignments.filter((one) => isValid(one, today)).map(({ role }) => role));
  const both = parts.map((roles) => roles.filter((role) => held.has(role))).filter((roles) => roles.length > 0);
  return both.length > 1 ? both.flat() : [];
}
