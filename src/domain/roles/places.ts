// Who holds which role for which body, as a grid: every place that has to be taken for a region to work, and who takes it.
import type { PersonOnRecord } from '../people.js';
import { isValid, type Assignment } from '../permissions.js';
import type { BodyId, Day, Id, Role, Slug, WorksAs } from '../vocabulary.js';

export interface BodyOfRegion {
  id: BodyId;
  title: string;
  party: Slug;
  partyTitle: string;
  works: WorksAs;
  /** Whether it concludes at a gate of some plan. */
  concludes: boolean;
  /** Whether it comes to exist by a decision: nobody is needed for it yet. */
  isFounded: boolean;
}

/** Somebody in a place, today or from a day to come. */
export interface Holder extends Assignment {
  person: Id;
  name: string;
  assignment: Id;
  status: 'valid' | 'to-come';
}

export interface PlaceInGrid {
  body: BodyId;
  /** Who is added here gets the first. */
  roles: readonly Role[];
  holders: readonly Holder[];
  /** Whether somebody is needed and there is nobody today. */
  isEmpty: boolean;
  isNeeded: boolean;
}

export interface RowOfGrid {
  body: BodyOfRegion;
  places: readonly PlaceInGrid[];
}

/** Of each kind of body its places, in the order of their columns. */
const placesFor: Record<WorksAs, readonly (readonly Role[])[]> = {
  consultation: [['chair', 'deputy-chair'], ['process-lead'], ['reader', 'chair-secretary']],
  college: [['secretary']],
  council: [['clerk']],
  provider: [['secretary']],
  minister: [['secretary']],
  board: [['secretary'], ['chair', 'deputy-chair']],
};

/** A row for each of these bodies, in their order. */
export function gridOf(
  bodies: readonly BodyOfRegion[],
  people: readonly PersonOnRecord[],
  today: Day,
): readonly RowOfGrid[] {
  const held = heldAt(people, today);
  const led = ledFrom(bodies, held);
  return bodies.map((body) => ({
    body,
    places: placesFor[body.works].map((roles) => {
      const holders = (held.get(body.id) ?? []).filter(({ role }) => roles.includes(role));
      const isNeeded = needs(body, roles, led);
      return { body: body.id, roles, holders, isNeeded, isEmpty: isNeeded && !holders.some(isNow(...roles)) };
    }),
  }));
}

const isNow =
  (...roles: readonly Role[]) =>
  ({ role, status }: Holder): boolean =>
    status === 'valid' && roles.includes(role);

/** One process lead leads in the whole region: of each the consultation whose it is, else the first that could be it. */
function ledFrom(bodies: readonly BodyOfRegion[], held: ReadonlyMap<BodyId, readonly Holder[]>): ReadonlySet<BodyId> {
  const led = new Map<Slug, BodyId>();
  const consultations = bodies.filter(({ works }) => works === 'consultation');
  const now = consultations.filter(({ id }) => (held.get(id) ?? []).some(isNow('process-lead')));
  for (const { party, id } of [...now, ...consultations.filter(({ concludes }) => concludes)])
    if (!led.has(party)) led.set(party, id);
  return new Set(led.values());
}

function needs(body: BodyOfRegion, [role]: readonly Role[], led: ReadonlySet<BodyId>): boolean {
  const { id, works, concludes, isFounded } = body;
  if (isFounded || works === 'board') return false;
  if (works !== 'consultation') return true;
  return role === 'process-lead' ? led.has(id) : role === 'chair' && concludes;
}

function heldAt(people: readonly PersonOnRecord[], today: Day): Map<BodyId, Holder[]> {
  const held = new Map<BodyId, Holder[]>();
  for (const { id: person, name, erasedOn, assignments } of people) {
    if (erasedOn !== null || name === null) continue;
    for (const { id: assignment, ...one } of assignments) {
      if (one.body === null || (one.until !== null && one.until < today)) continue;
      const status = isValid(one, today) ? 'valid' : 'to-come';
      held.set(one.body, [...(held.get(one.body) ?? []), { ...one, person, name, assignment, status }]);
    }
  }
  for (const [body, holders] of held) held.set(body, [...holders].sort(inOrder));
  return held;
}

/** Who is there now before who comes, the chair before the deputy, who was there first before the others. */
const inOrder = (a: Holder, b: Holder): number => (orderOf(a) < orderOf(b) ? -1 : 1);
const orderOf = ({ status, role, from, name }: Holder): string =>
  `${status === 'valid' ? 0 : 1} ${role} ${from} ${name}`;

/** By which it is known whether a place is still held as it was shown. */
export const heldAs = (people: readonly PersonOnRecord[], role: Role, body: BodyId | null, today: Day): string =>
  people
    .flatMap(({ id, assignments }) =>
      assignments
        .filter((one) => one.role === role && one.body === body && (one.until === null || one.until >= today))
        .map((one) => `${id} ${one.from} ${one.until ?? ''}`),
    )
    .sort()
    .join('\n');
