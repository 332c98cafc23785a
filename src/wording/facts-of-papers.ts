// What is said of papers that are uploaded: with a submission, and as evidence.
export const paperWords = {
  file: {
    name: 'Bestand',
    ask: 'Of kies een bestand',
    means: 'Het geüploade stuk, met de hash die `POST …/papers` gaf.',
  },
  'proposal.file': { name: 'Bestand van het stuk', ask: 'Het stuk zelf, als bestand' },
  'revise-proposal.file': { name: 'Bestand van het stuk', ask: 'De nieuwe versie zelf, als bestand' },
  'lay-paper.file': { name: 'Bestand van het stuk', ask: 'Het stuk zelf, als bestand' },
  'variants.file': { name: 'Bestand van de variant' },
  'documents.file': { name: 'Bestand van het stuk', asks: (n: number) => `Bestand van stuk ${n}` },
  'evidence.file': { name: 'Bestand van het bewijs', asks: (n: number) => `Bestand van bewijsstuk ${n}` },
};
