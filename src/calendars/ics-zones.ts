// When a moment of an iCalendar text is, whatever zone it names: one that is known everywhere, or one that the text describes itself
// (RFC 5545, 3.6.5).
import type ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import { dayAt, dayOf, numberOf } from '../domain/calendar.js';
import { daysOfRule } from '../domain/calendars/recurrence.js';
import type { Day } from '../domain/vocabulary.js';
import { Unfit } from './ics-faults.js';
import { momentsIn, type MomentInText } from './ics-moments.js';
import { ruleIn } from './ics-rules.js';

const here = 'Europe/Amsterdam';
/** As Outlook calls zones that have our time. */
const alsoHere = /^(W\. Europe|Central Europe|Central European|Romance) Standard Time$/;

type Offsets = (moment: MomentInText) => number;

/** The zones of one calendar. */
export class Zones {
  private readonly found = new Map<string, string | Offsets>();

  constructor(private readonly described: readonly ICAL.Component[]) {}

  /** The day in the Netherlands. @throws Unfit for a zone that nobody knows */
  dutchDayOf(moment: MomentInText): Day {
    if (moment.time === null || moment.zone === null || this.zoneOf(moment.zone) === here) return moment.day;
    return dayOf(new Date(this.epochOf(moment)).toISOString());
  }

  /** In milliseconds, so that moments of two zones can be laid beside each other. @throws Unfit */
  epochOf(moment: MomentInText): number {
    const { day, time, zone } = moment;
    const local = `${day}T${time ?? '00:00:00'}`;
    const known = zone === null || time === null ? here : this.zoneOf(zone);
    if (typeof known === 'string') return Temporal.PlainDateTime.from(local).toZonedDateTime(known).epochMilliseconds;
    return Date.parse(`${local}Z`) - known(moment);
  }

  private zoneOf(name: string): string | Offsets {
    const known = this.found.get(name) ?? this.look(name);
    this.found.set(name, known);
    return known;
  }

  private look(name: string): string | Offsets {
    if (alsoHere.test(name)) return here;
    const described = this.described.find((one) => one.getFirstPropertyValue('tzid') === name);
    const meant = described?.getFirstPropertyValue('x-lic-location');
    const parts = name.split('/').filter((part) => part !== '');
    // Some put the name of a program before that of the zone.
    const names = [name, ...parts.map((_, n) => parts.slice(n).join('/')), typeof meant === 'string' ? meant : ''];
    const isKnown = names.find((one) => /^[A-Za-z]/.test(one) && isZone(one));
    if (isKnown !== undefined) return isKnown;
    const observances = described?.getAllSubcomponents() ?? [];
    if (observances.length === 0) throw new Unfit({ code: 'ics-other-zone', what: name });
    return offsetsOf(observances.map(observed));
  }
}

function isZone(name: string): boolean {
  try {
    return Temporal.PlainDateTime.from('2025-01-01T00:00').toZonedDateTime(name).timeZoneId !== '';
  } catch {
    return false;
  }
}

interface Observance {
  /** From when, by the clock as it was before, until a moment: the last that is not after it; null where there is none. */
  lastOnset: (local: MomentInText) => string | null;
  offset: number;
}

/** So far back it is looked when a clock was changed last. */
const changedWithin = 800;

function observed(one: ICAL.Component): Observance {
  const property = (name: string) => one.getAllProperties(name);
  const starts = [...property('dtstart'), ...property('rdate')].flatMap(momentsIn);
  const [first] = starts;
  const rules = property('rrule').map(ruleIn);
  const offset = offsetIn((property('tzoffsetto')[0]?.jCal as string[] | undefined)?.[3] ?? '');
  if (!first) throw new Unfit({ code: 'ics-unreadable' });
  const lastOnset = ({ day, time }: MomentInText): string | null => {
    const now = numberOf(day);
    const again = rules.flatMap(({ rule, until }) => {
      const last = until === null ? now : Math.min(now, numberOf(until.day));
      return daysOfRule(rule, first.day, now - changedWithin, last) ?? [];
    });
    const onsets = [...starts, ...again.map((on): MomentInText => ({ ...first, day: dayAt(on) }))].map(written);
    const moment = written({ day, time });
    return onsets.filter((onset) => onset <= moment).reduce<string | null>(later, null);
  };
  return { lastOnset, offset };
}

const written = ({ day, time }: Pick<MomentInText, 'day' | 'time'>): string => `${day}T${time ?? '00:00:00'}`;

const later = (one: string | null, other: string): string => (one !== null && one >= other ? one : other);

/** As the newest change of the clock made it; before all of them as the first of them. */
const offsetsOf =
  (observances: readonly Observance[]): Offsets =>
  (moment) => {
    const known = observances.map(({ lastOnset, offset }) => ({ onset: lastOnset(moment) ?? '', offset }));
    return known.reduce((one, other) => (one.onset >= other.onset ? one : other)).offset;
  };

function offsetIn(text: string): number {
  const [, sign, hours, minutes] = /^([+-])(\d\d):?(\d\d)/.exec(text) ?? [];
  if (sign === undefined) throw new Unfit({ code: 'ics-unreadable' });
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}
