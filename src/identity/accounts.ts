// Signing in and out, and setting a password. What somebody may do is for the domain.
import { Injectable } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Refusal } from '../domain/refusal.js';
import type { Instant } from '../domain/vocabulary.js';
import type { Sender } from '../domain/security/entries.js';
import type { KnownPerson } from '../domain/people.js';
import { Database } from '../store/database.js';
import { credentialsOf, normaliseEmail, personById, StoredPerson } from './stored-person.js';
import type { SessionKind } from '../store/directory.js';
import { endSessions, StoredInvitation, Session } from './sessions.js';
import { UnitOfWork } from '../store/unit-of-work.js';
import { hour } from '../store/process/clock.js';
import { PeopleRecord } from './people-record.js';
import { chosenPassword } from '../domain/roles/decide.js';
import { PeopleDirectory } from './people-directory.js';
import { hashPassword, newSecret, passwordFits, Secrets } from './secrets.js';

/** What is said of whoever was not let in. */
const turnedAway: Partial<Record<string, 'SignInFailed' | 'SignInThrottled'>> = {
  'sign-in-failed': 'SignInFailed',
  'too-many': 'SignInThrottled',
};
export const sessionHours = 12;
/** Failed attempts a minute; successes never count, and nobody is locked out for longer than that minute. */
const failuresMax = { account: 5, address: 20 };
/** By length alone: composition rules make passwords worse (NIST SP 800-63B). */
export const passwordMin = 12;

export const isTooShort = (password: string): boolean => [...password].length < passwordMin;

export interface OpenSession {
  /** Handed out once; only its digest is stored. */
  secret: string;
  expiresAt: Instant;
}

@Injectable()
export class Accounts {
  private readonly failures = {
    account: new RateLimiterMemory({ points: failuresMax.account, duration: 60 }),
    address: new RateLimiterMemory({ points: failuresMax.address, duration: 60 }),
  };

  constructor(
    private readonly work: UnitOfWork,
    private readonly database: Database,
    private readonly secrets: Secrets,
    private readonly record: PeopleRecord,
    private readonly directory: PeopleDirectory,
  ) {}

  /**
   * Opens a session, and says in the security log whether it did.
   * @throws Refusal sign-in-failed, too-many, busy
   */
  async signIn(email: string, password: string, sender: Sender, kind: SessionKind): Promise<OpenSession> {
    try {
      return await this.letIn(email, password, sender, kind);
    } catch (error) {
      const type = turnedAway[(error as Partial<Refusal>).code ?? ''];
      const known = type && (await credentialsOf(this.database.manager, email));
      if (type) this.record.security.tell({ type, person: known?.id, sender, facts: {} });
      throw error;
    }
  }

  /**
   * An unknown account gets the same answer as a wrong password, after the same time.
   * @throws Refusal sign-in-failed, too-many, busy
   */
  private async letIn(email: string, password: string, sender: Sender, kind: SessionKind): Promise<OpenSession> {
    const account = normaliseEmail(email);
    const { address } = sender;
    await this.reserveFailure(account, address);
    const known = await credentialsOf(this.database.manager, account);
    if (!(await passwordFits(known?.password ?? null, password)) || !known) throw new Refusal('sign-in-failed');
    await this.failures.account.reward(account, 1);
    await this.failures.address.reward(address, 1);
    const secret = newSecret();
    const expiresAt = this.record.clock.after(sessionHours * hour);
    const session = { hash: this.secrets.digest(secret), person: known.id, kind, expiresAt };
    await this.work.do(async (tx) => {
      await tx.manager.insert(Session, session);
      await this.record.security.add(tx, { type: 'SignedIn', person: known.id, sender, facts: { session: kind } });
    });
    return { secret, expiresAt };
  }

  async signOut(secret: string, sender: Sender): Promise<void> {
    const hash = this.secrets.digest(secret);
    await this.work.do(async (tx) => {
      const session = await tx.manager.findOneBy(Session, { hash });
      if (!session) return;
      await tx.manager.delete(Session, { hash });
      await this.record.security.add(tx, { type: 'SignedOut', person: session.person, sender, facts: {} });
    });
    this.directory.forget();
  }

  /** Whose one-time link this is, or null when it was used, replaced or is too old. */
  async invited(secret: string): Promise<KnownPerson | null> {
    const { manager } = this.database;
    const invitation = await manager.findOneBy(StoredInvitation, { hash: this.secrets.digest(secret) });
    if (!invitation || this.record.clock.isPast(invitation.expiresAt)) return null;
    return personById(manager, invitation.person);
  }

  /**
   * Sets a password by a one-time link, uses the link up, and signs the person out everywhere.
   * @throws Refusal token-expired for a link that does not work, damaged, clock-not-trusted
   */
  async acceptInvitation(secret: string, password: string, sender: Sender): Promise<void> {
    if (isTooShort(password)) throw new Error('a password that is too short is refused where it is asked');
    const hash = await hashPassword(password);
    const { clock } = this.record;
    await this.work.do(async (tx) => {
      const { manager } = tx;
      const invitation = await manager.findOneBy(StoredInvitation, { hash: this.secrets.digest(secret) });
      if (!invitation || clock.isPast(invitation.expiresAt)) throw new Refusal('token-expired');
      clock.mustBeTrusted();
      const { person } = invitation;
      await this.record.add(tx, [chosenPassword(person, clock.today())], null, sender);
      await manager.delete(StoredInvitation, { person });
      await manager.update(StoredPerson, person, { password: hash });
      await endSessions(manager, person);
    });
    this.directory.forget();
  }

  /** Counts a failure before it is known, so that many attempts at once cannot slip through; a success gives it back. */
  private async reserveFailure(account: string, address: string): Promise<void> {
    try {
      await this.failures.address.consume(address);
      await this.failures.account.consume(account);
    } catch (reached) {
      if (!(reached instanceof RateLimiterRes)) throw reached;
      throw new Refusal('too-many', { retryAfter: Math.max(1, Math.ceil(reached.msBeforeNext / 1000)) });
    }
  }
}
