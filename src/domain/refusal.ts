// The one way in which Sluis says no. A refusal is expected: it carries a stable code and the facts, and is worded
// at the edge. Anything else that is thrown is a defect.
import type { Absence } from './municipalities.js';
import type { Reason } from './reasons.js';
import type { Explanation } from './rule.js';
import type { NotGo } from './sentence-figures.js';
import type { BodyId, Day, MissingWhy } from './vocabulary.js';

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
  // could succeed, in another state
  | 'not-in-this-state'
  | 'prerequisite-open'
  | 'visits-missing'
  | 'gate-not-open'
  | 'decision-exists'
  | 'visit-exists'
  | 'not-the-latest'
  | 'outcome-not-go'
  | 'condition-answered'
  | 'overtaken'
  | 'changed-meanwhile'
  // could never succeed as written
  | 'validation'
  | 'idempotency-key-reused'
  // the request as a message
  | 'invalid-json'
  | 'bad-header'
  | 'method-not-allowed'
  | 'not-acceptable'
  | 'too-large'
  | 'unsupported-media-type'
  // not now
  | 'too-many'
  | 'busy'
  | 'storage-full';

/** What is wrong with one field. */
export type FieldCode =
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
  | 'unknown-phase'
  | 'unknown-option'
  | 'unknown-decision'
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
  /** Words for the sentence that the rest does not hold: titles, a ruling, days. */
  said?: Readonly<Record<string, string>>;
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
}

export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly code: RefusalCode,
    readonly facts: RefusalFacts = {},
    readonly errors: FieldError[] = [],
    /** Words for the sentence that the facts do not hold: a status, titles of phases. */
    readonly said: Readonly<Record<string, string>> = {},
    /** Of `outcome-not-go`: why the gate cannot be a go. */
    readonly notGo: NotGo | null = null,
  ) {
    super(code);
  }
}

/** The refusal of a request whose fields could not succeed as written. */
export const invalid = (errors: FieldError[]): Refusal => new Refusal('validation', {}, errors);
