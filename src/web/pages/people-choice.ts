// What can be asked of the list of people.

export const peopleFilters = ['alles', 'zonder', 'wachtwoord', 'gewist'] as const;
export const peopleOrders = ['naam', 'adres'] as const;
export type PeopleFilter = (typeof peopleFilters)[number];

/** What the address asks. */
export interface AskedPeople {
  toon: PeopleFilter;
  volgorde: (typeof peopleOrders)[number];
  /** Words of a name, an address or a body; empty where none are asked. */
  zoek: string;
  /** Whether it asks what is not there. */
  isUnknown: boolean;
}

/** What an address says of it. */
export const peopleQuery = ({ toon, volgorde, zoek }: Omit<AskedPeople, 'isUnknown'>): Record<string, string> => ({
  ...(toon === 'alles' ? {} : { toon }),
  ...(volgorde === 'naam' ? {} : { volgorde }),
  ...(zoek === '' ? {} : { zoek }),
});
