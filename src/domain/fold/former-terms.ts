// When somebody looks back on a day before a migration, events that were recorded after it and dated before it get the
// names of the plan of that day. An event about something that this plan does not have is left out.
import type { Slug } from '../vocabulary.js';
import type { Plan } from '../workflow/plan.js';
import type { DossierEvent } from '../dossier/events.js';
import { formerOf, type PhaseMap } from '../dossier/migration.js';

/** The former name of a phase; null when that plan had no such phase. */
export type FormerTerms = (phase: Slug) => Slug | null;

/** The terms before one more migration. */
export const termsBefore =
  (later: FormerTerms | null, map: PhaseMap): FormerTerms =>
  (phase) => {
    const here = later ? later(phase) : phase;
    return here === null ? null : formerOf(map, here);
  };

interface NamesInEvent {
  phase?: Slug;
  gate?: Slug;
  /** Of a mandate: what it does not name there it is not about. */
  gates?: readonly Slug[];
  subjectTo?: { gate: Slug };
}

/** The event as it would have been recorded under that plan; null when the plan does not have what it is about. */
export function inFormerTerms(former: FormerTerms, plan: Plan, event: DossierEvent): DossierEvent | null {
  if (event.type === 'FactRecorded') return Object.hasOwn(plan.workflow.outside ?? {}, event.facts.fact) ? event : null;
  const { phase, gate, gates, subjectTo }: NamesInEvent = event.facts as NamesInEvent; // no event names a phase in another way
  const told = {
    ...(phase === undefined ? {} : { phase: former(phase) }),
    ...(gate === undefined ? {} : { gate: former(gate) }),
  };
  if (Object.values(told).includes(null)) return null;
  const reserved = subjectTo && { subjectTo: { ...subjectTo, gate: former(subjectTo.gate) ?? subjectTo.gate } };
  const covered = gates && { gates: gates.flatMap((one) => former(one) ?? []) };
  return { ...event, facts: { ...event.facts, ...told, ...reserved, ...covered } } as DossierEvent; // the same type, other names
}
