// What is wrong with a rule, each in one clause with its cure.
import type { ParameterKind, RuleFault, RuleFaultFacts } from '../../domain/rule-faults.js';

const parameterWords: Record<ParameterKind, string> = {
  group: 'de naam van een groep',
  text: 'een tekst',
  count: 'een geheel getal',
  rule: 'een regel',
  rules: 'een lijst van regels',
  'rules-by-name': 'een regel onder de naam van elke mogelijkheid die een eigen regel heeft',
  names: 'een lijst van namen',
  weights: 'een gewicht als tekst voor elk orgaan',
  source: 'een bron met title en on, en url als die er is',
  options: 'een lijst van mogelijkheden met id en title',
};

const neededWords = { threshold: 'een drempel', quorum: 'een quorum' };

const sourceWords: Readonly<Record<string, string>> = {
  title: 'noem de titel in één regel',
  url: 'geef een adres met https, of laat het weg',
  on: 'schrijf de dag als jjjj-mm-dd',
};

/** What of the answers that may be given would make it so. */
const lackingWords = (lacking: readonly string[] | undefined): string =>
  lacking === undefined ? '' : `: neem in kinds ten minste één op van ${lacking.join(', ')}`;

/** How each fault of a table is said. */
export type FaultWords<Facts> = { readonly [C in keyof Facts]: string | ((facts: Facts[C]) => string) };

const words: FaultWords<RuleFaultFacts> = {
  'unknown-rule': ({ rule, known }) => `geen regel heet "${rule}"; kies uit: ${known.join(', ')}`,
  'unknown-parameter': ({ rule, parameter, nearest }) =>
    `regel "${rule}": "${parameter}" hoort er niet bij; ${nearest === undefined ? 'laat het weg' : `bedoelde u "${nearest}"?`}`,
  'wrong-parameter': ({ rule, parameter, takes }) =>
    `regel "${rule}": geef bij "${parameter}" ${parameterWords[takes]}`,
  'empty-group': ({ group }) => `"${group}" heeft hier geen organen: noem een groep die mee besluit`,
  'needed-out-of-range': ({ rule, needed, size, group }) =>
    `${neededWords[rule]} van ${needed} op ${size} organen van "${group}": kies een geheel getal van 1 tot en met ${size}`,
  'bad-fraction': ({ numerator, denominator }) =>
    `een deel van ${numerator}/${denominator}: kies twee gehele getallen, de teller van 1 tot en met de noemer`,
  'bad-among': ({ among }) => `"${among}": kies all of decided`,
  'bad-least': ({ least }) => `"${least}": kies at-least of more-than`,
  'bad-weight': ({ body }) =>
    `het gewicht van "${body}" ontbreekt of is geen getal: schrijf bijvoorbeeld "68835" of "12.5"`,
  'bad-source': ({ field }) => `de bron van de gewichten: "${field}" klopt niet; ${sourceWords[field] ?? ''}`,
  'more-than-all': 'meer dan alles kan niet: kies at-least of een kleiner deel',
  'no-weight': 'alle gewichten zijn nul: geef ten minste één orgaan gewicht',
  'no-parts': ({ rule }) => `${rule} zonder delen: noem ten minste één regel`,
  'no-reason': 'een aanname zonder reden: zeg waarom deze regel is aangenomen',
  'few-options': 'een keuze uit minder dan twee mogelijkheden: noem er ten minste twee',
  'option-twice': 'een mogelijkheid staat er twee keer in: noem elke één keer',
  'no-such-option': ({ option, options }) => `"${option}" is geen mogelijkheid: kies uit ${options.join(', ')}`,
  'no-questions': 'een regel over geen enkele vraag: noem er ten minste één',
  'no-such-question': ({ question, nearest, questions }) =>
    `vraag "${question}" wordt hier niet gesteld: ${nearest === undefined ? `kies uit ${questions.join(', ')}` : `bedoelde u "${nearest}"?`}`,
  'nobody-decides': 'niemand besluit er',
  'not-proven':
    'niet bewezen dat het tot go en tot no-go kan komen: er zijn te veel manieren om te besluiten; vereenvoudig de regel',
  'never-go': ({ lacking }) => `met ieder akkoord wordt het geen go${lackingWords(lacking)}`,
  'never-no-go': ({ lacking }) => `met niemand akkoord wordt het geen no-go${lackingWords(lacking)}`,
  'other-options': ({ options }) =>
    `noem precies de mogelijkheden van dit go/no-go-moment: ${options.map(({ id, title }) => `${id} (${title})`).join(', ')}`,
};

export const isRuleFault = (fault: { code: string }): fault is RuleFault => Object.hasOwn(words, fault.code);

export const ruleFaultWords = (fault: RuleFault): string => saidBy(words, fault);

/** The words of a table for one of its codes. */
export function saidBy<Facts>(table: FaultWords<Facts>, fault: { code: keyof Facts }): string {
  const found = table[fault.code];
  return typeof found === 'string' ? found : found(fault as unknown as Facts[keyof Facts]); // the facts of this code
}
