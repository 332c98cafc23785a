// How a dossier came from one plan to another, as the record keeps it, and what was called how before.
import type { Day, MeetingForm, Slug } from '../vocabulary.js';
import type { Plan } from '../workflow/plan.js';
import type { Recorded } from './decided.js';

/** Former phases by id, each with the phase that takes its place; a former phase that is left out has none. */
export type PhaseMap = Readonly<Record<Slug, Slug>>;

export interface Migration {
  readonly on: Day;
  readonly reason: string | null;
  readonly meeting: { readonly form: MeetingForm; readonly reference: string | null } | null;
  readonly from: Plan;
  readonly to: Plan;
  readonly map: PhaseMap;
  /** Its place in the record, also where it was corrected later. */
  readonly place: number;
  readonly recorded: Recorded;
}

interface Migrated {
  readonly plan: Plan;
  readonly migrations: readonly Migration[];
}

/** The plan that the dossier followed when the event of this sequence was recorded. */
export const planAt = ({ plan, migrations }: Migrated, sequence: number): Plan =>
  migrations.find(({ place }) => place > sequence)?.from ?? plan;

/** What a phase that an event of this sequence names is called now; null when the plan has no such phase any more. */
export function phaseNow({ migrations }: Migrated, sequence: number, phase: Slug): Slug | null {
  let id: Slug | null = phase;
  for (const { map, place } of migrations) if (id !== null && place > sequence) id = placeIn(map, id);
  return id;
}

/** Where a former phase goes; null when it has no place. */
export const placeIn = (map: PhaseMap, phase: Slug): Slug | null =>
  Object.hasOwn(map, phase) ? (map[phase] ?? null) : null;

/** The former phase whose place this one takes; null for a new one. */
export const formerOf = (map: PhaseMap, phase: Slug): Slug | null =>
  Object.entries(map).find(([, to]) => to === phase)?.[0] ?? null;
