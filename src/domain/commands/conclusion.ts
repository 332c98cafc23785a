// What every conclusion at a gate has in common, a ruling and a split alike: what must have passed, which days it rests
// on, and how the gate stood.
import type { EventContent, StoodAs, StoredExplanation } from '../dossier/events.js';
import { standing, type Standing } from '../stand/at-gate.js';
import { isCurrent, isKnown } from '../stand/carried.js';
import { statusOn } from '../stand/conditions.js';
import { statusOf, type Round, type Settled } from '../dossier/state.js';
import { refused } from '../refusal.js';
import type { Explanation } from '../rule.js';
import type { Day, Slug } from '../vocabulary.js';
import type { Context } from './command.js';
import { follows } from './dates.js';
import { gateAt, mustBeOpen, mustHavePassed, type GateTarget } from './targets.js';

/** What must have passed before this gate does. */
export const prerequisites = ({ phase }: GateTarget): Slug[] => [
  ...new Set([...phase.startsAfter, ...phase.gateAfter]),
];

/** The days of everything that must not lie after a conclusion on this day; `passing` when the gate passes by it. */
export function earlierDays(
  target: GateTarget & { round: Round },
  { bodies, carried, requirements }: Standing,
  on: Day,
  passing: boolean,
): (Day | null | undefined)[] {
  const { dossier, state, phase, round } = target;
  const own = Object.values(dossier.conditions).filter(
    (c) => c.gate === phase.id && isCurrent(dossier, c, on) && isKnown(dossier, c, on),
  );
  return [
    state.movedOn,
    ...bodies.map(({ decision }) => decision?.decidedOn),
    ...round.electorateChanges.map((change) => change.on),
    ...round.proposals.map((proposal) => proposal.on),
    ...(dossier.amendments[phase.id] ?? [])
      .filter(({ atOnce }) => atOnce?.round === round.number)
      .map((amendment) => amendment.on),
    ...Object.values(round.receipts).map((receipt) => receipt.on),
    ...[...own, ...carried].map((condition) => statusOn(condition, on).answeredOn),
    ...requirements.map((one) => one.on),
    ...(passing ? prerequisites(target).map((id) => dossier.phases[id]?.passedOn) : []),
  ];
}

/** How the gate stood, as it is stored with its conclusion. */
export const stoodAs = ({
  outcome,
  certain,
  tally: { abstained, ...tally },
  missing,
  explanation,
  asSubmitted,
}: Standing): StoodAs => ({
  outcome,
  certain,
  tally: abstained > 0 ? { ...tally, abstained } : tally,
  explanation,
  ...(asSubmitted ? { asSubmitted } : {}),
  missing: missing.map(({ body, why, until }) => ({ body, why, until: until ?? undefined })),
});

/** How a gate stood on the day of its conclusion, as it was known when that was recorded. */
export interface Stood {
  target: GateTarget;
  round: Round;
  stand: Standing;
  /** The same as it is stored, and the sentences that were shown of it already. */
  stored: StoodAs;
  told: Record<string, string | undefined>;
}

/**
 * A conclusion that is corrected keeps how its gate stood; of another day it is what was known of that day then. Of a day
 * before that on which the gate was known to be put nothing was: then it goes to that day as it stood, with the facts that
 * went there before it.
 */
export function stoodThen(now: GateTarget, on: Day, { former }: Context): Stood {
  const target = former ? gateAt(former.then, now.phase.id) : now;
  const round = mustBeOpen(target);
  const sameDay = former?.readings.find((reading) => reading.on === on);
  const concluded = sameDay ?? (on < round.submittedOn ? former?.readings[0] : undefined);
  const stand = standing(target.dossier, target.phase.id, round, concluded?.on ?? on);
  if (concluded?.type !== 'GateRuled' && concluded?.type !== 'GateSplit')
    return { target, round, stand, stored: stoodAs(stand), told: {} };
  const { outcome, certain, tally, missing, explanation, language, asSubmitted } = concluded.facts;
  const told = Object.entries(concluded.texts).flatMap(([key, text]): [string, string][] =>
    key.startsWith('said/') && text ? [[key, text]] : [],
  );
  return {
    target,
    round,
    stand: { ...stand, ...settledFrom(concluded) },
    stored: { outcome, certain, tally, missing, explanation, language, asSubmitted },
    told: Object.fromEntries(told),
  };
}

/**
 * A conclusion comes after all that it rests on.
 * @param passing when the gate passes by it
 * @throws Refusal
 */
export function mustComeAfter(target: GateTarget, pointer: string, on: Day, passing: boolean): void {
  const round = mustBeOpen(target);
  if (passing) mustHavePassed(target.dossier, prerequisites(target));
  const stand = standing(target.dossier, target.phase.id, round, on);
  follows(pointer, on, ...earlierDays({ ...target, round }, stand, on, passing));
}

/** The same as it is read back. */
export function settledFrom({ facts, texts }: EventContent<'GateRuled' | 'GateSplit'>): Settled {
  const { outcome, certain } = facts;
  const tally = { ...facts.tally, abstained: facts.tally.abstained ?? 0 };
  const explanation = explanationFrom(facts.explanation, texts, 'said/explanation');
  const missing = facts.missing.map(({ body, why, until }) => ({ body, why, until: until ?? null }));
  return { outcome, certain, tally, missing, explanation, asSubmitted: facts.asSubmitted ?? null };
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
