// What an address asks of a look ahead: another course, or a chance. What is not there asks nothing.
import { isDay } from '../../domain/calendar.js';
import { asPlanned, type Assumptions } from '../../domain/forecast/assumptions.js';
import { runsMax, type ChanceAsked } from '../../domain/forecast/chance.js';
import type { Day } from '../../domain/vocabulary.js';
import type { Plan } from '../../domain/workflow/plan.js';
import { badWhatIfs, whatIfNames, type BadWhatIf } from '../pages/forecast/what-if.js';

type Query = Readonly<Record<string, string | undefined>>;

export interface WhatIf {
  /** Null where another course was not asked for. */
  assumptions: Assumptions | null;
  /** What cannot be reckoned with: it was left out. */
  bad: BadWhatIf[];
  /** Whether what was learnt takes the place of calendars that nobody entered. */
  isLearnt: boolean;
  chance: ChanceAsked | null;
}

const meetingsMax = 9;
const percentMax = 90;
/** The same for everybody, so that the same question has one answer. */
const seed = 20_240_411;

/** @param today before it nothing is put any more */
export function whatIfIn(query: Query, plan: Plan, today: Day): WhatIf {
  const asked = named(query);
  const canPut = isDay(asked.on) && asked.on >= today;
  const latePercent = whole(asked.chance, percentMax);
  const isChance = query[whatIfNames.chance] !== undefined;
  const faults: Record<BadWhatIf, boolean> = {
    meetings: plan.bodies.has(asked.body) && asked.meetings !== '' && whole(asked.meetings, meetingsMax) === null,
    on: plan.gates.has(asked.put) && !canPut,
    chance: isChance && latePercent === null,
  };
  return {
    assumptions: assumptionsIn(asked, plan, canPut),
    bad: badWhatIfs.filter((name) => faults[name]),
    isLearnt: asked.learnt !== '',
    chance: latePercent === null ? null : { runs: runsMax, seed, latePercent },
  };
}

/** Null where nothing else was asked than what is expected. */
function assumptionsIn(
  { body, meetings, refused, put, on, asap, learnt }: Named,
  { bodies, gates }: Plan,
  canPut: boolean,
): Assumptions | null {
  const number = meetings === '' ? 1 : whole(meetings, meetingsMax);
  const assumptions: Assumptions = {
    ...asPlanned,
    later: bodies.has(body) && number !== null ? [{ body, gate: null, meetings: number }] : [],
    refused: gates.has(refused) ? [refused] : [],
    putOn: gates.has(put) && canPut ? { [put]: on } : {},
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

const whole = (text: string, max: number): number | null =>
  /^\d{1,3}$/.test(text) && Number(text) <= max ? Number(text) : null;
