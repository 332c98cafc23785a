// The terms that a newcomer meets, each explained in one line, with the place in the handbook that says more. A page shows the
// line where the term stands; /hulp/begrippen has them all.
import { capital, listWords } from '../language/words.js';

export interface GlossaryEntry {
  id: string;
  word: string;
  text: string;
  /** A chapter and a heading of the handbook. */
  chapter: string;
}

interface Entry extends GlossaryEntry {
  /** By which it is found in what a page says; the word itself where it is left out, null where everybody knows it there. */
  at?: RegExp | null;
}

const entries: readonly Entry[] = [
  {
    id: 'aandachtspunt',
    word: 'aandachtspunt',
    text: 'Iets waarop het orgaan let bij zijn akkoord. Het akkoord telt meteen; het punt krijgt later een antwoord.',
    chapter: 'besluiten#punten-en-aandachtspunten-beantwoorden',
    at: null,
  },
  {
    id: 'aanhouden',
    word: 'aanhouden',
    text: 'Het besluit uitstellen tot later, met of zonder volgende datum. Tot dan telt het orgaan als onbeslist.',
    chapter: 'besluiten#niet-akkoord-of-nog-niet',
    at: /\baan(ge)?houden\b/i,
  },
  {
    id: 'aanname',
    word: 'aanname',
    text: 'De bron van het procesplan noemt geen regel. Sluis rekent met deze, en zegt er overal bij dat hij is aangenomen.',
    chapter: 'besluitregels#aanname-assumed',
    at: null,
  },
  {
    id: 'bevestigen',
    word: 'bevestigen',
    text: 'De regio legde iets vast namens het orgaan; het orgaan zelf zegt dat het klopt. Betwisten is zeggen dat het niet klopt.',
    chapter: 'besluiten#bevestigen-of-betwisten',
    at: /\b(nog niet bevestigd|betwist)\b/i,
  },
  {
    id: 'bij-uitwerking',
    word: 'bij uitwerking',
    text: 'Een voorwaarde die de voorzitter beantwoordt. Neemt hij haar over of mee, dan telt het akkoord.',
    chapter: 'besluiten#voorwaarden',
  },
  {
    id: 'conclusie',
    word: 'conclusie',
    text: 'Wat de voorzitter vastlegt namens het overleg: go, no-go of aanhouden. Het besluit van ieder orgaan blijft zijn eigen besluit.',
    chapter: 'voorzitter#dan-de-conclusie',
    at: null,
  },
  {
    id: 'conform',
    word: 'conform',
    text: 'Het orgaan besloot de tekst zoals die voorlag. Niet conform is een andere tekst: waar een regeling wordt gemaakt, telt dat nog niet.',
    chapter: 'besluiten#dezelfde-tekst',
    at: /\bconform\b/i,
  },
  {
    id: 'embargo',
    word: 'embargo',
    text: 'Anderen mogen het besluit nog niet zien, tot een dag of tot het orgaan het vrijgeeft.',
    chapter: 'besluiten#geheimhouding-en-embargo',
    at: /\b(embargo|niet vrijgegeven|niet vrijgeven)\b/i,
  },
  {
    id: 'geheimhouding',
    word: 'geheimhouding',
    text: 'Een stuk mag niet openbaar worden. Het rust op het stuk, niet op het besluit: dat blijft te lezen.',
    chapter: 'besluiten#geheimhouding-en-embargo',
  },
  {
    id: 'go-no-go-moment',
    word: 'go/no-go-moment',
    text: 'Het einde van een fase. Ieder orgaan besluit over een vraag, en daarna concludeert de voorzitter of het door kan.',
    chapter: 'kwartiermaker#een-traject-op-gang-houden',
    at: null,
  },
  {
    id: 'hamerstuk',
    word: 'hamerstuk',
    text: 'Een punt dat zonder bespreking is vastgesteld.',
    chapter: 'besluiten#bij-elk-besluit',
  },
  {
    id: 'heropenen',
    word: 'heropenen',
    text: 'Na een conclusie het moment weer open zetten, met een reden. Alles wat er stond, blijft te lezen.',
    chapter: 'besluiten#na-de-conclusie',
    at: null,
  },
  {
    id: 'in-beginsel',
    word: 'in beginsel',
    text: 'Akkoord voor de voorbereiding. Bij het treffen van de regeling kan dat niet.',
    chapter: 'besluiten#akkoord-in-soorten',
  },
  {
    id: 'kwartiermaker',
    word: 'kwartiermaker',
    text: 'Wie het traject leidt voor de regio: legt voor, houdt bij en vraagt na.',
    chapter: 'kwartiermaker',
    at: null,
  },
  {
    id: 'mandaat',
    word: 'mandaat',
    text: 'Iemand besluit namens het orgaan, en het telt als besluit van het orgaan zelf.',
    chapter: 'besluiten#mandaten',
    at: /(?<!tekst)\bmandaat\b/i,
  },
  {
    id: 'onthouden',
    word: 'stem onthouden',
    text: 'Het orgaan besloot niet voor en niet tegen te zijn. Hoe dat telt, zegt de besluitregel.',
    chapter: 'besluitregels#onthouden',
    at: /\b(stem onthouden|onthouding)\b/i,
  },
  {
    id: 'opschortend',
    word: 'opschortend',
    text: 'Een voorwaarde die het akkoord tegenhoudt: het telt pas als het orgaan zelf meldt dat eraan is voldaan.',
    chapter: 'besluiten#voorwaarden',
  },
  {
    id: 'procesplan',
    word: 'procesplan',
    text: 'De fasen, wie bij elk moment besluit, en wanneer een go kan. Een traject volgt één procesplan.',
    chapter: 'procesplannen',
    at: null,
  },
  {
    id: 'quorum',
    word: 'quorum',
    text: 'Zoveel organen moeten hebben besloten voordat de uitkomst telt.',
    chapter: 'besluitregels#quorum-quorum',
  },
  {
    id: 'stand-van',
    word: 'stand van een andere dag',
    text: 'Hoe het er op die dag voor stond. Vastleggen kan alleen in de stand van nu.',
    chapter: '#wat-voor-iedereen-geldt',
    at: null,
  },
  {
    id: 'tekstmandaat',
    word: 'tekstmandaat',
    text: 'Een orgaan gaf vooraf ruimte om de tekst te wijzigen. Zijn besluit geldt dan ook voor de nieuwe versie.',
    chapter: 'besluiten#een-nieuwe-versie-van-het-voorstel',
  },
  {
    id: 'toestemming',
    word: 'toestemming',
    text: 'Een college mag een regeling pas treffen als zijn raad dat goedvindt. De raad onthoudt haar alleen op een wettelijke grond.',
    chapter: 'besluiten#van-een-raad-over-een-regeling',
    at: null,
  },
  {
    id: 'traject',
    word: 'traject',
    text: 'Eén gezamenlijk besluit dat van fase naar fase gaat, met alles wat erover is vastgelegd.',
    chapter: 'kwartiermaker',
    at: null,
  },
  {
    id: 'vingerafdruk',
    word: 'vingerafdruk',
    text: 'Een getal dat uit de vastgelegde tekst volgt. Verandert er één letter, dan is het een ander getal: zo is te zien dat niets is gewijzigd.',
    chapter: '#wat-voor-iedereen-geldt',
  },
  {
    id: 'voor-kennisgeving',
    word: 'voor kennisgeving aangenomen',
    text: 'Het orgaan nam er kennis van, en gaf daarmee nog geen antwoord op de vraag. Het telt als onbeslist.',
    chapter: 'besluiten#niet-akkoord-of-nog-niet',
    at: /\bter kennisgeving|voor kennisgeving aangenomen\b/i,
  },
  {
    id: 'voorbehoud',
    word: 'voorbehoud',
    text: 'Akkoord, als ook een ander besluit er komt, vaak dat van de eigen raad.',
    chapter: 'besluiten#akkoord-in-soorten',
  },
  {
    id: 'voorlopig',
    word: 'voorlopig',
    text: 'Het besluit telt mee, maar de besluitenlijst waarin het staat, is nog niet vastgesteld.',
    chapter: 'besluiten#besluitenlijst-vastgesteld',
  },
  {
    id: 'zienswijze',
    word: 'zienswijze',
    text: 'De mening van een raad over een ontwerp, voordat het college besluit. Ook een negatieve zienswijze houdt niets tegen.',
    chapter: 'besluiten#van-een-raad-over-een-regeling',
  },
];

export const glossary: readonly GlossaryEntry[] = entries;

const found = entries
  .filter(({ at }) => at !== null)
  .map((entry) => ({ entry, at: entry.at ?? new RegExp(`\\b${entry.word}\\b`, 'i') }));

/** The terms that stand in a text and that not everybody knows. */
export const glossaryIn = (text: string): GlossaryEntry[] =>
  found.filter(({ at }) => at.test(text)).map(({ entry }) => entry);

/** So many are named in what opens their explanation. */
const namedMax = 3;

export const glossaryWords = {
  title: 'Begrippen',
  intro: 'De woorden die u in Sluis tegenkomt, elk in één regel.',
  more: 'Meer in het handboek',
  moreAbout: (word: string) => `over ${word}`,
  all: 'Alle begrippen',
  asked: (words: readonly string[]) =>
    words.length > namedMax
      ? 'Wat betekenen deze woorden?'
      : `Wat ${words.length === 1 ? 'betekent' : 'betekenen'} ${listWords(words.map((word) => `“${word}”`))}?`,
  head: (word: string) => capital(word),
};
