// Meetings that come back while a phase runs, as a workflow says them, and whether that is sound.
import { isDay, type Interval } from '../calendar.js';
import type { Day, Slug } from '../vocabulary.js';

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

/** What is wrong, each with its cure. */
export function recurrenceFaults({ every, until, goals = [] }: Recurrence): string[] {
  const steps = Object.values<number>(every); // one, unless a file was written without its type
  const isInterval = steps.length === 1 && steps.every((n) => Number.isInteger(n) && n >= 1 && n <= stepsMax);
  const ids = goals.map(({ id }) => id);
  return [
    ...(isInterval ? [] : [`de tussenpoos klopt niet: kies 1 tot en met ${stepsMax} maanden of weken`]),
    ...(until === undefined || isDay(until) ? [] : [`until: "${until}" is geen datum; schrijf jjjj-mm-dd`]),
    ...(goals.length > goalsMax ? [`${goals.length} doelen: noem er hoogstens ${goalsMax}`] : []),
    ...ids
      .filter((id) => !/^[a-z][a-z0-9-]{0,63}$/.test(id))
      .map((id) => `doel "${id}": begin met een letter, dan a-z, 0-9 en -, hoogstens 64`),
    ...ids.filter((id, i) => ids.indexOf(id) < i).map((id) => `doel "${id}" staat er twee keer: kies een andere naam`),
  ];
}
