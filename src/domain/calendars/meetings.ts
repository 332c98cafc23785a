// The meetings of a body, worked out from its calendar: those that are held, and those that fall out, with why. Over day
// numbers, for a forecast looks at thousands of them.
import { dayAt, numberOf } from '../calendar.js';
import { publicHolidays } from '../public-holidays.js';
import type { BodyKind, Day } from '../vocabulary.js';
import {
  electionPause,
  type BodyCalendar,
  type MeetingPattern,
  type Recess,
  type RegionCalendar,
} from './body-calendar.js';
import { weekdayAt } from './weekday.js';

/** Why a meeting of the rhythm is none. */
export type FallsOut = 'cancelled' | 'recess' | 'election' | 'holiday';

export interface FallenMeeting {
  /** As a day number. */
  on: number;
  why: FallsOut;
  /** The recess, as it is called; null for the others. */
  title: string | null;
}

export interface Meetings {
  /** As day numbers, the first first. */
  readonly held: readonly number[];
  readonly fallen: readonly FallenMeeting[];
}

interface WorkedOut {
  kind: BodyKind;
  region: RegionCalendar | null;
  knownOn: Day;
  meetings: Meetings;
}

/** What was worked out last of a calendar: a look ahead asks it again for every way that a choice can go. */
const workedOut = new WeakMap<BodyCalendar, WorkedOut>();

/**
 * Of all that its calendar covers.
 * @param knownOn the day by which a decree about holidays must have been known
 */
export function meetingsOf(
  calendar: BodyCalendar,
  kind: BodyKind,
  region: RegionCalendar | null,
  knownOn: Day,
): Meetings {
  const last = workedOut.get(calendar);
  if (last?.kind === kind && last.region === region && last.knownOn === knownOn) return last.meetings;
  const meetings = workOut(calendar, kind, region, knownOn);
  workedOut.set(calendar, { kind, region, knownOn, meetings });
  return meetings;
}

function workOut(calendar: BodyCalendar, kind: BodyKind, region: RegionCalendar | null, knownOn: Day): Meetings {
  const [from, until] = [numberOf(calendar.from), numberOf(calendar.until)];
  const extra = calendar.extra.map(numberOf).filter((day) => day >= from && day <= until);
  const planned = new Set(calendar.patterns.flatMap((pattern) => daysOf(pattern, from, until)));
  const struck = new Set(calendar.cancelled.map(numberOf));
  const dropped = new Set(extra.filter((day) => struck.has(day)));
  const held = new Set(extra.filter((day) => !struck.has(day)));
  const fallsOut = pausesOf(calendar, kind, region, knownOn);
  const fallen = [...dropped].map((on): FallenMeeting => ({ on, why: 'cancelled', title: null }));
  for (const on of planned) {
    if (held.has(on) || dropped.has(on)) continue; // said of that very day
    const pause = struck.has(on) ? { why: 'cancelled' as const, title: null } : fallsOut(on);
    if (pause) fallen.push({ on, ...pause });
    else held.add(on);
  }
  return { held: [...held].sort((a, b) => a - b), fallen: fallen.sort((a, b) => a.on - b.on) };
}

const isWeekendAt = (day: number): boolean => weekdayAt(day) > 5;

function daysOf(pattern: MeetingPattern, from: number, until: number): number[] {
  const found: number[] = [];
  if (pattern.kind === 'working-days') {
    for (let day = from; day <= until; day++) if (!isWeekendAt(day)) found.push(day);
    return found;
  }
  const first = from + ((pattern.weekday - weekdayAt(from) + 7) % 7);
  const step = pattern.kind === 'weekly' ? 7 * pattern.every : 7;
  for (let day = first; day <= until; day += step)
    if (pattern.kind === 'weekly' || isNth(day, pattern.nth)) found.push(day);
  return found;
}

/** Whether it is that one of its weekday in its month. */
function isNth(day: number, nth: number): boolean {
  if (nth === -1) return monthOf(day + 7) !== monthOf(day);
  return Math.ceil(Number(dayAt(day).slice(8)) / 7) === nth;
}

const monthOf = (day: number): string => dayAt(day).slice(0, 7);

type Pause = Pick<FallenMeeting, 'why' | 'title'>;

/** Says of a day whether, and why, a meeting of the rhythm is not held: what its own calendar says goes first. */
function pausesOf(
  { from, until, recess, keepsRegionRecess }: BodyCalendar,
  kind: BodyKind,
  region: RegionCalendar | null,
  knownOn: Day,
): (day: number) => Pause | null {
  const own = [...recess, ...(keepsRegionRecess && region ? region.recess : [])].map(asNumbers);
  const elections = (region?.elections ?? []).flatMap((one) => electionPause(one, kind) ?? []);
  const pauses = elections.map((one) => ({ from: numberOf(one.from), before: numberOf(one.before) }));
  const holidays = holidaysBetween(from, until, knownOn);
  return (day) => {
    const kept = own.find((one) => one.from <= day && day <= one.until);
    if (kept) return { why: 'recess', title: kept.title };
    if (pauses.some((one) => one.from <= day && day < one.before)) return { why: 'election', title: null };
    return holidays.has(day) ? { why: 'holiday', title: null } : null;
  };
}

const asNumbers = ({ title, from, until }: Recess) => ({ title, from: numberOf(from), until: numberOf(until) });

const known = new Map<string, Set<number>>();

/** All public holidays of these years: worked out once, for many bodies share them. */
function holidaysBetween(from: Day, until: Day, knownOn: Day): Set<number> {
  const [first, last] = [Number(from.slice(0, 4)), Number(until.slice(0, 4))];
  const name = `${first} ${last} ${knownOn}`;
  const found = known.get(name);
  if (found) return found;
  const days = publicHolidays
    .filter(({ since }) => since === null || since <= knownOn)
    .flatMap((one) => Array.from({ length: last - first + 1 }, (_, n) => one.dayIn(first + n) ?? []).flat());
  const holidays = new Set(days.map(numberOf));
  if (known.size >= holidaySetsMax) known.clear();
  known.set(name, holidays);
  return holidays;
}

const holidaySetsMax = 100;
