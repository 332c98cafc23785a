// What the facts are called that show the end of a phase: where it was published, and from when it holds; and what is said of
// publications.
import type { EventFacts } from '../../domain/dossier/events.js';
import { inSentence } from '../language/nouns.js';

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
  'record-publication.body': {
    name: 'Bekendmaking van',
    ask: 'Wie maakte het bekend?',
    hint: 'Elke deelnemer maakt ook zijn eigen besluit bekend.',
    means: 'Wie het eigen besluit bekendmaakte; weggelaten: wat samen is besloten.',
  },
  'record-publication.where': { name: 'Waar', ask: 'Waar is het bekendgemaakt?', among: publicationPlaceWords },
  'record-publication.on': { name: 'Datum', ask: 'Datum van de bekendmaking' },
  'record-publication.number': {
    name: 'Nummer',
    ask: 'Nummer van de bekendmaking',
    hint: 'Bijvoorbeeld: gmb-2026-123456.',
  },
  'record-publication.url': { name: 'Link naar de bekendmaking', ask: 'Link naar de bekendmaking' },
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
  own: 'Bekendmaking van het eigen besluit',
  inForceOn: (day: string) => `in werking op ${day}`,
  toPublish: (bodies: string) => `Van het eigen besluit staat nog geen bekendmaking bij: ${bodies}.`,
  /** Of what was decided together, as a choice of a form. */
  together: 'De regeling als geheel',
};

/** As the log tells it. */
export const publicationSentence = (
  { body, where }: EventFacts['PublicationRecorded'],
  nameOf: (body: string) => string,
): string =>
  body === undefined
    ? `Bekendgemaakt wat samen is besloten: ${publicationPlaceWords[where]}.`
    : `Bekendgemaakt door ${inSentence(nameOf(body))}: ${publicationPlaceWords[where]}.`;
