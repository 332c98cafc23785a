// Bodies in a sentence: how many of a group are for or against, with the right verb and article.
import type { Counts } from '../domain/counting.js';
import type { Noun } from '../domain/rule.js';

const agreement = { for: 'akkoord', against: 'niet akkoord' };

export const sizeOf = ({ for: supporters, against, pending, lapsed }: Counts): number =>
  supporters + against + pending + lapsed;

/** How many have spoken, for or against. */
export const spokenIn = ({ for: supporters, against }: Counts): number => supporters + against;

/** "9 van de 12 colleges zijn akkoord", with the right verb for one; "alle" when it is everyone. */
export function counted(side: 'for' | 'against', counts: Counts, noun: Noun): string {
  const n = counts[side];
  const total = sizeOf(counts);
  const said = agreement[side];
  if (total === 1) return `${theOne(noun)} is ${n === 1 ? said : `nog niet ${said}`}`;
  if (n === total) return `alle ${total} ${noun.many} zijn ${said}`;
  return `${n} van de ${total} ${noun.many} ${n === 1 ? 'is' : 'zijn'} ${said}`;
}

const deWords = new Set(['raad', 'aanbieder', 'bewindspersoon', 'gemeente', 'partij']);

/** The only body of a group: het college, de raad. */
export const theOne = ({ one }: Noun): string => `${deWords.has(one) ? 'de' : 'het'} ${one}`;
