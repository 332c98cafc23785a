// Who decide, and how that changed: what a page says of it.
import type { Day } from '../domain/vocabulary.js';
import { longDay } from './dates.js';
import { listWords } from './words.js';

interface Merged {
  from: readonly string[];
  into: string;
  since?: Day;
}

/** Brielle, Hellevoetsluis en Westvoorne gaan sinds 1 januari 2023 verder als Voorne aan Zee. */
export const partiesMerged = ({ from, into, since }: Merged): string =>
  `${listWords([...from])} ${from.length === 1 ? 'gaat' : 'gaan'}${since === undefined ? '' : ` sinds ${longDay(since)}`} verder als ${into}`;

export const mergerForm = {
  which: 'Welke herindeling?',
  hint: 'Zoals het register van gemeenten het zegt. De opvolger heeft bij alle momenten die open staan of nog komen de zetel van haar voorgangers, en heeft daar nog niet besloten.',
  since: (what: string, on: string) => `${what}, vanaf ${longDay(on)}`,
};

export const electoratePage = {
  joined: (names: string) => `doet mee: ${names}`,
  parted: (names: string) => `doet niet meer mee: ${names}`,
  exited: (names: string) => `trad zelf uit: ${names}`,
  merged: (into: string, from: string) => `${into} komt in de plaats van ${from}`,
  ground: (ground: string) => `Grond: ${ground}`,
};
