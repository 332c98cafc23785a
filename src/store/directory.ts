// Who everyone is, as far as the core asks. The module that keeps people provides it; the core knows nothing of that module.
import type { Addressee, KnownPerson, Reachable } from '../domain/people.js';
import type { Assignment } from '../domain/permissions.js';
import type { BodyId, Day, Hex, Id, Instant, Role } from '../domain/vocabulary.js';
import type { Transaction } from './unit-of-work.js';

/** A session of a browser, or a token of a program. */
export type SessionKind = 'cookie' | 'token';

/** Somebody to add. Without a password nobody can sign in as them. */
export interface Newcomer {
  id: Id;
  email: string;
  name: string;
  password?: string;
  assignments: readonly Assignment[];
}

/** What an administrator is sent, to choose a password by. */
export interface Invitation {
  link: string;
  expiresAt: Instant;
}

export abstract class Administrators {
  /** The administrator of a new installation, with the link to set a password; an existing person is made one. */
  abstract createAdministrator(email: string, name: string): Promise<Invitation>;

  /**
   * A link for somebody who is an administrator already, by a secret that whoever asks made themselves.
   * @returns until when it works
   * @throws Refusal unknown-person for who is none, damaged, clock-not-trusted
   */
  abstract linkForAdministrator(email: string, hash: Hex): Promise<Instant>;

  /** Ends the second step of whoever has this address. @returns whether they had one */
  abstract endFactorOf(email: string): Promise<boolean>;
}

export abstract class Directory {
  /** How somebody is called; null when nobody has that id. */
  abstract readonly nameOf: (person: Id) => string | null;

  /** Whether somebody may conclude for that body on that day. */
  abstract readonly canConclude: (body: BodyId, on: Day) => boolean;

  /** Who records for a body on that day, and can be reached about it. */
  abstract readonly recordersOf: (body: BodyId, on: Day) => Reachable[];

  /** Whom to reach about a body on that day: its contact where it has one, else who records for it, else who chairs it. */
  abstract readonly contactsOf: (body: BodyId, on: Day) => Reachable[];

  /** Everyone who has one of these roles on that day, for a body that is meant; somebody with several comes as often. */
  abstract readonly holding: (roles: readonly Role[], on: Day, isMeant: (body: BodyId) => boolean) => Addressee[];

  /** Whether somebody signs in in two steps. */
  abstract readonly hasFactor: (person: Id) => boolean;

  /** Fills what is kept of people and their roles anew from their record. */
  abstract rebuild(): Promise<void>;

  /** Whoever has this address; null where nobody has. */
  abstract known(email: string): Promise<KnownPerson | null>;

  /** Whoever has this id; null where nobody has, or is known any more. */
  abstract byId(person: Id): Promise<KnownPerson | null>;

  /** Whether nobody is known at all. */
  abstract isEmpty(): boolean;

  /**
   * The person behind a session or a token.
   * @throws Refusal sign-in-required, token-expired
   */
  abstract authenticate(secret: string, kind: SessionKind): Promise<KnownPerson>;

  /**
   * Adds people in one transaction; whoever is known by that id stays as they are.
   * @param within the job to do it in; a job of its own when left out
   * @returns each as they are now known, in the same order
   */
  abstract enrol(
    newcomers: readonly Newcomer[],
    within?: Pick<Transaction, 'manager' | 'connection'>,
  ): Promise<KnownPerson[]>;
}
