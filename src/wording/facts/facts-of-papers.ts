// What is said of papers that are uploaded: with a submission, and as evidence.

/** Who may see a paper, where nothing is said of it; nothing is public yet, so that a form offers one thing beside that. */
const scope = { unsaid: 'Iedereen die de rest ook mag zien', offered: ['own'] };
const scopesFor = (own: string) => ({ own, region: 'iedereen met een rol in dit traject', public: 'iedereen' });
const ofRegion = scopesFor('alleen wie voor de regio werkt');
const ofOne = (n: number): string => `Wie mag stuk ${n} zien?`;

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
  'evidence.scope': {
    name: 'Te zien voor',
    asks: (n: number) => `Wie mag bewijsstuk ${n} zien?`,
    among: scopesFor('alleen het eigen orgaan'),
    means: 'Wie van hen die het feit zien ook dit stuk mogen zien; zonder dit allemaal.',
    ...scope,
  },
  'visit-body.evidence.scope': {
    name: 'Te zien voor',
    asks: ofOne,
    among: scopesFor('alleen wie bezocht is en de kwartiermaker'),
    ...scope,
  },
  'rule-gate.evidence.scope': { name: 'Te zien voor', asks: ofOne, among: ofRegion, ...scope },
  'complete-phase.evidence.scope': { name: 'Te zien voor', asks: ofOne, among: ofRegion, ...scope },
  'documents.scope': { name: 'Te zien voor', asks: ofOne, among: ofRegion, ...scope },
  'lay-paper.scope': {
    name: 'Te zien voor',
    ask: 'Wie mag dit stuk zien?',
    among: ofRegion,
    ...scope,
  },
};
