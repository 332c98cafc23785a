// When a decision was taken and recorded: on which version of the text, by the days of the facts, whatever the order of
// recording; which was recorded last; and which took its place.
import type { Id, Slug } from '../vocabulary.js';
import { countingDecision, type Decision, type Dossier, type Round } from './state.js';

/**
 * The version that a decision was taken on: as it says, or the newest of its day. On the day itself what was put after
 * the decision was recorded is later.
 */
export const versionOf = ({ proposals }: Round, { proposalVersion, decidedOn, recorded }: Decision): number =>
  proposalVersion ??
  proposals.findLast(({ on, sequence }) => on < decidedOn || (on === decidedOn && sequence < recorded.sequence))
    ?.version ??
  1;

/** The decision at this gate that was recorded last. */
export function newestDecision({ rounds }: Dossier, gate: Slug): Decision | undefined {
  let newest: Decision | undefined;
  for (const { decisions } of rounds[gate] ?? [])
    for (const one of decisions) if (!newest || one.recorded.sequence > newest.recorded.sequence) newest = one;
  return newest;
}

/** What took the place of a decision: its correction, else the body's next that stands; null while it counts. */
export function supersededBy(dossier: Dossier, round: Round, decision: Decision): Id | null {
  const correction = dossier.corrected[decision.id];
  if (correction) return correction;
  const counting = countingDecision(dossier, round, decision.body);
  if (!counting || counting.id === decision.id) return null;
  const later = round.decisions.slice(round.decisions.indexOf(decision) + 1);
  return later.find((d) => d.body === decision.body && !(d.id in dossier.corrected))?.id ?? null;
}
