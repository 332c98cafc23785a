// How likely a dossier makes its goal when bodies miss meetings now and then: the same walk, many times, with meetings missed as
// a seed draws them. The same seed gives the same answer for ever.
import { dayAt } from '../calendar.js';
import type { Day } from '../vocabulary.js';
import { never } from './go-day.js';
import { finishOf, walk, type ReadyCase } from './walk.js';

export interface ChanceAsked {
  runs: number;
  seed: number;
  /** In how many of a hundred meetings something is not decided that could be. */
  latePercent: number;
}

export interface Chance extends ChanceAsked {
  /** In how many runs it was done by the goal; null without one. */
  inTime: number | null;
  /** By which day half of the runs was done, and nine in ten; null where they were not. */
  half: Day | null;
  most: Day | null;
}

/** Nobody misses more meetings than this for one decision. */
const missedMax = 6;

export const runsMax = 10_000;
/** With very many bodies each run takes long: then there are fewer, and so many at least. */
const decisionsMax = 1_000_000;
const runsMin = 200;

/** How many runs a case is worth, by how much is decided in one: the same for everybody, however quick their machine. */
export function runsFor({ phases }: Pick<ReadyCase['of'], 'phases'>): number {
  const decisions = phases.reduce((sum, { gate }) => sum + (gate ? (gate.deciders.length + 1) * gate.rounds : 0), 0);
  return Math.min(runsMax, Math.max(runsMin, Math.floor(decisionsMax / Math.max(1, decisions))));
}

export function chanceOf(ready: ReadyCase, asked: ChanceAsked): Chance {
  const { goal } = ready.of;
  const draw = drawing(asked.seed);
  const late = asked.latePercent / 100;
  const missed = (): number => {
    let meetings = 0;
    while (meetings < missedMax && draw() < late) meetings++;
    return meetings;
  };
  const days = Array.from({ length: Math.min(asked.runs, runsFor(ready.of)) }, () => finishOf(walk(ready, missed)));
  const finishes = days.sort((one, other) => one - other);
  const by = (part: number): Day | null => {
    const day = finishes[Math.ceil(finishes.length * part) - 1] ?? never;
    return day === never ? null : dayAt(day);
  };
  return {
    ...asked,
    runs: finishes.length,
    inTime: goal === null ? null : finishes.filter((day) => day <= goal).length,
    half: by(0.5),
    most: by(0.9),
  };
}

/** Numbers from 0 until 1 (mulberry32, which is in the public domain): good enough for chances, and for nothing secret. */
function drawing(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
