// How often a wrong password may be tried. Only what was judged wrong counts, and whatever strangers try, it never keeps out
// whoever signs in from a place of their own: a browser or an address that got in before.
import { LRUCache } from 'lru-cache';
import pLimit from 'p-limit';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { Refusal } from '../domain/refusal.js';
import { networkOf } from '../store/network.js';
import { dayLong } from '../store/process/clock.js';

/** Wrong passwords a minute. What counts them holds a key for a minute, so the hashing itself bounds how many there are. */
const wrongMax = { pair: 5, device: 5, account: 20, address: 20 };
/** At most so many wait for their turn to be judged. */
const waitingMax = 100;
/** Addresses that got in are known for so long, and at most so many. */
const knownMax = 10_000;
const knownFor = 90 * dayLong;

/** Somebody who tries to sign in: as whom, from where, and in which browser that did so before. */
export interface Attempt {
  account: string;
  address: string;
  /** Null for a browser, or a program, that never signed in as this account. */
  device: string | null;
}

/** What an attempt would count for, and whether too much was counted already. */
type Counted = [counter: keyof typeof wrongMax, key: string][];

const minuteOf = (points: number) => new RateLimiterMemory({ points, duration: 60 });

export class Throttle {
  private readonly wrong = {
    pair: minuteOf(wrongMax.pair),
    device: minuteOf(wrongMax.device),
    account: minuteOf(wrongMax.account),
    address: minuteOf(wrongMax.address),
  };
  private readonly known = new LRUCache<string, true>({ max: knownMax, ttl: knownFor });
  /** One by one, so that many at once are not one more than is allowed; and nobody waits behind strangers. */
  private readonly lanes = { strangers: pLimit(1), devices: pLimit(1) };

  /**
   * Judges a password when its turn comes, unless too many were wrong by then.
   * @throws Refusal too-many, busy
   */
  async judge(attempt: Attempt, judge: () => Promise<boolean>): Promise<boolean> {
    await this.mustBeAdmitted(attempt);
    const lane = this.lanes[attempt.device === null ? 'strangers' : 'devices'];
    if (lane.pendingCount >= waitingMax) throw new Refusal('busy', { retryAfter: 5 });
    return lane(async () => {
      await this.mustBeAdmitted(attempt);
      const fits = await judge();
      if (fits) this.known.set(pairOf(attempt), true);
      else await this.count(attempt);
      return fits;
    });
  }

  /** Costs nothing: what is refused here was never looked at. @throws Refusal too-many */
  private async mustBeAdmitted(attempt: Attempt): Promise<void> {
    const stops = this.known.has(pairOf(attempt)) ? ownCounts(attempt) : counts(attempt);
    for (const [counter, key] of stops) {
      const found = await this.wrong[counter].get(key);
      if (found && found.consumedPoints >= wrongMax[counter])
        throw new Refusal('too-many', { retryAfter: Math.max(1, Math.ceil(found.msBeforeNext / 1000)) });
    }
  }

  private async count(attempt: Attempt): Promise<void> {
    for (const [counter, key] of counts(attempt)) await this.wrong[counter].penalty(key);
  }
}

/** What only they themselves can fill. */
const ownCounts = (attempt: Attempt): Counted =>
  attempt.device === null ? [['pair', pairOf(attempt)]] : [['device', attempt.device]];

const counts = (attempt: Attempt): Counted =>
  attempt.device === null
    ? [...ownCounts(attempt), ['account', attempt.account], ['address', networkOf(attempt.address)]]
    : ownCounts(attempt);

const pairOf = ({ account, address }: Attempt): string => `${networkOf(address)} ${account}`;
