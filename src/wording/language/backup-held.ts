// What a backup holds and how large it is, in a few words.
import type { Instant } from '../../domain/vocabulary.js';
import { count } from './dates.js';

const sizes = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 1 });
const steps = ['kB', 'MB', 'GB', 'TB'];

/** 12,4 MB */
export function sizeWords(bytes: number): string {
  let [size, at] = [bytes / 1000, 0];
  for (; size >= 1000 && at < steps.length - 1; at++) size /= 1000;
  return `${sizes.format(size)} ${steps[at]}`;
}

export interface Held {
  dossiers: number;
  events: number;
  peopleEvents: number;
  newest: Instant | null;
  size: number;
}

/** 1 traject, 12 trajecten. */
const dossierWords = (n: number): string => `${count(n)} ${n === 1 ? 'traject' : 'trajecten'}`;

/** What a backup holds, in a line. */
export const heldWords = ({ dossiers, events, peopleEvents }: Omit<Held, 'newest' | 'size'>): string =>
  `${dossierWords(dossiers)} met ${count(events)} regels, en ${count(peopleEvents)} regels over mensen en rollen`;
