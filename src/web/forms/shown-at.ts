// From what a form was made: it goes along with the form, so that what is confirmed is what was shown.
import { isDay } from '../../domain/calendar.js';
import type { Day, Id } from '../../domain/vocabulary.js';
import type { FormContext } from './form-kind.js';
import type { Values } from './form.js';

/** The newest event of the dossier that the form was made from, the day on which it was, and who it was shown to. */
export interface ShownAt {
  sequence: number;
  day: Day;
  person: Id;
}

export const shownAt = ({ reading, today, person }: FormContext): string =>
  `${reading.dossier.sequence} ${today} ${person.id}`;

/** What came back with the form; null where that cannot be, or where it says nothing. */
export function shownAtIn({ gelezen = '' }: Values, { reading }: FormContext): ShownAt | null {
  const [, digits = '', day = '', person = ''] = /^([1-9]\d{0,8}) (\S{10}) ([\w-]{1,64})$/.exec(gelezen) ?? [];
  const sequence = Number(digits);
  return isDay(day) && sequence <= reading.dossier.sequence ? { sequence, day, person } : null;
}
