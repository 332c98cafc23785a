// Bodies in a sentence: how many of a group are for or against or abstain, with the right verb and article.
import type { Counts } from '../../domain/counting.js';
import type { Noun } from '../../domain/rule.js';
import type { Asks } from '../../domain/vocabulary.js';
import { speech } from './asked.js';
import { allOf, everyone, isPlural, theOne } from '../language/nouns.js';

export const sizeOf = ({ for: supporters, against, abstained = 0, pending, lapsed }: Counts): number =>
  supporters + against + abstained + pending + lapsed;

/** How many have spoken: for, against, or to say that they abstain. */
export const spokenIn = ({ for: supporters, against, abstained = 0 }: Counts): number =>
  supporters + against + abstained;

/** "is" or "heeft" for one, "zijn" or "hebben" for more; of the only body of a group as its noun is. */
export const have = (n: number, asked: Asks): string => speech[asked].have[n === 1 ? 0 : 1];

const haveTheOne = (noun: Noun, asked: Asks): string => have(isPlural(noun) ? 2 : 1, asked);

/** "9 van de 12 colleges zijn akkoord", in the words of what is asked; "alle" or "beide" when it is everyone. */
export function counted(side: 'for' | 'against', counts: Counts, noun: Noun, asked: Asks): string {
  const n = counts[side];
  const total = sizeOf(counts);
  const { [side]: said, notYet, it } = speech[asked];
  if (total === 1 && counts.abstained === 1) return `${theOne(noun)} ${abstain(isPlural(noun) ? 2 : 1)}`;
  if (total === 1) return `${theOne(noun)} ${haveTheOne(noun, asked)} ${it}${n === 1 ? said : notYet}`;
  if (n === total) return `${allOf(total, noun)} ${have(n, asked)} ${it}${said}`;
  return `${n} van de ${total} ${noun.many} ${have(n, asked)} ${it}${said}`;
}

/** Before anyone has decided, of everyone of a group: "het college is akkoord", "beide raden hebben gereageerd". */
export const allSaid = (size: number, noun: Noun, asked: Asks): string =>
  `${allOf(size, noun)} ${size === 1 ? haveTheOne(noun, asked) : have(size, asked)} ${didIt(asked)}`;

/** "akkoord", "het vastgesteld": after the verb of who is for. */
export const didIt = (asked: Asks): string => speech[asked].it + speech[asked].for;

const abstain = (n: number): string => (n === 1 ? 'onthield zich' : 'onthielden zich');

/** ", 2 onthielden zich"; nothing where nobody did. */
export const abstaining = ({ abstained = 0 }: Counts): string =>
  abstained === 0 ? '' : `, ${abstained} ${abstain(abstained)}`;

/** The same after what was counted of others: of the only body of a group that says it already. */
export const othersAbstaining = (counts: Counts): string => (sizeOf(counts) === 1 ? '' : abstaining(counts));

/** The same of those who were just counted: ", van wie 2 zich onthielden". */
export const abstainingOfThem = ({ abstained = 0 }: Counts): string =>
  abstained === 0 ? '' : `, van wie ${abstained} zich ${abstained === 1 ? 'onthield' : 'onthielden'}`;

/** Of a part of the votes: who is for, and after that who is against and who abstained. */
export function bothSides(counts: Counts, noun: Noun, asked: Asks): string {
  const { against } = counts;
  const other = speech[asked].others[against === 1 ? 0 : 1];
  return `${counted('for', counts, noun, asked)}; ${against} ${other}${othersAbstaining(counts)}`;
}

/** Who keeps a rule that counts all from a go: "1 van de 12 colleges is niet akkoord, 2 onthielden zich". */
export function refusing(counts: Counts, noun: Noun, asked: Asks): string {
  const { against, abstained = 0 } = counts;
  const total = sizeOf(counts);
  if (against > 0 || abstained === 0 || total === 1)
    return counted('against', counts, noun, asked) + othersAbstaining(counts);
  const who = abstained === total ? allOf(total, noun) : `${abstained} van de ${total} ${noun.many}`;
  return `${who} ${abstain(abstained)}`;
}

/** What was needed, where too few can still be for: "nodig zijn er ten minste 8 die toestemming verlenen". */
export const whoMust = (asked: Asks): string => ` ${speech[asked].who}`;

/** "alle 12 zijn nodig", and where that cannot be any more: "nodig is dat alle 12 akkoord zijn". */
export const needingAll = (size: number, lost: boolean, asked: Asks): string =>
  lost ? `; nodig is dat ${everyone(size)} ${speech[asked].all}` : `, ${everyone(size)} zijn nodig`;
