// What the form says by which a dossier goes to another plan, and the report on what that will do.
import type { DossierView } from '../../domain/views/dossier-view.js';
import { longDay } from '../language/dates.js';
import { planWords } from '../language/words.js';

export const migration = {
  plan: 'Naar welk procesplan?',
  planHint: 'Kiest u een ander plan, toon dan eerst zijn fasen.',
  showPhases: 'Fasen van dit plan tonen',
  on: 'Datum waarop dit is besloten',
  unmatched: 'Fasen zonder plaats onder hun eigen naam',
  unmatchedHint:
    'Wijs aan welke fase ervoor in de plaats komt, of laat leeg wat vervalt. Waar al iets is vastgelegd, kan niets vervallen.',
  others: 'Andere fasen ook een andere plaats geven',
  nowhere: 'Vervalt',
  ownName: 'Onder de eigen naam',
  before:
    'Alles wat is vastgelegd blijft. Vóór de datum toont het traject het plan van toen. Wat voorligt, blijft zoals het is voorgelegd.',
  will: 'Wat dit doet',
  from: (from: string, to: string) => `Van ${from} naar ${to}.`,
  then: (status: string) => `(straks: ${status})`,
  coming: 'Nieuw:',
  going: 'Vervallen:',
  staying: 'Ongewijzigd:',
  whole: 'Het hele plan',
  completed: 'Er blijft niets te doen: het traject is daarmee afgerond.',
};

/** Sinds 1 februari 2025; tot dan versie 1 van "…". */
export const migratedWords = ({ on, from }: DossierView['migrations'][number]): string =>
  `Dit plan geldt sinds ${longDay(on)}; tot dan gold ${planWords(from)}`;
