// The path that makes a dossier last as long as it does: from the last step back, what each waited for.
import { dayAt } from '../calendar.js';
import { isUnspoken } from '../rule.js';
import type { BodyId, Day, Slug } from '../vocabulary.js';
import type { CasePhase, ForecastCase } from './forecast-case.js';
import type { PhaseWalked } from './walk.js';

/** today: nothing holds it up; window: its planned begin; asked: that it is put no earlier was asked for this look. */
type WaitsFor = 'today' | 'window' | 'phase' | 'asked';

export interface PathStep {
  phase: Slug;
  waitsFor: WaitsFor;
  /** When it is put, or begins. */
  from: Day;
  until: Day;
  /** Those at whose meeting the rule comes to a go. */
  bodies: BodyId[];
  /** Whether it comes to one because a term is over. */
  byTerm: boolean;
}

/** In order of time. @param finish the day on which all has passed */
export function pathOf(of: ForecastCase, walked: readonly PhaseWalked[], finish: number): PathStep[] {
  const steps: PathStep[] = [];
  let place = of.phases.findIndex(({ passedOn }, n) => passedOn === null && walked[n]?.passOn === finish);
  while (place >= 0) {
    const [phase, one] = [of.phases[place], walked[place]];
    if (!phase || !one) break;
    const from = one.rounds[0]?.putOn ?? one.startOn;
    const before = [...phase.gateAfter, ...phase.after].find(
      (n) => of.phases[n]?.passedOn === null && walked[n]?.passOn === from && phase.gate?.putOn == null,
    );
    steps.unshift(stepOf(of, phase, one, before === undefined ? heldBy(of, phase, one, from) : 'phase'));
    place = before ?? -1;
  }
  return steps;
}

function heldBy(
  { today }: ForecastCase,
  { notBefore, gate }: CasePhase,
  { startOn }: PhaseWalked,
  from: number,
): WaitsFor {
  if (from <= today) return 'today';
  if (from > startOn && from === gate?.notBefore) return 'asked';
  return notBefore === from ? 'window' : 'asked';
}

function stepOf(
  { seats }: ForecastCase,
  { id, gate }: CasePhase,
  { startOn, passOn, rounds }: PhaseWalked,
  waitsFor: WaitsFor,
): PathStep {
  const last = rounds.at(-1);
  const met = last && gate ? gate.deciders.filter((one, n) => isUnspoken(one) && last.decides[n] === last.goOn) : [];
  return {
    phase: id,
    waitsFor,
    from: dayAt(rounds[0]?.putOn ?? startOn),
    until: dayAt(passOn),
    bodies: met.flatMap(({ seat }) => seats[seat]?.body ?? []),
    byTerm: met.length === 0 && last?.lapses.includes(last.goOn) === true,
  };
}
