// What those decided in whose place a successor came while the gate lay open: it decides for itself, and may say the same.
import { daysAfter } from '../calendar.js';
import type { Decision } from '../dossier/state.js';
import type { BodyId } from '../vocabulary.js';
import { hasDecided, standOf, type GateOnDay, type Stand } from './stand.js';

/** How its predecessors stood on their last day; none for a body that succeeded nobody in this round. */
export function predecessorsOf({ round, ...at }: GateOnDay, body: BodyId): Stand[] {
  const change = round.electorateChanges.findLast(
    ({ kind, merges }) => kind === 'merger' && merges.some(({ into }) => into === body),
  );
  if (!change) return [];
  const former = change.merges.flatMap(({ from, into }) => (into === body ? from : []));
  const electorateChanges = round.electorateChanges.filter(({ sequence }) => sequence < change.sequence);
  const then = { ...at, round: { ...round, electorateChanges }, day: daysAfter(change.on, -1) };
  return former.map((one) => standOf(then, one));
}

/** The decision of the first where all of them answered alike; null where they differ, or one had not decided. */
export function sharedBy(stands: readonly Stand[]): Decision | null {
  const said = ({ decision }: Stand) =>
    decision && JSON.stringify([Object.entries(decision.answers).sort(), decision.option]);
  const [first] = stands;
  return first && stands.every((one) => hasDecided(one) && said(one) === said(first)) ? first.decision : null;
}
