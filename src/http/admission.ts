// Who asks, and whether they may send something to be recorded now: nobody takes the write path from the others by sending
// as fast as they can. Reading is never counted; what is refused later counts, since it cost as much to look at.
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Refusal, refused } from '../domain/refusal.js';
import type { Id } from '../domain/vocabulary.js';
import { isValid } from '../domain/permissions.js';
import type { KnownPerson } from '../domain/people.js';
import { Directory } from '../store/directory.js';
import { Clock } from '../store/process/clock.js';
import { Configuration, writesUnasked } from '../store/process/configuration.js';
import { SecurityLog } from '../store/security/security-log.js';
import { authenticate, isSafe } from './authentication.js';
import { senderOf } from './sender.js';

/** Marks the routes by which somebody signs out: whoever wants to leave is never kept waiting. */
export const signsOut = { signsOut: true };

/** Marks the routes for who has to set up a second step first, and can do nothing else. */
export const beforeFactor = { beforeFactor: true };

const seconds = 60;

@Injectable()
export class Admission {
  /** By person, whatever they are signed in with. A key lasts a minute, so there are at most as many as there are people. */
  private readonly sent: RateLimiterMemory;
  private readonly writesMax: number;

  constructor(
    private readonly directory: Directory,
    private readonly configuration: Configuration,
    private readonly security: SecurityLog,
    private readonly clock: Clock,
  ) {
    this.writesMax = configuration.writesPerMinute ?? writesUnasked;
    this.sent = new RateLimiterMemory({ points: this.writesMax, duration: seconds });
  }

  /** @throws Refusal sign-in-required, token-expired, csrf, second-factor-required, too-many */
  async admit(request: FastifyRequest): Promise<void> {
    // A forged form is refused before it counts: another site could otherwise keep somebody from their work.
    const { person } = await authenticate(request, this.directory, this.configuration.baseUrl);
    const { config } = request.routeOptions;
    const isFree = 'beforeFactor' in config || 'signsOut' in config;
    if (!isFree && this.asksFactor(person) && !this.directory.hasFactor(person.id))
      throw new Refusal('second-factor-required');
    if (!isSafe(request) && !('signsOut' in config)) await this.count(request, person.id);
  }

  /** Whether somebody has a role for which signing in takes two steps. */
  asksFactor({ assignments }: Pick<KnownPerson, 'assignments'>): boolean {
    const { secondFactorRoles = [] } = this.configuration;
    if (secondFactorRoles.length === 0) return false;
    const today = this.clock.today();
    return assignments.some((one) => secondFactorRoles.includes(one.role) && isValid(one, today));
  }

  /** Who asks, where somebody is signed in; what is asked is for anyone. */
  async greet(request: FastifyRequest): Promise<void> {
    try {
      await authenticate(request, this.directory, this.configuration.baseUrl);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }

  private async count(request: FastifyRequest, person: Id): Promise<void> {
    const counted = await this.sent.consume(person).catch((full: unknown) => {
      if (full instanceof RateLimiterRes) return full;
      throw full;
    });
    const further = counted.consumedPoints - this.writesMax;
    if (further <= 0) return;
    // Once a minute: a program that runs wild is one thing that happened.
    if (further === 1) this.security.tell({ type: 'WritesThrottled', person, sender: senderOf(request), facts: {} });
    throw refused('too-many', { writes: this.writesMax }, { retryAfter: waitOf(counted) });
  }
}

/** Never longer than is counted, also where the clock of the machine was set back. */
const waitOf = ({ msBeforeNext }: RateLimiterRes): number =>
  Math.min(seconds, Math.max(1, Math.ceil(msBeforeNext / 1000)));
