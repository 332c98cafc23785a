// What a command is made of. Each part answers one kind of question, so that checks run in one order everywhere:
// locate (404) · asks (403) · fields (400 as written) · ready (409) · decide (409 and 400 against the record).
import type { EventContent, EventFacts, EventType, NewEventOf } from '../dossier/events.js';
import type { Folds } from '../dossier/folds.js';
import type { Decision, Dossier } from '../dossier/state.js';
import type { Facts, Payload } from '../facts/fact.js';
import type { Acting, Right } from '../permissions.js';
import type { FieldError } from '../refusal.js';
import type { BodyId, Day, DossierId, Id } from '../vocabulary.js';
import type { Plans } from '../workflow/plan.js';

/** What deciding needs from outside. */
export interface Context {
  today: Day;
  by: Acting;
  newId: () => Id;
  plans: Plans;
  /** Whether who asks may see another dossier; left out where nobody looked. */
  sees?: (dossier: DossierId) => boolean;
  /** What is corrected, where that is asked. */
  former?: Former;
}

/** A fact as it was read before it was corrected. */
interface Former {
  /** The newest first. */
  readings: readonly EventContent<EventType>[];
  /** The dossier in which it was recorded, as it was known then. */
  then: Dossier;
  /** The dossier as it is read now, with all that was recorded and corrected since. */
  now: Dossier;
}

/** A fact that a later record can correct: a fact is asked anew in the place where it stands. */
type Correctable<Target, F extends Facts, T extends EventType> = {
  [K in T]: {
    /** The event that keeps it. */
    type: K;
    /** Another event that it is kept by, where it says the opposite: one is not corrected to be the other. */
    beside?: Exclude<T, K>;
    /** What that event keeps in a way of its own, as it was asked; the table says the rest. */
    asked?(event: EventContent<K>): Partial<Payload<F>>;
    /**
     * Whether it can come after what stands before it; how a gate stands is not judged again.
     * @throws Refusal
     */
    follows?(target: Target, asked: Payload<F>, context: Context): void;
    /**
     * What its event keeps of what was said before it, as that stands now: where a correction makes it another, it is said
     * again with the correction.
     */
    takes?(target: Target, event: EventContent<K>): Partial<EventFacts[K]>;
    /** Whether nobody said it, as it follows from other facts: that it never was is said of those. */
    derived?(event: EventContent<K>): boolean;
    /** Whether who may record such a fact may also say this one otherwise, where that depends on who said it. */
    mayBeSaidBy?(dossier: Dossier, event: EventContent<K>, by: Acting): boolean;
    /** Also the chair may correct it. */
    byChair?: true;
    /** Everything later rests on it: that it never was can be said only while nothing was recorded since. */
    bears?: true;
  };
}[T];

/** The right that is asked for, and for which body; no body where the request names none that is known. */
export interface Ask {
  right: Right;
  body?: BodyId;
  /** Whose fact it is, where the right is that of another body. */
  recordsFor?: BodyId | undefined;
}

/** What several commands make, what begins a dossier, and what takes it over to another plan: `fold/evolve.ts` folds these. */
export type FoldedByEvolve = 'GateReopened' | 'DossierStarted' | 'DossierMigrated';

/** Whether who asks may know of a decision: for others than its own body a closed one is not there. */
export type Visibility = (decision: Decision) => boolean;

/**
 * One command. `Place` is what the address names, `Target` what was found there, `F` the table of what is said with it,
 * `Own` the events that it alone makes and folds.
 * `locate`, `asks` and `ready` need no valid payload: a button exists if and only if these three do not refuse.
 */
export interface CommandKind<Place, Target, F extends Facts, Own extends EventType> {
  /** What is asked with it. */
  says: F;
  /** @throws Refusal unknown-phase, unknown-gate, unknown-decision, unknown-condition */
  locate(dossier: Dossier, place: Place, sees: Visibility): Target;
  /** One of these must be allowed. The payload may be anything: it was not checked yet. */
  asks(target: Target, payload: Partial<Payload<F>>): Ask[];
  /** The other dossiers that are named: whoever gives the command must see these. */
  names?(payload: Payload<F>): DossierId[];
  /** Everything that could not succeed as written. */
  fields(target: Target, payload: Payload<F>, context: Context): FieldError[];
  /** @throws Refusal when it could succeed in another state */
  ready(target: Target): void;
  /** @throws Refusal */
  decide(target: Target, payload: Payload<F>, context: Context): NewEventOf<Own | FoldedByEvolve>[];
  /** Of a command that records one fact, which can be corrected. */
  fact?: Correctable<Target, F, Own | FoldedByEvolve>;
  /** What each of its own events changes in what is kept of the dossier; what moves its machine is not said here. */
  folds: Folds<Own>;
}

/** Keeps the four types of a command together where it is written. */
export const defineCommand = <Place, Target, F extends Facts, Own extends EventType>(
  kind: CommandKind<Place, Target, F, Own>,
): CommandKind<Place, Target, F, Own> => kind;
