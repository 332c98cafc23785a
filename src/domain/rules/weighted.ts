// Weighted: the bodies that are for together carry enough weight, such as inhabitants. Exact: weights are decimals
// written as text, counted in whole units and compared by multiplying crosswise; nothing is ever rounded.
import { emptyFaults, fractionFaults, tallied, type Fraction, type Tallied } from '../counting.js';
import { defineRule, isUnspoken, type Finding, type Position, type Rule, type Verdict } from '../rule.js';
import type { BodyId, Slug } from '../vocabulary.js';
import { Differences } from '../without.js';

export interface Weighted extends Rule, Fraction {
  rule: 'weighted';
  of: Slug;
  /** Whether exactly the part is enough. */
  least: 'at-least' | 'more-than';
  /** The weight of every body of the group, `"68835"` or `"12.5"`. */
  weights: Readonly<Record<BodyId, string>>;
  /** What the weights are, as it is said: `inwoners`. */
  unit: string;
}

/** `weighted('colleges', '2/3' …)`: bodies for must carry at least, or more than, that part of all weight. */
export const weighted = (of: Slug, terms: Omit<Weighted, 'rule' | 'of'>): Weighted => ({
  rule: 'weighted',
  of,
  ...terms,
});

export interface WeightedFigures extends Tallied, Fraction, Pick<Weighted, 'least' | 'unit'> {
  /** The weight of those that are for, and of all, written as weights are. */
  own: string;
  total: string;
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

/** A rule never changes, so its weights are read once. */
const read = new WeakMap<Weighted['weights'], ReadonlyMap<BodyId, bigint>>();

function unitsIn(weights: Weighted['weights']): ReadonlyMap<BodyId, bigint> {
  const known = read.get(weights);
  if (known) return known;
  const units = new Map(Object.entries(weights).map(([body, weight]) => [body, unitsOf(weight)]));
  read.set(weights, units);
  return units;
}

function weigh({ weights, numerator, denominator, least }: Weighted, positions: readonly Position[]) {
  const units = unitsIn(weights);
  const of = ({ body }: Position): bigint => units.get(body) ?? 0n;
  const sum = (list: readonly Position[]): bigint => list.reduce((total, one) => total + of(one), 0n);
  const total = sum(positions);
  const need = total * BigInt(numerator);
  const whole = BigInt(denominator);
  const suffices = (weight: bigint): boolean =>
    least === 'more-than' ? weight * whole > need : weight * whole >= need;
  const judge = (supporting: bigint, open: bigint): Verdict => {
    if (suffices(supporting)) return { outcome: 'go', certain: true };
    return suffices(supporting + open) ? { outcome: 'open', certain: false } : { outcome: 'no-go', certain: true };
  };
  return { of, sum, total, judge };
}

function explain(
  rule: Weighted,
  positions: readonly Position[],
): Omit<Finding, 'rule' | 'parts' | 'figures'> & { total: bigint; own: bigint } {
  const { of, sum, total, judge } = weigh(rule, positions);
  const supporters = positions.filter(({ side }) => side === 'for');
  const others = positions.filter(({ side }) => side === 'against' || side === 'abstained');
  const unspoken = positions.filter(isUnspoken);
  const [own, open] = [sum(supporters), sum(unspoken)];
  const { outcome, certain } = judge(own, open);
  const differences = new Differences({ outcome, certain });
  for (const one of [...supporters, ...others]) {
    const after = judge(one.side === 'for' ? own - of(one) : own, open + of(one));
    differences.listFor(after)?.push(one.body);
  }
  const bodies = (list: readonly Position[]) => list.map(({ body }) => body);
  const because = { go: bodies(supporters), 'no-go': bodies(others), open: [] }[outcome];
  const [without, canChange] = [differences.all(), certain ? [] : bodies(unspoken)];
  return { outcome, certain, because, without, canChange, total, own };
}

export default defineRule<Weighted, WeightedFigures>({
  name: 'weighted',
  takes: { of: 'group', numerator: 'count', denominator: 'count', least: 'text', weights: 'weights', unit: 'text' },
  monotone: true,
  samples: (size) => {
    const weights = Object.fromEntries(Array.from({ length: size }, (_, i) => [`b${i}`, i === 0 ? '2.5' : String(i)]));
    return [
      weighted('bodies', { numerator: 2, denominator: 3, least: 'at-least', weights, unit: 'inwoners' }),
      weighted('bodies', { numerator: 1, denominator: 2, least: 'more-than', weights, unit: 'inwoners' }),
    ];
  },
  faults: (rule, scope) => {
    const { of, weights, least, numerator, denominator } = rule;
    const positions = scope.positions(of);
    const wrong = positions.filter(({ body }) => !Object.hasOwn(weights, body) || !decimal.test(weights[body] ?? ''));
    return [
      ...emptyFaults(of, positions),
      ...fractionFaults(rule),
      ...wrong.map(({ body }) => ({ code: 'bad-weight', body }) as const),
      ...(['at-least', 'more-than'].includes(least) ? [] : [{ code: 'bad-least', least } as const]),
      ...(least === 'more-than' && numerator === denominator ? [{ code: 'more-than-all' } as const] : []),
      ...(wrong.length === 0 &&
      positions.length > 0 &&
      positions.every(({ body }) => unitsOf(weights[body] ?? '0') === 0n)
        ? [{ code: 'no-weight' } as const]
        : []),
    ];
  },
  explain: (rule, scope) => {
    const positions = scope.positions(rule.of);
    const { total, own, ...reasons } = explain(rule, positions);
    const { numerator, denominator, least, unit } = rule;
    const weights = { least, numerator, denominator, own: written(own), total: written(total), unit };
    return { rule: 'weighted', figures: { ...tallied(rule.of, positions), ...weights }, parts: [], ...reasons };
  },
});
