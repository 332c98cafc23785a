// Whether the time of the machine can be believed: by what was recorded, when a server last ran here, and how far a clock
// that cannot be set has come. Asks for the time and does nothing else.
import { latest } from '../../domain/calendar.js';
import type { Instant } from '../../domain/vocabulary.js';
import { dayLong, hour, type Doubt } from './clock.js';

/** A clock may be so far behind the newest record: two machines never agree to the second. */
export const behindMax = 5 * 60_000;
/** So long a server may have been off: over a year, where nothing had to be decided. */
export const aheadMax = 400 * dayLong;
/** So far the clock may be set forward while the server runs: summer time changes no clock that counts in UTC. */
export const jumpMax = hour;

/** Somebody who looks after the machine says that its clock is right. */
export interface ConfirmedClock {
  at: Instant;
  by: string;
  /** The newest record then: when it is later than `at`, the clock was ahead when that was recorded. */
  newest: Instant | null;
}

/** What a database knows of time. */
export interface KnownTime {
  /** When the newest event of all dossiers and of people was recorded. */
  newest: Instant | null;
  /** The last time that a server ran here with a clock that it believed. */
  seen: Instant | null;
  confirmed: ConfirmedClock | null;
}

interface Time {
  now(): Instant;
  /** Milliseconds since some moment, by a clock that nobody sets and that goes on while the machine sleeps. */
  steady(): number;
}

export class ClockTrust {
  /** Where both clocks were when they last agreed. */
  private together: { wall: number; steady: number } | null = null;

  constructor(
    private readonly time: Time,
    private known: KnownTime,
  ) {}

  /** Why it cannot be believed now; null when it can. */
  judge(): Doubt | null {
    const now = this.time.now();
    const doubt = this.byRecord(now) ?? this.byRunning(now);
    if (doubt === null) this.known = { ...this.known, seen: now };
    else if (doubt.why !== 'jumped') this.together = null; // it may be set right from here
    return doubt;
  }

  /** Something was recorded at that moment. */
  recorded(at: Instant): void {
    this.known = { ...this.known, newest: latest(this.known.newest, at) };
  }

  /** @returns whether that was news */
  confirm(confirmed: ConfirmedClock): boolean {
    if (confirmed.at === this.known.confirmed?.at) return false;
    this.known = { ...this.known, confirmed, seen: confirmed.at };
    this.together = null;
    return true;
  }

  private byRecord(now: Instant): Doubt | null {
    const { newest, seen, confirmed } = this.known;
    // A record from a time that has not come is known to be one: from then on it says nothing about the clock.
    const believed = newest !== null && newest > (confirmed?.newest ?? '') ? newest : null;
    const behind = believed ?? seen;
    if (behind !== null && passed(now, behind) > behindMax) return { why: 'behind', than: behind };
    const alive = latest(believed, seen);
    return alive !== null && passed(alive, now) > aheadMax ? { why: 'ahead', than: alive } : null;
  }

  private byRunning(now: Instant): Doubt | null {
    const wall = Date.parse(now);
    const { together } = this;
    if (together && wall - together.wall <= jumpMax) return null; // the other clock need not be asked
    const steady = this.time.steady();
    const expected = together ? together.wall + (steady - together.steady) : wall;
    if (wall - expected > jumpMax) return { why: 'jumped', than: new Date(expected).toISOString() };
    this.together = { wall, steady };
    return null;
  }
}

const passed = (from: Instant, to: Instant): number => Date.parse(to) - Date.parse(from);
