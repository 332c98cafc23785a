// What can be asked of the list of people.
import { choiceQuery, type Choice } from '../list-choice.js';

export const peopleOffers = {
  filters: ['alles', 'zonder', 'wachtwoord', 'gewist'],
  orders: ['naam', 'adres'],
} as const;
export type PeopleFilter = (typeof peopleOffers.filters)[number];

/** What the address asks. */
export interface AskedPeople extends Choice<PeopleFilter, (typeof peopleOffers.orders)[number]> {
  /** Words of a name, an address or a body; empty where none are asked. */
  zoek: string;
}

/** What an address says of it. */
export const peopleQuery = ({ zoek, ...choice }: Omit<AskedPeople, 'isUnknown'>): Record<string, string> => ({
  ...choiceQuery(choice, peopleOffers),
  ...(zoek === '' ? {} : { zoek }),
});
