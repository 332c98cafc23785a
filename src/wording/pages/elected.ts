// The words about roles that are to be looked at after an election.
import type { Day } from '../../domain/vocabulary.js';
import { longDay } from '../language/dates.js';
import { inSentence } from '../language/nouns.js';

const list = new Intl.ListFormat('nl-NL', { type: 'conjunction' });

export const electedWords = {
  title: 'Rollen na verkiezingen',
  people: 'Mensen en rollen',
  why: 'Na verkiezingen veranderen portefeuillehouders en voorzitters. Sluis beëindigt geen rol uit zichzelf: kijk wie er nog zit, en beëindig de rol van wie er niet meer zit.',
  none: 'Er zijn geen rollen na te kijken.',
  region: (title: string | null, on: Day) =>
    `${title === null ? '' : `${title}: `}raadsverkiezingen ${longDay(on)}`.replace(/^r/, 'R'),
  check: (since: Day) => `Er is een nieuw bestuur sinds ${longDay(since)}. Deze rollen zijn van daarvoor:`,
  lead: (since: Day, bodies: readonly string[]) =>
    `Er is een nieuw bestuur sinds ${longDay(since)}. Controleer wie portefeuillehouder of voorzitter is van ${list.format(bodies.map(inSentence))}, en vraag de beheerder om de rol te beëindigen van wie er niet meer zit.`,
  assumed: 'Deze verkiezingen zijn aangenomen voor de demonstratie.',
  heads: { who: 'Wie', role: 'Rol', from: 'Sinds', end: 'Einde' },
  end: 'Beëindig de rol',
};
