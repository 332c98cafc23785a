// The one clock of a process. Everything below asks it through an argument.
import { dayOf } from '../../domain/calendar.js';
import { Refusal } from '../../domain/refusal.js';
import type { Day, Instant } from '../../domain/vocabulary.js';

/** behind: the newest record is later · ahead: nobody was here for too long · jumped: it was set forward meanwhile */
export interface Doubt {
  why: 'behind' | 'ahead' | 'jumped';
  /** What it was compared with. */
  than: Instant;
}

export class Clock {
  /** Why its time cannot be recorded now; the clock of a test or a demonstration is not the machine's and never wrong. */
  judge: () => Doubt | null = () => null;
  /** Told of everything that is recorded, and when. */
  recorded: (at: Instant) => void = () => undefined;
  private offset: number;
  private current = 0;
  private day: Day = '';

  /** @param from the instant from which it runs; the machine's own time when left out */
  constructor(from?: Instant) {
    this.offset = from === undefined ? 0 : Date.parse(from) - Date.now();
  }

  /** Goes on from that instant, as if it had run since. */
  runOnFrom(instant: Instant): void {
    this.offset = Date.parse(instant) - Date.now();
    this.current = 0;
  }

  /** Whoever records asks this first. @throws Refusal clock-not-trusted */
  mustBeTrusted(): void {
    if (this.judge() !== null) throw new Refusal('clock-not-trusted');
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
