// What is said of what is late, and of the goal of a plan.
import type { Day } from '../../domain/vocabulary.js';
import { count, days, longDay, shortDay } from '../language/dates.js';

const tooLate = (n: number): string => `${days(n)} te laat`;

export const latenessWords = {
  /** In a list, where there is room for little. */
  mark: tooLate,
  first: (phase: string, n: number) => `${phase} is ${tooLate(n)}`,
  since: (day: Day) => `sinds ${longDay(day)}`,
  others: (n: number) => `Ook te laat: ${n === 1 ? 'nog een fase' : `nog ${count(n)} fasen`}.`,
  /** In a table that has its phase. */
  cell: (day: Day, n: number) => `${tooLate(n)}, sinds ${shortDay(day)}`,
  slipped: (n: number) => `${days(Math.abs(n))} ${n > 0 ? 'later' : 'eerder'} gepland`,
  goal: (on: Day) => `Doel: ${longDay(on)}`,
  goalAhead: (n: number) => (n === 0 ? 'vandaag' : `over ${days(n)}`),
  goalOver: (n: number) => `${days(n)} geleden`,
  /** @param n how many days after it; negative before it */
  goalReached: (on: Day, n: number) =>
    `bereikt op ${longDay(on)}${n === 0 ? '' : `, ${days(Math.abs(n))} ${n > 0 ? 'later' : 'eerder'}`}`,
};
