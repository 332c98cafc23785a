// A workflow as data: parties, phases, gates and rules of one version. `defineWorkflow` turns what a file in
// workflows/ says into this shape, with every default filled in. Whether it is sound is for check.ts.
import type { Window } from '../calendar.js';
import type { Rule } from '../rule.js';
import { assumed, isAssumed } from '../rules/assumed.js';
import { chosenOption } from '../rules/chosen-option.js';
import type { BodyId, BodyKind, Day, DecisionKind, Slug } from '../vocabulary.js';
import { groupsByKind, type Group } from './groups.js';
import type { OutsideFact } from './outside.js';
import type { Recurrence } from './recurrence.js';

export interface Workflow {
  id: Slug;
  version: number;
  title: string;
  /** The document that this plan was taken from, as it would be cited. */
  source: string;
  /** No dossier starts before this day: the date of the source. */
  notBefore: Day | null;
  /** The day on which it should all be done. */
  goal: Day | null;
  parties: Party[];
  groups: Record<Slug, Group>;
  phases: Phase[];
  // What follows is absent where a plan does not say it, so that older plans keep their hash.
  /** That the plan makes an arrangement under the Wgr: its steps are then checked against the law. */
  makes?: 'collegeregeling';
  /** What the arrangement is for; policy asks for a board. */
  tasks?: Task[];
  /** Warnings that are accepted, by name, each with the reason in Dutch. */
  accepts?: Record<Slug, string>;
  /** Facts outside the process that phases wait for. */
  outside?: Record<Slug, OutsideFact>;
}

/** What a phase does in the making of a regeling by colleges. */
export type LawStep = 'release' | 'view' | 'response' | 'consent' | 'enactment' | 'publication' | 'registration';

export type Task = 'policy' | 'procurement' | 'execution';

export interface Party {
  id: Slug;
  title: string;
  /** The code of Statistics Netherlands (CBS), `GM0106`; null for a party that is no municipality. */
  code: string | null;
  bodies: Body[];
}

export interface Body {
  id: BodyId;
  title: string;
  party: Slug;
  kind: BodyKind;
}

export interface Phase {
  id: Slug;
  number: string;
  title: string;
  /** Where in the source this phase stands. */
  source: string;
  startsAfter: Slug[];
  gateAfter: Slug[];
  planned: Window;
  /** Bodies to be visited before the phase is complete. */
  visits: BodyId[];
  gate: Gate | null;
  /** What it does in the making of an arrangement; absent where it does nothing of the kind. */
  step?: LawStep;
  /** Meetings that come back while it runs; absent where none do. */
  recurs?: Recurrence;
  /** Outside facts that must be known before it starts, and before its gate is put; absent where there are none. */
  waitsFor?: Slug[];
  gateWaitsFor?: Slug[];
}

export interface Gate {
  title: string;
  questions: Question[];
  /** The verb of an agreement here: onderschrijven, instemmen, aanbieden. */
  verb: string;
  /** A submission names one of these; empty when there is nothing to choose. */
  options: Option[];
  kinds: DecisionKind[];
  electorate: BodyId[];
  ruledBy: BodyId;
  /** Whether a decision that the region recorded counts before its body confirmed it. */
  unconfirmed: 'counts' | 'waits';
  /** What a change of mind after the ruling does. */
  afterRuling: 'flag' | 'reopen';
  rule: Rule;
  // What follows is absent where a plan does not use it, so that older plans keep their hash.
  /** Each body chooses one of the options; the submission names none. */
  poll?: true;
  /** When the outcome counts: as soon as it is certain, unless a plan waits until all have spoken. */
  completion?: 'all-spoken';
  /** Every body has its own term of so many weeks, from the day on which it received the proposal. */
  weeksFromReceipt?: number;
  /** Here the bodies make the arrangement: no reservation may be left. */
  enacts?: true;
  /** Mandates under which someone else may decide for a body here (Awb, title 10.1). */
  mandates?: Mandate[];
}

/** A registered mandate: someone decides in the name of the body, from a day until a day. */
export interface Mandate {
  body: BodyId;
  from: Day;
  until: Day | null;
  /** The decision by which it was given, as it would be cited. */
  source: string;
}

export interface Question {
  id: Slug;
  text: string;
}

export interface Option {
  id: Slug;
  title: string;
  /** Of a legal form: false when it has no general board; absent where that is not the question. */
  board?: false;
}

/** The questions of the gate, with those that were added when it was put. */
export const questionsOf = (
  { questions }: Gate,
  round: { readonly added: readonly { readonly id: Slug; readonly text: string | null }[] } | null,
): readonly { readonly id: Slug; readonly text: string | null }[] => [...questions, ...(round?.added ?? [])];

/** What a file in `workflows/` writes. Order of phases is their order on screen. */
export interface WorkflowPlan {
  id: Slug;
  version: number;
  title: string;
  source: string;
  notBefore?: Day;
  goal?: Day;
  /** The number of the first phase; 1 when left out. */
  firstNumber?: number;
  makes?: Workflow['makes'];
  tasks?: Task[];
  accepts?: Record<Slug, string>;
  outside?: Workflow['outside'];
  parties: Party[];
  /** Groups beside those that every workflow has: `colleges`, `councils`, `consultations`, `providers`, `ministers`. */
  groups?: Record<Slug, Group>;
  phases: Record<Slug, PhasePlan>;
}

export interface PhasePlan {
  title: string;
  source: string;
  planned: Window;
  startsAfter?: Slug[];
  gateAfter?: Slug[];
  /** The group to be visited. */
  visits?: Slug;
  gate?: GatePlan;
  step?: LawStep;
  recurs?: Recurrence;
  waitsFor?: Slug[];
  gateWaitsFor?: Slug[];
}

export interface GatePlan {
  title: string;
  verb: string;
  /** The group that decides. */
  electorate: Slug;
  /** `party/body` of the consultation that concludes. */
  ruledBy: BodyId;
  rule: Rule;
  questions?: Question[];
  proposes?: Option[];
  kinds?: DecisionKind[];
  /** Each body chooses one of these instead; the rule must then hold for one option. */
  polls?: Option[];
  unconfirmed?: Gate['unconfirmed'];
  afterRuling?: Gate['afterRuling'];
  completion?: Gate['completion'];
  weeksFromReceipt?: number;
  enacts?: true;
  mandates?: Mandate[];
}

/** The kinds of decision that a college or council takes on a question of the region. */
export const plainKinds: DecisionKind[] = [
  'agree',
  'agree-with-remarks',
  'agree-with-conditions',
  'disagree',
  'deferred',
  'noted',
];

/** A phase: title, window, and what makes it start or end. */
export const phase = (title: string, planned: Window, rest: Omit<PhasePlan, 'title' | 'planned'>): PhasePlan => ({
  title,
  planned,
  ...rest,
});

/** A gate at the end of a phase; it takes the id of its phase. */
export const gate = (title: string, terms: Omit<GatePlan, 'title'>): GatePlan => ({ title, ...terms });

/** A municipality with its college (`assen/college`) and its council (`assen/raad`). */
export function municipality(id: Slug, title: string, code: string): Party {
  return {
    id,
    title,
    code,
    bodies: [
      { id: `${id}/college`, title: `College van ${title}`, party: id, kind: 'college' },
      { id: `${id}/raad`, title: `Raad van ${title}`, party: id, kind: 'council' },
    ],
  };
}

/** A region with the consultations that conclude at its gates, `region/abo`. */
export function region(id: Slug, title: string, consultations: { id: Slug; title: string }[]): Party {
  const bodies = consultations.map((c) => ({ id: `${id}/${c.id}`, title: c.title, party: id, kind: kindOfConclusion }));
  return { id, title, code: null, bodies };
}

const kindOfConclusion: BodyKind = 'consultation';

/** Fills in the defaults. Throws only on a group that does not exist; everything else is for the check. */
export function defineWorkflow(plan: WorkflowPlan): Workflow {
  const groups = { ...groupsByKind(plan.parties.flatMap((party) => party.bodies)), ...plan.groups };
  const bodiesOf = (group: Slug, place: string): BodyId[] => {
    const found = groups[group];
    if (!found)
      throw new Error(`${place}: no group is called "${group}"; there are: ${Object.keys(groups).join(', ')}`);
    return found.bodies;
  };
  const first = plan.firstNumber ?? 1;
  const phases = Object.entries(plan.phases).map(([id, p], index): Phase => {
    const place = `phase "${id}"`;
    return {
      id,
      number: String(first + index),
      title: p.title,
      source: p.source,
      startsAfter: p.startsAfter ?? [],
      gateAfter: p.gateAfter ?? [],
      planned: p.planned,
      visits: p.visits === undefined ? [] : bodiesOf(p.visits, place),
      gate: p.gate ? gateFrom(p.gate, bodiesOf(p.gate.electorate, place)) : null,
      ...(p.step ? { step: p.step } : {}),
      ...(p.recurs ? { recurs: p.recurs } : {}),
      ...(p.waitsFor ? { waitsFor: p.waitsFor } : {}),
      ...(p.gateWaitsFor ? { gateWaitsFor: p.gateWaitsFor } : {}),
    };
  });
  const { id, version, title, source, notBefore = null, goal = null, parties } = plan;
  const { makes, tasks, accepts, outside } = plan;
  const claims = {
    ...(makes ? { makes } : {}),
    ...(tasks ? { tasks } : {}),
    ...(accepts ? { accepts } : {}),
    ...(outside ? { outside } : {}),
  };
  return { id, version, title, source, notBefore, goal, parties, groups, phases, ...claims };
}

function gateFrom(plan: GatePlan, electorate: BodyId[]): Gate {
  return {
    title: plan.title,
    questions: plan.questions ?? [{ id: 'vraag', text: `${plan.title}?` }],
    verb: plan.verb,
    options: plan.polls ?? plan.proposes ?? [],
    kinds: plan.kinds ?? plainKinds,
    electorate,
    ruledBy: plan.ruledBy,
    unconfirmed: plan.unconfirmed ?? 'waits',
    afterRuling: plan.afterRuling ?? 'flag',
    rule: plan.polls ? polled(plan.rule, plan.polls) : plan.rule,
    ...(plan.polls ? { poll: true } : {}),
    ...(plan.completion ? { completion: plan.completion } : {}),
    ...(plan.weeksFromReceipt === undefined ? {} : { weeksFromReceipt: plan.weeksFromReceipt }),
    ...(plan.enacts ? { enacts: true } : {}),
    ...(plan.mandates ? { mandates: plan.mandates } : {}),
  };
}

/** The rule of a poll: it must hold for one of the options. An assumption stays on the outside, where everyone sees it. */
export const polled = (rule: Rule, options: Option[]): Rule =>
  isAssumed(rule) ? assumed(chosenOption(options, rule.inner), rule.why) : chosenOption(options, rule);
