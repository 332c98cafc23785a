// When a decision was taken and recorded: on which version of the text, by the days of the facts, whatever the order of
// recording; and which was recorded last.
import type { Slug } from '../vocabulary.js';
import type { Decision, Dossier, Round } from './state.js';

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
export const newestDecision = ({ rounds }: Dossier, gate: Slug): Decision | undefined =>
  (rounds[gate] ?? [])
    .flatMap(({ decisions }) => decisions)
    .sort((a, b) => b.recorded.sequence - a.recorded.sequence)[0];
