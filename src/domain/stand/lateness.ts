// What is late in a dossier on a day, and since when: phases that should have passed, bodies whose term is over at an open
// gate, and the goal of the plan. Nothing is late in what was played back from documents: they do not say so.
import { daysAfter, daysUntil, earliest } from '../calendar.js';
import { currentRound, plannedOf, runningState, statusOf, type Dossier, type Round } from '../dossier/state.js';
import type { Missing } from '../refusal.js';
import type { BodyId, Day, Slug } from '../vocabulary.js';
import type { PhaseStatus } from '../workflow/machine.js';
import type { Phase } from '../workflow/workflow.js';
import { standing } from './at-gate.js';
import { isOfCondition } from './stand.js';
import { dueOn } from './term.js';

export interface Late {
  /** The first day that was too late. */
  since: Day;
  /** How many days it is late: on that day one. */
  days: number;
}

/** What is over at an open gate. */
export interface LateTerm extends Late {
  /** Who is missing, and had to decide or to meet its condition before. */
  bodies: BodyId[];
}

/** The day on which a plan wants to be done. */
export interface PlanGoal {
  on: Day;
  /** When the last phase passed; null until then. */
  reachedOn: Day | null;
  /** Null where it is not over, and of what was reached, stopped or played back. */
  late: Late | null;
}

export interface Lateness {
  /** By phase, in the order of the plan; those alone that are late. */
  phases: ReadonlyMap<Slug, Late>;
  /** By gate. */
  terms: ReadonlyMap<Slug, LateTerm>;
  /** The one that matters, which most of the others wait for; null where nothing is late. */
  first: { phase: Slug; late: Late } | null;
  goal: PlanGoal | null;
}

/** What is still to pass: what waits for a choice, or was not chosen, is not. */
const awaited = new Set<PhaseStatus>(['planned', 'underway', 'at-gate', 'refused']);

export function latenessOf(dossier: Dossier, day: Day): Lateness {
  const all = dossier.plan.workflow.phases;
  const phases = new Map(all.flatMap((phase) => entry(phase.id, latePhase(dossier, phase, day))));
  const terms = new Map(
    all.flatMap(({ id }) => {
      const round = currentRound(dossier, id);
      return entry(id, round && lateTerm(dossier, id, round, day));
    }),
  );
  return { phases, terms, first: firstOf(dossier, phases, terms), goal: goalOf(dossier, day) };
}

/** What was played back stands as its documents say, and of what is over nothing is awaited. */
const canBeLate = (dossier: Dossier): boolean => dossier.source === null && runningState(dossier) === 'running';

const entry = <L>(id: Slug, late: L | null): [Slug, L][] => (late === null ? [] : [[id, late]]);

/** After its last day that was in time; null until then, and where there is none. */
const lateAfter = (last: Day | null, day: Day): Late | null =>
  last !== null && last < day ? { since: daysAfter(last, 1), days: daysUntil(last, day) } : null;

/** Its window is over and it has not passed, whether it began or not. */
export function latePhase(dossier: Dossier, phase: Phase, day: Day): Late | null {
  const { until } = plannedOf(dossier, phase);
  return canBeLate(dossier) && awaited.has(statusOf(dossier, phase.id)) ? lateAfter(until, day) : null;
}

/** Since the first day that was over of those who are missing. */
export function lateTerm(dossier: Dossier, id: Slug, round: Round, day: Day): LateTerm | null {
  if (!canBeLate(dossier) || round.withdrawn || round.settled) return null;
  const ended = standing(dossier, id, round, day).missing.flatMap((one) => {
    const due = dueOf(round, one, day);
    return due === null || due >= day ? [] : [{ body: one.body, due }];
  });
  const late = lateAfter(earliest(...ended.map(({ due }) => due)), day);
  return late && { ...late, bodies: ended.map(({ body }) => body) };
}

/** The day of the condition that is in the way, or else the end of the term. */
const dueOf = (round: Round, missing: Missing, day: Day): Day | null =>
  (isOfCondition(missing) ? missing.until : null) ?? dueOn(round, missing.body, day);

/** What runs goes before what never began, then what is late longest; a term before the window around it. */
function firstOf(dossier: Dossier, phases: Lateness['phases'], terms: Lateness['terms']): Lateness['first'] {
  const found = [...terms, ...phases].map(([phase, { since, days }]) => ({ phase, late: { since, days } }));
  const waits = (id: Slug): number => (statusOf(dossier, id) === 'planned' ? 1 : 0);
  return found.sort((a, b) => waits(a.phase) - waits(b.phase) || b.late.days - a.late.days)[0] ?? null;
}

function goalOf(dossier: Dossier, day: Day): PlanGoal | null {
  const on = dossier.plan.workflow.goal;
  if (on === null) return null;
  const reachedOn = runningState(dossier) === 'completed' ? dossier.endedOn : null;
  return { on, reachedOn, late: canBeLate(dossier) ? lateAfter(on, day) : null };
}
