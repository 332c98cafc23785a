// What bodies decided and what came of it, as the record keeps it: decisions, conditions, rulings.
import type { Kept } from '../facts/fact.js';
import type { conditionFacts, DecisionKept } from '../facts/of-decisions.js';
import type { conclusionFacts } from '../facts/of-gates.js';
import type {
  BodyId,
  Confirmation,
  Day,
  DecisionKind,
  Hex,
  Id,
  Instant,
  Outcome,
  Role,
  RulingKind,
  Slug,
} from '../vocabulary.js';

export interface Withdrawal {
  readonly on: Day;
  readonly reason: string | null;
}

/** Where, when and by whom something was recorded. */
export interface Recorded {
  readonly sequence: number;
  readonly recordedAt: Instant;
  readonly by: { readonly id: Id; readonly role: Role; readonly body: BodyId | null };
  readonly hash: Hex;
}

export interface Decision extends Omit<DecisionKept, 'conditions' | 'release'> {
  readonly id: Id;
  readonly body: BodyId;
  readonly kind: DecisionKind;
  readonly answers: Readonly<Record<Slug, DecisionKind>>;
  readonly decidedOn: Day;
  /** The answer to each remark, and to each point of a zienswijze in the response note; null while there is none. */
  readonly remarkAnswers: readonly (string | null)[];
  readonly pointAnswers: readonly (string | null)[];
  readonly conditions: readonly Id[];
  readonly release: Release;
  readonly withdrawn: Withdrawal | null;
  /** The sequence of the event by which it was withdrawn or disputed. */
  readonly undone: number | null;
  readonly corrects: Id | null;
  readonly revises: Id | null;
  readonly confirmation: Confirmation;
  /** The day on which the body confirmed or disputed what the region recorded. */
  readonly confirmedOn: Day | null;
  /** Recorded when its round had already been ruled. */
  readonly afterRuling: boolean;
  readonly recorded: Recorded;
}

export type Release = NonNullable<DecisionKept['release']>;

export interface Condition extends Kept<typeof conditionFacts> {
  readonly id: Id;
  readonly gate: Slug;
  readonly round: number;
  readonly decision: Id;
  readonly body: BodyId;
  readonly status: 'open' | 'adopted' | 'carried' | 'rejected' | 'met' | 'waived' | 'disputed';
  /** The phase at whose gate it must be met; kept while it is disputed. */
  readonly carriedTo: Slug | null;
  readonly reason: string | null;
  readonly answeredOn: Day | null;
}

export interface Ruling extends Kept<typeof conclusionFacts> {
  readonly id: Id;
  readonly round: number;
  readonly ruling: RulingKind;
  readonly outcome: Outcome;
  readonly ruledOn: Day;
  readonly dissent: readonly BodyId[];
  readonly recorded: Recorded;
}
