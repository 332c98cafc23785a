// A story: what the bodies of a gate did, and what was done to it, as facts that are recorded one after the other. It is
// made of numbers that fast-check drew, so that it becomes smaller when a law fails.
import fc from 'fast-check';
import { daysAfter, latest } from '../../src/domain/calendar.js';
import type { BodyId, ConditionAnswer, Day, Slug } from '../../src/domain/vocabulary.js';
import { chanceFrom, type Chance } from '../support/random-history.js';
import { evidence } from '../support/staged-play.js';
import { first, second, standPlans, type StandPlan } from './plans.js';
import { closure, content, pick, type Said } from './said.js';

type By = 'body' | 'region';

export type Telling =
  | { what: 'act'; by: By; said: Said }
  /** Its conditions keep the names of the former ones, whatever they say, or only where they say the same. */
  | { what: 'correction'; by: By; about: number; said: Said; keepsIds: boolean }
  | { what: 'word'; about: number; confirmed: boolean }
  | { what: 'withdrawal'; about: number }
  | { what: 'release'; about: number; scope: 'region' | 'public' }
  | { what: 'list'; about: number }
  | { what: 'answer'; about: number; answer: ConditionAnswer }
  | { what: 'agenda'; meetingOn: Day }
  | { what: 'version'; number: number; mandate: BodyId[] }
  | { what: 'round'; number: number };

interface Place {
  /** Its name in the story. */
  key: number;
  gate: Slug;
  body: BodyId;
  /** When it happened, and when it was recorded. */
  on: Day;
  recorded: Day;
  /** It counts from the day of its recording: an item of an agenda, a closed act and what is about one. */
  fixed: boolean;
}

export type Fact = Telling & Place;
export type FactOf<W extends Fact['what']> = Extract<Fact, { what: W }>;

export interface Story {
  plan: StandPlan;
  /** In the order in which they were recorded. */
  facts: readonly Fact[];
}

export const begin = '2024-03-01';
/** The first gate is put on this day, and so is the second where it stands beside. */
export const put = '2024-03-11';
/** Few days, three apart, so that much happens on one. */
const daysMax = 13;
const daysApart = 3;
const lagMax = 12;

/** How often each sort of fact is told. */
const weights: Record<Fact['what'], number> = {
  act: 18,
  correction: 4,
  word: 3,
  withdrawal: 3,
  release: 3,
  list: 1,
  answer: 6,
  agenda: 2,
  version: 2,
  round: 1,
};
const sorts = Object.entries(weights).flatMap(
  ([what, often]) => Array.from({ length: often }, () => what) as Fact['what'][], // its own names
);

const drawnFact = fc.record({
  what: fc.nat(sorts.length - 1),
  body: fc.nat(2),
  day: fc.nat(daysMax),
  lag: fc.nat(lagMax),
  about: fc.nat(6),
  way: fc.nat(999_999),
});
type Drawn = typeof drawnFact extends fc.Arbitrary<infer T> ? T : never;

export interface DrawnStory {
  plan: number;
  facts: Drawn[];
}

/** Stories over every plan: fast-check draws them, and makes one that fails smaller. */
export const stories: fc.Arbitrary<DrawnStory> = fc.record({
  plan: fc.nat(standPlans.length - 1),
  facts: fc.array(drawnFact, { minLength: 3, maxLength: 14, size: 'max' }),
});

interface Put {
  number: number;
  on: Day;
  recorded: Day;
}

/** What was told so far: later facts are about it. */
interface Making {
  plan: StandPlan;
  facts: Fact[];
  rounds: (Put & { versions: Put[] })[];
}

export function storyOf({ plan: n, facts: drawn }: DrawnStory): Story {
  const plan = standPlans[n];
  if (!plan) throw new Error(`there is no plan ${n}`);
  const one = { number: 1, on: put, recorded: put };
  const making: Making = { plan, facts: [], rounds: [{ ...one, versions: [one] }] };
  drawn.forEach((each, key) => making.facts.push(...toldOf(making, each, key)));
  return { plan, facts: [...making.facts].sort((a, b) => a.recorded.localeCompare(b.recorded)) };
}

function toldOf(making: Making, drawn: Drawn, key: number): Fact[] {
  const chance = chanceFrom(drawn.way);
  const body = making.plan.bodies[drawn.body % making.plan.bodies.length] ?? '';
  const on = daysAfter(put, drawn.day * daysApart);
  const gate = chance(5) === 0 ? second : first;
  const place: Place = { key, gate, body, on, recorded: daysAfter(on, drawn.lag), fixed: false };
  const what = sorts[drawn.what] ?? 'act';
  if (what === 'act') return [actOf(making, place, chance)];
  if (what === 'agenda' || what === 'version' || what === 'round') return putOf(making, place, what, chance);
  const acts = making.facts.filter((fact) => fact.what === 'act');
  const fitting = acts.filter((act) => fits(act, what));
  const about = fitting[drawn.about % Math.max(1, fitting.length)];
  return about ? [aboutAct(making.plan, { place, about, chance }, what)] : [];
}

/** Whether something of that sort can be said of the act: hardly any would be, if it were left to chance. */
function fits({ by, said, fixed }: FactOf<'act'>, what: Fact['what']): boolean {
  if (what === 'word') return by === 'region';
  if (what === 'release') return fixed;
  return what !== 'answer' || said.conditions !== undefined;
}

function actOf(making: Making, place: Place, chance: Chance): FactOf<'act'> {
  const { on } = place;
  const by: By = chance(4) === 0 ? 'region' : 'body';
  const { round, version } = decidedUpon(making, place, chance);
  const closed = by === 'body' && chance(4) === 0 ? closure(on, chance) : {};
  const said: Said = {
    decidedOn: on,
    round: round.number,
    proposalVersion: version.number,
    ...content(making.plan, place, chance),
    ...closed,
    ...(by === 'region' ? { evidence } : {}),
  };
  const recorded = latest(place.recorded, round.recorded, version.recorded) ?? on;
  return { ...place, what: 'act', by, said, recorded, fixed: 'release' in closed };
}

/** Mostly the last round and version that were put by its day. */
function decidedUpon({ rounds }: Making, { gate, on }: Place, chance: Chance): { round: Put; version: Put } {
  const known = gate === first ? rounds : rounds.slice(0, 1);
  const round = known.findLast((one) => one.on <= on && chance(6) > 0) ?? known[0];
  const versions = gate === first ? round?.versions : round?.versions.slice(0, 1);
  const version = versions?.findLast((one) => one.on <= on && chance(4) > 0) ?? versions?.[0];
  if (!round || !version) throw new Error('there is a first round, of a first version');
  return { round, version };
}

/** What is done at the first gate; a later item of an agenda takes the place of an earlier one, so that each body has one. */
function putOf(
  { plan, facts, rounds }: Making,
  place: Place,
  what: 'agenda' | 'version' | 'round',
  chance: Chance,
): Fact[] {
  const { body, on, recorded } = place;
  const round = rounds.at(-1);
  const newest = round?.versions.at(-1);
  if (!round || !newest) throw new Error('there is a first round, of a first version');
  if (what === 'agenda') {
    if (facts.some((fact) => fact.what === 'agenda' && fact.body === body)) return [];
    const meetingOn = daysAfter(recorded, chance(9));
    return [{ ...place, what, gate: first, on: recorded, meetingOn, fixed: true }];
  }
  if (on < newest.on) return [];
  const after = { ...place, gate: first, recorded: latest(recorded, newest.recorded) ?? recorded };
  if (what === 'version') {
    const number = newest.number + 1;
    round.versions.push({ ...after, number });
    return [{ ...after, what, number, mandate: plan.bodies.filter(() => chance(3) === 0) }];
  }
  const number = round.number + 1;
  rounds.push({ ...after, number, versions: [{ ...after, number: 1 }] });
  return [{ ...after, what, number }];
}

interface About {
  place: Place;
  about: FactOf<'act'>;
  chance: Chance;
}

function aboutAct(
  plan: StandPlan,
  { place, about: act, chance }: About,
  what: Exclude<Fact['what'], 'act' | 'agenda' | 'version' | 'round'>,
): Fact {
  const { key: about, gate, body, fixed } = act;
  const on = latest(place.on, act.on) ?? act.on;
  const after = { ...place, gate, body, fixed, about, on, recorded: latest(on, place.recorded, act.recorded) ?? on };
  switch (what) {
    case 'correction':
      return correction(plan, after, act, chance);
    case 'word':
      return { ...after, what, confirmed: chance(2) === 0 };
    case 'withdrawal':
    case 'list':
      return { ...after, what };
    case 'release':
      return { ...after, what, scope: pick(chance, ['region', 'public']) };
    case 'answer':
      return { ...after, what, answer: pick(chance, ['adopted', 'rejected', 'met', 'waived', 'disputed'] as const) };
  }
}

function correction(plan: StandPlan, place: Place & { about: number }, act: FactOf<'act'>, chance: Chance): Fact {
  const by: By = chance(3) === 0 ? 'region' : 'body';
  const ways: (() => Said)[] = [
    () => ({}),
    () => ({ reference: 'Z-1' }),
    () => ({ decidedOn: daysAfter(act.on, chance(10)) }),
    () => ({ decidedOn: daysAfter(act.on, daysApart) }),
    () => ({ noDecision: true }),
    () => content(plan, place, chance),
    () => content(plan, place, chance),
  ];
  const changed = pick(chance, ways)();
  const said: Said = { ...changed, reason: 'Verkeerd vastgelegd.', ...(by === 'region' ? { evidence } : {}) };
  const on = latest(place.on, said.decidedOn) ?? place.on;
  const recorded = latest(on, place.recorded) ?? on;
  return { ...place, on, recorded, what: 'correction', by, said, keepsIds: chance(2) === 0 };
}
