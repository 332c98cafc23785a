// Every body that somebody can have a role for. Who knows the plans and the municipalities provides it.
import type { FieldError } from './refusal.js';
import type { BodyId, BodyKind, Day, Slug } from './vocabulary.js';

export interface NamedBody {
  id: BodyId;
  title: string;
}

/** A body with whose it is. */
export interface DescribedBody extends NamedBody {
  kind: BodyKind;
  party: Slug;
  partyTitle: string;
  /** Whether it concludes at a gate of some plan. */
  concludes: boolean;
  /** Whether it comes to exist by a decision. */
  isFounded: boolean;
}

/** A region of which the plans name who take part. */
export interface NamedRegion {
  id: Slug;
  title: string;
  bodies: readonly BodyId[];
}

export abstract class KnownBodies {
  /** The kind of a body that there is on that day; else what is wrong with it. */
  abstract kindOf(body: BodyId, on: Day): BodyKind | FieldError;

  /** Those that there are on that day, as they are called; those of the plans first. */
  abstract on(day: Day): NamedBody[];

  /** Null where nobody knows it any more. */
  abstract describe(body: BodyId): DescribedBody | null;

  /** Those of the newest plans, by title. */
  abstract regions(): NamedRegion[];

  /** How it is called; its own name where nobody knows it any more. */
  abstract titleOf(body: BodyId): string;
}
