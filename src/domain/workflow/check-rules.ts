// Whether a rule fits an electorate, and can come to a go and to a no-go there.
import type { RuleFault } from '../rule-faults.js';
import type { Rule, RuleCatalogue, Scope } from '../rule.js';
import { kindOfDecision, type BodyId, type Outcome, type Side } from '../vocabulary.js';
import { scopeAt, silent, type Stance } from './scope.js';
import type { Gate, Workflow } from './workflow.js';

/**
 * How often a rule may look at a body over all ways to decide that are tried: about a second of work. A rule that needs
 * more is refused as not proven.
 */
const looksMax = 1_000_000;

/** What of a gate says in which ways a body may decide. */
type Asked = Pick<Gate, 'kinds' | 'poll' | 'options'>;

/** On a poll the options; nothing where there is nothing to choose. */
const choicesAt = ({ poll, options }: Asked) => (poll ? options.map(({ id }) => id) : []);

/**
 * What is wrong with a rule for these bodies. A monotone rule reaches both outcomes exactly when its two corners do:
 * everyone for, everyone against; who abstains takes it no lower than who is against. Of the others every way to decide
 * is tried that makes a difference: bodies that no rule in it tells apart take each other's place.
 */
export function reachFaults(
  workflow: Workflow,
  electorate: readonly BodyId[],
  rules: RuleCatalogue,
  rule: Rule,
  asked: Asked,
): RuleFault[] {
  const at = (stanceOf: (body: BodyId) => Stance): Scope => scopeAt(workflow, electorate, rules, stanceOf);
  const faults = at(() => silent).faults(rule);
  if (faults.length > 0) return faults;
  const parts = everyRule(rule);
  const stances = stancesOf(asked);
  const found = new Set<Outcome>(stances.map((stance) => at(() => stance).explain(rule).outcome));
  const isMonotone = choicesAt(asked).length === 0 && parts.every((one) => rules.get(one.rule)?.monotone);
  if (!isMonotone && !hasBoth(found)) {
    const alike = classesOf(workflow, electorate, rules, parts);
    const ways = alike.reduce((product, { length }) => product * waysOf(length, stances.length), 1);
    if (ways * parts.length * electorate.length > looksMax) return [{ code: 'not-proven' }];
    for (const way of everyWay(alike, stances)) {
      found.add(at((body) => way.get(body) ?? silent).explain(rule).outcome);
      if (hasBoth(found)) break;
    }
  }
  const advisory = parts.some((one) => rules.get(one.rule)?.advisory);
  return [
    ...(found.has('go') ? [] : [{ code: 'never-go' } as const]),
    ...(found.has('no-go') || advisory ? [] : [{ code: 'never-no-go' } as const]),
  ];
}

const hasBoth = (found: ReadonlySet<Outcome>): boolean => found.has('go') && found.has('no-go');

/** Every way to decide: for, or on a poll for one of its options; against; and abstaining where the gate takes that. */
function stancesOf(asked: Asked): Stance[] {
  const mayAbstain = asked.kinds.some((kind) => kindOfDecision(kind).side === 'abstained');
  const others: Side[] = mayAbstain ? ['against', 'abstained'] : ['against'];
  const choices = choicesAt(asked);
  return [
    ...(choices.length === 0 ? [null] : choices).map((option) => ({ ...silent, side: 'for' as const, option })),
    ...others.map((side) => ({ ...silent, side })),
  ];
}

/** A rule and all rules in it. */
export function everyRule(rule: Rule): Rule[] {
  const { inner, rules = [] } = rule as Rule & { inner?: Rule; rules?: Rule[] }; // as composites hold their parts
  return [rule, ...(inner ? everyRule(inner) : []), ...rules.flatMap(everyRule)];
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
