// Every body that somebody can have a role for. Who knows the plans and the municipalities provides it.
import type { FieldError } from './refusal.js';
import type { BodyId, BodyKind, Day } from './vocabulary.js';

export interface NamedBody {
  id: BodyId;
  title: string;
}

export abstract class KnownBodies {
  /** The kind of a body that there is on that day; else what is wrong with it. */
  abstract kindOf(body: BodyId, on: Day): BodyKind | FieldError;

  /** Those that there are on that day, as they are called; those of the plans first. */
  abstract on(day: Day): NamedBody[];

  /** How it is called; its own name where nobody knows it any more. */
  abstract titleOf(body: BodyId): string;
}
