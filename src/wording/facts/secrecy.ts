// What is said of secrecy: on which information it rests, for which interest, and who may lift it. The interests are those of
// art. 5.1 of the Wet open overheid; of art. 87, 88 and 89 of the Gemeentewet come the power, the sharing and the lifting.
import type { EventFacts } from '../../domain/dossier/events.js';
import type { SecrecyBody, SecretInterest } from '../../domain/vocabulary.js';
import { longDay } from '../language/dates.js';
import { inSentence } from '../language/nouns.js';

const interests: Record<SecretInterest, string> = {
  '1a': 'Woo 5.1 lid 1 a: eenheid van de Kroon',
  '1b': 'Woo 5.1 lid 1 b: veiligheid van de Staat',
  '1c': 'Woo 5.1 lid 1 c: vertrouwelijk meegedeelde bedrijfsgegevens',
  '1d': 'Woo 5.1 lid 1 d: bijzondere persoonsgegevens',
  '1e': 'Woo 5.1 lid 1 e: nummers om personen te identificeren',
  '2a': 'Woo 5.1 lid 2 a: betrekkingen met andere landen',
  '2b': 'Woo 5.1 lid 2 b: economische of financiële belangen van de overheid',
  '2c': 'Woo 5.1 lid 2 c: opsporing en vervolging',
  '2d': 'Woo 5.1 lid 2 d: inspectie, controle en toezicht',
  '2e': 'Woo 5.1 lid 2 e: persoonlijke levenssfeer',
  '2f': 'Woo 5.1 lid 2 f: concurrentiegevoelige bedrijfsgegevens',
  '2g': 'Woo 5.1 lid 2 g: bescherming van het milieu',
  '2h': 'Woo 5.1 lid 2 h: beveiliging van personen en bedrijven',
  '2i': 'Woo 5.1 lid 2 i: goed functioneren van de overheid',
  'not-stated': 'geen belang genoemd',
};

const secrecyBodyWords: Record<SecrecyBody, string> = {
  council: 'de raad',
  executive: 'het college',
  head: 'de burgemeester',
  committee: 'een commissie',
};

/** To whom a decision is known: an embargo is of the decision, and has words of its own. */
export const scopes = { own: 'alleen het eigen orgaan', region: 'de regio', public: 'iedereen' };

export const secrecyFactWords = {
  release: { name: 'Vrijgave', means: 'Voor wie het besluit zichtbaar is, en vanaf wanneer.' },
  'release.scope': { name: 'Vrijgave', ask: 'Wie mag dit zien, en vanaf wanneer?', among: scopes },
  'release.from': { name: 'Vrijgave vanaf', ask: 'Eerste dag waarop zij dit mogen zien' },
  'release.ground': {
    name: 'Waarom nog niet',
    ask: 'Waarom mogen anderen dit nog niet zien?',
    hint: 'Bijvoorbeeld: tot de eigen raad is geïnformeerd. Rust er geheimhouding op een bijlage, zeg dat dan bij "Geheimhouding".',
  },
  secrecy: {
    name: 'Geheimhouding',
    many: 'Geheimhouding',
    more: 'Nog een stuk met geheimhouding',
    means: 'Op welke informatie geheimhouding rust; het besluit zelf is niet geheim.',
  },
  'secrecy.object': {
    name: 'Stuk met geheimhouding',
    asks: (n: number) => `Op welk stuk rust geheimhouding? (${n})`,
    hint: 'Bijvoorbeeld: bijlage 2. Noem het stuk, niet wat erin staat: anderen kunnen dit lezen.',
    means: 'Het stuk waarop geheimhouding rust, zonder wat erin staat.',
  },
  'secrecy.interest': {
    name: 'Belang',
    asks: (n: number) => `Welk belang noemt het besluit bij stuk ${n}?`,
    among: interests,
    means: 'Het belang van art. 5.1, eerste of tweede lid, Wet open overheid: lid en letter.',
  },
  'secrecy.power': {
    name: 'Bevoegdheid',
    asks: (n: number) => `Op grond van welk artikel is zij bij stuk ${n} opgelegd?`,
    hint: 'Het artikel van de bevoegdheid; het belang staat hierboven.',
    means: 'Het artikel dat de bevoegdheid geeft; dat is niet het belang.',
  },
  'secrecy.imposedBy': {
    name: 'Opgelegd door',
    asks: (n: number) => `Wie legde haar bij stuk ${n} op?`,
    hint: 'Laat leeg als dat het orgaan is dat besloot.',
    among: secrecyBodyWords,
    means: 'Wie de geheimhouding oplegde; null is het orgaan dat besloot.',
  },
  'secrecy.imposedOn': {
    name: 'Opgelegd op',
    asks: (n: number) => `Wanneer is zij bij stuk ${n} opgelegd?`,
    hint: 'Laat leeg als dat de dag van het besluit is.',
    means: 'De dag waarop de geheimhouding is opgelegd.',
  },
  'secrecy.sharedWith': {
    name: 'Gedeeld met',
    asks: (n: number) => `Met welke raad is stuk ${n} gedeeld?`,
    means: 'De raad die het stuk onder geheimhouding kreeg.',
  },
  'secrecy.liftableBy': {
    name: 'Op te heffen door',
    asks: (n: number) => `Wie mag haar bij stuk ${n} opheffen?`,
    hint: 'Laat leeg als dat is wie haar oplegde.',
    among: secrecyBodyWords,
    means: 'Wie de geheimhouding mag opheffen.',
  },
  secret: { name: 'Stuk', ask: 'Van welk stuk?', means: 'Welk stuk van het besluit; het eerste is 0.' },
  'lift-secrecy.on': { name: 'Datum', ask: 'Datum waarop de geheimhouding is opgeheven' },
  liftedBy: {
    name: 'Opgeheven door',
    ask: 'Wie hief de geheimhouding op?',
    among: secrecyBodyWords,
    means: 'Wie de geheimhouding ophief.',
  },
  'lift-secrecy.reference': { name: 'Vindplaats', hint: 'Het besluit waarmee de geheimhouding is opgeheven.' },
};

/** As the log tells it. */
export const secrecyLifted = ({ liftedBy, secret }: EventFacts['SecrecyLifted'], whose: string): string =>
  `Geheimhouding opgeheven door ${secrecyBodyWords[liftedBy]}: stuk ${secret + 1} bij het besluit van ${inSentence(whose)}.`;

export const secrecyWords = {
  title: 'Geheimhouding',
  hint: 'Geheimhouding rust op een stuk, niet op het besluit: dat blijft leesbaar. Noem het stuk en het belang, nooit wat erin staat.',
  interests,
  by: (who: SecrecyBody, day: string) => `opgelegd door ${secrecyBodyWords[who]} op ${longDay(day)}`,
  on: (day: string) => `opgelegd op ${longDay(day)}`,
  sharedWith: (body: string) => `gedeeld met ${inSentence(body)}`,
  liftableBy: (who: SecrecyBody) => `op te heffen door ${secrecyBodyWords[who]}`,
  lifted: (who: SecrecyBody, day: string) => `opgeheven door ${secrecyBodyWords[who]} op ${longDay(day)}`,
};
