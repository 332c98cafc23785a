// Whom a gate asks: the bodies of its plan, in a branch only those whose party went that way, with what was changed of
// it since it was put first. Who left does not come back by itself when it is put again.
import type { BodyId, Slug } from '../vocabulary.js';
import type { Plan } from '../workflow/plan.js';
import { currentRound, type Dossier, type ElectorateChange, type Part } from './state.js';

/** @throws Error when the gate is not part of the dossier's plan */
export const electorateAt = (dossier: Dossier, id: Slug): readonly BodyId[] =>
  (dossier.rounds[id] ?? [])
    .flatMap(({ electorateChanges }) => electorateChanges)
    .reduce(changedBy, plannedAt(dossier, id));

type Change = Pick<ElectorateChange, 'joins' | 'leaves' | 'merges'>;

/** Who is left, then who takes the place of others, then who comes in. */
export function changedBy(electorate: readonly BodyId[], { joins, leaves, merges }: Change): readonly BodyId[] {
  const gone = new Set([...leaves, ...merges.flatMap(({ from }) => from)]);
  const staying = electorate.filter((body) => !gone.has(body));
  return [...new Set([...staying, ...merges.map(({ into }) => into), ...joins])];
}

function plannedAt(dossier: Dossier, id: Slug): readonly BodyId[] {
  const { plan } = dossier;
  const gate = plan.gates.get(id);
  if (!gate) throw new Error(`dossier ${dossier.id} has no gate ${id}`);
  const branch = plan.phases.get(id)?.branch;
  const split = branch && currentRound(dossier, branch.gate)?.split;
  if (!split) return gate.electorate;
  const part = split.parts.find(({ option }) => option === branch.option);
  return part ? within(plan, gate.electorate, part) : [];
}

/** Whom the gate asks in the round that it is in: as it was put, else whom it would ask. */
export const askedAt = (dossier: Dossier, id: Slug): readonly BodyId[] =>
  currentRound(dossier, id)?.electorate ?? electorateAt(dossier, id);

/** Those of these bodies whose party has a body in the part: a council goes where its college went. */
export function within({ bodies }: Plan, electorate: readonly BodyId[], part: Part): BodyId[] {
  const parties = new Set(part.bodies.map((id) => bodies.get(id)?.party));
  return electorate.filter((id) => parties.has(bodies.get(id)?.party));
}
