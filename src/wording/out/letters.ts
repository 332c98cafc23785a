// What stands in the documents that a region writes from: the response note, and the paragraph for a letter to the council.
import type { Asks, Day } from '../../domain/vocabulary.js';
import { speech } from '../gates/asked.js';
import { count, longDay } from '../language/dates.js';
import { inSentence } from '../language/nouns.js';
import { capital } from '../language/words.js';

export const letters = {
  responses: (gate: string) => `Reactienota: ${gate}`,
  responsesHow:
    'Per gemeente wat er is ingebracht, en wat daarop is geantwoord. Wat nog geen antwoord heeft, staat erbij.',
  heads: { kind: 'Soort', said: 'Inbreng', answer: 'Antwoord' },
  kinds: { point: 'Punt', remark: 'Aandachtspunt', condition: 'Voorwaarde', reason: 'Toelichting' },
  noAnswer: 'nog geen antwoord',
  saidNothing: 'Bracht geen punten in.',
  silent: (asked: Asks) => (asked === 'response' ? 'Nog niet gereageerd' : 'Nog geen besluit'),
  paragraph: (gate: string) => `Alinea voor een raadsinformatiebrief: ${gate}`,
  paragraphHow:
    'Tekst om over te nemen en aan te vullen. Alles komt uit het traject; controleer de datum van de stand.',
  put: (title: string, day: Day, ruledBy: string, electorate: string) =>
    `Op ${longDay(day)} is aan ${electorate} voorgelegd: ${title}. ${capital(inSentence(ruledBy))} stelt daarna de uitkomst vast.`,
  question: (text: string) => `De vraag luidt: ${text}`,
  questions: (texts: string) => `De vragen luiden: ${texts}`,
  decided: (n: number, of: number, day: Day, asked: Asks) =>
    `Op ${longDay(day)} ${n === 1 ? 'heeft' : 'hebben'} ${count(n)} van de ${count(of)} ${speech[asked].spoke}.`,
  due: (day: Day) => `De laatste dag daarvoor is ${longDay(day)}.`,
  waiting: (names: string) => `Nog niet mee tellen: ${names}.`,
  conditions: (texts: string) => `Voorwaarden die nog lopen: ${texts}.`,
  notPut: 'Dit moment is nog niet voorgelegd.',
  beside: 'Eerder besloten, of in een andere voorlegging',
};
