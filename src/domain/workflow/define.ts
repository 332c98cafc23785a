// What a file in workflows/ writes, made into a workflow with every default filled in. Whether it is sound is for
// check.ts.
import type { Window } from '../calendar.js';
import type { Rule } from '../rule.js';
import { assumed, isAssumed } from '../rules/assumed.js';
import { chosenOption, isChoice } from '../rules/chosen-option.js';
import type { BodyId, BodyKind, Slug } from '../vocabulary.js';
import { unfitFields } from './fields.js';
import { groupsByKind } from './groups.js';
import { gateTerms, filledIn, phaseTerms, plainKinds } from './terms.js';
import type { Gate, Option, Party, Phase, Workflow } from './workflow.js';
import type { GatePlan, PhasePlan, WorkflowPlan } from './plan-file.js';

/** Whatever a plan is written with is found here. */
export { plainKinds, type GatePlan, type PhasePlan, type WorkflowPlan };

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

/**
 * A region with the consultations that conclude at its gates, `region/abo`, and the boards of its arrangement; what more is
 * said of one is for the check.
 */
export function region(id: Slug, title: string, consultations: NamedBody[], boards: FoundedBody[] = []): Party {
  const bodyOf = (kind: BodyKind) => (one: FoundedBody) => ({ ...one, id: `${id}/${one.id}`, party: id, kind });
  return {
    id,
    title,
    code: null,
    bodies: [...consultations.map(bodyOf('consultation')), ...boards.map(bodyOf('board'))],
  };
}

interface NamedBody {
  id: Slug;
  title: string;
}

/** A board that comes to exist by a gate of the plan. */
interface FoundedBody extends NamedBody {
  foundedBy?: Slug;
}

/** A province with its executive (`drenthe/gs`) and its council (`drenthe/ps`). */
export const province = (id: Slug, title: string): Party => ({
  id,
  title: `Provincie ${title}`,
  code: null,
  bodies: [
    { id: `${id}/gs`, title: `Gedeputeerde staten van ${title}`, party: id, kind: 'provincial-executive' },
    { id: `${id}/ps`, title: `Provinciale staten van ${title}`, party: id, kind: 'provincial-council' },
  ],
});

/** A water authority with its general board (`vechtstromen/ab`). */
export const waterAuthority = (id: Slug, title: string): Party => ({
  id,
  title,
  code: null,
  bodies: [{ id: `${id}/ab`, title: `Algemeen bestuur van ${title}`, party: id, kind: 'water-board' }],
});

/** A municipality whose mayor decides too (`assen/burgemeester`). */
export const withMayor = ({ bodies, ...party }: Party): Party => ({
  ...party,
  bodies: [
    ...bodies,
    { id: `${party.id}/burgemeester`, title: `Burgemeester van ${party.title}`, party: party.id, kind: 'mayor' },
  ],
});

/**
 * Fills in the defaults. Throws only on a group that does not exist; everything else is for the check. Where a field is
 * unknown, or holds what it cannot, nothing is filled in: it may be the one from which the rest would follow.
 */
export function defineWorkflow(plan: WorkflowPlan): Workflow {
  const unfit = unfitFields(plan, 'file');
  if (unfit.length > 0) {
    const { id, version, title, source } = plan;
    return { id, version, title, source, notBefore: null, goal: null, parties: [], groups: {}, phases: [], unfit };
  }
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
      planned: p.planned,
      visits: p.visits === undefined ? [] : bodiesOf(p.visits, place),
      gate: p.gate ? gateFrom(p.gate, bodiesOf(p.gate.electorate, place)) : null,
      ...filledIn(phaseTerms, p),
      ...said({ step: p.step, branch: p.branch, recurs: p.recurs }),
    };
  });
  const { id, version, title, source, notBefore = null, goal = null, parties } = plan;
  const { makes, law, tasks, accepts, outside, open } = plan;
  const claims = said({ makes, law, tasks, accepts, outside, open });
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
    electorate,
    ruledBy: plan.ruledBy,
    rule: plan.polls ? polled(plan.rule, plan.polls) : plan.rule,
    ...filledIn(gateTerms, plan),
    ...(plan.polls ? { poll: true } : {}),
    ...said({ mandates: plan.mandates }),
  };
}

/**
 * The rule of a poll: it must hold for one of the options, whether it says so itself or not. An assumption stays on the
 * outside, where everyone sees it.
 */
export function polled(rule: Rule, options: Option[]): Rule {
  if (isChoice(rule) || (isAssumed(rule) && isChoice(rule.inner))) return rule;
  return isAssumed(rule) ? assumed(chosenOption(options, rule.inner), rule.why) : chosenOption(options, rule);
}
