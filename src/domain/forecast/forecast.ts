// When a dossier can be done at the earliest, and until when each step can wait: what pages and the API tell. Everyone who is
// still to decide is taken to decide for at the first meeting at which they can; what that rests on stands beside it.
import { dayAt, daysUntil } from '../calendar.js';
import type { Calendars } from '../calendars/body-calendar.js';
import type { FallsOut } from '../calendars/meetings.js';
import { statusOf, type Dossier } from '../dossier/state.js';
import { isUnspoken } from '../rule.js';
import type { BodyId, Day, Slug } from '../vocabulary.js';
import { asPlanned, type Assumptions } from './assumptions.js';
import { lastMeeting, walkBack, type PhaseBack } from './back.js';
import { caseOf, type CaseGate, type ForecastCase, type Seat } from './forecast-case.js';
import { never } from './go-day.js';
import { pathOf, type PathStep } from './path.js';
import { finishOf, readyCase, walk, type PhaseWalked, type GoDays, type ReadyCase, type RoundWalked } from './walk.js';

export interface MeetingInTime {
  on: Day;
  /** The day on which its papers are due. */
  papersOn: Day;
}

/** When a region meets nowhere, or its councils do not: with its name, or that it is for an election. */
export interface Pause {
  title: string | null;
  from: Day;
  until: Day;
}

/** A meeting of the rhythm that would have come first, and is none. */
export interface MissedMeeting {
  on: Day;
  why: FallsOut;
  title: string | null;
}

export interface BodyForecast {
  body: BodyId;
  /** Whether it stands already. */
  hasDecided: boolean;
  /** The meeting at which it can decide; null where it has, or where none is known. */
  first: MeetingInTime | null;
  /** The last one for the goal; null where there is no goal, and where none is in time. */
  last: MeetingInTime | null;
  /** How many days lie between them; negative where the first comes too late. */
  margin: number | null;
  missed: MissedMeeting[];
  /** The last day of its term, where it goes on without the body after it. */
  termUntil: Day | null;
}

export interface PhaseForecast {
  phase: Slug;
  hasPassed: boolean;
  startOn: Day | null;
  putOn: Day | null;
  /** The day on which its rule can come to a go. */
  goOn: Day | null;
  passOn: Day | null;
  /** Until when it can begin or be put, and has to pass, for the goal; null where there is none, or no day is early enough. */
  beginBy: Day | null;
  passBy: Day | null;
  /** Null where nothing can be said. */
  fits: boolean | null;
  /** Those who decide; empty where it has no gate. */
  bodies: BodyForecast[];
}

export interface Forecast {
  on: Day;
  goal: Day | null;
  /** Null where something is missing that it cannot be said without. */
  finishOn: Day | null;
  /** How many days it is before the goal; negative after it. */
  slack: number | null;
  /** In the order of the plan. */
  phases: PhaseForecast[];
  path: PathStep[];
  /** On the path to the goal, those with the least room. */
  tightest: BodyId[];
  /** Those who are still to decide or to conclude, and whose meetings nobody knows. */
  lacks: BodyId[];
  /** Facts from outside that are taken to be known in time. */
  outside: Slug[];
  /** Whether a calendar that was made up had a part in it. */
  assumed: boolean;
  /** By the ways that each open choice can go, the others as they take longest: so is the forecast itself. */
  byChoice: { gate: Slug; option: Slug; finishOn: Day | null }[];
  /** The way that each choice is taken to go. */
  chosen: Assumptions['chosen'];
  /** From that day on, as the calendar of the region has them. */
  pauses: Pause[];
}

/** @param day on which it is made: what was decided by then is known */
export function forecastOf(
  dossier: Dossier,
  calendars: Calendars,
  day: Day,
  assumptions: Assumptions = asPlanned,
): Forecast {
  const goDays: GoDays = new Map();
  const walkedWith = (chosen: Assumptions['chosen']): Walked => {
    const of = caseOf(dossier, calendars, day, { ...assumptions, chosen });
    const ready = readyCase(of, dossier.plan.rules, goDays);
    const walked = walk(ready);
    return { ready, walked, finish: finishOf(walked) };
  };
  const byChoice: Forecast['byChoice'] = [];
  let chosen = assumptions.chosen;
  let slowest = walkedWith(chosen);
  for (const { gate, options } of openChoices(dossier, chosen)) {
    if (!slowest.ready.of.phases.some(({ id }) => id === gate)) continue; // on a way that is not taken
    const ways = options.map((option) => ({ option, way: walkedWith({ ...chosen, [gate]: option }) }));
    byChoice.push(...ways.map(({ option, way }) => ({ gate, option, finishOn: known(way.finish) })));
    const longest = ways.reduce((one, other) => (other.way.finish > one.way.finish ? other : one));
    chosen = { ...chosen, [gate]: longest.option };
    slowest = longest.way;
  }
  return { ...told(dossier, slowest, day), pauses: pausesOf(calendars, day), byChoice, chosen };
}

function pausesOf({ region }: Calendars, day: Day): Pause[] {
  if (!region) return [];
  const elections = region.elections.map(({ recessFrom, installedOn }) => ({
    title: null,
    from: recessFrom,
    until: installedOn,
  }));
  return [...region.recess, ...elections].filter(({ until }) => until >= day);
}

interface OpenChoice {
  gate: Slug;
  options: [Slug, ...Slug[]];
}

/** The choices that branches hang on and that were not made, in the order of the plan. */
function openChoices(dossier: Dossier, chosen: Assumptions['chosen']): OpenChoice[] {
  const { workflow, gates } = dossier.plan;
  const open = workflow.phases.flatMap(({ id, branch }) =>
    branch && chosen[branch.gate] === undefined && statusOf(dossier, id) === 'dormant' ? [branch.gate] : [],
  );
  return [...new Set(open)].flatMap((gate): OpenChoice[] => {
    const [first, ...others] = gates.get(gate)?.options.map(({ id }) => id) ?? [];
    return first === undefined ? [] : [{ gate, options: [first, ...others] }];
  });
}

const known = (day: number): Day | null => (Math.abs(day) === never ? null : dayAt(day));

interface Walked {
  ready: ReadyCase;
  walked: readonly PhaseWalked[];
  finish: number;
}

function told(
  dossier: Dossier,
  { ready, walked, finish }: Walked,
  day: Day,
): Omit<Forecast, 'byChoice' | 'chosen' | 'pauses'> {
  const { of } = ready;
  const back = of.goal === null ? null : walkBack(ready, of.goal);
  const goal = of.goal === null ? null : dayAt(of.goal);
  const finishOn = known(finish);
  const lacks = lackingOf(of);
  const isLacking = lacks.length > 0;
  const byPhase = new Map(
    of.phases.map((phase, n) => [phase.id, phaseForecast(of, n, { walked: walked[n], back: back?.[n], isLacking })]),
  );
  const phases = dossier.plan.workflow.phases.flatMap(({ id }) => byPhase.get(id) ?? []);
  const path = finishOn === null ? [] : pathOf(of, walked, finish);
  return {
    on: day,
    goal,
    finishOn,
    slack: goal === null || finishOn === null ? null : daysUntil(finishOn, goal),
    phases,
    path,
    tightest: tightestOf(path, byPhase),
    lacks,
    outside: of.outside,
    assumed: seatsAsked(of).some(({ assumed }) => assumed),
  };
}

interface OfPhase {
  walked: PhaseWalked | undefined;
  back: PhaseBack | undefined;
  /** Whether there are days that nobody knows: then a last day that was not found says nothing. */
  isLacking: boolean;
}

function phaseForecast(of: ForecastCase, n: number, { walked, back, isLacking }: OfPhase): PhaseForecast {
  const phase = of.phases[n];
  if (!phase || !walked) throw new Error('every phase of a case is walked');
  const { startOn, passOn, rounds } = walked;
  const hasPassed = phase.passedOn !== null;
  const [first, last] = [rounds[0], rounds.at(-1)];
  return {
    phase: phase.id,
    hasPassed,
    startOn: known(startOn),
    putOn: known(first?.putOn ?? never),
    goOn: known(last?.goOn ?? never),
    passOn: known(passOn),
    ...(hasPassed ? over : latestOf(passOn, back, isLacking)),
    bodies: phase.gate && last ? bodiesOf(of, phase.gate, last, back) : [],
  };
}

type Latest = Pick<PhaseForecast, 'beginBy' | 'passBy' | 'fits'>;

const over: Latest = { beginBy: null, passBy: null, fits: null };

function latestOf(passOn: number, back: PhaseBack | undefined, isLacking: boolean): Latest {
  if (!back) return over;
  const isKnown = passOn !== never && (back.passBy > -never || !isLacking);
  return { beginBy: known(back.beginBy), passBy: known(back.passBy), fits: isKnown ? passOn <= back.passBy : null };
}

function bodiesOf(
  { seats, today }: ForecastCase,
  gate: CaseGate,
  round: RoundWalked,
  back: PhaseBack | undefined,
): BodyForecast[] {
  const isOpen = gate.putOn !== null && gate.rounds === 1;
  return gate.deciders.map(({ seat: at, side }, n) => {
    const seat = seats[at];
    if (!seat) throw new Error('every decider has a seat');
    const hasDecided = isOpen && !isUnspoken({ side });
    const decidesOn = round.decides[n] ?? never;
    const last = back && back.decideBy > -never ? lastMeeting(seat, back.decideBy) : -never;
    const isKnown = !hasDecided && decidesOn < never && last > -never;
    const over = round.lapses[n] ?? never;
    return {
      body: seat.body,
      hasDecided,
      first: hasDecided ? null : inTime(seat, decidesOn),
      last: hasDecided ? null : inTime(seat, last),
      margin: isKnown ? last - decidesOn : null,
      missed: hasDecided ? [] : missedBefore(seat, Math.max(today, round.putOn + seat.lead), decidesOn),
      termUntil: over === never ? null : dayAt(over - 1),
    };
  });
}

const inTime = ({ papers }: Seat, on: number): MeetingInTime | null =>
  Math.abs(on) === never ? null : { on: dayAt(on), papersOn: dayAt(on - papers) };

const missedBefore = ({ fallen }: Seat, from: number, until: number): MissedMeeting[] =>
  fallen.filter(({ on }) => on >= from && on < until).map(({ on, why, title }) => ({ on: dayAt(on), why, title }));

/** Of who decides at a gate of the path, those with the least margin. */
function tightestOf(path: readonly PathStep[], phases: ReadonlyMap<Slug, PhaseForecast>): BodyId[] {
  const onPath = path.flatMap(({ phase, bodies }) =>
    (phases.get(phase)?.bodies ?? []).filter(({ body, margin }) => margin !== null && bodies.includes(body)),
  );
  const least = Math.min(...onPath.map(({ margin }) => margin ?? never));
  return [...new Set(onPath.filter(({ margin }) => margin === least).map(({ body }) => body))];
}

/** Who has a part in what is still to come: those who decide, and those who conclude. */
const seatsAsked = ({ phases, seats }: ForecastCase): Seat[] => {
  const asked = phases.flatMap(({ gate }) => {
    if (!gate) return [];
    const waiting = gate.deciders.filter(({ side }) => gate.putOn === null || isUnspoken({ side }));
    return [...waiting.map(({ seat }) => seat), ...(gate.ruledBy === null ? [] : [gate.ruledBy])];
  });
  return [...new Set(asked)].flatMap((seat) => seats[seat] ?? []);
};

const lackingOf = (of: ForecastCase): BodyId[] => seatsAsked(of).flatMap(({ body, held }) => (held ? [] : [body]));
