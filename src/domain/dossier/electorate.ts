// Which bodies decide at a gate: those of its plan, in a branch only those whose party went that way, with every change
// since it was first put. A body that left does not come back by itself when the gate is put again.
import type { BodyId, Slug } from '../vocabulary.js';
import type { Plan } from '../workflow/plan.js';
import { currentRound, type Dossier, type ElectorateChange, type Part } from './state.js';

/** @throws Error when the gate is not part of the dossier's plan */
export const electorateAt = (dossier: Dossier, id: Slug): readonly BodyId[] =>
  (dossier.rounds[id] ?? [])
    .flatMap(({ electorateChanges }) => electorateChanges)
    .reduce(changedBy, plannedAt(dossier, id));

type Change = Pick<ElectorateChange, 'joins' | 'leaves' | 'merges'>;

/** The electorate after a change: the bodies that stay, then those that replace others, then those that join. */
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
  if (!split) return [...new Set(gate.electorate)];
  const part = split.parts.find(({ option }) => option === branch.option);
  return part ? within(plan, gate.electorate, part) : [];
}

/** Every body that was put the gate in some round, whether or not it left since. */
export const everAsked = ({ rounds }: Dossier, id: Slug): ReadonlySet<BodyId> =>
  new Set(
    (rounds[id] ?? []).flatMap(({ electorate, electorateChanges }) => [
      ...electorate,
      ...electorateChanges.flatMap(({ leaves, merges }) => [...leaves, ...merges.flatMap(({ from }) => from)]),
    ]),
  );

/** The bodies that decide in the current round; while the gate is not put, those that would decide now. */
export const askedAt = (dossier: Dossier, id: Slug): readonly BodyId[] =>
  currentRound(dossier, id)?.electorate ?? electorateAt(dossier, id);

/** The bodies of this electorate whose party is in the part: a council goes where its college went. */
export function within({ bodies }: Plan, electorate: readonly BodyId[], part: Part): BodyId[] {
  const partyOf = (id: BodyId): Slug | undefined => bodies.get(id)?.party;
  const parties = new Set(part.bodies.map(partyOf));
  return electorate.filter((id) => parties.has(partyOf(id)));
}
