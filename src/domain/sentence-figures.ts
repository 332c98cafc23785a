// What the sentence about a gate says, as figures and names: it becomes a sentence where it is shown.
import type { Explanation, Noun } from './rule.js';
import type { Asks, BodyId, Day, MissingWhy, Outcome, RulingKind, Slug } from './vocabulary.js';

/** How the groups of a gate are called, by their id. */
export type Nouns = Readonly<Record<Slug, Noun>>;

/** A body that does not count for, by the title of its party, or by its own where two of that party are asked. */
export interface NamedMissing {
  body: BodyId;
  name: string;
  why: MissingWhy | 'against' | 'abstained';
  /** Whether its term is over. */
  isOver: boolean;
  /** On which day it said that it will decide; null where it said none. */
  decidesOn: Day | null;
  /** Whether it recorded something that it has not released. */
  isHidden?: true;
  /** Of who has said nothing that stands: what became of what was said. */
  formerly?: Formerly;
  reservation?: NamedReservation;
}

/** Whether it took back what it decided, and whether it disputes what was recorded for it since. */
export interface Formerly {
  takenBack: boolean;
  disputed: boolean;
}

/** The gate at which a yes was given that waits, and for the decision of which body at which gate. */
export interface NamedReservation {
  at: string;
  body: string;
  gate: string;
  /** Whether that was decided otherwise. */
  refused: boolean;
}

/** Who is against one of several questions. */
export interface SplitQuestion {
  question: Slug;
  bodies: readonly { body: BodyId; name: string }[];
}

/** In what way a round ended, on which day, and by the title of which body; null where the decision itself was its end. */
export type Concluded = { by: string | null; on: Day } & (
  | { ruling: RulingKind }
  /** In parts that go on with different options. */
  | { parts: readonly { title: string; bodies: number }[] }
);

/** How many left and joined since it was put, and what the rule comes to over those to whom it was. */
export interface Changed {
  size: number;
  takenOut: number;
  exited: number;
  joined: number;
  outcome: Outcome;
}

export interface SentenceFigures {
  outcome: Outcome;
  explanation: Explanation;
  /** Whether the source names no rule, and this one is assumed. */
  assumed: boolean;
  missing: readonly NamedMissing[];
  /** Of a go that is possible: who will decide yet, or has not released what it decided. */
  without: readonly NamedMissing[];
  /** Of several questions that are put those that bodies are against; of a gate that may be a go none. */
  against: readonly SplitQuestion[];
  /** Played back from documents: of who is silent it is only known that they do not say it. */
  fromDocuments: boolean;
  /** Where who decide was changed: of how many to whom it was put, and what it comes to over those. */
  asSubmitted: Changed | null;
  /** Null while nothing was concluded. */
  concluded: Concluded | null;
  nouns: Nouns;
  asks: Asks;
}

/** Why a gate cannot be a go, with the names of the groups that its explanation speaks of, and what it asks. */
export type NotGo = Pick<SentenceFigures, 'nouns' | 'asks'> &
  /** `certain` where nobody who is missing can change it; `on`: how it stood on a day that is past. */
  (
    | { because: 'outcome'; sentence: SentenceFigures; certain: boolean; on: Day | null }
    /** The rule comes to a go, and not all chose the same; `splits` where the gate may end in parts. */
    | { because: 'divided'; splits: boolean }
    /** It cannot split while these have not chosen. */
    | { because: 'not-chosen'; missing: readonly NamedMissing[]; fromDocuments: boolean }
  );
