// A dossier folded from its events: where it is (the machine's snapshot) and what was said (a plain record).
// Immutable: every event makes a new one.
import type { Plan } from '../workflow/plan.js';
import { dossierStatus, phaseStatus, type PhaseStatus, type Snapshot } from '../workflow/machine.js';
import type { Explanation, Rule } from '../rule.js';
import type { Missing } from '../refusal.js';
import type {
  AgendaStage,
  BodyId,
  ConditionEffect,
  Confirmation,
  ConsentGround,
  Day,
  DecisionForm,
  DecisionKind,
  DossierId,
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
import type { Merger, Tally } from './events.js';

export interface Dossier {
  readonly plan: Plan;
  readonly id: DossierId;
  readonly title: string | null;
  readonly demonstration: boolean;
  readonly source: string | null; // the documents that it was played back from; null when it was kept as it happened
  readonly startedOn: Day;
  /** The day on which it was stopped, or on which its last phase passed. */
  readonly endedOn: Day | null;
  /** Sequence and hash of the last event folded. */
  readonly sequence: number;
  readonly hash: Hex;
  /** When the last event was recorded; no later event is recorded before it. */
  readonly recordedAt: Instant;
  readonly snapshot: Snapshot;
  readonly phases: Readonly<Record<Slug, PhaseState>>;
  /** The rounds of each gate that was put, oldest first. */
  readonly rounds: Readonly<Record<Slug, readonly Round[]>>;
  readonly conditions: Readonly<Record<Id, Condition>>;
  /** Decisions that were wrongly recorded, each with the one that corrects it. */
  readonly corrected: Readonly<Record<Id, Id>>;
  /** Rules that were amended, the newest last: in force from the next submission of their gate, and shown for ever. */
  readonly amendments: Readonly<Record<Slug, readonly Amendment[]>>;
}

export interface Amendment {
  readonly on: Day;
  readonly reason: string | null;
  readonly rule: Rule;
  readonly ruleText: string;
}

export interface PhaseState {
  readonly startedOn: Day | null;
  readonly passedOn: Day | null;
  /** The day of the newest event that moved this phase; the next is not earlier. */
  readonly movedOn: Day | null;
  readonly round: number;
  readonly visits: readonly Visit[];
}

export interface Visit {
  readonly body: BodyId;
  readonly on: Day;
  readonly skipped: boolean;
  readonly reason: string | null;
  readonly findings: Readonly<Record<Slug, string | null>>;
}

/** One time that a gate is put to its electorate. */
export interface Round {
  readonly number: number;
  readonly submittedOn: Day;
  readonly replyBy: Day | null;
  readonly option: Slug | null;
  /** The versions of the text that was put, oldest first; empty when none was sent along. */
  readonly proposals: readonly Proposal[];
  /** Texts that were put to some of the bodies in place of the one for all. */
  readonly variants: readonly Variant[];
  /** Questions beside those of the workflow. */
  readonly added: readonly Question[];
  readonly electorate: readonly BodyId[];
  readonly electorateChanges: readonly ElectorateChange[];
  /** On which day a body received the proposal: there its own term begins. */
  readonly receipts: Readonly<Record<BodyId, Day>>;
  readonly agendas: Readonly<Record<BodyId, AgendaItem>>;
  /** When it was taken back before a ruling. */
  readonly withdrawn: Withdrawal | null;
  readonly rule: Rule;
  readonly ruleText: string;
  /** In order of recording, superseded ones too. */
  readonly decisions: readonly Decision[];
  readonly rulings: readonly Ruling[];
  /** In which parts it ended, when it did not end in one. */
  readonly split: Split | null;
  /** How it stood at the conclusion that ended the round; null while it is open. */
  readonly settled: Settled | null;
}

export interface Question {
  readonly id: Slug;
  readonly text: string | null;
}

export interface Withdrawal {
  readonly on: Day;
  readonly reason: string | null;
}

export interface ElectorateChange {
  readonly on: Day;
  readonly reason: string | null;
  readonly joins: readonly BodyId[];
  readonly leaves: readonly BodyId[];
  readonly merges: readonly Merger[];
}

/** A body's item on the agenda of one of its own meetings. */
export interface AgendaItem {
  readonly meetingOn: Day;
  readonly stage: AgendaStage;
}

export interface Proposal {
  readonly on: Day;
  readonly title: string | null;
  readonly url: string | null;
  readonly sha256: Hex | null;
  readonly version: number;
  /** The bodies whose earlier decision covers this version too: they left small changes of text to someone. */
  readonly textualMandate: readonly BodyId[];
}

/** A conclusion by which everyone goes on, and not all the same way. */
export interface Split {
  readonly on: Day;
  readonly reason: string | null;
  readonly parts: readonly Part[];
}

/** Those who go on together with one option. */
export interface Part {
  readonly option: Slug;
  readonly bodies: readonly BodyId[];
}

/** A text for a part of the bodies. */
export interface Variant {
  readonly title: string | null;
  readonly url: string | null;
  readonly sha256: Hex | null;
  readonly bodies: readonly BodyId[];
}

export interface Settled {
  readonly outcome: Outcome;
  readonly certain: boolean;
  readonly tally: Tally;
  readonly missing: readonly Missing[];
  readonly explanation: Explanation;
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
  readonly option: Slug | null;
  readonly nextDate: Day | null;
  readonly evidence: readonly { title: string | null; url: string | null }[];
  readonly conditions: readonly Id[];
  readonly proposalVersion: number;
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

export const statusOf = (dossier: Dossier, phase: Slug): PhaseStatus => phaseStatus(dossier.snapshot, phase);

export const runningState = (dossier: Dossier): 'running' | 'completed' | 'stopped' => {
  const status = dossierStatus(dossier.snapshot);
  return status === 'open' ? 'running' : status;
};

export function phaseState(dossier: Dossier, phase: Slug): PhaseState {
  const found = dossier.phases[phase];
  if (!found) throw new Error(`dossier ${dossier.id} has no phase ${phase}`);
  return found;
}

/** The round that the gate is in, or null while it was not put in it. */
export function currentRound(dossier: Dossier, gate: Slug): Round | null {
  const last = dossier.rounds[gate]?.at(-1);
  return last?.number === phaseState(dossier, gate).round ? last : null;
}

/** The text that is put now; null when none was sent along. */
export const currentProposal = ({ proposals }: Round): Proposal | null => proposals.at(-1) ?? null;

/** The decision of this body that counts in this round: its newest that was not corrected. */
export const countingDecision = (dossier: Dossier, round: Round, body: BodyId): Decision | undefined =>
  round.decisions.findLast((d) => d.body === body && !(d.id in dossier.corrected));

/** The decision at this gate that was recorded last. */
export const newestDecision = ({ rounds }: Dossier, gate: Slug): Decision | undefined =>
  (rounds[gate] ?? [])
    .flatMap(({ decisions }) => decisions)
    .sort((a, b) => b.recorded.sequence - a.recorded.sequence)[0];

/** What took the place of a decision: its correction, else the body's next that stands; null while it counts. */
export function supersededBy(dossier: Dossier, round: Round, decision: Decision): Id | null {
  const correction = dossier.corrected[decision.id];
  if (correction) return correction;
  const counting = countingDecision(dossier, round, decision.body);
  if (!counting || counting.id === decision.id) return null;
  const later = round.decisions.slice(round.decisions.indexOf(decision) + 1);
  return later.find((d) => d.body === decision.body && !(d.id in dossier.corrected))?.id ?? null;
}
