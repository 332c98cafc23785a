// Meetings that come back while a phase runs, as a workflow says them, and whether that is sound.
import { isDay, type Interval } from '../calendar.js';
import type { Day, Slug } from '../vocabulary.js';
import type { OwnFault } from '../plan-faults.js';

/** How often, until when, and what each meeting reports. */
export interface Recurrence {
  /** Counted from the day on which the phase starts. */
  every: Interval;
  /** No meeting is expected after this day; left out, it is the planned end of the phase. */
  until?: Day;
  goals?: Goal[];
}

/** What is followed from meeting to meeting. */
export interface Goal {
  id: Slug;
  title: string;
  /** What a number counts: dagen, procent. */
  unit?: string;
}

const stepsMax = 60;
const goalsMax = 20;

/** What is wrong with it. */
export function recurrenceFaults({ every, until, goals = [] }: Recurrence): OwnFault[] {
  const steps = Object.values<number>(every); // one, unless a file was written without its type
  const isInterval = steps.length === 1 && steps.every((n) => Number.isInteger(n) && n >= 1 && n <= stepsMax);
  const ids = goals.map(({ id }) => id);
  const isMany = goals.length > goalsMax;
  return [
    ...(isInterval ? [] : [{ code: 'bad-interval', max: stepsMax } as const]),
    ...(until === undefined || isDay(until) ? [] : [{ code: 'no-date', term: 'until', day: until } as const]),
    ...(isMany ? [{ code: 'many-goals', count: goals.length, max: goalsMax } as const] : []),
    ...ids.filter((id) => !/^[a-z][a-z0-9-]{0,63}$/.test(id)).map((id) => ({ code: 'bad-goal-name', id }) as const),
    ...ids.filter((id, i) => ids.indexOf(id) < i).map((id) => ({ code: 'goal-twice', id }) as const),
  ];
}
