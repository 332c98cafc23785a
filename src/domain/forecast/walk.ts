// Walks a case forward: on which day each gate can be put, decided and concluded at the earliest. The same for one forecast
// and for ten thousand in which meetings are missed, so it reckons with day numbers alone.
import { dayAt, numberOf } from '../calendar.js';
import type { RuleCatalogue } from '../rule.js';
import { endFromReceipt } from '../workflow/weeks.js';
import type { CaseGate, Decider, ForecastCase, Seat } from './forecast-case.js';
import { goDayOf, never, type GoDay } from './go-day.js';

/** One time that a gate is put. */
export interface RoundWalked {
  putOn: number;
  /** By decider: the meeting at which it decides; `never` where none is known. */
  decides: number[];
  /** By decider: the first day on which its term is over; `never` where it has none. */
  lapses: number[];
  goOn: number;
  /** The day of the conclusion. */
  ruledOn: number;
}

export interface PhaseWalked {
  startOn: number;
  passOn: number;
  /** Empty where it has no gate, or passed already. */
  rounds: RoundWalked[];
}

/** How many meetings are missed, by phase, round and decider; after the last decider comes who concludes. */
export type Missed = (phase: number, round: number, decider: number) => number;

/** A case made ready to be walked, many times over. */
export interface ReadyCase {
  readonly of: ForecastCase;
  readonly gates: readonly (ReadyGate | null)[];
}

export interface ReadyGate {
  readonly gate: CaseGate;
  readonly goDays: { readonly first: GoDay; readonly again: GoDay };
  /** The first day after the term that begins on a day; `never` where there is none. */
  readonly overAfter: (putOn: number) => number;
}

/** When rules come to a go, by what is asked of them: gates with the same rule and bodies ask it together. */
export type GoDays = Map<string, GoDay>;

/** @param shared those of the same dossier on another way, where it was made ready before */
export function readyCase(of: ForecastCase, rules: RuleCatalogue, shared: GoDays = new Map()): ReadyCase {
  return { of, gates: of.phases.map(({ gate }) => gate && readyGate(of, gate, rules, shared)) };
}

function readyGate(of: ForecastCase, gate: CaseGate, rules: RuleCatalogue, shared: GoDays): ReadyGate {
  const goDay = (isAgain: boolean): GoDay => {
    const stood = gate.deciders.map(({ seat, side, option, lapsed }) =>
      isAgain ? [seat, option] : [seat, side, option, lapsed],
    );
    const name = JSON.stringify([gate.rule, gate.terms.completion, stood, isAgain]);
    const found = shared.get(name) ?? goDayOf(gate, of.seats, rules, isAgain);
    shared.set(name, found);
    return found;
  };
  return { gate, goDays: { first: goDay(false), again: goDay(true) }, overAfter: termsOf(gate, dayAt(of.today)) };
}

function termsOf({ terms }: CaseGate, knownOn: string): ReadyGate['overAfter'] {
  if (terms.weeksFromReceipt === undefined) return () => never;
  const known = new Map<number, number>();
  return (putOn) => {
    const found = known.get(putOn) ?? numberOf(endFromReceipt(terms, dayAt(putOn), knownOn)) + 1;
    known.set(putOn, found);
    return found;
  };
}

const noneMissed: Missed = () => 0;

export function walk(ready: ReadyCase, missed: Missed = noneMissed): PhaseWalked[] {
  const { phases, today } = ready.of;
  const walked: PhaseWalked[] = [];
  const passed = (places: readonly number[]): number =>
    places.reduce((day, place) => Math.max(day, walked[place]?.passOn ?? never), -never);
  phases.forEach((phase, n) => {
    const { passedOn } = phase;
    if (passedOn !== null) {
      walked.push({ startOn: passedOn, passOn: passedOn, rounds: [] });
      return;
    }
    const startOn = phase.notBefore === null ? today : Math.max(today, phase.notBefore, passed(phase.after));
    const awaited = { after: passed(phase.after), gateAfter: passed(phase.gateAfter) };
    const gate = ready.gates[n];
    const from = {
      prepared: Math.max(startOn, awaited.gateAfter),
      settled: Math.max(awaited.after, awaited.gateAfter),
    };
    const rounds = gate ? roundsOf(ready.of, gate, from, (round, one) => missed(n, round, one)) : [];
    walked.push({ startOn, passOn: rounds.at(-1)?.ruledOn ?? startOn, rounds });
  });
  return walked;
}

/** The day on which all has passed; `never` where that is not known. */
export const finishOf = (walked: readonly PhaseWalked[]): number =>
  walked.reduce((day, { passOn }) => Math.max(day, passOn), -never);

/** From when a gate can be put, and when all has passed that a go waits for: that can be opened again while it lies open. */
interface Before {
  prepared: number;
  settled: number;
}

function roundsOf(
  of: ForecastCase,
  ready: ReadyGate,
  { prepared, settled }: Before,
  missed: (round: number, decider: number) => number,
): RoundWalked[] {
  const { gate } = ready;
  const rounds: RoundWalked[] = [];
  for (let round = 0; round < gate.rounds; round++) {
    const before = rounds.at(-1);
    const isOpen = !before && gate.putOn !== null;
    const putOn = before?.ruledOn ?? gate.putOn ?? Math.max(prepared, gate.notBefore);
    const lacksGo = round < gate.rounds - 1;
    rounds.push(
      roundOf(of, ready, { putOn, isOpen, isFirst: !before, ruledFrom: lacksGo ? -never : settled }, (one) =>
        missed(round, one),
      ),
    );
  }
  return rounds;
}

interface RoundBefore {
  putOn: number;
  isOpen: boolean;
  isFirst: boolean;
  /** It is not concluded before. */
  ruledFrom: number;
}

function roundOf(
  of: ForecastCase,
  { gate, goDays, overAfter }: ReadyGate,
  { putOn, isOpen, isFirst, ruledFrom }: RoundBefore,
  missed: (decider: number) => number,
): RoundWalked {
  const { today, seats } = of;
  const over = putOn < never ? overAfter(putOn) : never;
  const decides = gate.deciders.map((one, n) =>
    meetingOf(seats[one.seat], one, { putOn, isOpen, today, later: one.later + missed(n) }),
  );
  const lapses = gate.deciders.map(({ dueOn }) => (isOpen ? (dueOn === null ? never : dueOn + 1) : over));
  const earliest = isOpen ? today : putOn;
  const goDay = isFirst ? goDays.first : goDays.again;
  const goOn = isFirst && gate.isLost ? earliest : Math.max(earliest, goDay(decides, lapses));
  const later = missed(gate.deciders.length);
  return { putOn, decides, lapses, goOn, ruledOn: conclusionOf(of, gate, { goOn, ruledFrom, later }) };
}

interface AtRound {
  putOn: number;
  isOpen: boolean;
  today: number;
  later: number;
}

/** The meeting at which a body decides; `never` where none is known. */
function meetingOf(seat: Seat | undefined, one: Decider, { putOn, isOpen, today, later }: AtRound): number {
  if (!seat || putOn === never) return never;
  const { held, lead, papers } = seat;
  if (isOpen && one.plannedOn !== null)
    return later === 0 ? one.plannedOn : meetingFrom(held, one.plannedOn + 1, later - 1);
  return meetingFrom(held, isOpen ? Math.max(putOn + lead, today + papers) : putOn + lead, later);
}

function conclusionOf(
  { seats }: ForecastCase,
  { ruledBy }: CaseGate,
  { goOn, ruledFrom, later }: { goOn: number; ruledFrom: number; later: number },
): number {
  if (goOn === never || ruledFrom === never) return never;
  const seat = ruledBy === null ? null : seats[ruledBy];
  return seat ? meetingFrom(seat.held, Math.max(goOn + seat.lead, ruledFrom), later) : Math.max(goOn, ruledFrom);
}

/** The first meeting from a day on, or one so many later. */
function meetingFrom(held: readonly number[] | null, day: number, later: number): number {
  return held ? (held[firstFrom(held, day) + later] ?? never) : never;
}

/** The place of the first that is not before this day. */
export function firstFrom(held: readonly number[], day: number): number {
  let [from, until] = [0, held.length];
  while (from < until) {
    const half = (from + until) >> 1;
    if ((held[half] ?? never) < day) from = half + 1;
    else until = half;
  }
  return from;
}
