// What stands on the one page that a meeting gets of a gate: how it stands, who is missing, and what is asked of the meeting.
import type { Asks, Day, Instant } from '../../domain/vocabulary.js';
import { count, fullDay, momentWords } from '../language/dates.js';
import { inSentence } from '../language/nouns.js';

export const briefing = {
  title: (body: string) => `Oplegger voor ${inSentence(body)}`,
  link: 'Oplegger op één A4',
  about: (day: Day, knownAt: Instant | null) =>
    `Stand van ${fullDay(day)}${knownAt === null ? '' : `, zoals bekend op ${momentWords(knownAt)}`}`,
  fits: 'Past op één A4: druk deze pagina af. Er staat alleen op wat u mag weten.',
  pdf: 'Download als PDF',
  word: 'Download voor Word',
  asked: 'Wat er van u wordt gevraagd',
  missing: (asked: Asks) => (asked === 'response' ? 'Wie nog niet reageerde' : 'Wie nog niet meetelt, en waarom'),
  conditions: 'Voorwaarden die nog lopen, en wie antwoordt',
  choices: 'Wie wat koos',
  requirements: 'Stukken en criteria die nog ontbreken',
  days: 'Eerstvolgende dagen',
  due: (asked: Asks) => (asked === 'response' ? 'laatste dag om te reageren' : 'laatste dag om te besluiten'),
  planned: (bodies: string) => `komt aan de orde: ${bodies}`,
  answerDue: (bodies: string) => `voorwaarde uit te werken van ${bodies}`,
  answered: (by: string) => `antwoord van ${inSentence(by)}`,
  from: (body: string) => `van ${inSentence(body)}`,
  conclude: (head: string) => `${head}: leg de conclusie vast.`,
  waits: (why: string) => `Een conclusie ${why}. Aanhouden kan wel.`,
  concluded: 'Niets meer: dit moment is afgerond.',
  notPut: 'Nog niets: dit moment is nog niet voorgelegd.',
  left: (n: number) =>
    n === 1 ? 'En nog 1, die hier niet past; zie Sluis.' : `En nog ${count(n)}, die hier niet passen; zie Sluis.`,
  cut: '…',
};
