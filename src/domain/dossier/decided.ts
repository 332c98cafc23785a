// What bodies decided and what came of it, as the record keeps it: decisions, conditions, rulings.
import type {
  BodyId,
  ConditionEffect,
  Confirmation,
  ConsentGround,
  Day,
  DecisionForm,
  DecisionKind,
  Hex,
  Id,
  Instant,
  Outcome,
  ReleaseScope,
  Role,
  RulingKind,
  Slug,
  Tenor,
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

export interface Decision {
  readonly id: Id;
  readonly body: BodyId;
  readonly kind: DecisionKind;
  readonly answers: Readonly<Record<Slug, DecisionKind>>;
  readonly decidedOn: Day;
  readonly reference: string | null;
  readonly reason: string | null;
  readonly remarks: readonly (string | null)[];
  /** The answer to each remark; null while there is none. */
  readonly remarkAnswers: readonly (string | null)[];
  readonly option: Slug | null;
  readonly nextDate: Day | null;
  readonly evidence: readonly { title: string | null; url: string | null }[];
  readonly conditions: readonly Id[];
  /** The version of the proposal that it says it was taken on; null where it says none. */
  readonly proposalVersion: number | null;
  readonly form: DecisionForm | null;
  readonly ground: ConsentGround | null;
  readonly subjectTo: { readonly gate: Slug; readonly body: BodyId } | null;
  readonly listAdoptedOn: Day | null;
  readonly publishedOn: Day | null;
  readonly publicationUrl: string | null;
  readonly text: string | null;
  readonly conform: boolean | null;
  readonly release: Release;
  readonly portfolioHolder: string | null;
  readonly consentItem: boolean | null;
  readonly amendments: readonly (string | null)[];
  readonly motions: readonly (string | null)[];
  readonly commitments: readonly (string | null)[];
  readonly tenor: Tenor | null;
  /** The points of a zienswijze, each with its answer in the response note. */
  readonly points: readonly { readonly text: string | null; readonly answer: string | null }[];
  readonly signatory: string | null;
  readonly capacity: string | null;
  readonly authorisedOn: Day | null;
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

export interface Release {
  readonly scope: ReleaseScope;
  readonly from: Day | null;
  readonly ground: string | null;
}

export interface Condition {
  readonly id: Id;
  readonly gate: Slug;
  readonly round: number;
  readonly decision: Id;
  readonly body: BodyId;
  readonly text: string | null;
  readonly effect: ConditionEffect;
  readonly owner: string | null;
  readonly dueOn: Day | null;
  readonly status: 'open' | 'adopted' | 'carried' | 'rejected' | 'met' | 'waived' | 'disputed';
  /** The phase at whose gate it must be met; kept while it is disputed. */
  readonly carriedTo: Slug | null;
  readonly reason: string | null;
  readonly answeredOn: Day | null;
}

export interface Ruling {
  readonly id: Id;
  readonly round: number;
  readonly ruling: RulingKind;
  readonly outcome: Outcome;
  readonly ruledOn: Day;
  readonly reason: string | null;
  readonly meeting: { readonly form: string; readonly reference: string | null } | null;
  readonly dissent: readonly BodyId[];
  readonly recorded: Recorded;
}
