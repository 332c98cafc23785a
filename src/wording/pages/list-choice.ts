// What is said of the choice of a list that its address asks: of any list, of those who decide, and of tasks.
import type { Asks } from '../../domain/vocabulary.js';
import { count } from '../language/dates.js';
import { dossierPage } from './pages.js';

export const listChoiceWords = {
  order: 'Volgorde:',
  unknown: 'Het adres vroeg om een filter of volgorde die er niet (meer) is. U ziet de hele lijst.',
  past: 'Deze bladzijde is er niet (meer): de lijst is korter.',
  last: 'Naar de laatste bladzijde',
  /** A filter, and how many are under it. */
  counted: (filter: string, n: number) => `${filter} ${count(n)}`,
  /** What a file says of the filter under which it was made. */
  filtered: (filter: string, n: number, all: number) => `Alleen: ${filter} (${count(n)} van ${count(all)})`,
};

export const bodyListWords = {
  filters: (asked: Asks) => ({
    alles: 'Alle',
    nodig: asked === 'response' ? dossierPage.notResponded : dossierPage.notCountingYet,
    ontbreekt: asked === 'response' ? 'Geen reactie' : 'Nog geen besluit',
    laat: 'Te laat',
    voorwaarden: 'Onder voorwaarden',
    agenda: 'Geagendeerd',
  }),
  orders: { stand: 'standaard', naam: 'naam', datum: 'datum' },
  none: 'Niemand past bij dit filter.',
};

export const taskListWords = {
  filter: 'Welke taken',
  filters: {
    alles: 'Alle',
    mij: 'Ik ben aan zet',
    anderen: 'Anderen zijn aan zet',
    laat: 'Te laat',
    voorwaarden: 'Open voorwaarden',
    gemeente: 'Mijn gemeente',
  },
  orders: { termijn: 'termijn', traject: 'traject' },
  none: 'Geen taak past bij dit filter.',
};
