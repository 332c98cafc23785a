// Whether a rule fits an electorate, and can come to a go and to a no-go there.
import type { Position, Rule, RuleCatalogue, Scope } from '../rule.js';
import type { BodyId, Outcome, Side } from '../vocabulary.js';
import { scopeAt, silent } from './scope.js';
import type { Workflow } from './workflow.js';

/** So many ways in which all can decide are tried at most; beyond that a rule is not proven, and refused. */
const waysMax = 1_000_000;

const sides: Side[] = ['for', 'against'];

/**
 * What is wrong with a rule for these bodies, each with its cure in Dutch. A monotone rule reaches both outcomes exactly
 * when its two corners do: everyone for, everyone against. Of the others every way to decide is tried.
 */
export function reachFaults(
  workflow: Workflow,
  electorate: readonly BodyId[],
  rules: RuleCatalogue,
  rule: Rule,
  options: readonly string[] = [],
): string[] {
  const at = (standOf: (body: BodyId) => Omit<Position, 'body'>): Scope =>
    scopeAt(workflow, electorate, rules, standOf);
  const faults = at(() => silent).faults(rule);
  if (faults.length > 0) return faults;
  const stands = standsOf(options);
  const isMonotone = everyRule(rule).every((one) => rules.get(one.rule)?.monotone);
  if (isMonotone && options.length === 0) {
    const corner = (side: Side): Outcome => at(() => ({ ...silent, side })).explain(rule).outcome;
    return faultsOf(corner('for') === 'go', corner('against') === 'no-go', rule, rules);
  }
  if (stands.length ** electorate.length > waysMax) return uniform(at, rule, rules, stands);
  const found = new Set<Outcome>();
  for (const way of ways(electorate.length, stands)) {
    const byBody = new Map(electorate.map((body, i) => [body, way[i] ?? silent]));
    found.add(at((body) => byBody.get(body) ?? silent).explain(rule).outcome);
    if (found.has('go') && found.has('no-go')) break;
  }
  return faultsOf(found.has('go'), found.has('no-go'), rule, rules);
}

const standsOf = (options: readonly string[]): Omit<Position, 'body'>[] =>
  options.length === 0
    ? sides.map((side) => ({ ...silent, side }))
    : [...options.map((option) => ({ ...silent, side: 'for' as const, option })), { ...silent, side: 'against' }];

/** A rule and all rules in it. */
export function everyRule(rule: Rule): Rule[] {
  const { inner, rules = [] } = rule as Rule & { inner?: Rule; rules?: Rule[] }; // as composites hold their parts
  return [rule, ...(inner ? everyRule(inner) : []), ...rules.flatMap(everyRule)];
}

function* ways<T>(size: number, among: readonly T[]): Generator<T[]> {
  if (size === 0) yield [];
  else for (const rest of ways(size - 1, among)) for (const one of among) yield [...rest, one];
}

/** Too many ways to try: it is enough to find both outcomes with everyone standing alike. */
function uniform(
  at: (standOf: () => Omit<Position, 'body'>) => Scope,
  rule: Rule,
  rules: RuleCatalogue,
  stands: readonly Omit<Position, 'body'>[],
): string[] {
  const found = new Set(stands.map((stand) => at(() => stand).explain(rule).outcome));
  const faults = faultsOf(found.has('go'), found.has('no-go'), rule, rules);
  return faults.length === 0
    ? []
    : [`niet bewezen dat het tot go en tot no-go kan komen: meer dan ${waysMax} manieren; vereenvoudig de regel`];
}

function faultsOf(go: boolean, noGo: boolean, rule: Rule, rules: RuleCatalogue): string[] {
  const advisory = everyRule(rule).some((one) => rules.get(one.rule)?.advisory);
  return [
    ...(go ? [] : ['met ieder akkoord wordt het geen go']),
    ...(noGo || advisory ? [] : ['met niemand akkoord wordt het geen no-go']),
  ];
}
