// Who acts in the place of a body whose party went on as another. As long as nobody did, everybody is who they were.
import { latest } from '../calendar.js';
import { partyOf, type Assignment, type Person } from '../permissions.js';
import type { BodyId, Day } from '../vocabulary.js';
import { successorIn } from '../workflow/successors.js';
import type { Phase } from '../workflow/workflow.js';
import { phaseState, type Dossier, type Round } from './state.js';

type Merging = Pick<Dossier, 'mergers'>;

/** Who acts in the place of this body now; itself while it is there. */
export const successorOf = ({ mergers }: Merging, body: BodyId): BodyId =>
  mergers.reduce((one, merger) => successorIn(merger, one), body);

/** Who has the seat of a body in a round: itself where that was concluded before its party went on as another. */
export const seatedAs = (dossier: Merging, { electorate }: Pick<Round, 'electorate'>, body: BodyId): BodyId =>
  electorate.includes(body) ? body : successorOf(dossier, body);

/** The first day on which a body was no more; null while it is there. */
export const endedOn = ({ mergers }: Merging, body: BodyId): Day | null =>
  mergers.find((merger) => successorIn(merger, body) !== body)?.on ?? null;

/**
 * A person as they are in this dossier: whoever has a role for a body of before has it for its successor too, from the
 * day on which that took its place. Everything that asks what somebody may do, sees or has to do here asks it of them.
 */
export function personIn<P extends Person>(dossier: Merging, person: P): P {
  const taken = person.assignments.flatMap((assignment): Assignment[] => {
    const { body, from } = assignment;
    if (body === null) return [];
    const successor = successorOf(dossier, body);
    const since = dossier.mergers.findLast(({ into }) => into.id === partyOf(successor))?.on;
    return successor === body ? [] : [{ ...assignment, body: successor, from: latest(from, since) ?? from }];
  });
  return taken.length === 0 ? person : { ...person, assignments: [...person.assignments, ...taken] };
}

/** Whether it is the own word of a body: its successor speaks for it. */
export const isOwnWord = (dossier: Merging, body: BodyId, by: BodyId | null): boolean =>
  by === body || by === successorOf(dossier, body);

/** Whom a phase is to visit: who was visited, and in the place of who was not and is no more its successor. */
export function toVisit(dossier: Dossier, { id, visits }: Pick<Phase, 'id' | 'visits'>): BodyId[] {
  const visited = new Set(phaseState(dossier, id).visits.map(({ body }) => body));
  return [...new Set(visits.map((body) => (visited.has(body) ? body : successorOf(dossier, body))))];
}
