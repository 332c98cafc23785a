// The stored facts. Past tense, complete in themselves; types are added, never changed. Facts hold ids, codes and
// days; every free text stands beside them under its own key, so that it can be erased without touching the record.
import type { Hashed } from '../facts/fact.js';
import type {
  conditionAnswerFacts,
  conditionFacts,
  DecisionSaid,
  listAdoptionFacts,
  pointAnswerFacts,
  releaseFacts,
  remarkAnswerFacts,
} from '../facts/of-decisions.js';
import type {
  agendaFacts,
  conclusionFacts,
  criterionFacts,
  electorateChangeFacts,
  exitFacts,
  extensionFacts,
  paperFacts,
  partFacts,
  proposalFacts,
  receiptFacts,
  ruleAmendmentFacts,
  splitFacts,
  submissionFacts,
} from '../facts/of-gates.js';
import type {
  completionFacts,
  meetingRecordFacts,
  migrationFacts,
  outsideFacts,
  planningFacts,
  successionFacts,
  visitFacts,
} from '../facts/of-phases.js';
import type { Municipality } from '../municipalities.js';
import type { Explanation, Rule } from '../rule.js';
import type { AsSubmitted } from './decided.js';
import type { EventsOfBodies } from './events-of-bodies.js';
import type { NamedParties, NamedParty } from '../workflow/open-parties.js';
import type { BodyMerger } from '../workflow/successors.js';
import type {
  BodyId,
  Day,
  DecisionKind,
  DossierId,
  Hex,
  Id,
  Instant,
  LinkUse,
  MissingWhy,
  Outcome,
  Role,
  RulingKind,
  Slug,
} from '../vocabulary.js';

/** In which capacity the recorder acted; hashed with the event. */
export interface By {
  role: Role;
  body?: BodyId;
  /** Where it was recorded by a link from a mail. */
  link?: LinkUse;
}

export interface Tally {
  electorate: number;
  for: number;
  against: number;
  abstained: number;
  undecided: number;
  silent: number;
  /** Bodies with a decision other than deferred, noted or disputed: "9 van 12 hebben besloten". */
  decided: number;
  options: Record<Slug, number>; // on a poll: how many chose each
}

/** What every decision event holds beside what its table says, whether it records, corrects or revises. */
export interface DecisionFacts extends Omit<DecisionSaid, 'conditions'> {
  gate: Slug;
  round: number;
  decision: Id;
  body: BodyId;
  kind: DecisionKind;
  /** For every question of the gate. */
  answers: Record<Slug, DecisionKind>;
  /** Of these answers, the kinds that the plan did not name at this gate. */
  unplanned?: DecisionKind[] | undefined;
  confirmation: 'by-body' | 'unconfirmed';
  conditions?: ({ id: Id } & Hashed<typeof conditionFacts>)[] | undefined;
}

/** Of the sentences that were shown, which stand among the texts under `said/…`. */
export type Language = 'nl';

/** What an event of format 2 holds beside its facts when a sentence was shown to whoever recorded it. */
interface Shown {
  language?: Language;
}

/** An explanation as it is stored: format 1 held a Dutch clause in `text` where format 2 holds the figures. */
export interface StoredExplanation extends Omit<Explanation, 'figures' | 'told' | 'parts'> {
  figures?: object;
  text?: string;
  parts: readonly StoredExplanation[];
}

/** How a gate stood when it was concluded; shown ever after. */
export interface StoodAs extends Shown {
  outcome: Outcome;
  certain: boolean;
  /** Without who abstained where nobody did, as it was stored before a body could. */
  tally: Omit<Tally, 'abstained'> & Partial<Pick<Tally, 'abstained'>>;
  missing: { body: BodyId; why: MissingWhy; until?: Day }[];
  explanation: StoredExplanation;
  /** Where who decide was changed while it lay open: how it would have stood without that. */
  asSubmitted?: AsSubmitted | undefined;
}

/** Those who go on together with one option. */
export type PartFacts = Hashed<typeof partFacts>;

/**
 * What an event holds beside its own facts where it says how another should have been: that one's sequence, and whether
 * it never was. It is complete in itself, of the same type, and takes the place of the other; why stands among its texts
 * under `correction/reason`.
 */
export interface Correction {
  of: number;
  never?: true;
}

interface Correcting {
  correction?: Correction | undefined;
}

/** The facts of each type of event. What is absent is left out; there is no null and no float in them. */
export interface EventFacts extends EventsOfBodies {
  DossierStarted: {
    dossier: DossierId;
    workflow: Slug;
    version: number;
    workflowHash: Hex;
    demonstration?: boolean;
    replayed?: boolean; // from documents: what they do not say is open because nobody knows
    /** The parties that were named, where the workflow leaves them open. */
    named?: NamedParties;
  };
  PhaseStarted: { phase: Slug };
  PhaseCompleted: Hashed<typeof completionFacts> & { phase: Slug };
  PhaseReworked: { phase: Slug; round: number };
  BodyVisited: Hashed<typeof visitFacts> & { phase: Slug; skipped: boolean };
  /** Moves a planned start, end, or both; what is left out stays. */
  PhasePlanned: Hashed<typeof planningFacts> & { phase: Slug };
  /** Of one expected meeting: held or moved on a day, or cancelled. The values of its goals stand among the texts. */
  MeetingRecorded: Hashed<typeof meetingRecordFacts> & {
    phase: Slug;
    meeting: Id;
    expectedOn: Day;
    /** The record of the same meeting that was wrong. */
    corrects?: Id;
  };
  GateSubmitted: Hashed<typeof submissionFacts> &
    Shown & {
      gate: Slug;
      round: number;
      sha256?: Hex;
      electorate: BodyId[];
      rule: Rule;
      /** Of format 1: the rule in words, which format 2 keeps beside the event. */
      ruleText?: string;
      /** Asked beside those of the workflow; each text stands under `questions/<id>`. */
      questions?: Slug[];
    };
  GateWithdrawn: { gate: Slug; round: number };
  ProposalRevised: Hashed<typeof proposalFacts> & {
    gate: Slug;
    round: number;
    version: number;
    textualMandate: BodyId[];
  };
  ReceiptRecorded: Hashed<typeof receiptFacts> & {
    gate: Slug;
    round: number;
    /** Until when the body has, as it was worked out that day. Absent in older events. */
    dueOn?: Day;
  };
  /** More time for one body, or for all where none is named. */
  TermExtended: Hashed<typeof extensionFacts> & { gate: Slug; round: number };
  PaperLaid: Hashed<typeof paperFacts> & { gate: Slug; round: number };
  CriterionStated: Hashed<typeof criterionFacts> & { gate: Slug; round: number };
  ItemScheduled: Hashed<typeof agendaFacts> & { gate: Slug; round: number; withdrawn?: boolean };
  ElectorateChanged: Hashed<typeof electorateChangeFacts> & {
    gate: Slug;
    round: number;
    joins: BodyId[];
    leaves: BodyId[];
    merges: BodyMerger[];
    /** The parties of those who join that took no part before, as the register has them. */
    newcomers?: NamedParty[];
  };
  /** It decides no more in this round, by its own word. */
  BodyLeft: Hashed<typeof exitFacts> & { gate: Slug; round: number };
  RuleAmended: Hashed<typeof ruleAmendmentFacts> &
    Shown & {
      gate: Slug;
      rule: Rule;
      /** The rule whose place it takes, and who decide under the new one. Both of format 2. */
      former?: Rule;
      electorate?: BodyId[];
      ruleText?: string;
      formerText?: string;
      /** Absent where it is in force from the next submission only. */
      atOnce?: { round: number; agreedBy: BodyId[] };
    };
  /** Of those that were amended by then, and of which not all were told yet. */
  AmendmentNotified: { gate: Slug };
  DecisionRecorded: DecisionFacts;
  DecisionCorrected: DecisionFacts & { corrects: Id };
  DecisionRevised: DecisionFacts & { revises: Id };
  DecisionConfirmed: { gate: Slug; decision: Id };
  DecisionDisputed: { gate: Slug; decision: Id };
  DecisionWithdrawn: { gate: Slug; decision: Id };
  DecisionReleased: Hashed<typeof releaseFacts> & { gate: Slug; decision: Id };
  ListAdopted: Hashed<typeof listAdoptionFacts> & { gate: Slug; decision: Id };
  PointAnswered: Hashed<typeof pointAnswerFacts> & { gate: Slug; decision: Id };
  RemarkAnswered: Hashed<typeof remarkAnswerFacts> & { gate: Slug; decision: Id };
  ConditionAnswered: Hashed<typeof conditionAnswerFacts> & { gate: Slug; condition: Id };
  GateRuled: Hashed<typeof conclusionFacts> &
    StoodAs & {
      gate: Slug;
      round: number;
      id: Id;
      ruling: RulingKind;
      dissent: BodyId[];
      /** The option that was chosen, where branches hang on it. */
      option?: Slug;
      byItself?: true;
    };
  GateSplit: Hashed<typeof splitFacts> & StoodAs & { gate: Slug; round: number };
  GateReopened: { gate: Slug; round: number };
  /** Something outside that a phase waits for; a later record of the same fact corrects it. */
  FactRecorded: Hashed<typeof outsideFacts>;
  /** The dossier follows another plan from here on; `map` says which phase of it takes the place of which former one. */
  DossierMigrated: Hashed<typeof migrationFacts> & {
    workflow: Slug;
    version: number;
    workflowHash: Hex;
    map: Record<Slug, Slug>;
    named?: NamedParties;
  };
  /** Parties go on as one from this day on, with their lines of the register as they were then. */
  PartiesMerged: Hashed<typeof successionFacts> & { register: Municipality[] };
  DossierStopped: object;
}

export type EventType = keyof EventFacts;

/**
 * The free texts of an event by key, as its table names them (`dossier/said.ts`): `reason`, `remarks/0`, `conditions/0/text`,
 * `proposal/title`, `documents/0/url`, `findings/<heading>`, `questions/<id>`; of what was played back `source`, where it stands
 * written; the sentences that were shown to whoever recorded it: `said/rule`, `said/former`, `said/explanation`,
 * `said/explanation/0` for its parts; and `correction/reason`. Null once erased.
 */
export type Texts = Record<string, string | null>;

/** What an event says, without its place in the record: of one that was stored, or that was only decided. */
export type EventContent<T extends EventType> = {
  [K in T]: {
    type: K;
    on: Day;
    facts: EventFacts[K] & Correcting;
    texts: Readonly<Record<string, string | null | undefined>>;
  };
}[T];

/** An event as a command decides it, before the store gives it its place. What is undefined is left out there. */
export type NewEventOf<T extends EventType> = {
  [K in T]: { type: K; on: Day; facts: EventFacts[K] & Correcting; texts: Record<string, string | undefined> };
}[T];
export type NewEvent = NewEventOf<EventType>;

interface Stored {
  sequence: number;
  format: number;
  recordedAt: Instant;
  recordedBy: Id;
  previous: Hex;
  hash: Hex;
}

/** An event as it was stored. */
export type DossierEvent = {
  [T in EventType]: Stored & { type: T; on: Day; facts: EventFacts[T] & Correcting & { by: By }; texts: Texts };
}[EventType];

export type EventOf<T extends EventType> = Extract<DossierEvent, { type: T }>;
export type DecisionEvent = EventOf<'DecisionRecorded' | 'DecisionCorrected' | 'DecisionRevised'>;
