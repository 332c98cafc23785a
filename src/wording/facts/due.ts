// What is said of the time that a body has to decide: its term, what that is made of, and how it was extended.
import { longDay } from '../language/dates.js';
import { inSentence } from '../language/nouns.js';

export const termWords = {
  title: 'Termijnen',
  received: 'Ontvangen',
  given: (weeks: number) => `${weeks} weken, t/m`,
  promised: 'Toegezegd t/m',
  extended: 'Verlengd t/m',
  due: 'Loopt t/m',
  notBegun: 'loopt nog niet',
  extendedFor: (body: string | null, until: string) =>
    `de termijn van ${body === null ? 'alle organen' : inSentence(body)} is verlengd t/m ${longDay(until)}`,
  grantedBy: (who: string) => `(gegeven door ${who})`,
  beyondLaw: (weeks: number, isView: boolean) =>
    `De wet geeft hier ${weeks} weken${isView ? ' (Wgr art. 1, derde lid)' : ''}. Dat een langere termijn mag, is niet nagegaan.`,
};

export const extensionFactWords = {
  'extend-term.on': { name: 'Datum', ask: 'Datum waarop de verlenging is gegeven' },
  'extend-term.body': { name: 'Orgaan', ask: 'Voor wie?' },
  'extend-term.until': {
    name: 'Verlengd t/m',
    ask: 'Nieuwe laatste dag',
    means: 'De laatste dag van de verlengde termijn; later dan die nu loopt.',
  },
  'extend-term.reason': { name: 'Reden', ask: 'Waarom is er meer tijd?' },
  grantedBy: {
    name: 'Gegeven door',
    ask: 'Wie gaf de verlenging?',
    hint: 'Zoals het te citeren is: ABO van 12 juni 2025, agendapunt 2.',
    means: 'Wie de verlenging gaf, zoals het te citeren is.',
  },
};

/** As the log tells it. */
export const extended = (phase: string, body: string | null, until: string): string =>
  `De termijn van ${body === null ? 'alle organen' : inSentence(body)} bij ${phase} is verlengd t/m ${longDay(until)}.`;
