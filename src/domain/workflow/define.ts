// What a file in workflows/ writes, made into a workflow with every default filled in. Whether it is sound is for
// check.ts.
import type { Window } from '../calendar.js';
import type { Rule } from '../rule.js';
import { assumed, isAssumed } from '../rules/assumed.js';
import { chosenOption } from '../rules/chosen-option.js';
import type { OpenParties } from './open-parties.js';
import type { BodyId, BodyKind, Day, DecisionKind, Slug } from '../vocabulary.js';
import { groupsByKind, type Group } from './groups.js';
import type { Recurrence } from './recurrence.js';
import type { Branch, Gate, LawStep, Mandate, Option, Party, Phase, Question, Task, Workflow } from './workflow.js';

/** Order of phases is their order on screen. */
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
  open?: OpenParties;
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
  branch?: Branch;
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
  splits?: true;
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

/** A municipality with its college (`assen/college`) and its council (`assen/raad`); no code where it stands in for others. */
export function municipality(id: Slug, title: string, code: string | null): Party {
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
      ...(p.branch ? { branch: p.branch } : {}),
      ...(p.recurs ? { recurs: p.recurs } : {}),
      ...(p.waitsFor ? { waitsFor: p.waitsFor } : {}),
      ...(p.gateWaitsFor ? { gateWaitsFor: p.gateWaitsFor } : {}),
    };
  });
  const { id, version, title, source, notBefore = null, goal = null, parties } = plan;
  const { makes, tasks, accepts, outside, open } = plan;
  const claims = said({ makes, tasks, accepts, outside, open });
  return { id, version, title, source, notBefore, goal, parties, groups, phases, ...claims };
}

/** Without what a plan does not say. */
const said = <T extends object>(terms: T): Partial<T> =>
  Object.fromEntries(Object.entries(terms).filter(([, value]) => value !== undefined)) as Partial<T>; // by the same names

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
    ...(plan.splits ? { splits: true } : {}),
    ...(plan.completion ? { completion: plan.completion } : {}),
    ...(plan.weeksFromReceipt === undefined ? {} : { weeksFromReceipt: plan.weeksFromReceipt }),
    ...(plan.enacts ? { enacts: true } : {}),
    ...(plan.mandates ? { mandates: plan.mandates } : {}),
  };
}

/** The rule of a poll: it must hold for one of the options. An assumption stays on the outside, where everyone sees it. */
export const polled = (rule: Rule, options: Option[]): Rule =>
  isAssumed(rule) ? assumed(chosenOption(options, rule.inner), rule.why) : chosenOption(options, rule);
