// How is spoken of a gate, by what it asks: whether its bodies agree, respond, consent, adopt or sign. A zienswijze is no
// go, and who consents does not agree: each has its own words, in every place.
import type { Asks, Outcome, RulingKind } from '../../domain/vocabulary.js';

interface Speech {
  /** What stands between how many they are and what they said: 1 raad heeft, 2 raden hebben. */
  have: readonly [one: string, many: string];
  /** What they did it to, where the verb needs to say so. */
  it: string;
  for: string;
  against: string;
  /** Of the only body of a group, before it is for. */
  notYet: string;
  /** So many of them: 8 akkoord, 8 die toestemming verlenen. */
  who: string;
  /** That all of them: dat alle 12 akkoord zijn. */
  all: string;
  /** Before who is for: de raden die toestemming verlenen, hebben samen … */
  those: string;
  /** Among those who decide, more than the others. */
  more: string;
  /** How many were against, after who was for. */
  others: readonly [one: string, many: string];
  /** Who has said nothing, in the figures and in a sentence. */
  silent: string;
  /** After how many of how many. */
  spoke: string;
  /** Before the title of its phase. */
  moment: string;
  /** Whether it can be concluded: over the sentence, and at its start. */
  heads: Record<Outcome, string>;
  /** What one line of the rule comes to. */
  outcomes: Record<Outcome, string>;
  /** The same of what is open, where it says how it would have been. */
  stillOpen: string;
  /** What was concluded, in a clause, and what can be chosen. */
  rulings: Record<RulingKind, string>;
  choices: Record<RulingKind, string>;
}

const agreement: Speech = {
  have: ['is', 'zijn'],
  it: '',
  for: 'akkoord',
  against: 'niet akkoord',
  notYet: 'nog niet akkoord',
  who: 'akkoord',
  all: 'akkoord zijn',
  those: 'akkoord zijn',
  more: 'zijn er meer akkoord dan niet akkoord',
  others: ['niet akkoord', 'niet akkoord'],
  silent: 'nog geen besluit',
  spoke: 'besloten',
  moment: 'Go/no-go',
  heads: {
    go: 'Een go is mogelijk',
    'no-go': 'Een go is niet mogelijk',
    open: 'Een go is nog niet mogelijk',
  },
  outcomes: { go: 'go', 'no-go': 'geen go', open: 'nog open' },
  stillOpen: 'nog geen go',
  rulings: {
    go: 'go',
    'go-with-conditions': 'go onder voorwaarden',
    'no-go': 'no-go',
    hold: 'aangehouden tot een volgend overleg',
  },
  choices: {
    go: 'Go',
    'go-with-conditions': 'Go onder voorwaarden',
    'no-go': 'No-go, de fase wordt opnieuw opgenomen',
    hold: 'Aanhouden tot een volgend overleg',
  },
};

const response: Speech = {
  ...agreement,
  have: ['heeft', 'hebben'],
  for: 'gereageerd',
  against: 'gereageerd: niet akkoord',
  notYet: 'nog niet gereageerd',
  who: 'die reageren',
  all: 'reageren',
  those: 'reageren',
  silent: 'nog geen reactie',
  spoke: 'gereageerd',
  moment: 'Moment',
  heads: {
    go: 'Dit kan worden afgesloten',
    'no-go': 'Dit kan niet worden afgesloten',
    open: 'Dit kan nog niet worden afgesloten',
  },
  outcomes: { go: 'voldaan', 'no-go': 'niet voldaan', open: 'nog open' },
  stillOpen: 'nog niet voldaan',
  rulings: {
    ...agreement.rulings,
    go: 'afgesloten',
    'go-with-conditions': 'afgesloten onder voorwaarden',
    'no-go': 'niet afgesloten',
  },
  choices: {
    ...agreement.choices,
    go: 'Afsluiten',
    'go-with-conditions': 'Afsluiten onder voorwaarden',
    'no-go': 'Niet afsluiten, de fase wordt opnieuw opgenomen',
  },
};

const consent: Speech = {
  ...response,
  for: 'toestemming verleend',
  against: 'toestemming onthouden',
  notYet: 'nog geen toestemming verleend',
  who: 'die toestemming verlenen',
  all: 'toestemming verlenen',
  those: 'toestemming verlenen',
  more: 'verlenen er meer toestemming dan er toestemming onthouden',
  others: ['onthield toestemming', 'onthielden toestemming'],
  silent: agreement.silent,
  spoke: agreement.spoke,
  heads: {
    go: 'De toestemming kan worden vastgesteld',
    'no-go': 'De toestemming kan niet worden vastgesteld',
    open: 'De toestemming kan nog niet worden vastgesteld',
  },
  rulings: {
    ...agreement.rulings,
    go: 'toestemming vastgesteld',
    'go-with-conditions': 'toestemming vastgesteld onder voorwaarden',
    'no-go': 'geen toestemming',
  },
  choices: {
    ...agreement.choices,
    go: 'De toestemming vaststellen',
    'go-with-conditions': 'De toestemming vaststellen onder voorwaarden',
    'no-go': 'Geen toestemming, de fase wordt opnieuw opgenomen',
  },
};

const adoption: Speech = {
  ...agreement,
  have: ['heeft', 'hebben'],
  it: 'het ',
  for: 'vastgesteld',
  against: 'niet vastgesteld',
  notYet: 'nog niet vastgesteld',
  who: 'die het vaststellen',
  all: 'het vaststellen',
  those: 'het vaststellen',
  more: 'stellen meer het wel vast dan niet',
  others: ['stelde het niet vast', 'stelden het niet vast'],
};

const signature: Speech = {
  ...agreement,
  have: ['heeft', 'hebben'],
  for: 'ondertekend',
  against: 'niet ondertekend',
  notYet: 'nog niet ondertekend',
  who: 'die ondertekenen',
  all: 'ondertekenen',
  those: 'ondertekenen',
  more: 'ondertekenen er meer dan er weigeren',
  others: ['ondertekende niet', 'ondertekenden niet'],
};

export const speech: Readonly<Record<Asks, Speech>> = { agreement, response, consent, adoption, signature };
