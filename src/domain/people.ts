// People as they are known here: beside what they may do, how they are called and where they are reached.
import type { Assignment, Person } from './permissions.js';
import type { Day, Id } from './vocabulary.js';

export interface KnownPerson extends Person {
  name: string;
  email: string;
  assignments: KnownAssignment[];
}

/** Somebody who can be written to, and called where they gave a number. */
export interface Reachable extends Pick<KnownPerson, 'name' | 'email'> {
  phone: string | null;
}

/** A telephone number as people write it. */
export const isPhone = (text: string): boolean => /^\+?[\d() -]{3,30}$/.test(text);

/** Somebody as the record of people has them: once they are erased, nobody knows who it was. */
export interface PersonOnRecord {
  id: Id;
  name: string | null;
  email: string | null;
  erasedOn: Day | null;
  assignments: KnownAssignment[];
}

/** The same, by whom it is known whether they were written to. */
export interface Addressee extends Reachable {
  person: Id;
}

export interface KnownAssignment extends Assignment {
  id: Id;
}
