// Walks a case back from its goal: until when each gate can be put and must be concluded, and which meeting of each body is the
// last one in time. What lies before it can be reached fits; what does not, is red.
import { never } from './go-day.js';
import { firstFrom, type ReadyCase, type ReadyGate } from './walk.js';
import type { CasePhase, ForecastCase, Seat } from './forecast-case.js';

/** The last days at which the goal can still be made; minus `never` where no day is early enough. */
export interface PhaseBack {
  /** By when it has passed, or is concluded. */
  passBy: number;
  /** By when it begins, or its gate is put. */
  beginBy: number;
  /** By when its bodies have decided; where it has no gate, as `passBy`. */
  decideBy: number;
}

/** So far before the goal a last day is looked for. */
const daysMax = 1500;

export function walkBack(ready: ReadyCase, goal: number): PhaseBack[] {
  const { phases } = ready.of;
  const found: PhaseBack[] = new Array<PhaseBack>(phases.length);
  for (let n = phases.length - 1; n >= 0; n--) {
    const successors = found.filter((_, m) => waits(phases[m], n));
    const passBy = successors.reduce((day, { beginBy }) => Math.min(day, beginBy), goal);
    const gate = ready.gates[n];
    found[n] = gate ? gateBack(ready.of, gate, passBy, goal) : { passBy, beginBy: passBy, decideBy: passBy };
  }
  return found;
}

const waits = (phase: CasePhase | undefined, place: number): boolean =>
  phase !== undefined && (phase.after.includes(place) || phase.gateAfter.includes(place));

/** From its last round to its first. */
function gateBack(of: ForecastCase, ready: ReadyGate, passBy: number, goal: number): PhaseBack {
  const decideBy = lastBefore(of, ready, passBy);
  let beginBy = passBy;
  for (let round = ready.gate.rounds - 1; round >= 0; round--) {
    const by = lastBefore(of, ready, beginBy);
    beginBy = lastPut(of, ready, { decideBy: by, isFirst: round === 0, goal });
  }
  return { passBy, beginBy, decideBy };
}

/** The last day for a go that can be concluded by then. */
function lastBefore({ seats }: ForecastCase, { gate: { ruledBy } }: ReadyGate, by: number): number {
  const seat = ruledBy === null ? null : seats[ruledBy];
  return seat ? lastMeeting(seat, by) - seat.lead : by;
}

/** The last day on which it can be put so that its rule comes to a go in time. */
function lastPut(
  { seats }: ForecastCase,
  { gate, goDays, overAfter }: ReadyGate,
  { decideBy, isFirst, goal }: { decideBy: number; isFirst: boolean; goal: number },
): number {
  if (decideBy === -never) return -never;
  const puts = gate.deciders.map(({ seat, later }) => {
    const at = seats[seat];
    return at ? nthLast(at, decideBy, later) - at.lead : -never;
  });
  const over = lastInTerm(overAfter, decideBy, goal);
  // The same search as forward, on the days counted back: a body counts as long as it is put by its day.
  const lapses = gate.deciders.map(() => -over);
  const goDay = isFirst ? goDays.first : goDays.again;
  return Math.min(
    decideBy,
    -goDay(
      puts.map((day) => -day),
      lapses,
    ),
  );
}

/** The last day of receipt after which the term is over by then. */
function lastInTerm(overAfter: ReadyGate['overAfter'], by: number, goal: number): number {
  if (overAfter(by) === never) return -never;
  let [from, until] = [goal - daysMax, by];
  while (from < until) {
    const half = Math.ceil((from + until) / 2);
    if (overAfter(half) <= by) from = half;
    else until = half - 1;
  }
  return overAfter(from) <= by ? from : -never;
}

/** The last meeting until a day; minus `never` where there is none. */
export const lastMeeting = (seat: Seat, by: number): number => nthLast(seat, by, 0);

function nthLast({ held }: Seat, by: number, before: number): number {
  return held?.[firstFrom(held, by + 1) - 1 - before] ?? -never;
}
