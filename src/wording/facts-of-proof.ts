// What the facts are called that show the end of a phase: where it was published, and from when it holds.
export const publicationPlaceWords = {
  gemeenteblad: 'gemeenteblad',
  cvdr: 'lokale regelgeving (CVDR)',
  register: 'register van gemeenschappelijke regelingen',
  elsewhere: 'elders',
};

export const proofFactWords = {
  publications: {
    name: 'Bekendmaking',
    many: 'Bekendmakingen',
    more: 'Nog een bekendmaking',
    means: 'Waar het is bekendgemaakt of ingeschreven, en onder welk nummer.',
  },
  'publications.where': {
    name: 'Waar',
    asks: (n: number) => `Waar is bekendmaking ${n}?`,
    among: publicationPlaceWords,
  },
  'publications.number': { name: 'Nummer', asks: (n: number) => `Nummer van bekendmaking ${n}` },
  'publications.publishedOn': { name: 'Bekendgemaakt op', asks: (n: number) => `Datum van bekendmaking ${n}` },
  'publications.url': { name: 'Adres van de bekendmaking', asks: (n: number) => `Link naar bekendmaking ${n}` },
  where: { name: 'Waar', means: 'Waar het is bekendgemaakt of ingeschreven.' },
  number: { name: 'Nummer', means: 'Het nummer, zoals gmb-2025-500000 of CVDR746469.' },
  entersIntoForceOn: {
    name: 'Inwerkingtreding',
    ask: 'Datum van inwerkingtreding',
    hint: 'Die mag vóór de bekendmaking liggen: dan werkt het terug.',
    means: 'De dag waarop het in werking treedt; vóór de bekendmaking werkt het terug.',
  },
  operationalOn: {
    name: 'Operationeel',
    ask: 'Vanaf wanneer is de organisatie operationeel?',
    hint: 'Alleen als dat met deze fase begint.',
    means: 'De dag vanaf wanneer de organisatie werkt.',
  },
};

/** What a phase was to take along and did not, and what to do. */
export const proofFlagWords: Readonly<Record<string, string>> = {
  'no-publication': 'Er staat geen nummer of link van de bekendmaking bij.',
  'no-entry-into-force': 'Er staat geen datum van inwerkingtreding bij.',
};

export const proofWords = {
  title: 'Bekendmaking en inwerkingtreding',
  publication: 'Bekendmaking',
  force: 'In werking',
  operational: 'Operationeel',
  evidence: 'Bewijs',
  retroactive: 'met terugwerkende kracht',
  /** To where the end of the phase can be corrected. */
  add: 'Aanvullen kan in het logboek',
};
