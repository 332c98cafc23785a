// What is said of looking for something over all dossiers.
import type { Day } from '../../domain/vocabulary.js';
import { longDay } from '../language/dates.js';

export const searching = {
  title: 'Zoeken',
  label: 'Zoek in alle trajecten',
  hint: 'In titels, nummers, toelichtingen, voorwaarden, aandachtspunten, bevindingen en namen van stukken. Hoofdletters en accenten maken niet uit, enkelvoud of meervoud ook niet.',
  button: 'Zoek',
  results: (words: string) => `Gevonden voor “${words}”`,
  wrong: (words: string) => `Zoeken naar “${words}”`,
  nothing: (words: string) => `Er is niets gevonden voor “${words}” in wat u mag zien.`,
  try: 'Zoek met minder woorden, of met een ander woord. Alle woorden moeten bij elkaar staan: in één besluit, één conclusie of één bezoek.',
  dossiers: 'Trajecten',
  lines: 'In besluiten, stukken en het logboek',
  startedOn: (day: Day) => `gestart op ${longDay(day)}`,
  on: longDay,
  more: 'Meer resultaten',
  next: 'Volgende resultaten',
};

/** Of the lines of one log. */
export const logFind = {
  title: 'Zoek in dit logboek',
  body: 'Van wie',
  person: 'Vastgelegd door',
  words: 'Woorden in wat is getypt',
  all: 'Iedereen',
  show: 'Toon',
  clear: 'Toon alles',
  unknown: 'Het adres vroeg om een filter dat hier niet (meer) kan. Dat filter is weggelaten.',
};
