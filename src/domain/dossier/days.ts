// On which days something happened in a dossier, so that one can step from day to day without reading its events; and
// which of it is about a decision that was closed when it was recorded.
import type { BodyId, Day, Id, ReleaseScope } from '../vocabulary.js';
import type { DossierEvent } from './events.js';
import { isClosedFrom, subjectOf, widened } from './release.js';

/** Of everything that was recorded, whatever day is asked about. */
export interface Days {
  /** Of what was never closed: each day once, the first day first. */
  readonly open: readonly Day[];
  /** What was open is never closed later, so that these are all that can be closed on some day. */
  readonly closed: readonly ClosedDecision[];
}

/** A decision that was closed when it was recorded, with the days of every event about it or its conditions. */
export interface ClosedDecision {
  readonly body: BodyId;
  /** Of which act it is a reading: a release tells all of them. */
  readonly act: Id;
  /** The decision and its conditions. */
  readonly subjects: readonly Id[];
  /** To whom it is known, and from when: no release tells anyone before its own day, so that it holds for every day. */
  readonly release: Released;
  readonly days: readonly Day[];
}

interface Released {
  readonly scope: ReleaseScope;
  readonly from: Day | null;
}

export const noDays: Days = { open: [], closed: [] };

export function daysAfter(days: Days, event: DossierEvent): Days {
  const made = closedBy(event, days.closed);
  if (made) return { ...days, closed: [...days.closed, made] };
  const subject = 'answers' in event.facts ? null : subjectOf(event); // a decision that is new is in no list yet
  const about = subject === null ? -1 : days.closed.findIndex(({ subjects }) => subjects.includes(subject));
  const found = days.closed[about];
  if (found) return { ...days, closed: days.closed.map((one) => changedBy(one, found, event)) };
  const open = withDay(days.open, event.on);
  return open === days.open ? days : { ...days, open };
}

/** The decision that an event records behind closed doors; null for every other event. */
function closedBy({ on, type, facts }: DossierEvent, closed: Days['closed']): ClosedDecision | null {
  if (!('answers' in facts)) return null;
  const { decision, body, conditions = [], release: { scope, from = null } = { scope: 'region' } } = facts;
  if (scope !== 'own' && from === null) return null;
  const former = type === 'DecisionCorrected' ? facts.corrects : decision;
  const act = closed.find(({ subjects }) => subjects.includes(former))?.act ?? decision;
  const subjects = [decision, ...conditions.map(({ id }) => id)];
  return { body, act, subjects, release: { scope, from }, days: [on] };
}

/** What it is after an event about this reading, or about another of its act. */
function changedBy(decision: ClosedDecision, about: ClosedDecision, { type, on, facts }: DossierEvent): ClosedDecision {
  const days = decision === about ? withDay(decision.days, on) : decision.days;
  const isReleased = type === 'DecisionReleased' && decision.act === about.act;
  return { ...decision, days, release: isReleased ? widened(decision.release, on, facts) : decision.release };
}

/**
 * The decisions that their body keeps to itself on a day, and the conditions of these, each with that body. It holds too
 * on a day on which the gate had not been put.
 */
export function closedOn({ closed }: Days, day: Day): ReadonlyMap<Id, BodyId> {
  const still = closed.filter(({ release }) => isClosedFrom(release, day));
  return new Map(still.flatMap(({ body, subjects }) => subjects.map((id): [Id, BodyId] => [id, body])));
}

/** The days on which something happened that these bodies do not keep to themselves on a day; the first day first. */
export function visibleDays({ open, closed }: Days, day: Day, seesClosedOf: (body: BodyId) => boolean): readonly Day[] {
  const visible = closed.filter(({ body, release }) => seesClosedOf(body) || !isClosedFrom(release, day));
  return visible.flatMap(({ days }) => days).reduce(withDay, open);
}

/** Days in their order, with this one among them. */
function withDay(days: readonly Day[], day: Day): readonly Day[] {
  let [from, to] = [0, days.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((days[middle] ?? '') <= day) from = middle + 1;
    else to = middle;
  }
  return days[from - 1] === day ? days : days.toSpliced(from, 0, day);
}
