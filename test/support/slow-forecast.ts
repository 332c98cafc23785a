// The same forecast as a walk: day after day it asks every body whether it meets today, the rule whether it comes to a go, and
// the machine of the plan whether the step can be taken. Slow, and short enough to be believed.
import { dayAt, numberOf } from '../../src/domain/calendar.js';
import type { CaseGate, CasePhase, Decider, ForecastCase } from '../../src/domain/forecast/forecast-case.js';
import { isUnspoken, type Position } from '../../src/domain/rule.js';
import type { Slug } from '../../src/domain/vocabulary.js';
import { phaseStatus, type MachineEvent, type PhaseStatus } from '../../src/domain/workflow/machine.js';
import type { Plan } from '../../src/domain/workflow/plan.js';
import { scopeAt, silent } from '../../src/domain/workflow/scope.js';
import { endFromReceipt } from '../../src/domain/workflow/weeks.js';
import { rules } from './stands.js';

const daysWalked = 800;

/** @param options that are chosen where a choice is still open. @returns on which day each phase passes; those that do not within the days that are walked are left out */
export function slowForecast(
  plan: Plan,
  of: ForecastCase,
  at: Record<Slug, PhaseStatus>,
  options: Slug[] = [],
  days = daysWalked,
) {
  const passed = new Map(of.phases.flatMap(({ id, passedOn }) => (passedOn === null ? [] : [[id, passedOn]])));
  const putOn = new Map(of.phases.flatMap(({ id, gate }) => (gate?.putOn == null ? [] : [[id, gate.putOn]])));
  const [times, goOn] = [new Map<Slug, number>(), new Map<string, number>()];
  const going = new Set(of.phases.map(({ id }) => id));
  const out = plan.workflow.phases.filter(({ id }) => !going.has(id)).map(({ id }) => [id, 'skipped'] as const);
  let now = plan.machine.at({ ...at, ...Object.fromEntries(out) }, Object.keys(plan.workflow.outside ?? {}));
  const tell = (event: MachineEvent): boolean => {
    const next = plan.machine.step(now, event);
    if (next) now = next;
    return next !== null;
  };

  type Step = (phase: CasePhase, today: number) => boolean;
  const begin: Step = ({ id: phase, notBefore }, today) =>
    (notBefore ?? today) <= today && tell({ type: 'PhaseStarted', phase });
  const put: Step = ({ id: phase, gate }, today) => {
    if (!gate) return tell({ type: 'PhaseCompleted', phase }) && !!passed.set(phase, today);
    return gate.notBefore <= today && tell({ type: 'GateSubmitted', phase }) && !!putOn.set(phase, today);
  };
  const rule: Step = ({ id: phase, gate }, today) => {
    if (!gate) return false;
    const round = times.get(phase) ?? 0;
    const name = `${phase} ${round}`;
    if (!goOn.has(name) && isGo(of, gate, putOn.get(phase) ?? today, round, today)) goOn.set(name, today);
    if (!concludes(of, gate, goOn.get(name), today)) return false;
    const ruling = round + 1 < gate.rounds ? 'no-go' : 'go';
    if (!tell({ type: 'GateRuled', phase, ruling, options })) return false;
    times.set(phase, round + 1);
    return ruling === 'no-go' || !!passed.set(phase, today);
  };
  const never: Step = () => false;
  const rework: Step = ({ id: phase }) => tell({ type: 'PhaseReworked', phase });
  const waiting = { dormant: begin, planned: begin, underway: put, 'at-gate': rule, refused: rework };
  const steps: Record<PhaseStatus, Step> = { ...waiting, passed: never, skipped: never };
  /** Takes what steps can be taken on that day, one at a time. */
  const step = (today: number): boolean => of.phases.some((phase) => steps[phaseStatus(now, phase.id)](phase, today));

  for (let today = of.today; today < of.today + days && passed.size < going.size; today++) while (step(today));
  return passed;
}

/** Whether who concludes meets that day, with the go on the agenda in time; what concludes itself does so at once. */
function concludes({ seats }: ForecastCase, { ruledBy }: CaseGate, goOn: number | undefined, today: number): boolean {
  const seat = ruledBy === null ? null : seats[ruledBy];
  return goOn !== undefined && (!seat || (today >= goOn + seat.lead && (seat.held ?? []).includes(today)));
}

/** Whether the rule comes to a go by who met until that day. */
function isGo(of: ForecastCase, gate: CaseGate, putOn: number, round: number, today: number): boolean {
  const isOpen = gate.putOn !== null && round === 0;
  if (today < (isOpen ? of.today : putOn)) return false;
  if (gate.isLost && round === 0) return true;
  const stands = gate.deciders.map((one) => standOn(of, gate, one, { isOpen, putOn, today }));
  if (gate.terms.completion === 'all-spoken' && stands.some(isUnspoken)) return false;
  const scope = scopeAt(
    gate,
    stands.map(({ body }) => body),
    rules,
    (body) => stands.find((one) => one.body === body) ?? silent,
  );
  return scope.explain(gate.rule).outcome === 'go';
}

/** Where somebody stands who may have met: those who decided before stay where they are. */
function standOn(
  of: ForecastCase,
  { terms }: CaseGate,
  one: Decider,
  { isOpen, putOn, today }: { isOpen: boolean; putOn: number; today: number },
): Position {
  const { body, held, lead, papers } = of.seats[one.seat] ?? nobody;
  const planned = isOpen ? one.plannedOn : null;
  const first = planned ?? Math.max(putOn + lead, isOpen ? of.today + papers : 0);
  const could = new Set([...(held ?? []).filter((on) => on >= first), ...(planned === null ? [] : [planned])]);
  const hasMet = [...could].filter((on) => on <= today).length > one.later;
  const weeks = terms.weeksFromReceipt;
  const own = weeks === undefined ? Infinity : numberOf(endFromReceipt(terms, dayAt(putOn), dayAt(of.today)));
  const before = isOpen ? one : { side: 'silent' as const, lapsed: false, dueOn: own };
  const side = isUnspoken(before) && hasMet ? 'for' : before.side;
  return { body, side, option: one.option, lapsed: before.lapsed || today > (before.dueOn ?? Infinity) };
}

const nobody = { body: '', held: null, lead: 0, papers: 0 };
