// Who decide, and how that changed: what a page says of it.
import type { Day } from '../../domain/vocabulary.js';
import { longDay } from '../language/dates.js';
import { listWords } from '../language/words.js';

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
  hint: 'Zoals het register van gemeenten het zegt. De opvolger heeft bij alle momenten die open staan of nog komen de zetel van de voorgangers, en heeft daar nog niet besloten.',
  due: (what: string) =>
    `Volgens het register: ${what}. In dit traject is dat nog niet vastgelegd; dat doet de kwartiermaker.`,
  since: (what: string, on: string) => `${what}, vanaf ${longDay(on)}`,
};

/** What a predecessor said that decided nothing that is known. */
export const notSaid = (isHidden: boolean): string => (isHidden ? 'nog niet vrijgegeven' : 'geen besluit');

/** What those decided in whose place it came, and whether the form begins with that. */
export const predecessorsSaid = (said: readonly (readonly [who: string, word: string])[], isShared: boolean): string =>
  isShared
    ? `De voorgangers besloten alle: ${said[0]?.[1] ?? ''}. Blijft het daarbij? Dan is dat hier al ingevuld; vul de datum van het eigen besluit in.`
    : `De voorgangers besloten niet hetzelfde (${said.map(([who, word]) => `${who}: ${word}`).join('; ')}), dus er is niets ingevuld.`;

export const electoratePage = {
  joined: (names: string) => `doet mee: ${names}`,
  parted: (names: string) => `doet niet meer mee: ${names}`,
  exited: (names: string) => `trad zelf uit: ${names}`,
  merged: (into: string, from: string) => `${into} komt in de plaats van ${from}`,
  ground: (ground: string) => `Grond: ${ground}`,
};
