// The one clock of a process. Everything below asks it through an argument.
import { dayOf } from '../domain/calendar.js';
import type { Day, Instant } from '../domain/vocabulary.js';

export class Clock {
  private readonly offset: number;

  /** @param from the instant from which it runs; the machine's own time when left out */
  constructor(from?: Instant) {
    this.offset = from === undefined ? 0 : Date.parse(from) - Date.now();
  }

  now(): Instant {
    return this.after(0);
  }

  /** The instant that lies so many milliseconds ahead; behind when negative. */
  after(milliseconds: number): Instant {
    return new Date(Date.now() + this.offset + milliseconds).toISOString();
  }

  /** The date in Europe/Amsterdam. */
  today(): Day {
    return dayOf(this.now());
  }
}

export const hour = 3_600_000;
export const dayLong = 24 * hour;
