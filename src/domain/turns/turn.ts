// A turn: who is to do what in a dossier, since when, until when, and what is in the way. No word of it, and no address.
import type { Missing } from '../refusal.js';
import type { BodyId, Day, Id, Slug } from '../vocabulary.js';

export const turnKinds = [
  'start-phase',
  'complete-phase',
  'rework-phase',
  'visit',
  'submit-gate',
  'decide',
  'decide-again',
  'confirm',
  'answer-condition',
  'rule',
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

export interface Turn {
  what: TurnKind;
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
  /** Why the body that is to decide does not count yet, and when it comes back to it where it said so. */
  missing: Missing | null;
  /** The day from which on it could be done; null as long as something is in the way. */
  since: Day | null;
  until: Day | null;
  blocks: Block | null;
}

/** Whether a body is to say what it decided, in one way or another. */
export const isDeciding = ({ what }: Turn): boolean =>
  what === 'decide' || what === 'decide-again' || what === 'confirm';

/** What has no day comes last; a stable sort keeps the order of the workflow among equal days. */
export const mostUrgentFirst = <T>(all: readonly T[], dayOf: (one: T) => Day | null): T[] =>
  [...all].sort((a, b) => (dayOf(a) ?? '9999').localeCompare(dayOf(b) ?? '9999'));
