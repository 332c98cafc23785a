// What can move a dossier on now, most urgent first.
import type { BodyId, Day, Role, Slug } from '../vocabulary.js';
import { areCouncils } from '../workflow/plan.js';
import type { Phase } from '../workflow/workflow.js';
import { isCurrent, isKnown, isMet } from './carried.js';
import {
  currentRound,
  outsideFact,
  phaseState,
  runningState,
  statusOf,
  type Condition,
  type Dossier,
  plannedOf,
} from './state.js';
import { dueOn as dueOf } from './term.js';
import { standing, type Standing } from './standing.js';

export type NextKind =
  | 'start-phase'
  | 'complete-phase'
  | 'rework-phase'
  | 'visit'
  | 'submit-gate'
  | 'decide'
  | 'answer-condition'
  | 'rule';

export interface Next {
  kind: NextKind;
  phase: Slug;
  gate: Slug | null;
  /** Those who are waited for; empty when it is the process lead or the chair. */
  bodies: BodyId[];
  role: Role;
  dueOn: Day | null;
}

export function nextOf(dossier: Dossier, day: Day): Next[] {
  if (runningState(dossier) !== 'running') return [];
  const steps = dossier.plan.workflow.phases.flatMap((phase) => nextOfPhase(dossier, phase, day));
  // A stable sort keeps the order of the workflow among equal days; what has no day comes last.
  return steps.sort((a, b) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999'));
}

function nextOfPhase(dossier: Dossier, phase: Phase, day: Day): Next[] {
  const passed = (ids: readonly Slug[]) => ids.every((id) => ['passed', 'skipped'].includes(statusOf(dossier, id)));
  const known = (facts: readonly Slug[] = []) => facts.every((fact) => outsideFact(dossier, fact) !== undefined);
  const planned = plannedOf(dossier, phase);
  const step = (kind: NextKind, rest: Partial<Next> = {}): Next => ({
    kind,
    phase: phase.id,
    gate: phase.gate ? phase.id : null,
    bodies: [],
    role: 'process-lead',
    dueOn: planned.until,
    ...rest,
  });
  switch (statusOf(dossier, phase.id)) {
    case 'planned':
      return passed(phase.startsAfter) && known(phase.waitsFor) ? [step('start-phase', { dueOn: planned.from })] : [];
    case 'underway': {
      const visited = new Set(phaseState(dossier, phase.id).visits.map((visit) => visit.body));
      const bodies = phase.visits.filter((body) => !visited.has(body));
      const visits = bodies.length > 0 ? [step('visit', { bodies })] : [];
      if (phase.gate)
        return passed(phase.gateAfter) && known(phase.gateWaitsFor) ? [...visits, step('submit-gate')] : visits;
      return bodies.length > 0 ? visits : [step('complete-phase')];
    }
    case 'at-gate': {
      const round = currentRound(dossier, phase.id);
      return round ? nextAtGate(dossier, phase.id, standing(dossier, phase.id, round, day), day, step) : [];
    }
    case 'refused':
      return [step('rework-phase')];
    case 'passed':
    case 'skipped':
    case 'dormant':
      return [];
  }
}

const awaited = new Set(['silent', 'scheduled', 'deferred', 'noted', 'announced', 'unconfirmed', 'disputed', 'stale']);

function nextAtGate(
  dossier: Dossier,
  gate: Slug,
  stand: Standing,
  day: Day,
  step: (kind: NextKind, rest?: Partial<Next>) => Next,
): Next[] {
  const bodies = stand.missing.filter(({ why }) => awaited.has(why)).map(({ body }) => body);
  const round = currentRound(dossier, gate);
  const dueOn = round?.replyBy ?? null;
  const ruledBy = round?.terms.gate.ruledBy;
  const toAnswer = conditionsToAnswer(dossier, gate, day).map((condition) => {
    const who = isForChair(condition)
      ? { role: 'chair' as const, bodies: ruledBy ? [ruledBy] : [] }
      : recorder(dossier, [condition.body]);
    return step('answer-condition', { ...who, gate: condition.gate, dueOn: condition.dueOn ?? dueOn });
  });
  return [
    ...(bodies.length > 0
      ? [step('decide', { ...recorder(dossier, bodies), dueOn: firstDue(dossier, gate, bodies) })]
      : []),
    ...toAnswer,
    ...(stand.outcome === 'open' ? [] : [step('rule', { role: 'chair', bodies: ruledBy ? [ruledBy] : [], dueOn })]),
  ];
}

/** The first day on which the term of one of them ends. */
function firstDue(dossier: Dossier, id: Slug, bodies: readonly BodyId[]): Day | null {
  const round = currentRound(dossier, id);
  const days = round ? bodies.flatMap((body) => dueOf(round.terms.gate, round, body) ?? []) : [];
  return days.sort()[0] ?? null;
}

/** The conditions that this gate waits for: its own that nobody answered, and carried ones that are not met. */
export function conditionsToAnswer(dossier: Dossier, gate: Slug, day: Day): Condition[] {
  const round = currentRound(dossier, gate);
  if (!round) return [];
  const { bodies, carried } = standing(dossier, gate, round, day);
  const asked = new Set(bodies.map(({ body }) => body));
  const own = Object.values(dossier.conditions).filter(
    (c) => c.gate === gate && isCurrent(dossier, c) && isKnown(dossier, c, day) && asked.has(c.body),
  );
  return [...own.filter(needsAnswer), ...carried.filter((c) => !isMet(c))];
}

/** Whether the chair answers it, and not the body that made it. */
export const isForChair = ({ effect, carriedTo }: Condition): boolean => effect === 'elaboration' && carriedTo === null;

/** Open for the chair, or for the body itself: not yet answered, rejected, or disputed. */
const needsAnswer = ({ status }: Condition): boolean => status === 'open' || status === 'disputed';

const recorder = (dossier: Dossier, bodies: BodyId[]): { role: Role; bodies: BodyId[] } => ({
  role: areCouncils(dossier.plan, bodies) ? 'clerk' : 'secretary',
  bodies,
});
