// Weighted: the bodies that are for together carry enough weight, such as inhabitants: of all weight, or of that of the
// votes that were cast. Exact: weights are decimals written as text, counted in whole units; nothing is ever rounded.
import { day, title, url } from '../facts/values.js';
import { bearing, emptyFaults, standpointOf, tallied, type Fraction, type Tallied } from '../counting.js';
import { defineRule, everyRule, isUnspoken, type Finding, type Position, type Rule } from '../rule.js';
import type { RuleFault } from '../rule-faults.js';
import type { BodyId, Day, Slug } from '../vocabulary.js';
import {
  amongAll,
  amongDecided,
  bearersAmongDecided,
  partFaults,
  sufficing,
  type Among,
  type Least,
} from '../votes-cast.js';
import { Differences } from '../without.js';

export interface Weighted extends Rule, Fraction {
  rule: 'weighted';
  of: Slug;
  least: Least;
  /** Of whose weight the part is taken; of all where it is left out. */
  among?: Among;
  /** The weight of every body of the group, `"68835"` or `"12.5"`. */
  weights: Readonly<Record<BodyId, string>>;
  /** What the weights are, as it is said: `inwoners`. */
  unit: string;
  /** Where the weights stand, and of which day they are. */
  source?: WeightSource;
}

/** A table of weights that changes by the day: it is cited by its title and by the day of which it is. */
export interface WeightSource {
  title: string;
  url?: string;
  on: Day;
}

/** `weighted('colleges', '2/3' …)`: bodies for must carry at least, or more than, that part of all weight. */
export const weighted = (of: Slug, terms: Omit<Weighted, 'rule' | 'of'>): Weighted => ({
  rule: 'weighted',
  of,
  ...terms,
});

export const isWeighted = (rule: Rule): rule is Weighted => rule.rule === 'weighted';

/** Each source once of which weights are taken somewhere in a rule. */
export function sourcesIn(rule: Rule): WeightSource[] {
  const named = everyRule(rule).flatMap((one) => (isWeighted(one) && one.source ? [one.source] : []));
  return [...new Map(named.map((one) => [[one.title, one.url, one.on].join('\n'), one])).values()];
}

export interface WeightedFigures extends Tallied, Fraction, Pick<Weighted, 'least' | 'unit' | 'source'> {
  /** The weight of those that are for, and of all, written as weights are. */
  own: string;
  total: string;
  /** That of those that are for or against, where the part is taken of it. */
  cast?: string;
}

const decimal = /^(0|[1-9]\d{0,14})(\.\d{1,9})?$/;
/** Weights are counted in units of one billionth, the finest that a weight is written in. */
const unitDigits = 9;

function unitsOf(weight: string): bigint {
  const [whole = '0', part = ''] = weight.split('.');
  return BigInt(whole + part.padEnd(unitDigits, '0'));
}

/** A weight from its units, as it is written: without zeros at the end. */
function written(units: bigint): string {
  const text = units.toString().padStart(unitDigits + 1, '0');
  const part = text.slice(-unitDigits).replace(/0+$/, '');
  const whole = text.slice(0, -unitDigits);
  return part === '' ? whole : `${whole}.${part}`;
}

/** Of these together; null where one of them is no weight. */
export const addedUp = (weights: readonly string[]): string | null =>
  weights.every((weight) => decimal.test(weight))
    ? written(weights.reduce((sum, weight) => sum + unitsOf(weight), 0n))
    : null;

/** What in a source is no title, address or day. */
const sourceFaults = (source: WeightSource): RuleFault[] =>
  [
    { field: 'title', wrong: title.judge(source.title) },
    { field: 'url', wrong: source.url === undefined ? [] : url.judge(source.url) },
    { field: 'on', wrong: day.judge(source.on) },
  ].flatMap(({ field, wrong }) => (wrong.length > 0 ? [{ code: 'bad-source', field } as const] : []));

/** A rule never changes, so its weights are read once. */
const read = new WeakMap<Weighted['weights'], ReadonlyMap<BodyId, bigint>>();

function unitsIn(weights: Weighted['weights']): ReadonlyMap<BodyId, bigint> {
  const known = read.get(weights);
  if (known) return known;
  const units = new Map(Object.entries(weights).map(([body, weight]) => [body, unitsOf(weight)]));
  read.set(weights, units);
  return units;
}

/** How the bodies of a group weigh, and what weight stands where. */
function weighed({ weights }: Weighted, positions: readonly Position[]) {
  const units = unitsIn(weights);
  const of = ({ body }: Position): bigint => units.get(body) ?? 0n;
  const amounts = { for: 0n, against: 0n, abstained: 0n, pending: 0n, lapsed: 0n };
  for (const one of positions) amounts[standpointOf(one)] += of(one);
  return { of, amounts };
}

function explain(rule: Weighted, positions: readonly Position[]): Omit<Finding, 'rule' | 'parts' | 'figures'> {
  const { of, amounts } = weighed(rule, positions);
  const suffices = sufficing(rule, rule.least);
  const [judge, bearers] =
    rule.among === 'decided' ? [amongDecided, bearersAmongDecided(amounts, suffices)] : [amongAll, bearing];
  const { outcome, certain } = judge(amounts, suffices);
  const differences = new Differences({ outcome, certain });
  for (const one of positions) {
    const from = standpointOf(one);
    const to = one.lapsed ? 'lapsed' : 'pending';
    if (from === to) continue;
    const without = { ...amounts, [from]: amounts[from] - of(one), [to]: amounts[to] + of(one) };
    differences.listFor(judge(without, suffices))?.push(one.body);
  }
  const bodies = (list: readonly Position[]) => list.map(({ body }) => body);
  const because = bodies(positions.filter((one) => bearers[outcome].includes(standpointOf(one))));
  const [without, canChange] = [differences.all(), certain ? [] : bodies(positions.filter(isUnspoken))];
  return { outcome, certain, because, without, canChange };
}

export default defineRule<Weighted, WeightedFigures>({
  name: 'weighted',
  takes: { of: 'group', numerator: 'count', denominator: 'count', least: 'text', weights: 'weights', unit: 'text' },
  may: { among: 'text', source: 'source' },
  monotone: true,
  samples: (size) => {
    const weights = Object.fromEntries(Array.from({ length: size }, (_, i) => [`b${i}`, i === 0 ? '2.5' : String(i)]));
    return [
      weighted('bodies', { numerator: 2, denominator: 3, least: 'at-least', weights, unit: 'inwoners' }),
      weighted('bodies', { numerator: 1, denominator: 2, least: 'more-than', weights, unit: 'inwoners' }),
      weighted('bodies', {
        ...{ numerator: 2, denominator: 3, least: 'at-least', weights, unit: 'inwoners' },
        among: 'decided',
      }),
    ];
  },
  faults: (rule, scope) => {
    const { of, weights, least, among = 'all', source } = rule;
    const positions = scope.positions(of);
    const wrong = positions.filter(({ body }) => !Object.hasOwn(weights, body) || !decimal.test(weights[body] ?? ''));
    return [
      ...emptyFaults(of, positions),
      ...partFaults(rule, { among, least }),
      ...wrong.map(({ body }) => ({ code: 'bad-weight', body }) as const),
      ...(source ? sourceFaults(source) : []),
      ...(wrong.length === 0 &&
      positions.length > 0 &&
      positions.every(({ body }) => unitsOf(weights[body] ?? '0') === 0n)
        ? [{ code: 'no-weight' } as const]
        : []),
    ];
  },
  explain: (rule, scope) => {
    const positions = scope.positions(rule.of);
    const { numerator, denominator, least, unit, among, source } = rule;
    const { amounts } = weighed(rule, positions);
    const cast = amounts.for + amounts.against;
    const total = Object.values(amounts).reduce((sum, one) => sum + one);
    const figures = {
      ...tallied(rule.of, positions),
      ...{ least, numerator, denominator, own: written(amounts.for), total: written(total), unit },
      ...(among === 'decided' && { cast: written(cast) }),
      ...(source && { source }),
    };
    return { rule: 'weighted', figures, parts: [], ...explain(rule, positions) };
  },
});
