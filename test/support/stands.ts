// A rule on its own: bodies b0, b1 … that stand as a row of signs says, and what the rule makes of them.
import { loadRules } from '../../src/app/plan-catalogue.js';
import { explained, scopeOf, type Explanation, type Position, type Rule, type Scope } from '../../src/domain/rule.js';
import { clauseOf } from '../../src/wording/gates/rules.js';

export const rules = await loadRules();

/**
 * `+` for, `a` or `b` for that option, `-` against, `o` abstained, `?` undecided, `.` silent; past its term `!` against,
 * `O` abstained, `~` silent.
 */
const signs: Record<string, Omit<Position, 'body'>> = {
  '+': { side: 'for', option: null, lapsed: false },
  a: { side: 'for', option: 'a', lapsed: false },
  b: { side: 'for', option: 'b', lapsed: false },
  '-': { side: 'against', option: null, lapsed: false },
  o: { side: 'abstained', option: null, lapsed: false },
  O: { side: 'abstained', option: null, lapsed: true },
  '?': { side: 'undecided', option: null, lapsed: false },
  '.': { side: 'silent', option: null, lapsed: false },
  '!': { side: 'against', option: null, lapsed: true },
  '~': { side: 'silent', option: null, lapsed: true },
};

export function positionsOf(row: string): Position[] {
  return row.split('').map((sign, i) => {
    const stand = signs[sign];
    if (!stand) throw new Error(`no stand is written as "${sign}"`);
    return { body: `b${i}`, ...stand };
  });
}

const nouns: Record<string, { one: string; many: string }> = {
  bodies: { one: 'college', many: 'colleges' },
  some: { one: 'raad', many: 'raden' },
};

/** The groups: `bodies` are all of them, `some` the first half. Any other group has nobody. */
export function scope(row: string): Scope {
  const all = positionsOf(row);
  const groups: Record<string, Position[]> = { bodies: all, some: all.slice(0, Math.ceil(all.length / 2)) };
  return scopeOf(rules, {
    positions: (group) => groups[group] ?? [],
    noun: (group) => nouns[group] ?? { one: group, many: group },
  });
}

export const explain = (rule: Rule, row: string): Explanation => explained(scope(row).explain(rule));

/**
 * What a rule makes of a row, as a row of texts: the outcome (with `?` while it is not certain), the clause, and then,
 * as their numbers, the bodies that make it so, those that are decisive and those that can still change it.
 */
export function found(rule: Rule, row: string): string[] {
  const explanation = explain(rule, row);
  const { outcome, certain, because, decisive, canChange } = explanation;
  const numbers = (bodies: string[]) => [...bodies.map((body) => body.slice(1))].sort().join(' ');
  return [
    certain ? outcome : `${outcome}?`,
    clauseOf(explanation, nouns),
    numbers(because),
    numbers(decisive),
    numbers(canChange),
  ];
}
