// Which reminders are due in a dossier on a day, by each body's own term: from the dossier and the day alone, so that no timer
// can be lost, and whoever asks twice gets the same.
import { daysAfter } from '../calendar.js';
import type { IsQuiet } from '../calendars/quiet.js';
import { currentRound, statusOf, type Dossier } from '../dossier/state.js';
import { dueOn } from '../stand/term.js';
import type { BodyId, Day, Id, Instant, Role, Slug } from '../vocabulary.js';
import { remindedAt, toConfirmAt } from './reminded.js';

/** On which days a body is reminded: so many before its term ends, and so many after. */
export interface ReminderDays {
  before: readonly number[];
  /** Null where nobody is reminded of a term that is over. */
  after: number | null;
}

/** What a region chose. */
export interface ReminderPlan extends ReminderDays {
  isOn: boolean;
  /** Whether lead and chair get an overview each week. */
  digest: boolean;
  /** In the words of the region; null where it takes those of Sluis. */
  text: string | null;
  /** The roles whose link in a mail needs no sign-in; absent in what was said before there were such links. */
  unsigned?: readonly Role[];
  /** Who said so, and when; null where nobody did. */
  by: Id | null;
  at: Instant | null;
}

export interface DueReminder {
  gate: Slug;
  round: number;
  body: BodyId;
  /** Which of its days it is: each is told once for this term. */
  occasion: string;
  until: Day;
  /** Whether it has to decide; else what was recorded for it waits for its word. */
  decides: boolean;
  /** Its term is over: who answers for it in the body hears of it too. */
  isOver: boolean;
}

/** So many days later it is still of use to hear that a term is over. */
const lateMax = 6;

/** In so many days together a recess is over. */
const quietMax = 200;

/** @param isQuiet on which days a body is left alone: then its reminder waits for the first day on which it is not */
export function remindersDue(
  dossier: Dossier,
  day: Day,
  days: ReminderDays,
  isQuiet: IsQuiet = () => false,
): DueReminder[] {
  if (dossier.source !== null) return [];
  const open = [...dossier.plan.gates.keys()].filter((gate) => statusOf(dossier, gate) === 'at-gate');
  return open.flatMap((gate) => {
    const round = currentRound(dossier, gate);
    if (!round) return [];
    const toConfirm = toConfirmAt(dossier, gate, day);
    return remindedAt(dossier, gate, day).flatMap((body): DueReminder[] => {
      if (isQuiet(body, day)) return [];
      const until = dueOn(round, body, day);
      const isQuietOn = (on: Day) => isQuiet(body, on);
      const occasion = until && occasionOn(day, { until, since: round.submittedOn, isQuietOn }, days);
      if (!until || !occasion) return [];
      return [{ gate, round: round.number, body, occasion, until, decides: !toConfirm.has(body), isOver: day > until }];
    });
  });
}

interface Terms {
  until: Day;
  since: Day;
  isQuietOn: (on: Day) => boolean;
}

/** The newest that has come: of two that were missed the later one is told. None is on or before the day it was put. */
function occasionOn(day: Day, { until, since, isQuietOn }: Terms, { before, after }: ReminderDays) {
  const all = [
    ...before.map((n) => ({ name: `before-${n}`, on: daysAfter(until, -n), last: until })),
    ...(after === null ? [] : [afterwards(until, after, isQuietOn)]),
  ];
  const come = all.filter(({ on, last }) => on > since && on <= day && day <= last);
  return come.sort((a, b) => a.on.localeCompare(b.on)).at(-1)?.name ?? null;
}

/** Quiet days do not count for how long it is of use. */
function afterwards(until: Day, n: number, isQuietOn: (on: Day) => boolean) {
  const on = daysAfter(until, n);
  let last = on;
  for (let left = lateMax, days = 0; left > 0 && days < quietMax; days++) {
    if (!isQuietOn(last)) left--;
    last = daysAfter(last, 1);
  }
  return { name: `after-${n}`, on, last };
}
