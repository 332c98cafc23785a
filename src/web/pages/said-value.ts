// What was recorded as people read it: bodies, phases, gates and options by the titles that a plan gives them.
import { titleOf, type Plan } from '../../domain/workflow/plan.js';
import { titleOfRequirement } from '../../domain/workflow/requirements.js';
import type { Slug } from '../../domain/vocabulary.js';
import type { Wording } from '../../wording/wording.js';

interface Where {
  plan: Plan;
  /** The gate that it is said of, whose options have titles. */
  gate: Slug | undefined;
  /** Under which name the words know its table, where a name means something else in it. */
  table: string;
  wording: Wording;
}

/** Facts that name a body, or several. */
const ofBodies: ReadonlySet<string> = new Set([
  'body',
  'bodies',
  'dissent',
  'textualMandate',
  'agreedBy',
  'sharedWith',
]);

/** @param place where it stands in what was said: `parts/0/option` */
export function saidValue(place: string, value: unknown, { plan, gate, table, wording }: Where): string {
  const { factValue, wordsOfFact, listWords } = wording;
  const words = wordsOfFact(place, table);
  const last = place.slice(place.lastIndexOf('/') + 1);
  const titled = (one: unknown): string => titleIn(plan, gate, last, String(one)) ?? factValue(one, words);
  return Array.isArray(value) ? listWords(value.map(titled)) : titled(value);
}

function titleIn(plan: Plan, gate: Slug | undefined, name: string, value: string): string | undefined {
  if (ofBodies.has(name)) return titleOf(plan, value);
  const said = plan.gates.get(gate ?? '');
  const titles: Readonly<Record<string, () => string | undefined>> = {
    gates: () => plan.gates.get(value)?.title,
    gate: () => plan.gates.get(value)?.title,
    phase: () => plan.phases.get(value)?.title,
    fact: () => plan.workflow.outside?.[value]?.title,
    paper: () => titleOfRequirement(said, value),
    criterion: () => titleOfRequirement(said, value),
    option: () => said?.options.find(({ id }) => id === value)?.title,
  };
  return Object.hasOwn(titles, name) ? titles[name]?.() : undefined;
}
