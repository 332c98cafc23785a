// A law is held over stories that fast-check draws: as many as a run takes, or more of them before a release.
import fc from 'fast-check';
import { daysOf, standsOn } from './content.js';
import { first, second, type StandPlan } from './plans.js';
import { put, stories, type DrawnStory, type Fact } from './story.js';
import { Told } from './told.js';

/** SLUIS_STORIES sets how many times as many. */
const times = Number(process.env.SLUIS_STORIES ?? 1);

export const gates = [first, second] as const;

export const law = (numRuns: number, check: (drawn: DrawnStory, seed: number) => void): void =>
  fc.assert(fc.property(stories, fc.nat(), check), { numRuns: numRuns * times });

/** @throws Refusal where one of the facts cannot be recorded in that order */
export function toldOf(plan: StandPlan, facts: readonly Fact[]): Told {
  const told = new Told(plan);
  for (const fact of facts) told.tell(fact);
  return told;
}

type EveryDay = ReturnType<typeof everyDay>;

/** How everyone stands on every day of the story. */
export const everyDay = (told: Told, facts: readonly Fact[]) =>
  daysOf(facts, put).flatMap((day) => gates.map((gate) => ({ day, gate, stands: standsOn(told, gate, day) })));

/** As lines, so that the one that differs is read at once. */
export const lines = (all: EveryDay): string[] =>
  all.flatMap(({ day, gate, stands }) => (stands ?? []).map((stand) => `${day} ${gate} ${JSON.stringify(stand)}`));

/** Whichever reading of an act it is. */
export const byActs = (all: EveryDay): EveryDay =>
  JSON.parse(JSON.stringify(all).replace(/"(\d+)\.\d+"/g, '"$1"')) as EveryDay; // the same with shorter names
