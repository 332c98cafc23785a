// Which tasks a page shows, and in which order: as its address asks.
import type { Slug } from '../../../domain/vocabulary.js';
import { choiceIn, type Choice, type Offers } from '../list-choice.js';

const taskFilters = ['alles', 'mij', 'anderen', 'laat', 'voorwaarden', 'gemeente'] as const;
const taskOrders = ['termijn', 'traject'] as const;
export type TaskFilter = (typeof taskFilters)[number];
type TaskOrder = (typeof taskOrders)[number];
export interface AskedTasks extends Choice<TaskFilter, TaskOrder> {
  /** What says something to who looks. */
  offers: Offers<TaskFilter, TaskOrder>;
}

/** @param follows whether it is for them to see that others do theirs */
export function askedTasks(
  query: Readonly<Record<string, string | undefined>>,
  { follows, parties }: { follows: boolean; parties: ReadonlySet<Slug> },
): AskedTasks {
  const [all, ...rest] = taskFilters;
  const says = (one: TaskFilter): boolean =>
    one === 'mij' || one === 'anderen' ? follows : one !== 'gemeente' || parties.size > 1;
  const offers = { filters: [all, ...rest.filter(says)], orders: taskOrders } as const;
  return { ...choiceIn(query, offers), offers };
}

/** What a task says of itself to be chosen. */
export interface Chosen {
  /** The title of its dossier; empty for what is of none. */
  traject: string;
  under: ReadonlySet<TaskFilter>;
}

const inDutch = new Intl.Collator('nl');

/** Those under the filter, by their term or by their dossier; within it by term. */
export function chosenTasks<T extends Chosen>(tasks: readonly T[], { toon, volgorde }: AskedTasks): T[] {
  const kept = tasks.filter(({ under }) => under.has(toon));
  return volgorde === 'traject' ? kept.sort((a, b) => inDutch.compare(a.traject, b.traject)) : kept;
}
