// What the metadata of an archive is called: the lists of MDTO, and the values of them that Sluis gives.
export const archive = {
  lists: {
    levels: 'Begrippenlijst Aggregatieniveaus MDTO',
    events: 'Begrippenlijst EventTypeLijst MDTO',
    valuations: 'Begrippenlijst Waarderingen MDTO',
    restrictions: 'Begrippenlijst BeperkingGebruikTypeLijst MDTO',
    algorithms: 'Begrippenlijst ChecksumAlgoritme MDTO',
    formats: 'IANA Media Types',
  },
  levels: { dossier: 'Dossier', piece: 'Archiefstuk' },
  events: { created: 'Creatie', closed: 'Bevriezing', exported: 'Export' },
  covers: 'Looptijd van het traject',
  valuation: 'Nader te bepalen',
  restriction: 'Nader te bepalen',
  overview: (title: string) => `Overzicht en logboek: ${title}`,
};
