// Signing in and out, and setting a password. What somebody may do is for the domain.
import { Injectable } from '@nestjs/common';
import { invalid, Refusal, type RefusalCode } from '../domain/refusal.js';
import type { Id, Instant } from '../domain/vocabulary.js';
import type { Sender } from '../domain/security/entries.js';
import type { SignedIn } from '../http/authentication.js';
import { Database } from '../store/database.js';
import { credentialsOf, normaliseEmail, StoredPerson } from './stored-person.js';
import type { SessionKind } from '../store/directory.js';
import { endSessions, sessionsOf, StoredInvitation, Session } from './sessions.js';
import { UnitOfWork, type Transaction } from '../store/unit-of-work.js';
import { countLinks, linkDays, revokeLinks } from '../store/personal-links.js';
import { dayLong, hour } from '../store/process/clock.js';
import { PeopleRecord } from './people-record.js';
import { chosenPassword } from '../domain/roles/decide.js';
import { PeopleDirectory } from './people-directory.js';
import { factorOf, recoveryLeft, useCode } from './second-factor.js';
import { openTicket, sealTicket } from './tickets.js';
import { deviceIn, newDevice } from './devices.js';
import { Throttle } from './throttle.js';
import { newSecret } from '../store/one-time-links.js';
import { sessionHours } from '../http/cookie-terms.js';
import { hashPassword, passwordFits, Secrets } from './secrets.js';

/** What is said of whoever was not let in. */
const turnedAway: Partial<Record<RefusalCode, 'SignInFailed' | 'SignInThrottled'>> = {
  'sign-in-failed': 'SignInFailed',
  'too-many': 'SignInThrottled',
};

export interface OpenSession {
  /** Handed out once; only its digest is stored. */
  secret: string;
  expiresAt: Instant;
  /** By which the browser is known when it signs in again. */
  device: string;
}

/** Whose password was right, and whose code is asked now. */
export interface HalfWay {
  /** For the next five minutes, in this installation alone. */
  ticket: string;
}

/** Where somebody signs in. */
export interface Whence extends Sender {
  /** What the browser says it is, when it signed in before. */
  device?: string | undefined;
}

/** Where somebody is signed in. */
export interface KnownSession {
  kind: SessionKind;
  since: Instant;
  until: Instant;
  /** Whether it is the one that asks. */
  isHere: boolean;
}

type Known = Pick<StoredPerson, 'id' | 'password'>;

/** So long is it between the two steps. */
const ticketLong = hour / 12;

interface Passwords {
  former: string;
  password: string;
}

@Injectable()
export class Accounts {
  private readonly throttle = new Throttle();

  constructor(
    private readonly work: UnitOfWork,
    private readonly database: Database,
    private readonly secrets: Secrets,
    private readonly record: PeopleRecord,
    private readonly directory: PeopleDirectory,
  ) {}

  /**
   * Opens a session, and says in the security log whether it did; of who signs in in two steps it says what the second one needs.
   * @throws Refusal sign-in-failed, too-many, busy
   */
  async signIn(email: string, password: string, whence: Whence): Promise<OpenSession | HalfWay> {
    const known = await this.known(email, password, whence);
    if (!(await factorOf(this.database.manager, known.id))) return this.open(known, whence, 'cookie');
    return { ticket: sealTicket(this.secrets, normaliseEmail(email), this.record.clock.after(ticketLong)) };
  }

  /**
   * The second step: by the ticket of the first one.
   * @throws Refusal sign-in-failed for a code that does not work, token-expired for the ticket, too-many, busy
   */
  async signInBy(ticket: string, code: string, whence: Whence): Promise<OpenSession> {
    const said = openTicket(this.secrets, ticket);
    if (!said || this.record.clock.isPast(said.until)) throw new Refusal('token-expired');
    const known = await credentialsOf(this.database.manager, said.email);
    if (!known) throw new Refusal('token-expired');
    await this.judgeCode({ ...known, email: said.email }, code, whence);
    return this.open(known, whence, 'cookie');
  }

  /**
   * For a program, in one step.
   * @throws Refusal validation where a code is asked, sign-in-failed, too-many, busy
   */
  async signInProgram(email: string, password: string, code: string | undefined, whence: Whence): Promise<OpenSession> {
    const known = await this.known(email, password, whence);
    if (await factorOf(this.database.manager, known.id)) {
      if (code === undefined) throw invalid([{ pointer: '/code', code: 'required' }]);
      await this.judgeCode({ ...known, email }, code, whence);
    }
    return this.open(known, whence, 'token');
  }

  /**
   * Uses a code of the second step up: as often wrong as a password may be.
   * @throws Refusal sign-in-failed, too-many, busy
   */
  async judgeCode(account: Known & { email: string }, code: string, { device, ...sender }: Whence): Promise<void> {
    const { id } = account;
    const attempt = {
      account: `${normaliseEmail(account.email)} code`,
      address: sender.address,
      device: deviceIn(this.secrets, device, account),
    };
    const judge = () =>
      this.work.do(async (tx) => {
        const used = await useCode(tx.manager, this.secrets, id, code, this.record.clock.now());
        const left = used === 'recovery' ? await recoveryLeft(tx.manager, id) : 0;
        if (used === 'recovery')
          await this.record.security.add(tx, { type: 'RecoveryCodeUsed', person: id, sender, facts: { left } });
        return used !== null;
      });
    try {
      if (!(await this.throttle.judge(attempt, judge))) throw new Refusal('sign-in-failed');
    } catch (error) {
      if (error instanceof Refusal && error.code === 'sign-in-failed')
        this.record.security.tell({ type: 'SecondStepFailed', person: id, sender, facts: {} });
      else this.tellTurnedAway(error, id, sender);
      throw error;
    }
  }

  /** @throws Refusal sign-in-failed, too-many, busy */
  private async known(email: string, password: string, { device, ...sender }: Whence): Promise<Known> {
    try {
      return await this.letIn(email, password, { device, sender });
    } catch (error) {
      this.tellTurnedAway(error, (await credentialsOf(this.database.manager, email))?.id, sender);
      throw error;
    }
  }

  /**
   * An unknown account gets the same answer as a wrong password, after the same time.
   * @throws Refusal sign-in-failed, too-many, busy
   */
  private async letIn(
    email: string,
    password: string,
    whence: Pick<Whence, 'device'> & { sender: Sender },
  ): Promise<Known> {
    const { sender } = whence;
    const account = normaliseEmail(email);
    const known = await credentialsOf(this.database.manager, account);
    const device = deviceIn(this.secrets, whence.device, known);
    const judge = () => passwordFits(known?.password ?? null, password);
    const fits = await this.throttle.judge({ account, address: sender.address, device }, judge);
    if (!fits || !known) throw new Refusal('sign-in-failed');
    return known;
  }

  private async open(known: Known, whence: Whence, kind: SessionKind): Promise<OpenSession> {
    const { address, request, route } = whence;
    const sender = { address, request, route };
    const secret = newSecret();
    const expiresAt = this.record.clock.after(sessionHours * hour);
    const session = { hash: this.secrets.digest(secret), person: known.id, kind, expiresAt };
    await this.work.do(async (tx) => {
      await tx.manager.insert(Session, session);
      await this.record.security.add(tx, { type: 'SignedIn', person: known.id, sender, facts: { session: kind } });
    });
    return { secret, expiresAt, device: newDevice(this.secrets, known) };
  }

  /** By which number somebody wants to be called; null where they gave none. */
  async phoneOf(id: Id): Promise<string | null> {
    return (await this.database.manager.findOneBy(StoredPerson, { id }))?.phone ?? null;
  }

  /** @param phone null takes it away. @throws Refusal busy */
  async choosePhone(id: Id, phone: string | null): Promise<void> {
    await this.work.do(({ manager }) => manager.update(StoredPerson, id, { phone }));
    await this.directory.load();
  }

  /**
   * Sets another password for who is signed in, and signs them out everywhere else.
   * @returns by which the browser is known from now on
   * @throws Refusal sign-in-failed for a former password that is not theirs, too-many, busy, damaged, clock-not-trusted
   */
  async changePassword({ person, secret }: SignedIn, { former, password }: Passwords, whence: Whence): Promise<string> {
    const { id, email } = person;
    const { device, ...sender } = whence;
    const known = await credentialsOf(this.database.manager, email);
    const attempt = { account: email, address: whence.address, device: deviceIn(this.secrets, device, known) };
    try {
      const fits = await this.throttle.judge(attempt, () => passwordFits(known?.password ?? null, former));
      if (!fits) throw new Refusal('sign-in-failed');
    } catch (error) {
      this.tellTurnedAway(error, id, sender);
      throw error;
    }
    const hash = await hashPassword(password);
    const { clock } = this.record;
    await this.work.do(async (tx) => {
      clock.mustBeTrusted();
      await this.record.add(tx, [chosenPassword(id, clock.today(), 'self')], null, sender);
      await tx.manager.delete(StoredInvitation, { person: id });
      await tx.manager.update(StoredPerson, id, { password: hash });
      await endSessions(tx.manager, id, this.secrets.digest(secret));
    });
    this.directory.forget();
    return newDevice(this.secrets, { id, password: hash });
  }

  /** Says in the security log that somebody was not let in, where it was for what they know. */
  private tellTurnedAway(error: unknown, person: Id | undefined, sender: Sender): void {
    const type = error instanceof Refusal ? turnedAway[error.code] : undefined;
    if (type) this.record.security.tell({ type, person, sender, facts: {} });
  }

  /** Where who asks is signed in now: here first, then the newest. */
  async sessions({ person, secret }: SignedIn): Promise<KnownSession[]> {
    const { clock } = this.record;
    const here = this.secrets.digest(secret);
    const found = await sessionsOf(this.database.manager, person.id, clock.now());
    return found
      .map(({ hash, kind, expiresAt }) => {
        const since = new Date(Date.parse(expiresAt) - sessionHours * hour).toISOString();
        return { kind, since, until: expiresAt, isHere: hash === here };
      })
      .sort((a, b) => Number(b.isHere) - Number(a.isHere));
  }

  /** Ends every session and token of who asks but this one. @returns how many of them were still open */
  async signOutElsewhere({ person, secret }: SignedIn, sender: Sender): Promise<number> {
    const here = this.secrets.digest(secret);
    const ended = await this.work.do(async (tx) => {
      const open = await sessionsOf(tx.manager, person.id, this.record.clock.now());
      const sessions = open.filter(({ hash }) => hash !== here).length;
      await endSessions(tx.manager, person.id, here);
      await this.revoke(tx, person.id, sender);
      const facts = { sessions };
      if (sessions > 0)
        await this.record.security.add(tx, { type: 'SignedOutElsewhere', person: person.id, sender, facts });
      return sessions;
    });
    this.directory.forget();
    return ended;
  }

  /** How many links in mails there are by which somebody comes to a form. */
  mailLinks(id: Id): Promise<number> {
    return countLinks(this.database.manager, id, this.record.clock.after(-linkDays * dayLong));
  }

  /** None of them works any more. @throws Refusal busy */
  async revokeMailLinks(id: Id, sender: Sender): Promise<void> {
    await this.work.do((tx) => this.revoke(tx, id, sender));
  }

  private async revoke(tx: Transaction, person: Id, sender: Sender): Promise<void> {
    const links = await revokeLinks(tx.manager, person);
    if (links > 0) await this.record.security.add(tx, { type: 'MailLinksRevoked', person, sender, facts: { links } });
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
}
