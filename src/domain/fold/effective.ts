// The record as it is read: every fact once, in the place where it was recorded first, and said as it was corrected
// last. Corrections stand nowhere by themselves.
import type { Correction, DossierEvent } from '../dossier/events.js';
import type { Id } from '../vocabulary.js';
import { CannotFollow } from './evolve.js';

/** Something that was recorded, and how it is read: equal where nobody corrected it. */
export interface RecordedFact {
  readonly first: DossierEvent;
  newest: DossierEvent;
  /** Every reading before the newest, oldest first. */
  readonly older: DossierEvent[];
}

export const correctionIn = ({ facts }: DossierEvent): Correction | null => facts.correction ?? null;

/** Every fact of these events, also those that never were. @throws CannotFollow where one corrects what is not there */
export function factsIn(events: readonly DossierEvent[]): RecordedFact[] {
  const facts: RecordedFact[] = [];
  const known = new Map<number, RecordedFact>();
  for (const event of events) {
    const correction = correctionIn(event);
    const fact: RecordedFact | undefined =
      correction === null ? { first: event, newest: event, older: [] } : known.get(correction.of);
    if (!fact) throw new CannotFollow(event.sequence, `it corrects event ${correction?.of}, which is not there`);
    if (correction === null) facts.push(fact);
    else {
      fact.older.push(fact.newest);
      fact.newest = event;
    }
    known.set(event.sequence, fact);
  }
  return facts;
}

/** Those that count: what never was does not, and a dossier that never was has all that was said in it still. */
export const effective = (events: readonly DossierEvent[]): RecordedFact[] => factsIn(events).filter(stands);

export const stands = ({ newest }: RecordedFact): boolean =>
  newest.type === 'DossierStarted' || newest.facts.correction?.never !== true;

/** How a reading of a fact can be named: by its id where it has one, and always by its sequence. */
export const namesOf = ({ sequence, type, facts }: DossierEvent): (number | Id)[] => {
  if (type === 'GateRuled') return [facts.id, sequence];
  if (type === 'MeetingRecorded') return [facts.meeting, sequence];
  return type === 'DossierStarted' ? [facts.dossier, sequence] : [sequence];
};

export const isNamed = ({ newest, older }: RecordedFact, name: number | Id | undefined): boolean =>
  [newest, ...older].some((reading) => isName(name, reading));

// A sequence may also be sent as it is named in a refusal: as text.
export const isName = (name: number | Id | undefined, reading: DossierEvent): boolean =>
  namesOf(reading).some((one) => String(one) === String(name));
