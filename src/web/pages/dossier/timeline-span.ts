// Over which days the timeline goes, and where its quarters and years begin.
import { daysUntil } from '../../../domain/calendar.js';
import type { PhaseView } from '../../../domain/views/dossier-view.js';
import type { Day } from '../../../domain/vocabulary.js';

interface Span {
  from: Day;
  until: Day;
  days: number;
  marks: Mark[];
}

export interface Mark {
  day: Day;
  /** 1 to 4. */
  quarter: number;
  /** At the first mark of a year; null at the others. */
  year: number | null;
}

const marksMax = 12;

/** From the first to the last day that is planned or was used, in whole quarters. @param also days that are on it too */
export function spanOf(phases: readonly PhaseView[], also: readonly Day[]): Span {
  const days = phases
    .flatMap((p) => [
      ...[p.planned, ...p.plannedBefore.map(({ planned }) => planned)].flatMap(({ from, until }) => [from, until]),
      ...[p.startedOn, p.passedOn],
    ])
    .filter((day): day is Day => day !== null)
    .concat(also)
    .sort();
  const [earliest = '', latest = ''] = [days[0], days.at(-1)];
  const [first, last] = [quarterOf(earliest), quarterOf(latest) + 1];
  return {
    from: dayOf(first),
    until: dayOf(last),
    days: daysUntil(dayOf(first), dayOf(last)),
    marks: marks(first, last),
  };
}

/** Where they would stand too close there are fewer: of each half year, each year. */
function marks(first: number, last: number): Mark[] {
  const step = Math.ceil((last - first) / marksMax);
  const found: Mark[] = [];
  for (let q = first; q < last; q += step) {
    const year = yearOf(q);
    const isNew = found.length === 0 || yearOf(q - step) !== year;
    found.push({ day: dayOf(q), quarter: (q % 4) + 1, year: isNew ? year : null });
  }
  return found;
}

/** Quarters counted from the year nought. */
const quarterOf = (day: Day): number => Number(day.slice(0, 4)) * 4 + Math.floor((Number(day.slice(5, 7)) - 1) / 3);
const yearOf = (quarter: number): number => Math.floor(quarter / 4);
const dayOf = (quarter: number): Day =>
  `${String(yearOf(quarter)).padStart(4, '0')}-${String((quarter % 4) * 3 + 1).padStart(2, '0')}-01`;
