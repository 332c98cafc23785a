// What one plan says otherwise than another: phase by phase, term by term, as data. Words come at the edge.
import type { Window } from '../calendar.js';
import type { Rule, Scope } from '../rule.js';
import { isAssumed } from '../rules/assumed.js';
import type { BodyId, Slug } from '../vocabulary.js';
import { titleOf, type Plan } from './plan.js';
import { scopeAt } from './scope.js';
import type { Gate, Phase } from './workflow.js';

/** Terms of which each side is a list: titles, texts, or the codes of the vocabulary. */
export type Term =
  | 'title'
  | 'source'
  | 'goal'
  | 'not-before'
  | 'parties'
  | 'bodies'
  | 'outside'
  | 'starts-after'
  | 'gate-after'
  | 'waits-for'
  | 'gate-waits-for'
  | 'visits'
  | 'branch'
  | 'recurs'
  | 'goals'
  | 'gate'
  | 'questions'
  | 'verb'
  | 'options'
  | 'consequences'
  | 'chosen-by'
  | 'splits'
  | 'kinds'
  | 'electorate'
  | 'ruled-by'
  | 'rule'
  | 'assumed'
  | 'unconfirmed'
  | 'after-ruling'
  | 'completion'
  | 'weeks'
  | 'enacts'
  | 'mandates';

export type Change =
  | { what: Term; from: readonly string[]; to: readonly string[] }
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

/** A rule as it is said over a ground: what is said the same is no difference. */
export type SayRule = (rule: Rule, over: Scope) => string;

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
    changes: changed(planTerms(from), planTerms(to)),
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
interface Compared {
  from: Plan;
  to: Plan;
  say: SayRule;
}

function phaseDifference(
  compared: Compared,
  map: Readonly<Record<Slug, Slug>>,
  former: Phase | undefined,
  phase: Phase,
): PhaseDifference {
  const { from, to } = compared;
  const { id, title } = phase;
  if (!former) return { fate: 'added', from: null, to: id, title, changes: [] };
  const isKept = former.id === id && former.title === title;
  const planned: Change[] = same(former.planned, phase.planned)
    ? []
    : [{ what: 'planned', from: [former.planned], to: [phase.planned] }];
  // Prerequisites are the same when they are the same phases, under whatever name.
  const before = phaseTerms(from, former, (one) => to.phases.get(map[one] ?? '')?.title);
  return {
    fate: isKept ? 'kept' : 'renamed',
    from: former.id,
    to: id,
    title,
    changes: [...changed(before, phaseTerms(to, phase)), ...planned, ...gateChanges(compared, former.gate, phase.gate)],
  };
}

/** A gate that comes or goes is one change; one that stays has its terms compared. */
function gateChanges({ from, to, say }: Compared, former: Gate | null, gate: Gate | null): Change[] {
  if (former && gate) return changed(gateTerms(from, former, say), gateTerms(to, gate, say));
  return changed(former ? { gate: [former.title] } : {}, gate ? { gate: [gate.title] } : {});
}

type Terms = Partial<Record<Term, readonly string[]>>;

function changed(from: Terms, to: Terms): Change[] {
  const terms = [...new Set([...Object.keys(from), ...Object.keys(to)])] as Term[]; // the names of terms
  return terms.flatMap((what) => {
    const [was, is] = [from[what] ?? [], to[what] ?? []];
    return same(was, is) ? [] : [{ what, from: was, to: is }];
  });
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

const maybe = (value: string | number | null | undefined): string[] =>
  value === null || value === undefined ? [] : [String(value)];

function planTerms({ workflow, bodies }: Plan): Terms {
  const { title, source, goal, notBefore, parties, outside = {} } = workflow;
  return {
    title: [title],
    source: [source],
    goal: maybe(goal),
    'not-before': maybe(notBefore),
    parties: parties.map((party) => party.title),
    bodies: [...bodies.values()].map((body) => body.title),
    outside: Object.values(outside).map((fact) => fact.title),
  };
}

function phaseTerms(plan: Plan, phase: Phase, called: (id: Slug) => string | undefined = () => undefined): Terms {
  const titles = (ids: readonly Slug[] = []): string[] =>
    ids.map((id) => called(id) ?? plan.phases.get(id)?.title ?? id);
  const facts = (ids: readonly Slug[] = []): string[] => ids.map((id) => plan.workflow.outside?.[id]?.title ?? id);
  const { branch, recurs } = phase;
  const options = plan.gates.get(branch?.gate ?? '')?.options ?? [];
  return {
    title: [phase.title],
    'starts-after': titles(phase.startsAfter),
    'gate-after': titles(phase.gateAfter),
    'waits-for': facts(phase.waitsFor),
    'gate-waits-for': facts(phase.gateWaitsFor),
    visits: named(plan, phase.visits),
    branch: branch ? [options.find(({ id }) => id === branch.option)?.title ?? branch.option] : [],
    recurs: recurs ? [...Object.entries(recurs.every).flat().map(String), ...maybe(recurs.until)] : [],
    goals: (recurs?.goals ?? []).map(({ title }) => title),
  };
}

function gateTerms(plan: Plan, gate: Gate, say: SayRule): Terms {
  const { rule, electorate, mandates = [] } = gate;
  return {
    gate: [gate.title],
    questions: gate.questions.map(({ text }) => text),
    verb: [gate.verb],
    options: gate.options.map(({ title }) => title),
    consequences: gate.options.flatMap(({ title, consequence }) => (consequence ? [`${title}: ${consequence}`] : [])),
    'chosen-by': gate.options.length > 0 ? [gate.poll ? 'bodies' : 'submission'] : [],
    splits: gate.splits ? ['yes'] : [],
    kinds: gate.kinds,
    electorate: named(plan, electorate),
    'ruled-by': named(plan, [gate.ruledBy]),
    rule: [say(rule, scopeAt(plan.workflow, electorate, plan.rules))],
    assumed: isAssumed(rule) ? [rule.why] : [],
    unconfirmed: [gate.unconfirmed],
    'after-ruling': [gate.afterRuling],
    completion: maybe(gate.completion),
    weeks: maybe(gate.weeksFromReceipt),
    enacts: gate.enacts ? ['yes'] : [],
    mandates: mandates.map(({ body, source }) => `${titleOf(plan, body)}: ${source}`),
  };
}

/** A whole group by its name and size, else each body by its title. */
function named({ workflow, bodies }: Plan, list: readonly BodyId[]): string[] {
  const group = Object.values(workflow.groups).find((one) => same([...one.bodies].sort(), [...list].sort()));
  if (group && list.length > 1) return [`${list.length} ${group.noun.many}`];
  return list.map((body) => titleOf({ bodies }, body));
}
