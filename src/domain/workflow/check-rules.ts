// Whether a rule fits an electorate, and can come to a go and to a no-go there.
import type { RuleFault } from '../rule-faults.js';
import type { Position, Rule, RuleCatalogue, Scope } from '../rule.js';
import type { BodyId, Outcome, Side } from '../vocabulary.js';
import { scopeAt, silent } from './scope.js';
import type { Workflow } from './workflow.js';

/**
 * So often one rule looks at one body at most, over all ways to decide that are tried: a second or so. Beyond that a
 * rule is not proven, and refused.
 */
const looksMax = 1_000_000;

const sides: Side[] = ['for', 'against'];

type Stand = Omit<Position, 'body'>;

/**
 * What is wrong with a rule for these bodies. A monotone rule reaches both outcomes exactly
 * when its two corners do: everyone for, everyone against. Of the others every way to decide is tried that makes a
 * difference: bodies that no rule in it tells apart take each other's place.
 */
export function reachFaults(
  workflow: Workflow,
  electorate: readonly BodyId[],
  rules: RuleCatalogue,
  rule: Rule,
  options: readonly string[] = [],
): RuleFault[] {
  const at = (standOf: (body: BodyId) => Stand): Scope => scopeAt(workflow, electorate, rules, standOf);
  const faults = at(() => silent).faults(rule);
  if (faults.length > 0) return faults;
  const parts = everyRule(rule);
  const stands = standsOf(options);
  const found = new Set<Outcome>(stands.map((stand) => at(() => stand).explain(rule).outcome));
  const isMonotone = options.length === 0 && parts.every((one) => rules.get(one.rule)?.monotone);
  if (!isMonotone && !hasBoth(found)) {
    const alike = classesOf(workflow, electorate, rules, parts);
    const ways = alike.reduce((product, { length }) => product * waysOf(length, stands.length), 1);
    if (ways * parts.length * electorate.length > looksMax) return [{ code: 'not-proven' }];
    for (const way of everyWay(alike, stands)) {
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

const standsOf = (options: readonly string[]): Stand[] =>
  options.length === 0
    ? sides.map((side) => ({ ...silent, side }))
    : [...options.map((option) => ({ ...silent, side: 'for' as const, option })), { ...silent, side: 'against' }];

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
    const name = tellsApart.map((tell) => tell(body)).join(' ');
    classes.set(name, [...(classes.get(name) ?? []), body]);
  }
  return [...classes.values()];
}

/** In how many ways so many bodies that are alike can be divided over so many stands. */
function waysOf(bodies: number, stands: number): number {
  let ways = 1;
  for (let i = 1; i < stands; i++) ways = (ways * (bodies + i)) / i;
  return ways;
}

function* everyWay([first, ...others]: readonly BodyId[][], stands: readonly Stand[]): Generator<Map<BodyId, Stand>> {
  if (!first) yield new Map();
  else
    for (const rest of everyWay(others, stands))
      for (const way of divided(first, stands)) yield new Map([...rest, ...way]);
}

/** Bodies that are alike over the stands: how many take each, never which. */
function* divided(bodies: readonly BodyId[], [first, ...others]: readonly Stand[]): Generator<[BodyId, Stand][]> {
  if (!first) {
    yield [];
    return;
  }
  for (let n = others.length === 0 ? bodies.length : 0; n <= bodies.length; n++)
    for (const rest of divided(bodies.slice(n), others))
      yield [...bodies.slice(0, n).map((body): [BodyId, Stand] => [body, first]), ...rest];
}
