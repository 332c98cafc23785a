// A part of the votes in a sentence, and weights with their source.
import type { Fraction } from '../../domain/counting.js';
import type { WeightSource } from '../../domain/rules/weighted.js';
import type { Least } from '../../domain/votes-cast.js';
import { longDay } from './dates.js';

const atLeastOrMore: Record<Least, string> = { 'at-least': 'ten minste', 'more-than': 'meer dan' };

/** "ten minste 2/3"; of a part that says no more than which it is, that is enough. */
export const partWords = ({ numerator, denominator, least = 'at-least' }: Fraction & { least?: Least }): string =>
  `${atLeastOrMore[least]} ${numerator}/${denominator}`;

/** Whose votes are cast, after the part that is taken of them: before anyone decided, and once they have. */
export const ofTheirVotes = 'van wie voor of tegen besluit';
export const ofTheVotes = 'van wie voor of tegen besloot';

/** 24.000,5 for a weight as it is written in a plan. */
export function weightWords(written: string): string {
  const [units = '', part] = written.split('.');
  const grouped = units.replace(/\B(?=(\d{3})+$)/g, '.');
  return part === undefined ? grouped : `${grouped},${part}`;
}

/** Where weights stand, after what they are: " (CBS, bevolking per gemeente, 1 januari 2024)". */
export const sourceWords = (source: WeightSource | undefined): string =>
  source ? ` (${source.title}, ${longDay(source.on)})` : '';
