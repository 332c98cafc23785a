// The one way in which Sluis says no. A refusal is expected: it carries a stable code and the facts, and is worded
// at the edge. Anything else that is thrown is a defect.
import type { Absence } from './municipalities.js';
import type { Reason } from './reasons.js';
import type { Explanation } from './rule.js';
import type { NotGo } from './sentence-figures.js';
import type { BodyId, ConditionAnswer, Confirmation, Day, Id, Instant, MissingWhy, Role } from './vocabulary.js';

/** A body that does not count yet, why, and until when if that is known. */
export interface Missing {
  body: BodyId;
  why: MissingWhy;
  until: Day | null;
}

/** What of a request is wrong, as a whole. */
export type RefusalCode =
  // who, and may they
  | 'sign-in-required'
  | 'sign-in-failed'
  | 'token-expired'
  | 'not-your-body'
  | 'not-your-role'
  | 'second-factor-required'
  | 'assignment-not-valid'
  | 'csrf'
  // what is not there
  | 'unknown-path'
  | 'unknown-workflow'
  | 'unknown-dossier'
  | 'unknown-phase'
  | 'unknown-gate'
  | 'unknown-condition'
  | 'unknown-decision'
  | 'unknown-person'
  | 'unknown-paper'
  | 'paper-erased'
  // could succeed, in another state
  | 'not-in-this-state'
  | 'prerequisite-open'
  | 'visits-missing'
  | 'gate-not-open'
  | 'decision-exists'
  | 'visit-exists'
  | 'already-recorded'
  | 'not-the-latest'
  | 'outcome-not-go'
  | 'condition-answered'
  | 'last-administrator'
  | 'overtaken'
  | 'changed-meanwhile'
  // could never succeed as written
  | 'validation'
  | 'idempotency-key-reused'
  // the request as a message
  | 'bad-message'
  | 'too-slow'
  | 'headers-too-large'
  | 'invalid-json'
  | 'bad-header'
  | 'method-not-allowed'
  | 'not-acceptable'
  | 'too-large'
  | 'unsupported-media-type'
  // not now
  | 'too-many'
  | 'busy'
  | 'storage-full'
  | 'reading-only'
  | 'damaged'
  | 'clock-not-trusted';

/** What is wrong with one field. */
export type FieldCode =
  | 'only-common-words'
  | 'required'
  | 'unknown-property'
  | 'unknown-parameter'
  | 'wrong-type'
  | 'bad-text'
  | 'too-long'
  | 'bad-date'
  | 'date-in-future'
  | 'date-too-early'
  | 'unknown-body'
  | 'unknown-workflow'
  | 'unknown-dossier'
  | 'unknown-phase'
  | 'unknown-option'
  | 'unknown-decision'
  | 'unknown-paper'
  | 'bad-paper'
  | 'not-in-electorate'
  | 'not-offered-here'
  | 'reason-required'
  | 'option-required'
  | 'ground-required'
  | 'conditions-required'
  | 'remarks-required'
  | 'evidence-required'
  | 'meeting-required'
  // of a migration
  | 'ruling-lost'
  | 'record-lost'
  | 'body-lost'
  | 'phase-taken'
  | 'status-impossible'
  | 'other-region'
  | 'not-allowed-here';

export interface FieldError {
  /** A JSON pointer into the body, or `?name` for a parameter. */
  pointer: string;
  code: FieldCode;
  /** The bound that was crossed, for the sentence: a day, a length. */
  limit?: string | number;
  /** What would be accepted, for the sentence. */
  allowed?: readonly string[];
  /** What is wrong, where the code alone does not say it. */
  because?: Reason;
  /** Of a municipality that was not there on a day: which there were in its place. */
  absent?: Absence;
}

/** What an answer may tell beside the code; only what applies is there. */
export interface RefusalFacts {
  exists?: string[];
  missing?: Missing[];
  explanation?: Explanation;
  allowed?: string[];
  version?: number;
  /** Seconds after which it makes sense to try again. */
  retryAfter?: number;
  /** The event from which on the record of a dossier does not hold. */
  sequence?: number;
}

/** How a dossier, a phase, a decision or a condition stands, where that is why something cannot be. */
export type StandsAs =
  | 'unconfirmed'
  | ('running' | 'completed' | 'stopped' | 'never')
  | ('dormant' | 'skipped' | 'planned' | 'underway' | 'at-gate' | 'refused' | 'passed' | 'ruled')
  | (Exclude<Confirmation, 'unconfirmed'> | 'withdrawn' | 'no-decision')
  | (ConditionAnswer | 'open' | 'lapsed')
  // of a person and a role
  | ('erased' | 'ended');

/** What was recorded after something, and could not have come after what would now be said of that. */
interface Followed {
  sequence: number;
  /** The type of its event. */
  what: string;
  on: Day;
  /** What can be done instead, where that is not to correct it. */
  cure?: 'migrate-back';
}

/** What the sentence of a code says beside the facts of its answer; other codes say no more. Phases by their titles. */
interface ToldFacts {
  'bad-header': { header: string };
  /** The roles that may; `own` where nobody does it for themselves. */
  'not-your-role': { roles: readonly Role[]; own?: true };
  /** In which state the phase is, or the dossier or the decision where none is named. */
  'not-in-this-state': { state: StandsAs; phase?: string } | { followedBy: Followed };
  /** Which line of the log says it; null where it is one of a decision, which is corrected by that. */
  'already-recorded': { line: number | null };
  /** It is a fact that was corrected meanwhile. */
  'not-the-latest': { corrected: true };
  'gate-not-open': { state: StandsAs; phase: string };
  'condition-answered': { state: StandsAs };
  /** What has not passed, and what from outside is not known. */
  'prerequisite-open': { phases: readonly string[]; outside: readonly string[] };
  /** The one that stands. */
  'decision-exists': { decision: Id };
  'outcome-not-go': NotGo;
  /** It is a person, and no dossier. */
  'changed-meanwhile': { about: 'person' | 'place' };
  /** So many dossiers are in the list, while it is filled. */
  busy: { filling: { done: number; of: number } };
  /** It is the record of people, and no dossier. */
  damaged: { people: true };
  /** When its content was erased, and why. */
  'paper-erased': { at: Instant; reason: string };
  /** It was not about signing in: somebody sends more than so many writes a minute. */
  'too-many': { writes: number };
  /** It was a form, which has smaller limits than other messages. */
  'too-large': { form: true } | { files: true };
}

/** Of the codes that say more, each its own. */
export type Told = { readonly [C in keyof ToldFacts]?: ToldFacts[C] };

export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly code: RefusalCode,
    readonly facts: RefusalFacts = {},
    readonly errors: FieldError[] = [],
    /** For the sentence: what the facts of the answer do not hold. */
    readonly told: Told = {},
  ) {
    // Where it was thrown is nobody's question, and to look for that takes longer than all else: a page asks hundreds of times.
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 0;
    super(code);
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** The refusal of a code whose sentence says more. */
export const refused = <C extends keyof ToldFacts>(code: C, told: ToldFacts[C], facts: RefusalFacts = {}): Refusal =>
  new Refusal(code, facts, [], { [code]: told });

/** The refusal of a request whose fields could not succeed as written. */
export const invalid = (errors: FieldError[]): Refusal => new Refusal('validation', {}, errors);
