// Which bodies decide at a gate: those of its plan and who joined at an earlier gate, in a branch only those whose party
// went that way, with every change since it was first put. A body that left does not come back by itself when the gate is
// put again.
import type { BodyId, Slug } from '../vocabulary.js';
import { partyOf } from '../permissions.js';
import { mergersAmong } from '../workflow/successors.js';
import type { Gate } from '../workflow/workflow.js';
import { successorOf } from './successors.js';
import { currentRound, type Dossier, type ElectorateChange, type Part, type PartyMerger } from './state.js';

/**
 * In the order of recording: who left before its party went on as another gives it no seat.
 * @param part of a gate in a branch who goes that way; 'all' where it is in none, or nothing was chosen yet
 * @throws Error when the gate is not part of the dossier's plan
 */
export function electorateAt(dossier: Dossier, id: Slug, part = partOf(dossier, id)): readonly BodyId[] {
  const changes = (dossier.rounds[id] ?? []).flatMap(({ electorateChanges }) => electorateChanges);
  const own = changes.filter(({ kind }) => kind !== 'merger');
  return [...own, ...dossier.mergers]
    .sort((one, other) => one.sequence - other.sequence)
    .reduce(
      (electorate, one) => changedBy(electorate, 'joins' in one ? one : mergerAmong(electorate, one)),
      plannedAt(dossier, id, part),
    );
}

const mergerAmong = (electorate: readonly BodyId[], merger: PartyMerger): Change => ({
  joins: [],
  leaves: [],
  merges: mergersAmong(merger, electorate),
});

type Change = Pick<ElectorateChange, 'joins' | 'leaves' | 'merges'>;

/** The electorate after a change: the bodies that stay, then those that replace others, then those that join. */
export function changedBy(electorate: readonly BodyId[], { joins, leaves, merges }: Change): readonly BodyId[] {
  const gone = new Set([...leaves, ...merges.flatMap(({ from }) => from)]);
  const staying = electorate.filter((body) => !gone.has(body));
  return [...new Set([...staying, ...merges.map(({ into }) => into), ...joins])];
}

function plannedAt(dossier: Dossier, id: Slug, part: Part | 'all' | null): readonly BodyId[] {
  const gate = dossier.plan.gates.get(id);
  if (!gate) throw new Error(`dossier ${dossier.id} has no gate ${id}`);
  const all = [...new Set([...gate.electorate, ...joinedBefore(dossier, id, gate)])];
  if (part === 'all') return all;
  return part ? within(dossier, all, part) : [];
}

/**
 * Who joined at a gate before this one in the plan, and decides there still, decides here too: where all those decide
 * here that the plan asks there. A party that joined with its college comes here with its council.
 */
function joinedBefore(dossier: Dossier, id: Slug, { electorate }: Gate): BodyId[] {
  const { plan, rounds } = dossier;
  const parties = new Set(electorate.map(partyOf));
  const kinds = new Set(electorate.map((body) => plan.bodies.get(body)?.kind));
  return Object.entries(rounds).flatMap(([at, list]) => {
    const joined = list.flatMap(({ electorateChanges }) => electorateChanges.flatMap(({ joins }) => joins));
    if (joined.length === 0 || !plan.comesAfter(id, at)) return [];
    if (!plan.gates.get(at)?.electorate.every((body) => parties.has(partyOf(body)))) return [];
    const deciding = new Set(askedAt(dossier, at));
    const staying = new Set(joined.filter((body) => deciding.has(body) || deciding.has(successorOf(dossier, body))));
    const newcomers = new Set([...staying].map(partyOf));
    return [...plan.bodies.values()]
      .filter(({ kind, party }) => kinds.has(kind) && newcomers.has(party))
      .map((body) => body.id);
  });
}

/** Those who chose the branch that a gate is in; null where nobody did. */
function partOf(dossier: Dossier, id: Slug): Part | 'all' | null {
  const branch = dossier.plan.phases.get(id)?.branch;
  const split = branch && currentRound(dossier, branch.gate)?.split;
  if (!split) return 'all';
  return split.parts.find(({ option }) => option === branch.option) ?? null;
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

/** The bodies of this electorate whose party, or that in which it went on, is in the part: a council goes where its college went. */
export function within(dossier: Dossier, electorate: readonly BodyId[], part: Part): BodyId[] {
  const parties = new Set(part.bodies.map(partyOf));
  return electorate.filter((id) => parties.has(partyOf(id)) || parties.has(partyOf(successorOf(dossier, id))));
}
