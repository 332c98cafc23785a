// The days on which something happened in a dossier, to step through it. What is not released yet leaves no trace here.
import type { Readings } from '../app/reading.js';
import type { Day } from '../domain/vocabulary.js';
import type { Course } from './components/frame.js';
import type { FormContext } from './forms/form-kind.js';
import { addressesOf, type Addresses } from './pages/addresses.js';

/** More than any dossier has. */
export const eventsMax = 100_000;

/** @param page which page of the dossier is stepped through */
export async function courseOf(
  context: FormContext,
  readings: Readings,
  page: (at: Addresses) => string,
): Promise<Course> {
  const { person, reading } = context;
  const { id } = reading.dossier;
  const { asOf, knownAt } = reading.moment;
  const { events } = await readings.events(person, id, { asOf: null, knownAt }, 0, eventsMax);
  const days = [...new Set(events.filter(({ hidden }) => hidden === null).map(({ on }) => on))].sort();
  const on = (day: Day | undefined): string | null =>
    day === undefined ? null : page(addressesOf(id, { asOf: day, knownAt }));
  return {
    first: on(days[0]),
    previous: asOf === null ? null : on(days.findLast((day) => day < asOf)),
    next: asOf === null ? null : on(days.find((day) => day > asOf)),
  };
}
