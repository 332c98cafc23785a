// What is shown of the security log, to who manages people: as it was stored, with the names of those who are known.
import type { SecurityEntry, SecurityKind } from '../security/entries.js';
import type { Day, Hex, Id, Instant } from '../vocabulary.js';

/** Null where who it is was erased. */
export interface NamedPerson {
  id: Id;
  name: string | null;
}

export interface SecurityEntryView {
  sequence: number;
  type: SecurityKind;
  format: number;
  on: Day;
  recordedAt: Instant;
  /** Null where nobody is known. */
  person: NamedPerson | null;
  /** Null where it is about nobody else. */
  about: NamedPerson | null;
  facts: object;
  previous: Hex;
  hash: Hex;
}

export function securityEntryView(entry: SecurityEntry, nameOf: (person: Id) => string | null): SecurityEntryView {
  const { sequence, type, format, on, recordedAt, facts, previous, hash } = entry;
  const named = (id: Id | undefined): NamedPerson | null => (id === undefined ? null : { id, name: nameOf(id) });
  const [person, about] = [named(facts.person), named(facts.about)];
  return { sequence, type, format, on, recordedAt, person, about, facts, previous, hash };
}
