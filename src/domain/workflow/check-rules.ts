// Whether a rule fits an electorate, and can come to a go and to a no-go there.
import type { RuleFault } from '../rule-faults.js';
import { everyRule, type Rule, type RuleCatalogue } from '../rule.js';
import { nearest } from '../nearest.js';
import { isChoice } from '../rules/chosen-option.js';
import { looksAtQuestions } from '../rules/on-questions.js';
import {
  decisionKinds,
  kindOfDecision,
  sideOf,
  type BodyId,
  type DecisionKind,
  type Outcome,
  type Side,
  type Slug,
} from '../vocabulary.js';
import { scopeAt, silent, type Stance } from './scope.js';
import type { Gate, Question, Workflow } from './workflow.js';

/**
 * How often a rule may look at a body over all ways to decide that are tried: about a second of work. A rule that needs
 * more is refused as not proven.
 */
const looksMax = 1_000_000;

/** What of a gate says in which ways a body may decide. */
type Asked = Pick<Gate, 'kinds' | 'poll' | 'options'> & { questions?: readonly Pick<Question, 'id'>[] };

/** On a poll the options; nothing where there is nothing to choose. */
const choicesAt = ({ poll, options }: Asked) => (poll ? options.map(({ id }) => id) : []);

/**
 * What is wrong with a rule for these bodies. That it comes to a go and to a no-go is proven over the kinds of decision that
 * its gate takes; where it does not, and one more kind would make it so, that one is named.
 */
export function reachFaults(
  workflow: Workflow,
  electorate: readonly BodyId[],
  rules: RuleCatalogue,
  rule: Rule,
  asked: Asked,
): RuleFault[] {
  const faults = scopeAt(workflow, electorate, rules).faults(rule);
  if (faults.length > 0) return faults;
  const strange = [...choiceFaults(asked, rule), ...questionFaults(asked.questions ?? [], rule)];
  if (strange.length > 0) return strange;
  const reached = outcomesOf({ workflow, electorate, rules, rule, asked });
  if (!reached) return [{ code: 'not-proven' }];
  const isAdvisory = everyRule(rule).some((one) => rules.get(one.rule)?.advisory);
  const lacking = (outcome: Outcome) => kindsFor(outcome, { workflow, electorate, rules, rule, asked });
  return [
    ...(reached.has('go') ? [] : [{ code: 'never-go', ...lacking('go') } as const]),
    ...(reached.has('no-go') || isAdvisory ? [] : [{ code: 'never-no-go', ...lacking('no-go') } as const]),
  ];
}

/** A rule over these bodies at a gate that asks them so. */
interface Tried {
  workflow: Workflow;
  electorate: readonly BodyId[];
  rules: RuleCatalogue;
  rule: Rule;
  asked: Asked;
}

/**
 * What the rule comes to over all ways to decide that make a difference; null where there are too many. A monotone rule
 * reaches both outcomes exactly when its corners do: everyone for, everyone as far from it as the gate takes, and everyone
 * silent past the term. Of the others every way is tried: bodies that no rule in it tells apart take each other's place.
 */
function outcomesOf({ workflow, electorate, rules, rule, asked }: Tried): ReadonlySet<Outcome> | null {
  const comesTo = (stanceOf: (body: BodyId) => Stance): Outcome =>
    scopeAt(workflow, electorate, rules, stanceOf).explain(rule).outcome;
  const parts = everyRule(rule);
  const sides = sidesOf(asked);
  const alike = [...sides.flatMap((side) => stancesOn(side, asked)), { ...silent, lapsed: true }];
  const found = new Set<Outcome>(alike.map((stance) => comesTo(() => stance)));
  const isMonotone = choicesAt(asked).length === 0 && parts.every((one) => rules.get(one.rule)?.monotone);
  if (isMonotone || hasBoth(found)) return found;
  const stances = apart(sides, asked, parts);
  const classes = classesOf(workflow, electorate, rules, parts);
  const ways = classes.reduce((product, { length }) => product * waysOf(length, stances.length), 1);
  if (ways * parts.length * electorate.length > looksMax) return null;
  for (const way of everyWay(classes, stances)) {
    found.add(comesTo((body) => way.get(body) ?? silent));
    if (hasBoth(found)) break;
  }
  return found;
}

const hasBoth = (found: ReadonlySet<Outcome>): boolean => found.has('go') && found.has('no-go');

const decidingSides: readonly Side[] = ['for', 'against', 'abstained'];

/** On which sides a decision can be that the gate takes. */
const sidesOf = ({ kinds }: Pick<Asked, 'kinds'>): Side[] =>
  decidingSides.filter((side) => kinds.some((kind) => kindOfDecision(kind).side === side));

/** The kinds of which none is taken, while one of them would bring the outcome within reach. */
function kindsFor(outcome: Outcome, tried: Tried): { lacking?: readonly DecisionKind[] } {
  const { asked } = tried;
  const offered = sidesOf(asked);
  for (const side of decidingSides.filter((one) => !offered.includes(one))) {
    const kinds = decisionKinds.filter((kind) => kindOfDecision(kind).side === side);
    const reached = outcomesOf({ ...tried, asked: { ...asked, kinds: [...asked.kinds, ...kinds] } });
    if (reached?.has(outcome)) return { lacking: kinds };
  }
  return {};
}

/** To be on a side; on a poll, of who is for the whole or for a part of it, with each of its options. */
function stancesOn(side: Side, asked: Asked, isFor = side === 'for'): Stance[] {
  const choices = isFor ? choicesAt(asked) : [];
  return (choices.length === 0 ? [null] : choices).map((option) => ({ ...silent, side, option }));
}

/** Where rules look at questions apart, every way to answer them; questions that no rule tells apart go together. */
function apart(sides: readonly Side[], asked: Asked, parts: readonly Rule[]): Stance[] {
  const looking = parts.filter(looksAtQuestions);
  if (looking.length === 0) return sides.flatMap((side) => stancesOn(side, asked));
  const kinds = new Map<string, Slug[]>();
  for (const { id } of asked.questions ?? []) {
    const name = looking.map(({ questions }) => questions.includes(id)).join(' ');
    kinds.set(name, [...(kinds.get(name) ?? []), id]);
  }
  let answers: Record<Slug, Side>[] = [{}];
  for (const questions of kinds.values())
    answers = answers.flatMap((before) =>
      sides.map((side) => ({ ...before, ...Object.fromEntries(questions.map((one) => [one, side])) })),
    );
  return answers.flatMap((each) => {
    const given = Object.values(each);
    return stancesOn(sideOf(given), asked, given.includes('for')).map((stance) => ({ ...stance, answers: each }));
  });
}

/** A choice is between the possibilities of the gate, under their own titles: nobody can choose another one. */
function choiceFaults({ options }: Asked, rule: Rule): RuleFault[] {
  const named = (list: readonly { id: Slug; title: string }[]) => list.map(({ id, title }) => `${id} ${title}`).sort();
  const own = named(options).join('\n');
  const differs = everyRule(rule).some((one) => isChoice(one) && named(one.options).join('\n') !== own);
  return differs ? [{ code: 'other-options', options: options.map(({ id, title }) => ({ id, title })) }] : [];
}

/** A rule looks at questions that are put. */
export function questionFaults(put: readonly Pick<Question, 'id'>[], rule: Rule): RuleFault[] {
  const known = put.map(({ id }) => id);
  const named = new Set(everyRule(rule).flatMap((one) => (looksAtQuestions(one) ? one.questions : [])));
  return [...named].flatMap((question): RuleFault[] => {
    if (known.includes(question)) return [];
    const meant = nearest(question, known);
    return [{ code: 'no-such-question', question, ...(meant !== undefined && { nearest: meant }), questions: known }];
  });
}

/** The bodies in classes: alike are those that are in the same groups of the rule, with the same weights. */
function classesOf(
  { groups }: Workflow,
  electorate: readonly BodyId[],
  rules: RuleCatalogue,
  parts: readonly Rule[],
): BodyId[][] {
  const tellsApart = parts.flatMap((part) =>
    Object.entries(rules.get(part.rule)?.takes ?? {}).flatMap(([name, what]) => {
      const given = (part as Rule & Record<string, unknown>)[name]; // spelled as its kind takes it
      if (what === 'group') return [(body: BodyId) => String(groups[String(given)]?.bodies.includes(body))];
      if (what === 'weights') return [(body: BodyId) => (given as Record<BodyId, string>)[body] ?? ''];
      return [];
    }),
  );
  const classes = new Map<string, BodyId[]>();
  for (const body of electorate) {
    const name = tellsApart.map((classOf) => classOf(body)).join(' ');
    classes.set(name, [...(classes.get(name) ?? []), body]);
  }
  return [...classes.values()];
}

/** In how many ways so many bodies that are alike can be divided over so many stances. */
function waysOf(bodies: number, stances: number): number {
  let ways = 1;
  for (let i = 1; i < stances; i++) ways = (ways * (bodies + i)) / i;
  return ways;
}

function* everyWay(
  [first, ...others]: readonly BodyId[][],
  stances: readonly Stance[],
): Generator<Map<BodyId, Stance>> {
  if (!first) yield new Map();
  else
    for (const rest of everyWay(others, stances))
      for (const way of divided(first, stances)) yield new Map([...rest, ...way]);
}

/** Bodies that are alike over the stances: how many take each, never which. */
function* divided(bodies: readonly BodyId[], [first, ...others]: readonly Stance[]): Generator<[BodyId, Stance][]> {
  if (!first) {
    yield [];
    return;
  }
  for (let n = others.length === 0 ? bodies.length : 0; n <= bodies.length; n++)
    for (const rest of divided(bodies.slice(n), others))
      yield [...bodies.slice(0, n).map((body): [BodyId, Stance] => [body, first]), ...rest];
}
