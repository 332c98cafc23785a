// What is said of how a list of dossiers is chosen and ordered.
export const overviewWords = {
  filter: 'Welke trajecten',
  filters: {
    alles: 'Lopend',
    laat: 'Te laat',
    voorwaarden: 'Met open voorwaarden',
    gemeente: 'Mijn gemeente',
    afgerond: 'Afgerond en gestopt',
  },
  orders: { start: 'begin', titel: 'naam', datum: 'uiterste datum', speling: 'minste speling' },
  none: {
    alles: 'Er loopt nu geen traject.',
    laat: 'Geen traject is te laat.',
    voorwaarden: 'Geen traject heeft een open voorwaarde.',
    gemeente: 'Er loopt geen traject waaraan uw gemeente meedoet.',
    afgerond: 'Er is nog geen traject afgerond of gestopt.',
  },
  folded: (n: number) => `Afgerond, gestopt of gereconstrueerd (${n})`,
  allOver: 'Alles wat is afgerond of gestopt',
  cut: 'Er is alleen naar de eerste 500 trajecten gekeken.',
};
