// The arithmetic of a part of the votes: of all, or of those that were cast. In whole units, of bodies or of weight; a part
// is compared by multiplying crosswise, so that nothing is ever rounded.
import { fractionFaults, type Bearers, type Counts, type Fraction, type Standpoint } from './counting.js';
import type { RuleFault } from './rule-faults.js';
import type { Verdict } from './rule.js';

/** Of whom a part is taken: of everyone, or of those who decided for or against. */
export type Among = 'all' | 'decided';
/** Whether exactly the part is enough. */
export type Least = 'at-least' | 'more-than';

/** How much stands where. */
export type Amounts = Readonly<Record<Standpoint, bigint>>;

/** Whether so much is that part of the whole. Nothing at all is no part, also not of nothing. */
export type Suffices = (part: bigint, whole: bigint) => boolean;

export const sufficing =
  ({ numerator, denominator }: Fraction, least: Least = 'at-least'): Suffices =>
  (part, whole) => {
    const [own, needed] = [part * BigInt(denominator), whole * BigInt(numerator)];
    return part > 0n && (least === 'more-than' ? own > needed : own >= needed);
  };

/** The verdict over everyone: a no-go is certain as soon as too much is lost to be made up by who has not spoken. */
export function amongAll(amounts: Amounts, suffices: Suffices): Verdict {
  const { for: supporting, against, abstained, pending, lapsed } = amounts;
  const open = pending + lapsed;
  const whole = supporting + against + abstained + open;
  if (suffices(supporting, whole)) return { outcome: 'go', certain: true };
  return suffices(supporting + open, whole) ? { outcome: 'open', certain: false } : { outcome: 'no-go', certain: true };
}

/**
 * The verdict over those who decide. Who abstains is left out, and so is who is silent past the term, until it decides
 * after all. While someone in term could still tip it, it is open; after that only a late decision can.
 */
export function amongDecided(amounts: Amounts, suffices: Suffices): Verdict {
  const { for: supporting, against, pending, lapsed } = amounts;
  const cast = supporting + against;
  const inTerm = cast + pending;
  if (suffices(supporting, inTerm)) return { outcome: 'go', certain: suffices(supporting, inTerm + lapsed) };
  if (suffices(supporting + pending, inTerm)) return { outcome: 'open', certain: false };
  // Nobody decided: there is no part of those who did to speak of.
  if (cast === 0n && lapsed > 0n) return { outcome: 'open', certain: false };
  return { outcome: 'no-go', certain: !suffices(supporting + pending + lapsed, inTerm + lapsed) };
}

/**
 * Who carries an outcome among those who decide. Who abstains is left out, and carries it only where it would be open if
 * they could still choose a side.
 */
export function bearersAmongDecided(amounts: Amounts, suffices: Suffices): Bearers {
  const before = { ...amounts, abstained: 0n, pending: amounts.pending + amounts.abstained };
  return amongDecided(before, suffices).outcome === amongDecided(amounts, suffices).outcome
    ? { go: ['for'], 'no-go': ['against'], open: [] }
    : { go: ['for', 'abstained'], 'no-go': ['against', 'abstained'], open: [] };
}

/** The same of a rule that only counts: what it judges by, and who carries what it comes to. */
export const castBy = (
  suffices: Suffices,
): [judge: (counts: Counts) => Verdict, bearersOf: (counts: Counts) => Bearers] => [
  (counts) => amongDecided(amountsOf(counts), suffices),
  (counts) => bearersAmongDecided(amountsOf(counts), suffices),
];

const amountsOf = ({ for: supporting, against, abstained = 0, pending, lapsed }: Counts): Amounts => ({
  for: BigInt(supporting),
  against: BigInt(against),
  abstained: BigInt(abstained),
  pending: BigInt(pending),
  lapsed: BigInt(lapsed),
});

/** What is wrong with a part: its fraction, or of whom it is, or how much of it is enough. */
export function partFaults(part: Fraction, { among, least }: { among: string; least: string }): RuleFault[] {
  const { numerator, denominator } = part;
  return [
    ...fractionFaults(part),
    ...amongFaults(among),
    ...(['at-least', 'more-than'].includes(least) ? [] : [{ code: 'bad-least', least } as const]),
    ...(least === 'more-than' && numerator === denominator ? [{ code: 'more-than-all' } as const] : []),
  ];
}

export const amongFaults = (among: string): RuleFault[] =>
  ['all', 'decided'].includes(among) ? [] : [{ code: 'bad-among', among }];
