// A turn: who is to do what in a dossier, since when, until when, and what is in the way. No word of it, and no address.
import type { Missing } from '../refusal.js';
import type { BodyId, Day, Id, Slug } from '../vocabulary.js';

export const turnKinds = [
  'start-phase',
  'complete-phase',
  'rework-phase',
  'visit',
  'submit-gate',
  'lay-paper',
  'state-criterion',
  'decide',
  'decide-again',
  'confirm',
  'correct-disputed',
  'adopt-list',
  'publish',
  'confirm-mandate',
  'answer-condition',
  'rule',
  'weigh-change',
] as const;
export type TurnKind = (typeof turnKinds)[number];

export const obstacles = ['prerequisite-open', 'visits-missing', 'outcome-open'] as const;

/** Why it cannot be done yet, in figures: which phases, facts from outside and bodies it waits for. */
export interface Block {
  code: (typeof obstacles)[number];
  phases: Slug[];
  outside: Slug[];
  bodies: BodyId[];
}

export const turnRoles = ['process-lead', 'secretary', 'clerk', 'chair'] as const;
export type TurnRole = (typeof turnRoles)[number];

/** A kind of turn that a capability adds: its own name before that of the kind, so that it is none of the core. */
export type AddedKind = `${string}/${string}`;

export interface Turn<Kind extends TurnKind | AddedKind = TurnKind> {
  what: Kind;
  /** The phase that goes on by it. */
  phase: Slug;
  /** Where it is done: of a carried condition the gate at which it was made; null in a phase without a gate. */
  gate: Slug | null;
  role: TurnRole;
  /** Whose turn it is; null where it is that of the region, for its process lead. */
  body: BodyId | null;
  /** The others whom it is about: who are to be visited, or whose condition it is. */
  bodies: BodyId[];
  decision: Id | null;
  condition: Id | null;
  /** The mandate of which the body has still to say whether it is so. */
  mandate: Id | null;
  /** The papers that are to be laid, or the criteria that are to be stated. */
  requirements: Slug[];
  /** Why the body that is to decide does not count yet, and when it comes back to it where it said so. */
  missing: Missing | null;
  /** The first day on which it could be done; null while something is in the way. */
  since: Day | null;
  until: Day | null;
  blocks: Block | null;
}

export type AnyTurn = Turn<TurnKind | AddedKind>;

/** What most turns say nothing of. */
export const plainTurn = {
  bodies: [],
  decision: null,
  condition: null,
  mandate: null,
  requirements: [],
  missing: null,
  since: null,
  until: null,
  blocks: null,
} satisfies Partial<Turn>;

/** Whether a body is to say what it decided, in one way or another. */
export const isDeciding = ({ what }: Turn): boolean =>
  what === 'decide' || what === 'decide-again' || what === 'confirm';

/** Sorted by day, those without one last; among equal days the order stays that of the workflow. */
export const mostUrgentFirst = <T>(all: readonly T[], dayOf: (one: T) => Day | null): T[] =>
  [...all].sort((a, b) => (dayOf(a) ?? '9999').localeCompare(dayOf(b) ?? '9999'));
