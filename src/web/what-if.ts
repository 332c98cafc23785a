// What an address asks of a look ahead: another course, or a chance. What is not there asks nothing.
import { isDay } from '../domain/calendar.js';
import { asPlanned, type Assumptions } from '../domain/forecast/assumptions.js';
import { runsMax, type ChanceAsked } from '../domain/forecast/chance.js';
import type { Plan } from '../domain/workflow/plan.js';
import { whatIfNames } from './pages/what-if.js';

type Query = Readonly<Record<string, string | undefined>>;

export interface WhatIf {
  /** Null where another course was not asked for. */
  assumptions: Assumptions | null;
  isBadDay: boolean;
  chance: ChanceAsked | null;
}

const meetingsMax = 9;
const usualPercent = 20;
/** The same for everybody, so that the same question has one answer. */
const seed = 20_240_411;

export function whatIfIn(query: Query, plan: Plan): WhatIf {
  const { body = '', meetings = '', refused = '', put = '', on = '', asap } = named(query);
  const isLater = plan.bodies.has(body);
  const isPut = plan.gates.has(put);
  const isOnDay = isPut && isDay(on);
  const assumptions: Assumptions = {
    ...asPlanned,
    later: isLater ? [{ body, gate: null, meetings: whole(meetings, meetingsMax, 1) }] : [],
    refused: plan.gates.has(refused) ? [refused] : [],
    putOn: isOnDay ? { [put]: on } : {},
    keepsWindows: asap === undefined,
  };
  const isAsked = isLater || isOnDay || assumptions.refused.length > 0 || !assumptions.keepsWindows;
  const percent = query[whatIfNames.chance];
  return {
    assumptions: isAsked ? assumptions : null,
    isBadDay: isPut && !isDay(on),
    chance: percent === undefined ? null : { runs: runsMax, seed, latePercent: whole(percent, 90, usualPercent) },
  };
}

function named(query: Query): Partial<Record<keyof typeof whatIfNames, string>> {
  const pairs = Object.entries(whatIfNames).flatMap(([name, field]) => {
    const value = query[field];
    return value === undefined ? [] : [[name, value]];
  });
  return Object.fromEntries(pairs) as Partial<Record<keyof typeof whatIfNames, string>>; // by its own names
}

const whole = (text: string, max: number, otherwise: number): number =>
  /^\d{1,3}$/.test(text) ? Math.min(max, Number(text)) : otherwise;
