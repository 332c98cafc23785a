// The one clock of a process. Everything below asks it through an argument.
import { dayOf } from '../../domain/calendar.js';
import type { Day, Instant } from '../../domain/vocabulary.js';

export class Clock {
  private readonly offset: number;
  private current = 0;
  private day: Day = '';

  /** @param from the instant from which it runs; the machine's own time when left out */
  constructor(from?: Instant) {
    this.offset = from === undefined ? 0 : Date.parse(from) - Date.now();
  }

  now(): Instant {
    return this.after(0);
  }

  /** Whether that instant has come. */
  isPast(instant: Instant): boolean {
    return Date.parse(instant) <= Date.now() + this.offset;
  }

  /** The instant that lies so many milliseconds ahead; behind when negative. */
  after(milliseconds: number): Instant {
    return new Date(Date.now() + this.offset + milliseconds).toISOString();
  }

  /** The date in Europe/Amsterdam. It changes on the hour, so it is worked out once an hour. */
  today(): Day {
    const current = Math.floor((Date.now() + this.offset) / hour);
    if (this.current !== current) {
      this.current = current;
      this.day = dayOf(this.now());
    }
    return this.day;
  }
}

export const hour = 3_600_000;
export const dayLong = 24 * hour;
