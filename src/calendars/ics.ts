// Reads the days of meetings from an iCalendar text (RFC 5545), as a council's own system hands it out: within limits. A meeting
// is on the day on which it begins in the Netherlands. The library reads the text; which days come of it is worked out here.
import ICAL from 'ical.js';
import { dayAt, daysUntil, numberOf } from '../domain/calendar.js';
import { daysOfRule } from '../domain/calendars/recurrence.js';
import type { Day } from '../domain/vocabulary.js';
import { meetingsMax, Unfit, type IcsFault } from './ics-faults.js';
import { momentsIn, type MomentInText } from './ics-moments.js';
import { ruleIn, type RuleInText } from './ics-rules.js';
import { Zones } from './ics-zones.js';

/** In characters: as much as a form takes, and of what is fetched so much that reading it holds nobody up. */
export const icsMax = 48 * 1024;
export const icsFetchedMax = 256 * 1024;
/** So many rhythms are worked out; a calendar of meetings has a few. */
const rhythmsMax = 100;

/** Of the meetings from a day until another, both included; a rhythm without end ends there. */
export function daysInIcs(text: string, from: Day, until: Day, max = icsMax): { days: Day[] } | { fault: IcsFault } {
  if (text.length > max) return { fault: { code: 'ics-too-large', max } };
  try {
    const found = new Set<Day>();
    for (const calendar of calendarsIn(text))
      for (const day of daysOf(calendar, from, until)) if (day >= from && day <= until) found.add(day);
    if (found.size > meetingsMax) return { fault: { code: 'ics-too-often', max: meetingsMax } };
    return found.size === 0 ? { fault: { code: 'ics-no-meetings' } } : { days: [...found].sort() };
  } catch (error) {
    return { fault: error instanceof Unfit ? error.fault : { code: 'ics-unreadable' } };
  }
}

/** What a text must hold of a line to matter here: what a program wrote beside it may be broken. */
const matters =
  /^(BEGIN|END|METHOD|UID|SEQUENCE|STATUS|DTSTART|RRULE|EXRULE|RDATE|EXDATE|RECURRENCE-ID|TZID|TZOFFSETTO|X-LIC-LOCATION)[;:]/i;

function calendarsIn(text: string): ICAL.Component[] {
  const unfolded = text
    .replace(/^\uFEFF/, '')
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/\n[ \t]/g, '');
  const lines = unfolded.split('\n').filter((line) => matters.test(line));
  if (lines.length === 0) throw new Unfit({ code: 'ics-unreadable' });
  const parsed = ICAL.parse(lines.join('\n')) as unknown[]; // one calendar, or a list of them
  const all = (typeof parsed[0] === 'string' ? [parsed] : parsed) as unknown[][];
  return all.map((one) => new ICAL.Component(one));
}

/** One meeting, its rhythm where it has one, and what was changed of single ones of it. */
interface Meeting {
  uid: string;
  sequence: number;
  isCancelled: boolean;
  start: MomentInText;
  /** Which of a rhythm it takes the place of; null for what stands by itself. */
  replaces: MomentInText | null;
  /** It moves all after it too. */
  andLater: boolean;
  again: readonly RuleInText[];
  notAgain: readonly RuleInText[];
  extra: readonly MomentInText[];
  without: readonly MomentInText[];
}

function daysOf(calendar: ICAL.Component, from: Day, until: Day): Day[] {
  const zones = new Zones(calendar.getAllSubcomponents('vtimezone'));
  const isAllCancelled = /^cancel$/i.test(textOf(calendar, 'method'));
  const meetings = newestOf(calendar.getAllSubcomponents('vevent').flatMap(meetingIn));
  if (isAllCancelled) return [];
  if (meetings.filter(({ again }) => again.length > 0).length > rhythmsMax)
    throw new Unfit({ code: 'ics-too-often', max: meetingsMax });
  const cancelled = new Set(meetings.flatMap((one) => (one.isCancelled && !one.replaces ? [one.uid] : [])));
  return meetings
    .filter((one) => !one.isCancelled && !(one.replaces && cancelled.has(one.uid)))
    .flatMap((one) => {
      if (one.replaces) return [zones.dutchDayOf(one.start)];
      const changed = meetings.filter(({ uid, replaces }) => replaces !== null && uid === one.uid);
      return occurrences(one, changed, zones, from, until).map((moment) => zones.dutchDayOf(moment));
    });
}

/** Nothing for what has no day. */
function meetingIn(event: ICAL.Component): Meeting[] {
  const moments = (name: string): MomentInText[] => event.getAllProperties(name).flatMap(momentsIn);
  const rules = (name: string): RuleInText[] => event.getAllProperties(name).map(ruleIn);
  const [start] = moments('dtstart');
  const [replaces = null] = moments('recurrence-id');
  if (!start) return [];
  const range = event.getFirstProperty('recurrence-id')?.getFirstParameter('range');
  return [
    {
      uid: textOf(event, 'uid'),
      sequence: Number(textOf(event, 'sequence')) || 0,
      isCancelled: /^cancelled$/i.test(textOf(event, 'status')),
      start,
      replaces,
      andLater: /^thisandfuture$/i.test(range ?? ''),
      again: rules('rrule'),
      notAgain: rules('exrule'),
      extra: moments('rdate'),
      without: moments('exdate'),
    },
  ];
}

const textOf = (component: ICAL.Component, name: string): string => String(component.getFirstPropertyValue(name) ?? '');

/** Of a meeting that stands there twice the newest version counts. */
function newestOf(meetings: readonly Meeting[]): Meeting[] {
  const nameOf = ({ uid, replaces }: Meeting) => JSON.stringify([uid, replaces]);
  const newest = new Map<string, number>();
  for (const one of meetings) newest.set(nameOf(one), Math.max(one.sequence, newest.get(nameOf(one)) ?? 0));
  return meetings.filter((one) => one.uid === '' || one.sequence === newest.get(nameOf(one)));
}

/** Of a rhythm, without those of which something else was said. */
function occurrences(
  meeting: Meeting,
  changed: readonly Meeting[],
  zones: Zones,
  from: Day,
  until: Day,
): MomentInText[] {
  const { start, again, notAgain, extra, without } = meeting;
  const apart = [...without, ...changed.flatMap(({ replaces }) => replaces ?? [])];
  const moves = changed.flatMap(({ replaces, start: to, andLater, isCancelled }) =>
    replaces && andLater
      ? [{ since: zones.epochOf(replaces), by: daysUntil(replaces.day, to.day), to, isCancelled }]
      : [],
  );
  const margin = 2 + moves.reduce((most, { by }) => Math.max(most, Math.abs(by)), 0);
  const asked = { from: numberOf(from) - margin, until: numberOf(until) + margin };
  const byRule = (rules: readonly RuleInText[]) => rules.flatMap((one) => momentsOf(one, start, zones, asked));
  const all = [start, ...extra, ...byRule(again)];
  const left = all.filter((one) => ![...apart, ...byRule(notAgain)].some((other) => isSame(one, other, zones)));
  if (moves.length === 0) return left;
  return left.flatMap((one) => {
    const move = moves.filter(({ since }) => since <= zones.epochOf(one)).sort((a, b) => b.since - a.since)[0];
    if (!move) return [one];
    return move.isCancelled ? [] : [{ ...move.to, day: dayAt(numberOf(one.day) + move.by) }];
  });
}

function momentsOf(
  { rule, until }: RuleInText,
  start: MomentInText,
  zones: Zones,
  asked: { from: number; until: number },
): MomentInText[] {
  const days = daysOfRule(rule, start.day, asked.from, asked.until);
  if (days === null || days.length > meetingsMax * 2) throw new Unfit({ code: 'ics-too-often', max: meetingsMax });
  const all = days.map((day): MomentInText => ({ ...start, day: dayAt(day) }));
  if (until === null) return all;
  // A day is included whole; a time without a zone is of the meeting's own.
  if (until.time === null || start.time === null) return all.filter(({ day }) => day <= until.day);
  const last = zones.epochOf({ ...until, zone: until.zone ?? start.zone });
  return all.filter((one) => zones.epochOf(one) <= last);
}

/** A day alone is every time of it; a time without a zone is of the meeting's own. */
function isSame(one: MomentInText, other: MomentInText, zones: Zones): boolean {
  if (one.time === null || other.time === null)
    return one.day === (one.time === null ? zones.dutchDayOf(other) : other.day);
  if (one.zone === other.zone || other.zone === null) return one.day === other.day && one.time === other.time;
  return Math.abs(daysUntil(one.day, other.day)) <= 1 && zones.epochOf(one) === zones.epochOf(other);
}
