// What an address asks of a look ahead: another course, or a chance. What is not there asks nothing.
import { isDay } from '../../domain/calendar.js';
import { asPlanned, type Assumptions } from '../../domain/forecast/assumptions.js';
import { runsMax, type ChanceAsked } from '../../domain/forecast/chance.js';
import type { Plan } from '../../domain/workflow/plan.js';
import { whatIfNames } from '../pages/forecast/what-if.js';

type Query = Readonly<Record<string, string | undefined>>;

export interface WhatIf {
  /** Null where another course was not asked for. */
  assumptions: Assumptions | null;
  isBadDay: boolean;
  /** Whether what was learnt takes the place of calendars that nobody entered. */
  isLearnt: boolean;
  chance: ChanceAsked | null;
}

const meetingsMax = 9;
const usualPercent = 20;
/** The same for everybody, so that the same question has one answer. */
const seed = 20_240_411;

export function whatIfIn(query: Query, plan: Plan): WhatIf {
  const asked = named(query);
  const isPut = plan.gates.has(asked.put);
  const percent = query[whatIfNames.chance];
  return {
    assumptions: assumptionsIn(asked, plan),
    isBadDay: isPut && !isDay(asked.on),
    isLearnt: asked.learnt !== '',
    chance: percent === undefined ? null : { runs: runsMax, seed, latePercent: whole(percent, 90, usualPercent) },
  };
}

/** Null where nothing else was asked than what is expected. */
function assumptionsIn(
  { body, meetings, refused, put, on, asap, learnt }: Named,
  { bodies, gates }: Plan,
): Assumptions | null {
  const assumptions: Assumptions = {
    ...asPlanned,
    later: bodies.has(body) ? [{ body, gate: null, meetings: whole(meetings, meetingsMax, 1) }] : [],
    refused: gates.has(refused) ? [refused] : [],
    putOn: gates.has(put) && isDay(on) ? { [put]: on } : {},
    keepsWindows: asap === '',
  };
  const { later, putOn, keepsWindows } = assumptions;
  const isAsked =
    later.length + assumptions.refused.length + Object.keys(putOn).length > 0 || !keepsWindows || learnt !== '';
  return isAsked ? assumptions : null;
}

type Named = Record<keyof typeof whatIfNames, string>;

/** Empty where the address does not say it. */
const named = (query: Query): Named =>
  Object.fromEntries(Object.entries(whatIfNames).map(([name, field]) => [name, query[field] ?? ''])) as Named; // by its own names

const whole = (text: string, max: number, otherwise: number): number =>
  /^\d{1,3}$/.test(text) ? Math.min(max, Number(text)) : otherwise;
