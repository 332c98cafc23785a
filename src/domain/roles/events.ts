// What is recorded of people and their roles: who was given what, by whom and why. Stored as the events of a dossier are, in
// one chain for everybody. Names, addresses and reasons are texts, which can be erased; types are added, never changed.
import type { By, Texts } from '../dossier/events.js';
import type { Hashed } from '../facts/fact.js';
import type { assignmentEndFacts, assignmentFacts } from '../facts/of-people.js';
import type { Day, Hex, Id, Instant } from '../vocabulary.js';

/**
 * How something came into the record without anyone signed in: it was there before there was a record, it was done from
 * the command line, by whoever had a one-time link, by somebody for themselves, or Sluis itself made it, for its demonstration or to play something
 * back.
 */
export const origins = ['taken-over', 'shell', 'link', 'self', 'sluis'] as const;
export type Origin = (typeof origins)[number];

interface PeopleFacts {
  /** `name` and `email` stand among the texts. */
  PersonAdded: { origin?: Origin };
  RoleGiven: Hashed<typeof assignmentFacts> & { assignment: Id; origin?: Origin };
  RoleEnded: Hashed<typeof assignmentEndFacts> & { assignment: Id };
  /** What was corrected stands among the texts. */
  PersonCorrected: object;
  /** Every role ended on this day; what was still to begin never did. */
  PersonErased: { until: Day };
  /** A one-time link was made: whoever has it chooses a password, and signs in as this person. */
  LinkMade: { origin?: Origin };
  PasswordChosen: { origin: Origin };
}

export type PeopleEventType = keyof PeopleFacts;

/** As it is decided, before it has its place. */
export type NewPeopleEvent = {
  [T in PeopleEventType]: {
    type: T;
    on: Day;
    facts: PeopleFacts[T] & { person: Id };
    texts: Readonly<Record<string, string | undefined>>;
  };
}[PeopleEventType];

interface OnRecord {
  sequence: number;
  format: number;
  on: Day;
  recordedAt: Instant;
  recordedBy?: Id;
  texts: Texts;
  previous: Hex;
  hash: Hex;
}

/** As it was stored. `by` and `recordedBy` are absent where nobody was signed in. */
export type PeopleEvent = {
  [T in PeopleEventType]: OnRecord & { type: T; facts: PeopleFacts[T] & { person: Id; by?: By } };
}[PeopleEventType];
