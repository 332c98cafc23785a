// What bodies decided and what came of it, as the record keeps it: decisions, conditions, rulings.
import type { Kept } from '../facts/fact.js';
import type { conditionFacts, DecisionKept } from '../facts/of-decisions.js';
import type { conclusionFacts } from '../facts/of-gates.js';
import type { mandateFacts } from '../facts/of-mandates.js';
import type { secrecyFacts } from '../facts/of-secrecy.js';
import type {
  BodyId,
  ConditionAnswer,
  Confirmation,
  Day,
  DecisionKind,
  Hex,
  Id,
  Instant,
  LinkUse,
  Outcome,
  Role,
  RulingKind,
  SecrecyBody,
  Slug,
} from '../vocabulary.js';

/** A body takes back all that it decided until then. */
export interface TakenBack {
  /** The reading that it names, and the act of which that is one. */
  readonly decision: Id;
  readonly act: Id;
  readonly body: BodyId;
  readonly round: number;
  readonly on: Day;
  readonly reason: string | null;
  /** Its place in the record, and the moment. */
  readonly sequence: number;
  readonly recordedAt: Instant;
}

/** That somebody decides in the name of a body. */
export interface MandateRecord extends Kept<typeof mandateFacts> {
  readonly id: Id;
  /** Whether the body said so itself. */
  readonly confirmation: Confirmation;
  /** Why its body says that it is not so, or what it wrote when it confirmed it. */
  readonly confirmationReason: string | null;
  /** When it was ended before its time, and why. */
  readonly ended: { readonly until: Day; readonly reason: string | null; readonly recorded: Recorded } | null;
  /** Where its body said whether it is so; null while it did not. */
  readonly word: Recorded | null;
  readonly recorded: Recorded;
}

/** That secrecy rests no more on what a decision named. */
export interface SecrecyLift {
  /** What was lifted, as the decision that it names had it; null where that is not to be found. */
  readonly secret: Kept<typeof secrecyFacts> | null;
  readonly on: Day;
  readonly by: SecrecyBody;
  readonly reference: string | null;
  readonly recorded: Recorded;
}

/** What was put is taken back. */
export interface Withdrawal {
  readonly on: Day;
  readonly reason: string | null;
}

/** Where, when and by whom something was recorded. */
export interface Recorded {
  readonly sequence: number;
  readonly recordedAt: Instant;
  readonly by: { readonly id: Id; readonly role: Role; readonly body: BodyId | null; readonly link?: LinkUse };
  readonly hash: Hex;
}

/** An act as it was recorded, or as a correction says that it was. */
export interface Decision extends Omit<DecisionKept, 'conditions' | 'release' | 'proposalVersion'> {
  readonly id: Id;
  /** The act of which it is a reading: the name of its first recording. */
  readonly act: Id;
  readonly body: BodyId;
  readonly round: number;
  readonly proposalVersion: number;
  readonly kind: DecisionKind;
  readonly answers: Readonly<Record<Slug, DecisionKind>>;
  /** Of these, the kinds that the plan did not name at its gate: they count for nothing. */
  readonly unplanned: readonly DecisionKind[];
  readonly decidedOn: Day;
  /** The answer to each remark, and to each point of a zienswijze in the response note; null while there is none. */
  readonly remarkAnswers: readonly (string | null)[];
  readonly pointAnswers: readonly (string | null)[];
  readonly conditions: readonly Id[];
  /** Its conditions as it says them: they are so once it holds. */
  readonly made: readonly Condition[];
  readonly release: Release;
  /** In order of recording. */
  readonly secrecyLifts: readonly SecrecyLift[];
  readonly corrects: Id | null;
  readonly revises: Id | null;
  readonly confirmation: Confirmation;
  /** The day on which the body confirmed or disputed what the region recorded. */
  readonly confirmedOn: Day | null;
  /** Why it says that what was recorded is not so, or what it adds to its yes. */
  readonly confirmationReason: string | null;
  /** Recorded when its round had already been ruled. */
  readonly afterRuling: boolean;
  readonly recorded: Recorded;
}

/** What a body did on a day: it decided. A correction is no act but a later reading of one. */
export interface Act {
  readonly id: Id;
  /** That of its first recording: acts of one day stand in this order, whatever was corrected since. */
  readonly sequence: number;
  readonly body: BodyId;
  /** In order of recording. */
  readonly readings: readonly Decision[];
  /** The reading that holds. */
  readonly holds: Id;
  /** What the region says of an act of the body: it waits until the body confirms it. */
  readonly proposed: Id | null;
  /** Whether the body recorded, corrected or confirmed it; else the region did, and the body has said nothing. */
  readonly own: boolean;
  /** Whether the body says that there was no such act. */
  readonly disputed: boolean;
}

export type Release = NonNullable<DecisionKept['release']>;

export interface Condition extends Kept<typeof conditionFacts> {
  readonly id: Id;
  readonly gate: Slug;
  readonly round: number;
  readonly decision: Id;
  readonly body: BodyId;
  /** In order of recording. */
  readonly answers: readonly GivenAnswer[];
}

/** What was answered to a condition: a fact by its day. */
export interface GivenAnswer {
  readonly answer: ConditionAnswer;
  /** The phase that it was carried to. */
  readonly phase: Slug | null;
  readonly reason: string | null;
  readonly on: Day;
}

/** How a gate stands over those to whom it was put, whoever left or joined since. */
export interface AsSubmitted {
  electorate: BodyId[];
  outcome: Outcome;
  certain: boolean;
  /** Who decide no more, by a change of the chair or by their own word, and who decide since. */
  takenOut: BodyId[];
  exited: BodyId[];
  joined: BodyId[];
}

export interface Ruling extends Kept<typeof conclusionFacts> {
  readonly id: Id;
  readonly round: number;
  readonly ruling: RulingKind;
  readonly outcome: Outcome;
  readonly ruledOn: Day;
  readonly dissent: readonly BodyId[];
  readonly asSubmitted: AsSubmitted | null;
  /** Its place in the record, also where it was corrected later. */
  readonly place: number;
  readonly recorded: Recorded;
}
