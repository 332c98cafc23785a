// Finds what an address names inside a dossier, and refuses with what there is instead.
import { actAnywhere, actOf, decisionsAt, decisionsIn, readingOf } from '../dossier/acts.js';
import type { Act, Condition, Decision, Dossier, Round } from '../dossier/state.js';
import { askedAt } from '../dossier/electorate.js';
import { currentRound, outsideFact, phaseState, isStopped, runningState, statusOf } from '../dossier/state.js';
import type { PhaseState } from '../dossier/phase-record.js';
import { Refusal, type RefusalCode, refused } from '../refusal.js';
import { toVisit } from '../dossier/successors.js';
import { isAct, type GateOnDay } from '../stand/course.js';
import type { BodyId, Day, Id, Slug } from '../vocabulary.js';
import type { PhaseStatus } from '../workflow/machine.js';
import type { Gate, Phase } from '../workflow/workflow.js';
import type { Context, Visibility } from './command.js';
import { earliest } from '../calendar.js';
import { follows } from './dates.js';

export interface PhaseTarget {
  dossier: Dossier;
  phase: Phase;
  state: PhaseState;
  status: PhaseStatus;
}

export interface GateTarget extends PhaseTarget {
  /** On the terms of the round that it is in, else as the plan has it. */
  gate: Gate;
  /** The round that the gate is in; null while it was not put. */
  round: Round | null;
  /** Who decide in that round, or would when it is put. */
  electorate: readonly BodyId[];
}

export interface DecisionTarget extends GateTarget {
  decision: Decision;
  act: Act;
}

export interface ConditionTarget extends GateTarget {
  condition: Condition;
  decision: Decision;
}

export function phaseAt(dossier: Dossier, id: Slug): PhaseTarget {
  const phase = dossier.plan.phases.get(id);
  if (!phase) throw unknown('unknown-phase', dossier.plan.phases.keys());
  return { dossier, phase, state: phaseState(dossier, id), status: statusOf(dossier, id) };
}

export function gateAt(dossier: Dossier, id: Slug): GateTarget {
  const planned = dossier.plan.gates.get(id);
  if (!planned) throw unknown('unknown-gate', dossier.plan.gates.keys());
  const round = currentRound(dossier, id);
  const gate = round?.terms.gate ?? planned;
  return { gate, round, electorate: askedAt(dossier, id), ...phaseAt(dossier, id) };
}

export function decisionAt(dossier: Dossier, place: { gate: Slug; decision: Id }, sees: Visibility): DecisionTarget {
  const at = gateAt(dossier, place.gate);
  const act = actOf(dossier, place.gate, place.decision);
  const decision = act?.readings.find(({ id }) => id === place.decision);
  if (act && decision && sees(decision)) return { act, decision, ...at };
  throw unknown(
    'unknown-decision',
    decisionsIn(dossier, place.gate, at.state.round)
      .filter(sees)
      .map(({ id }) => id),
  );
}

export function conditionAt(dossier: Dossier, place: { gate: Slug; condition: Id }, sees: Visibility): ConditionTarget {
  const at = gateAt(dossier, place.gate);
  const decisions = decisionsAt(dossier, place.gate).filter(sees);
  const decision = decisions.findLast(({ conditions }) => conditions.includes(place.condition));
  const condition = decision && dossier.conditions[place.condition];
  if (condition) return { condition, decision, ...at };
  throw unknown('unknown-condition', [...new Set(decisions.flatMap(({ conditions }) => conditions))]);
}

const unknown = (code: RefusalCode, exists: Iterable<string>): Refusal => new Refusal(code, { exists: [...exists] });

/** The gate in one of its rounds, looked at on a day. */
export const gateOn = ({ dossier, phase }: GateTarget, round: Round, day: Day): GateOnDay => ({
  dossier,
  id: phase.id,
  gate: round.terms.gate,
  round,
  day,
});

/** The body of a request, when it is one of the dossier's; anything else is judged as a field. */
export const knownBody = (dossier: Dossier, body: unknown): BodyId | undefined =>
  typeof body === 'string' && dossier.plan.bodies.has(body) ? body : undefined;

/** @throws Refusal when the dossier was stopped, or is completed and the command needs it to run */
export function mustRun(dossier: Dossier): void {
  const state = runningState(dossier);
  if (state !== 'running') throw refused('not-in-this-state', { state });
}

/**
 * The round of a gate that lies open.
 * @throws Refusal not-in-this-state, gate-not-open
 */
export function mustBeOpen(target: GateTarget): Round {
  const { dossier, status, round } = target;
  mustRun(dossier);
  if (status !== 'at-gate' || !round) throw notOpen(target);
  return round;
}

/** Why nothing can be said at this gate now. */
export const notOpen = ({ phase, status }: GateTarget): Refusal =>
  refused('gate-not-open', { phase: phase.title, state: status });

/** @throws Refusal when the dossier was stopped; a completed one still takes late facts */
export function mustNotBeStopped(dossier: Dossier): void {
  if (isStopped(dossier)) mustRun(dossier);
}

/**
 * What is said of a decision is said of its newest reading, whether or not it is in force.
 * @throws Refusal not-the-latest
 */
export function mustBeNewest({ dossier, act, decision }: DecisionTarget): void {
  mustNotBeStopped(dossier);
  const isNewest = [act.holds, act.proposed].includes(decision.id);
  if (!isNewest) throw new Refusal('not-the-latest', { exists: [act.holds] });
}

/**
 * What is said of a decision is not of before it. Its day may have been corrected since: then it is not of before both, so
 * that what was said can be said again.
 * @throws Refusal date-too-early
 */
export function followsDecision(
  { decision }: Pick<DecisionTarget, 'decision'>,
  { on }: { on: Day },
  { former }: Pick<Context, 'former'>,
): void {
  const act = former && actAnywhere(former.now, decision.id);
  follows('/on', on, earliest(decision.decidedOn, act && readingOf(act).decidedOn));
}

/**
 * Nothing more happens to a decision that never was, or that belongs to another dossier.
 * @throws Refusal not-the-latest, not-in-this-state
 */
export function mustBeTaken(target: DecisionTarget): void {
  mustBeNewest(target);
  if (!isAct(readingOf(target.act))) throw refused('not-in-this-state', { state: 'no-decision' });
}

/** @throws Refusal not-in-this-state */
export function mustBe({ phase, status }: PhaseTarget, ...wanted: PhaseStatus[]): void {
  if (!wanted.includes(status)) throw refused('not-in-this-state', { phase: phase.title, state: status });
}

/** Of these, the phases that have not passed and the facts from outside that are not known. */
export const stillAwaited = (
  dossier: Dossier,
  phases: readonly Slug[],
  facts: readonly Slug[] = [],
): { phases: Slug[]; outside: Slug[] } => ({
  phases: phases.filter((id) => !['passed', 'skipped'].includes(statusOf(dossier, id))),
  outside: facts.filter((fact) => outsideFact(dossier, fact) === undefined),
});

/** @throws Refusal prerequisite-open, naming the phases that have not passed and the facts that are not known */
export function mustHavePassed(dossier: Dossier, phases: readonly Slug[], facts: readonly Slug[] = []): void {
  const { plan } = dossier;
  const left = stillAwaited(dossier, phases, facts);
  if (left.phases.length + left.outside.length === 0) return;
  throw refused(
    'prerequisite-open',
    {
      phases: left.phases.map((id) => plan.phases.get(id)?.title ?? id),
      outside: left.outside.map((fact) => plan.workflow.outside?.[fact]?.title ?? fact),
    },
    { exists: [...left.phases, ...left.outside] },
  );
}

/** The bodies of a phase that were not visited in it yet. */
export function unvisited(dossier: Dossier, phase: Phase): BodyId[] {
  const visited = new Set(phaseState(dossier, phase.id).visits.map(({ body }) => body));
  return toVisit(dossier, phase).filter((body) => !visited.has(body));
}
