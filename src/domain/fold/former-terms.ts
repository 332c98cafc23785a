// Looking back on a day before a migration: what was recorded after it, and happened before, is told in the words of
// the plan that held on that day. What that plan does not know is left out.
import type { Slug } from '../vocabulary.js';
import type { Plan } from '../workflow/plan.js';
import type { DossierEvent } from '../dossier/events.js';
import { formerOf, type PhaseMap } from '../dossier/migration.js';

/** What a phase was called; null where there was none. */
export type FormerTerms = (phase: Slug) => Slug | null;

/** The terms before one more migration. */
export const before =
  (later: FormerTerms | null, map: PhaseMap): FormerTerms =>
  (phase) => {
    const here = later ? later(phase) : phase;
    return here === null ? null : formerOf(map, here);
  };

interface Named {
  phase?: Slug;
  gate?: Slug;
  subjectTo?: { gate: Slug };
}

/** The event as that plan would have recorded it; null when it is about something that the plan does not know. */
export function inFormerTerms(former: FormerTerms, plan: Plan, event: DossierEvent): DossierEvent | null {
  if (event.type === 'FactRecorded') return Object.hasOwn(plan.workflow.outside ?? {}, event.facts.fact) ? event : null;
  const { phase, gate, subjectTo }: Named = event.facts as Named; // no event names a phase in another way
  const told = {
    ...(phase === undefined ? {} : { phase: former(phase) }),
    ...(gate === undefined ? {} : { gate: former(gate) }),
  };
  if (Object.values(told).includes(null)) return null;
  const reserved = subjectTo && { subjectTo: { ...subjectTo, gate: former(subjectTo.gate) ?? subjectTo.gate } };
  return { ...event, facts: { ...event.facts, ...told, ...reserved } } as DossierEvent; // the same type, other names
}
