// People as they are known here: beside what they may do, how they are called and where they are reached.
import type { Assignment, Person } from './permissions.js';
import type { Id } from './vocabulary.js';

export interface KnownPerson extends Person {
  name: string;
  email: string;
  assignments: KnownAssignment[];
}

export interface KnownAssignment extends Assignment {
  id: Id;
}
