// What can be wrong with a plan, as codes with their facts: the cure is said in src/wording/gates/plan-faults.ts.
import type { Coded, RuleFault } from './rule-faults.js';
import type { BodyId, Day, DecisionKind, Slug } from './vocabulary.js';

/** What has a name of its own in a plan. */
export type NamedThing = 'workflow' | 'party' | 'phase' | 'question' | 'option' | 'paper' | 'criterion' | 'body';

/** What a plan is made of, each with fields of its own. */
export type PlanLevel =
  | 'workflow'
  | 'phase'
  | 'window'
  | 'branch'
  | 'recurrence'
  | 'interval'
  | 'goal'
  | 'gate'
  | 'question'
  | 'paper'
  | 'criterion'
  | 'option'
  | 'mandate'
  | 'party'
  | 'body'
  | 'group'
  | 'noun'
  | 'fact'
  | 'open';

/** A step that the law asks and the plan lacks, or another way in which it does otherwise. */
export interface WarningFacts {
  'one-council-moment': object;
  'no-consent': object;
  'no-enactment': object;
  'no-publication': object;
  'no-registration': object;
  'free-council-choice': object;
  /** The weeks that the plan gives for a zienswijze, and those of the law. */
  'view-term': { weeks: number | undefined; lawful: number };
  /** Forms that have no general board. */
  'form-without-board': { titles: readonly string[] };
  /** Where councils give a view on a budget in another term than the law gives. */
  'budget-term': { phases: readonly Slug[]; lawful: number };
  /** A form that has no board, and phases after it that need one. */
  'form-without-budget': { title: string; phases: readonly Slug[] };
  /** A form with a board after which no budget is adopted. */
  'no-budget': { title: string };
  /** The first phase whose window ends before its terms and meetings can. */
  'window-too-short': { title: string; until: Day; earliest: Day };
  /** A step of a budget that is planned to end on the day, or later, before which the law wants it. */
  'budget-day': { title: string; until: Day; before: Day };
  /** Phases of parts that go on apart. */
  'split-procurement': { phases: readonly Slug[] };
}

export type Warning = Coded<WarningFacts>;

/** What a field takes: the sort of its value, as much of it as is told. */
export interface Taken {
  is: string;
  among?: readonly string[];
  min?: number;
  max?: number;
  /** Of a list: what stands in it. */
  of?: { sort: Taken };
}

export interface PlanFaultFacts {
  /** `id` is that of the question, the party or whatever has the field, where it has one. */
  'unknown-field': { level: PlanLevel; id?: string; field: string; nearest?: string; known: readonly string[] };
  /** `found` is what does not fit, where that is no object or list. */
  'unfit-value': { level: PlanLevel; id?: string; field: string; found?: string | number | boolean; takes: Taken };
  'lacking-field': { level: PlanLevel; id?: string; field: string };
  // names; `of` is the phase that a question or an option is of
  'bad-name': { what: NamedThing; id: string; of?: Slug };
  'name-twice': { what: NamedThing; id: string; of?: Slug };
  'reserved-name': { id: string };
  'bad-version': object;
  // bodies
  'unknown-body': { body: BodyId; group?: Slug };
  /** In a group, or where a phase names no group, among those who decide or are visited there. */
  'body-twice': { body: BodyId; group?: Slug };
  'no-chair': { body: BodyId };
  'regions-ruling': { count: number };
  'founded-nowhere': { body: BodyId; gate: Slug };
  'before-founded': { body: BodyId; gate: Slug; before: Slug };
  // order and dates
  'no-phases': object;
  'unknown-prerequisite': { waiting: Slug; awaited: Slug; known: readonly Slug[] };
  'idle-gate-after': { waiting: Slug };
  circle: { phases: readonly Slug[] };
  'no-date': { term: string; day: string };
  reversed: { id: Slug; from: Day; until: Day };
  'before-source': { id: Slug; notBefore: Day };
  // meetings that come back
  'bad-interval': { max: number };
  'many-goals': { count: number; max: number };
  'bad-goal-name': { id: string };
  'goal-twice': { id: string };
  // facts from outside
  'bad-fact-name': { fact: string };
  'idle-fact': { fact: Slug };
  'untold-fact': { fact: Slug };
  'unknown-fact': { waiting: Slug; fact: Slug };
  'idle-gate-waits': { waiting: Slug };
  // gates
  'nobody-asked': object;
  'ruler-decides': object;
  'no-question': object;
  'foreign-mandate': { body: BodyId };
  'nobody-can-agree': { agreeing: readonly DecisionKind[] };
  'not-when-enacting': { kind: 'agree-in-principle' | 'agree-subject-to' };
  'few-poll-options': object;
  /** Of a gate that nobody concludes. */
  'splits-by-itself': object;
  'term-by-itself': object;
  // branches
  'split-without-poll': object;
  'branch-splits': object;
  'split-for-nothing': object;
  'branch-without-choice': { gate: Slug };
  'unknown-branch-option': { option: Slug; options: readonly Slug[] };
  'branch-too-early': { gate: Slug };
  /** The rule does not hold where this party goes on alone. */
  'party-alone': { party: Slug; fault: RuleFault };
  // parties that are named at the start
  'bad-least-parties': { least: number; max: number };
  'no-stand-in': { party: Slug };
  'no-consultation': { body: BodyId };
  'other-ruler': { ruledBy: BodyId; consultation: BodyId };
  // the law
  'open-warning': { warning: Warning };
  'no-such-warning': { name: string };
  'accepted-without-reason': { name: string };
  'against-the-law': { later: Slug; earlier: Slug };
  // the machine
  'moves-others': { event: string; of: Slug; moved: readonly Slug[] };
  'passes-without-go': { event: string; of: Slug };
  'dead-end': { of: Slug; status: string };
  'loses-branch': { of: Slug; status: string; gate: Slug };
  'ignores-fact': { event: string; of: Slug; fact: Slug };
  'unrecordable-fact': { fact: Slug };
  'fact-moves': { fact: Slug; moved: readonly Slug[] };
}

/** What of the plan itself is wrong. */
export type OwnFault = Coded<PlanFaultFacts>;

/** What is wrong, with the phase in which it is where the facts do not name it. */
export type PlanFault = (OwnFault | RuleFault) & { phase?: Slug };

/** A field that no plan has, or that holds what it cannot, where it stands. */
export type UnfitField = Extract<PlanFault, { code: 'unknown-field' | 'unfit-value' | 'lacking-field' }>;
