// The dates of facts: not after today, not before the dossier, not before what they follow.
import type { Dossier } from '../dossier/state.js';
import { invalid, type FieldError } from '../refusal.js';
import type { Day } from '../vocabulary.js';

/** A day on which something happened: not in the future, not before the dossier started. */
export function happened(pointer: string, day: Day, today: Day, dossier: Dossier): FieldError[] {
  if (day > today) return [{ pointer, code: 'date-in-future', limit: today }];
  return notBefore(pointer, day, dossier.startedOn);
}

/** A day beside another one that it cannot precede. */
export function notBefore(pointer: string, day: Day | undefined, earliest: Day): FieldError[] {
  return day !== undefined && day < earliest ? [{ pointer, code: 'date-too-early', limit: earliest }] : [];
}

/** Something that happened after something else, and not in the future. */
export const between = (pointer: string, day: Day | undefined, earliest: Day, today: Day): FieldError[] =>
  day !== undefined && day > today
    ? [{ pointer, code: 'date-in-future', limit: today }]
    : notBefore(pointer, day, earliest);

/** What comes after what last moved its phase. @throws Refusal */
export const followsMove = ({ state }: { state: { movedOn: Day | null } }, { on }: { on: Day }): void =>
  follows('/on', on, state.movedOn);

/** @throws Refusal when the day precedes one of those that it follows in the record */
export function follows(pointer: string, day: Day, ...earlier: (Day | null | undefined)[]): void {
  const newest = earlier.reduce<Day>((max, one) => (one && one > max ? one : max), '');
  if (day < newest) throw invalid([{ pointer, code: 'date-too-early', limit: newest }]);
}
