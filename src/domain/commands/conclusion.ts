// What every conclusion at a gate has in common, a ruling and a split alike: what must have passed, which days it rests
// on, and how the gate stood.
import { isCurrent, isKnown } from '../dossier/carried.js';
import type { EventContent, StoodAs, StoredExplanation } from '../dossier/events.js';
import { isClosed } from '../dossier/release.js';
import type { Standing } from '../dossier/standing.js';
import { statusOf, type Round, type Settled } from '../dossier/state.js';
import { refused } from '../refusal.js';
import type { Explanation } from '../rule.js';
import type { Day, Slug } from '../vocabulary.js';
import type { GateTarget } from './targets.js';

/** What must have passed before this gate does. */
export const prerequisites = ({ phase }: GateTarget): Slug[] => [
  ...new Set([...phase.startsAfter, ...phase.gateAfter]),
];

/** The days of everything that must not lie after a conclusion on this day; `passing` when the gate passes by it. */
export function earlierDays(
  target: GateTarget & { round: Round },
  { bodies, carried }: Standing,
  on: Day,
  passing: boolean,
): (Day | null | undefined)[] {
  const { dossier, state, phase, round } = target;
  const own = Object.values(dossier.conditions).filter(
    (c) => c.gate === phase.id && isCurrent(dossier, c) && isKnown(dossier, c, on),
  );
  return [
    state.movedOn,
    // What is closed does not count, and its date must not show.
    ...bodies
      .flatMap(({ decision }) => decision ?? [])
      .filter((decision) => !isClosed(decision, on))
      .flatMap(({ decidedOn, confirmedOn, withdrawn }) => [decidedOn, confirmedOn, withdrawn?.on]),
    ...round.electorateChanges.map((change) => change.on),
    ...round.proposals.map((proposal) => proposal.on),
    ...(dossier.amendments[phase.id] ?? [])
      .filter(({ atOnce }) => atOnce?.round === round.number)
      .map((amendment) => amendment.on),
    ...Object.values(round.receipts),
    ...[...own, ...carried].map((condition) => condition.answeredOn),
    ...(passing ? prerequisites(target).map((id) => dossier.phases[id]?.passedOn) : []),
  ];
}

/** How the gate stood, as it is stored with its conclusion. */
export const stoodAs = ({ outcome, certain, tally, missing, explanation }: Standing): StoodAs => ({
  outcome,
  certain,
  tally,
  explanation,
  missing: missing.map(({ body, why, until }) => ({ body, why, until: until ?? undefined })),
});

/** The same as it is read back. */
export function settledFrom({ facts, texts }: EventContent<'GateRuled' | 'GateSplit'>): Settled {
  const { outcome, certain, tally } = facts;
  const explanation = explanationFrom(facts.explanation, texts, 'said/explanation');
  const missing = facts.missing.map(({ body, why, until }) => ({ body, why, until: until ?? null }));
  return { outcome, certain, tally, missing, explanation };
}

type Texts = EventContent<'GateRuled' | 'GateSplit'>['texts'];

/** With the clause that was shown of each node: format 1 hashed it, format 2 keeps it beside the event, until it is erased. */
function explanationFrom({ text, figures = {}, ...node }: StoredExplanation, texts: Texts, key: string): Explanation {
  const told = text ?? texts[key] ?? undefined;
  const parts = node.parts.map((part, i) => explanationFrom(part, texts, `${key}/${i}`));
  return { ...node, figures, ...(told === undefined ? {} : { told }), parts };
}

/**
 * Whoever is on the way cannot be told that the way was not chosen.
 * @throws Refusal not-in-this-state, naming a phase of another branch that has begun
 */
export function mustKeepBranches({ dossier, phase }: GateTarget, chosen: readonly Slug[]): void {
  for (const { id, title, branch } of dossier.plan.workflow.phases) {
    const status = statusOf(dossier, id);
    const begun = !['dormant', 'skipped', 'planned'].includes(status);
    if (branch?.gate === phase.id && begun && !chosen.includes(branch.option))
      throw refused('not-in-this-state', { phase: title, state: status });
  }
}
