// What stands on the own agenda of a body on a day: what was noted last by then, unless that took it off again. What was
// noted of it before or after, counts for other days.
import type { BodyId, Day } from '../vocabulary.js';
import type { AgendaItem, Round } from './state.js';

/** The item that is in force on that day; null where nothing was planned by then, or where it was taken off. */
export function plannedFor({ agendas }: Pick<Round, 'agendas'>, body: BodyId, day: Day): AgendaItem | null {
  const items = Object.hasOwn(agendas, body) ? (agendas[body] ?? []) : [];
  let last: AgendaItem | null = null;
  for (const item of items) if (item.plannedOn <= day && (!last || item.plannedOn >= last.plannedOn)) last = item;
  return last && !last.withdrawn ? last : null;
}

/** Those of everyone that are in force on that day. */
export const plannedOn = (round: Pick<Round, 'agendas'>, day: Day): [BodyId, AgendaItem][] =>
  Object.keys(round.agendas).flatMap((body): [BodyId, AgendaItem][] => {
    const item = plannedFor(round, body, day);
    return item ? [[body, item]] : [];
  });
