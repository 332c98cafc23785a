// A dossier folded from its events: where it is (the machine's snapshot) and what was said (a plain record).
// Immutable: every event makes a new one.
import type { Window } from '../calendar.js';
import type { OutsideRecord, PhaseState } from './phase-record.js';
import type { Plan } from '../workflow/plan.js';
import type { NamedParty } from '../workflow/open-parties.js';
import type { BodyMerger, Succession } from '../workflow/successors.js';
import type { Gate, Phase, Workflow } from '../workflow/workflow.js';
import { dossierStatus, phaseStatus, type PhaseStatus, type Snapshot } from '../workflow/machine.js';
import type { Kept } from '../facts/fact.js';
import type { electorateChangeFacts, submissionFacts } from '../facts/of-gates.js';
import type { Explanation, Rule } from '../rule.js';
import type { Missing } from '../refusal.js';
import type { AgendaStage, BodyId, Day, DossierId, Hex, Id, Instant, Outcome, Side, Slug } from '../vocabulary.js';
import type { Amendment } from './amendment.js';
import type { Act, AsSubmitted, Condition, MandateRecord, Ruling, TakenBack, Withdrawal } from './decided.js';
import type { Days } from './days.js';
import type { Tally } from './events.js';
import type { Migration } from './migration.js';
import type { LaidPaper, Statement } from './requirement-record.js';

export type { Act, Condition, Decision, Recorded, Release, Ruling, TakenBack, Withdrawal } from './decided.js';

export interface Dossier {
  readonly plan: Plan;
  readonly id: DossierId;
  readonly title: string | null;
  /** It was started by mistake: there was nothing to decide. */
  readonly never: boolean;
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
  /** What bodies decided at each gate, in order of recording; also before the gate was put. */
  readonly acts: Readonly<Record<Slug, readonly Act[]>>;
  /** What bodies took back at each gate, in order of recording. */
  readonly takenBack: Readonly<Record<Slug, readonly TakenBack[]>>;
  readonly conditions: Readonly<Record<Id, Condition>>;
  /** The papers laid before each gate beside those of its submission and what was stated of its criteria, as recorded. */
  readonly papers: Readonly<Record<Slug, readonly LaidPaper[]>>;
  readonly statements: Readonly<Record<Slug, readonly Statement[]>>;
  /** Meetings that were wrongly recorded, each with what corrects it. */
  readonly corrected: Readonly<Record<Id, Id>>;
  /** Rules that were amended, the newest last: in force from then on or from the next submission, and shown for ever. */
  readonly amendments: Readonly<Record<Slug, readonly Amendment[]>>;
  /** What was recorded of facts from outside, the newest last: that one counts. */
  readonly facts: Readonly<Record<Slug, readonly OutsideRecord[]>>;
  /** How it came to its plan from former ones, oldest first. */
  readonly migrations: readonly Migration[];
  /** Parties that joined while it ran, in order of recording. */
  readonly newcomers: readonly NamedParty[];
  /** Parties that went on as one, in order of recording; they count for all gates. */
  readonly mergers: readonly PartyMerger[];
  /** That somebody decides in the name of a body, in order of recording. */
  readonly mandates: readonly MandateRecord[];
  /** On which days something happened in it. */
  readonly days: Days;
}

/** Parties that go on as one from a day on, as they stood in the register then. */
export interface PartyMerger extends Succession {
  readonly on: Day;
  readonly reason: string | null;
  readonly reference: string | null;
  /** Its place in the record. */
  readonly sequence: number;
}

/** One time that a gate is put to its electorate. */
export interface Round extends Kept<typeof submissionFacts> {
  readonly number: number;
  readonly terms: RoundTerms;
  readonly submittedOn: Day;
  /** The versions of the text that was put, oldest first; empty when none was sent along. */
  readonly proposals: readonly Proposal[];
  /** Questions beside those of the workflow. */
  readonly added: readonly AddedQuestion[];
  readonly electorate: readonly BodyId[];
  /** Those to whom it was put. */
  readonly submittedTo: readonly BodyId[];
  readonly electorateChanges: readonly ElectorateChange[];
  /** On which day a body received the proposal: there its own term begins. */
  readonly receipts: Readonly<Record<BodyId, Receipt>>;
  /** How terms were extended, in order of recording. */
  readonly extensions: readonly Extension[];
  /** What was noted of the own agenda of each body, in order of recording: of a day the last by then is in force. */
  readonly agendas: Readonly<Record<BodyId, readonly AgendaItem[]>>;
  /** When it was taken back before a ruling. */
  readonly withdrawn: Withdrawal | null;
  readonly rule: Rule;
  /** The same for those to whom it was put, with the weights that they had. */
  readonly submittedRule: Rule;
  /** The rule in the words that were shown when it was put; null where those were erased. */
  readonly ruleTold: string | null;
  readonly rulings: readonly Ruling[];
  /** When it was opened again after a conclusion, in order of recording. */
  readonly reopenings: readonly Reopening[];
  /** In which parts it ended, when it did not end in one. */
  readonly split: Split | null;
  /** How it stood at the conclusion that ended the round, and every body with it; null while it is open. */
  readonly settled: (Settled & { readonly stood: readonly StoodBody[] }) | null;
}

/** That a gate was opened again: by the chair, with a reason, or by what changed after the conclusion. */
export interface Reopening {
  readonly on: Day;
  readonly reason: string | null;
  /** Its place in the record. */
  readonly sequence: number;
}

/** On which terms a gate was put: those of the plan that held then. Whatever plan comes later, they stay. */
export interface RoundTerms extends Pick<Workflow, 'groups'> {
  readonly gate: Gate;
}

export interface AddedQuestion {
  readonly id: Slug;
  readonly text: string | null;
}

export interface ElectorateChange extends Pick<
  Kept<typeof electorateChangeFacts>,
  'meeting' | 'ground' | 'notifiedOn'
> {
  /** exit: the one body that leaves said so itself; merger: its party went on as another, and it was nobody's choice. */
  readonly kind: 'change' | 'exit' | 'merger';
  readonly on: Day;
  readonly reason: string | null;
  /** Of an exit and of a merger, where it stands written. */
  readonly reference: string | null;
  readonly joins: readonly BodyId[];
  readonly leaves: readonly BodyId[];
  readonly merges: readonly BodyMerger[];
  /** Its place in the record. */
  readonly sequence: number;
}

/** That a body received the proposal. */
export interface Receipt {
  readonly on: Day;
  /** The last day of the term that began with it. */
  readonly dueOn: Day;
}

/** More time, for one body or for all. */
export interface Extension {
  /** Null for all. */
  readonly body: BodyId | null;
  readonly on: Day;
  readonly until: Day;
  readonly reason: string | null;
  readonly grantedBy: string | null;
  /** Its place in the record. */
  readonly sequence: number;
}

/** A body's item on the agenda of one of its own meetings. */
export interface AgendaItem {
  readonly meetingOn: Day;
  readonly stage: AgendaStage;
  /** When it was noted. */
  readonly plannedOn: Day;
  readonly sequence: number;
  /** Whether it was taken off the agenda then. */
  readonly withdrawn: boolean;
}

export interface Proposal {
  readonly on: Day;
  readonly title: string | null;
  readonly url: string | null;
  readonly sha256: Hex | null;
  /** The paper itself, where it was uploaded. */
  readonly file: Hex | null;
  readonly version: number;
  /** Its place in the record. */
  readonly sequence: number;
  /** The bodies whose earlier decision covers this version too: they left small changes of text to someone. */
  readonly textualMandate: readonly BodyId[];
}

/** A conclusion by which everyone goes on, and not all the same way. */
export interface Split {
  /** Its place in the record. */
  readonly sequence: number;
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
  readonly file: Hex | null;
  readonly bodies: readonly BodyId[];
}

export interface Settled {
  readonly outcome: Outcome;
  readonly certain: boolean;
  readonly tally: Tally;
  readonly missing: readonly Missing[];
  readonly explanation: Explanation;
  /** How it stands over those to whom it was put; null where nobody left or joined since. */
  readonly asSubmitted: AsSubmitted | null;
}

/** How a body stood when its gate was concluded, as far as a change of it matters afterwards. */
export interface StoodBody {
  readonly body: BodyId;
  readonly side: Side;
  /** What it chose, on a poll. */
  readonly option: Slug | null;
  /** The questions that it answered against, in their order. */
  readonly against: readonly Slug[];
}

export const statusOf = (dossier: Dossier, phase: Slug): PhaseStatus => phaseStatus(dossier.snapshot, phase);

/** never: it was started by mistake, and is only there to be read. */
export const runningStates = ['running', 'completed', 'stopped', 'never'] as const;
export type RunningState = (typeof runningStates)[number];

export const runningState = (dossier: Dossier): RunningState => {
  if (dossier.never) return 'never';
  const status = dossierStatus(dossier.snapshot);
  return status === 'open' ? 'running' : status;
};

/** Whether nothing comes to it any more; a completed one still takes late facts. */
export const isStopped = (dossier: Dossier): boolean => ['stopped', 'never'].includes(runningState(dossier));

export function phaseState(dossier: Dossier, phase: Slug): PhaseState {
  const found = dossier.phases[phase];
  if (!found) throw new Error(`dossier ${dossier.id} has no phase ${phase}`);
  return found;
}

/** What counts of a fact from outside; undefined while it is not known. */
export const outsideFact = ({ facts }: Dossier, fact: Slug): OutsideRecord | undefined => facts[fact]?.at(-1);

/** When the phase is planned now: as its newest move says, else as the workflow does. */
export const plannedOf = (dossier: Dossier, phase: Phase): Window =>
  phaseState(dossier, phase.id).moves.at(-1)?.planned ?? phase.planned;

/** The round that the gate is in, or null while it was not put in it. */
export function currentRound(dossier: Dossier, gate: Slug): Round | null {
  const last = dossier.rounds[gate]?.at(-1);
  return last?.number === phaseState(dossier, gate).round ? last : null;
}

/** The text that is put now; null when none was sent along. */
export const currentProposal = ({ proposals }: Round): Proposal | null => proposals.at(-1) ?? null;

/** The day on which a body came to decide after the gate was put; null for one that was put it. */
export const joinedOn = ({ electorateChanges }: Pick<Round, 'electorateChanges'>, body: BodyId): Day | null =>
  electorateChanges.findLast(({ joins, merges }) => joins.includes(body) || merges.some(({ into }) => into === body))
    ?.on ?? null;
