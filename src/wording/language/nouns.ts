// Bodies by their nouns in a sentence: with the article that goes with it, in the singular or the plural.
import type { Noun } from '../../domain/rule.js';
import type { Slug } from '../../domain/vocabulary.js';

/** Words with "het", and what ends in them: het college, het dagelijks bestuur, het hoogheemraadschap. */
const neuter =
  /(^|[\s-])(abo|comité|kabinet|platform|team)$|(bestuur|bureau|college|consortium|lichaam|ministerie|orgaan|overleg|schap|verband)$/i;

/** Words for who decides that bring "de", at the start of the name of a body. */
const common =
  /(aanbieder|bewindspersoon|burgemeester|commissie|directie|gemeente|groep|minister|partij|provincie|raad|regio|secretaris|stichting|tafel|vereniging)$/i;

/** Nouns that are plural and bring no article: provinciale staten, gedeputeerde staten. */
const plural = /(^|\s)staten$/i;

export const isPlural = ({ one }: Pick<Noun, 'one'>): boolean => plural.test(one);

/** A noun that is in neither list brings "de", as most nouns do. */
const articleOf = (noun: string): string => (plural.test(noun) ? '' : neuter.test(noun) ? 'het ' : 'de ');

/** The only body of a group: het college, de raad, provinciale staten. */
export const theOne = ({ one }: Noun): string => `${articleOf(one)}${one}`;

/** All bodies of a group, however many they are: het college, beide raden, alle 12 colleges. */
export const allOf = (size: number, noun: Noun): string => {
  if (size === 1) return theOne(noun);
  return size === 2 ? `beide ${noun.many}` : `alle ${size} ${noun.many}`;
};

/** The same without the noun: alle 12, beide. */
export const everyone = (size: number): string => (size === 2 ? 'beide' : `alle ${size}`);

/** At most so many words make the noun in the name of a body: dagelijks bestuur. */
const wordsMax = 2;

/** The name of a body in the middle of a sentence: het college van Assen, het ABO Jeugd, provinciale staten van Drenthe. */
export function inSentence(title: string): string {
  const words = title.split(' ');
  const nouns = Array.from({ length: wordsMax }, (_, i) => words.slice(0, i + 1).join(' '));
  const noun = nouns.find((start) => [neuter, common, plural].some((all) => all.test(start)));
  if (noun === undefined) return title;
  return articleOf(noun) + (/^[A-Z][a-z]/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title);
}

/** A question by its name in the plan. */
export const called = (question: Slug): string => question.replaceAll('-', ' ');

/** Between what a body is and where it is of. */
const of = ' van ';

/** How bodies are called in a list of their own: what all are stands over it, and of each only where it is of. */
export function namesInList(titles: readonly string[]): { head: string | null; names: string[] } {
  const [first = ''] = titles;
  const end = first.indexOf(of);
  const start = first.slice(0, end + of.length);
  if (end < 0 || titles.length < 2 || !titles.every((title) => title.startsWith(start)))
    return { head: null, names: [...titles] };
  return { head: first.slice(0, end), names: titles.map((title) => title.slice(start.length)) };
}
