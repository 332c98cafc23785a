// Days as a calendar program reads them (RFC 5545), written with ical.js: it escapes, folds and ends each line as it has to.
import ICAL from 'ical.js';
import { daysAfter } from '../../domain/calendar.js';
import type { Day, Instant } from '../../domain/vocabulary.js';

export const calendarType = 'text/calendar; charset=utf-8';

export interface CalendarDay {
  /** The same for as long as it is the same thing. */
  uid: string;
  on: Day;
  title: string;
  text: string;
  url: string;
  isCancelled: boolean;
  sequence: number;
  /** As of when this is so. */
  asOf: Instant;
}

/** So often a program has to look again. */
const refresh = 'PT6H';

export function calendarText(name: string, days: readonly CalendarDay[]): string {
  const calendar = new ICAL.Component('vcalendar');
  calendar.addPropertyWithValue('prodid', '-//Sluis//Sluis//NL');
  calendar.addPropertyWithValue('version', '2.0');
  calendar.addPropertyWithValue('calscale', 'GREGORIAN');
  calendar.addPropertyWithValue('method', 'PUBLISH');
  calendar.addPropertyWithValue('x-wr-calname', name);
  calendar.addPropertyWithValue('x-published-ttl', refresh);
  const again = new ICAL.Property('refresh-interval', calendar);
  again.resetType('duration');
  again.setValue(ICAL.Duration.fromString(refresh));
  calendar.addProperty(again);
  for (const day of days) calendar.addSubcomponent(eventOf(day));
  return `${calendar.toString()}\r\n`;
}

function eventOf({ uid, on, title, text, url, isCancelled, sequence, asOf }: CalendarDay): ICAL.Component {
  const event = new ICAL.Component('vevent');
  const stamp = ICAL.Time.fromJSDate(new Date(asOf), true);
  event.addPropertyWithValue('uid', uid);
  event.addPropertyWithValue('dtstamp', stamp);
  event.addPropertyWithValue('last-modified', stamp);
  event.addPropertyWithValue('dtstart', ICAL.Time.fromDateString(on));
  const next = daysAfter(on, 1);
  if (next > on) event.addPropertyWithValue('dtend', ICAL.Time.fromDateString(next)); // a day alone is one day long
  event.addPropertyWithValue('summary', title);
  event.addPropertyWithValue('description', text);
  event.addPropertyWithValue('url', url);
  event.addPropertyWithValue('status', isCancelled ? 'CANCELLED' : 'CONFIRMED');
  event.addPropertyWithValue('transp', 'TRANSPARENT');
  event.addPropertyWithValue('sequence', sequence);
  return event;
}
