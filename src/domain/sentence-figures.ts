// What the sentence about a gate says, as figures and names: it becomes a sentence where it is shown.
import type { Explanation, Noun } from './rule.js';
import type { MissingWhy, Outcome, RulingKind, Slug } from './vocabulary.js';

/** How the groups of a gate are called, by their id. */
export type Nouns = Readonly<Record<Slug, Noun>>;

/** A body, by the title of its party, that does not count for. */
export interface NamedMissing {
  party: string;
  why: MissingWhy | 'against';
}

/** In what way a round ended, and by the title of which body. */
export type Concluded =
  | { by: string; ruling: RulingKind }
  /** In parts that go on with different options. */
  | { by: string; parts: readonly { title: string; bodies: number }[] };

export interface SentenceFigures {
  outcome: Outcome;
  explanation: Explanation;
  /** Whether the source names no rule, and this one is assumed. */
  assumed: boolean;
  missing: readonly NamedMissing[];
  /** Played back from documents: of who is silent it is only known that they do not say it. */
  fromDocuments: boolean;
  /** Null while nothing was concluded. */
  concluded: Concluded | null;
  nouns: Nouns;
}

/** Why a gate cannot be a go, with the names of the groups that its explanation speaks of. */
export type NotGo = { nouns: Nouns } & (
  | { because: 'outcome'; sentence: SentenceFigures }
  /** The rule comes to a go, and not all chose the same; `splits` where the gate may end in parts. */
  | { because: 'divided'; splits: boolean }
  /** It cannot split while these have not chosen. */
  | { because: 'not-chosen'; missing: readonly NamedMissing[]; fromDocuments: boolean }
);
