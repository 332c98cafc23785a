// What one plan says otherwise than another: phase by phase, term by term, as data. Words come at the edge.
import type { Window } from '../calendar.js';
import type { Rule, Scope } from '../rule.js';
import { isAssumed } from '../rules/assumed.js';
import type { Asks, BodyId, Slug } from '../vocabulary.js';
import { asksOf } from './asks.js';
import { titleOf, type Plan } from './plan.js';
import { scopeAt } from './scope.js';
import { gateTerms, phaseTerms, type Term, type Terms } from './terms.js';
import type { Gate, Phase } from './workflow.js';

/** What a plan can say otherwise, each side a list: titles, texts, or the codes of the vocabulary. */
export type Compared = keyof (ReturnType<typeof planFields> &
  ReturnType<typeof phaseFields> &
  ReturnType<typeof gateFields>);

export type Change =
  | { what: Compared; from: readonly string[]; to: readonly string[] }
  | { what: 'planned'; from: readonly [Window]; to: readonly [Window] };

/** kept: under the same name and title, perhaps on other terms. */
export type Fate = 'kept' | 'renamed' | 'added' | 'dropped';

export interface PhaseDifference {
  fate: Fate;
  /** The former phase and the one that takes its place; null where there is none. */
  from: Slug | null;
  to: Slug | null;
  title: string;
  changes: Change[];
}

export interface Difference {
  /** Of the plan as a whole. */
  changes: Change[];
  /** In the order of the new plan, then those that are gone. */
  phases: PhaseDifference[];
}

/** Words a rule over a scope. Rules that read the same are no difference. */
export type SayRule = (rule: Rule, over: Scope, asked: Asks) => string;

/** @param map which phase takes the place of which; left out, those of the same name */
export function difference(
  from: Plan,
  to: Plan,
  say: SayRule,
  map: Readonly<Record<Slug, Slug>> = sameNames(from, to),
): Difference {
  const former = new Map(Object.entries(map).map(([old, phase]) => [phase, old]));
  const formerOf = (id: Slug): Phase | undefined => from.phases.get(former.get(id) ?? '');
  return {
    changes: changesBetween(planFields(from), planFields(to)),
    phases: [
      ...to.workflow.phases.map((phase) => phaseDifference({ from, to, say }, map, formerOf(phase.id), phase)),
      ...from.workflow.phases
        .filter(({ id }) => !Object.hasOwn(map, id))
        .map(({ id, title }): PhaseDifference => ({ fate: 'dropped', from: id, to: null, title, changes: [] })),
    ],
  };
}

const sameNames = (from: Plan, to: Plan): Record<Slug, Slug> =>
  Object.fromEntries([...from.phases.keys()].filter((id) => to.phases.has(id)).map((id) => [id, id]));

/** The two plans, and how their rules are said. */
interface Both {
  from: Plan;
  to: Plan;
  say: SayRule;
}

function phaseDifference(
  both: Both,
  map: Readonly<Record<Slug, Slug>>,
  former: Phase | undefined,
  phase: Phase,
): PhaseDifference {
  const { from, to } = both;
  const { id, title } = phase;
  if (!former) return { fate: 'added', from: null, to: id, title, changes: [] };
  const isKept = former.id === id && former.title === title;
  const planned: Change[] = same(former.planned, phase.planned)
    ? []
    : [{ what: 'planned', from: [former.planned], to: [phase.planned] }];
  // Prerequisites are compared by the titles of the new plan, so that a renamed phase is no difference.
  const before = phaseFields(from, former, (one) => to.phases.get(map[one] ?? '')?.title);
  return {
    fate: isKept ? 'kept' : 'renamed',
    from: former.id,
    to: id,
    title,
    changes: [
      ...changesBetween(before, phaseFields(to, phase)),
      ...planned,
      ...gateChanges(both, former.gate, phase.gate),
    ],
  };
}

/** A gate that comes or goes is one change; one that stays has its terms compared. */
function gateChanges({ from, to, say }: Both, former: Gate | null, gate: Gate | null): Change[] {
  if (former && gate) return changesBetween(gateFields(from, former, say), gateFields(to, gate, say));
  return changesBetween(former ? { gate: [former.title] } : {}, gate ? { gate: [gate.title] } : {});
}

type ComparedFields = Partial<Record<Compared, readonly string[]>>;

function changesBetween(from: ComparedFields, to: ComparedFields): Change[] {
  const terms = [...new Set([...Object.keys(from), ...Object.keys(to)])] as Compared[]; // the names of what is told
  return terms.flatMap((what) => {
    const [was, is] = [from[what] ?? [], to[what] ?? []];
    return same(was, is) ? [] : [{ what, from: was, to: is }];
  });
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

const maybe = (value: unknown): string[] => (value === null || value === undefined ? [] : [value].flat().map(String));

/** What is said of the terms of a table, under their names. */
const termFields = <F extends Terms>(
  table: F,
  said: Readonly<Partial<Record<keyof F, unknown>>>,
  called: Titles = {},
): Record<keyof F, string[]> =>
  Object.fromEntries(
    Object.entries(table).map(([name, { of, line }]) => [
      name,
      line
        ? [said[name] ?? []].flat().map((one) => line(one as never)) // its own
        : maybe(said[name]).map((id) => (of && called[of]?.(id)) ?? id),
    ]),
  ) as Record<keyof F, string[]>; // by the same names

/** How what is named in a term is called, where it is there. */
type Titles = Partial<Record<NonNullable<Term['of']>, (id: Slug) => string | undefined>>;

function planFields({ workflow, bodies }: Plan) {
  const { title, source, goal, notBefore, parties, outside = {} } = workflow;
  return {
    title: [title],
    source: [source],
    goal: maybe(goal),
    notBefore: maybe(notBefore),
    parties: parties.map((party) => party.title),
    bodies: [...bodies.values()].map((body) => body.title),
    outside: Object.values(outside).map((fact) => fact.title),
  };
}

function phaseFields(plan: Plan, phase: Phase, called: (id: Slug) => string | undefined = () => undefined) {
  const titles: Titles = {
    phase: (id) => called(id) ?? plan.phases.get(id)?.title,
    fact: (id) => plan.workflow.outside?.[id]?.title,
  };
  const { branch, recurs } = phase;
  const options = plan.gates.get(branch?.gate ?? '')?.options ?? [];
  return {
    title: [phase.title],
    ...termFields(phaseTerms, phase, titles),
    visits: bodiesNamed(plan, phase.visits),
    branch: branch ? [options.find(({ id }) => id === branch.option)?.title ?? branch.option] : [],
    recurs: recurs ? [...Object.entries(recurs.every).flat().map(String), ...maybe(recurs.until)] : [],
    goals: (recurs?.goals ?? []).map(({ title }) => title),
  };
}

function gateFields(plan: Plan, gate: Gate, say: SayRule) {
  const { rule, electorate, mandates = [] } = gate;
  const { splits, kinds, ...others } = termFields(gateTerms, gate); // these two are told sooner
  return {
    gate: [gate.title],
    questions: gate.questions.map(({ text }) => text),
    verb: [gate.verb],
    options: gate.options.map(({ title }) => title),
    consequences: gate.options.flatMap(({ title, consequence }) => (consequence ? [`${title}: ${consequence}`] : [])),
    chosenBy: gate.options.length > 0 ? [gate.poll ? 'bodies' : 'submission'] : [],
    splits,
    kinds,
    electorate: bodiesNamed(plan, electorate),
    ruledBy: bodiesNamed(plan, [gate.ruledBy]),
    rule: [say(rule, scopeAt(plan.workflow, electorate, plan.rules), asksOf(gate, rule, plan.rules))],
    assumed: isAssumed(rule) ? [rule.why] : [],
    ...others,
    mandates: mandates.map(({ body, source }) => `${titleOf(plan, body)}: ${source}`),
  };
}

/** A whole group by its name and size, else each body by its title. */
function bodiesNamed({ workflow, bodies }: Plan, list: readonly BodyId[]): string[] {
  const group = Object.values(workflow.groups).find((one) => same([...one.bodies].sort(), [...list].sort()));
  if (group && list.length > 1) return [`${list.length} ${group.noun.many}`];
  return list.map((body) => titleOf({ bodies }, body));
}
