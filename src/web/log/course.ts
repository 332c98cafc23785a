// The days on which something happened in a dossier, to step through it. What is not released yet leaves no trace here.
import { visibleDays } from '../../domain/dossier/days.js';
import type { Day } from '../../domain/vocabulary.js';
import type { Course } from '../../http/page/frame.js';
import type { FormContext } from '../forms/form-kind.js';
import { addressesOf, type Addresses } from '../pages/addresses.js';

/** @param page which page of the dossier is stepped through */
export function courseOf({ reading, today }: FormContext, page: (at: Addresses) => string): Course {
  const { dossier, viewer } = reading;
  const { asOf, knownAt } = reading.moment;
  const days = visibleDays(dossier.days, today, (body) => viewer.seesClosedOf(body));
  const on = (day: Day | undefined): string | null =>
    day === undefined ? null : page(addressesOf(dossier.id, { asOf: day, knownAt }));
  return {
    first: on(days[0]),
    previous: asOf === null ? null : on(days.findLast((day) => day < asOf)),
    next: asOf === null ? null : on(days.find((day) => day > asOf)),
  };
}
