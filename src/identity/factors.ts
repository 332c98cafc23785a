// Setting up the second step of signing in, its codes on paper, and ending it.
import { Injectable } from '@nestjs/common';
import { Refusal } from '../domain/refusal.js';
import type { Sender } from '../domain/security/entries.js';
import type { Id, Instant } from '../domain/vocabulary.js';
import type { KnownPerson } from '../domain/people.js';
import { Database } from '../store/database.js';
import { UnitOfWork } from '../store/unit-of-work.js';
import { PeopleDirectory } from './people-directory.js';
import { PeopleRecord } from './people-record.js';
import {
  endFactor,
  factorAddress,
  factorOf,
  newFactorSecret,
  plainCode,
  recoveryLeft,
  replaceRecoveryCodes,
  stepOf,
  StoredFactor,
} from './second-factor.js';
import { Secrets } from './secrets.js';
import { openSetUp, sealSetUp } from './tickets.js';

/** What an app is shown. */
export interface FactorToSet {
  /** As it is typed where nothing can be pointed at a square. */
  secret: string;
  address: string;
  /** The secret, to come back with the first code. */
  sealed: string;
}

/** How somebody signs in now. */
export interface FactorNow {
  since: Instant;
  /** So many codes on paper still work. */
  left: number;
}

const issuer = 'Sluis';

@Injectable()
export class Factors {
  constructor(
    private readonly work: UnitOfWork,
    private readonly database: Database,
    private readonly secrets: Secrets,
    private readonly record: PeopleRecord,
    private readonly directory: PeopleDirectory,
  ) {}

  /** Null for who signs in in one step. */
  async of(person: Id): Promise<FactorNow | null> {
    const { manager } = this.database;
    const factor = await factorOf(manager, person);
    return factor && { since: factor.since, left: await recoveryLeft(manager, person) };
  }

  /** @param former what was shown before, so that one photograph is enough */
  begin({ id, email }: KnownPerson, former?: string): FactorToSet {
    const known = former === undefined ? null : openSetUp(this.secrets, former, id);
    const secret = known ?? newFactorSecret();
    return { secret, address: factorAddress(secret, email, issuer), sealed: sealSetUp(this.secrets, id, secret) };
  }

  /**
   * Signs in in two steps from now on. @returns the codes for paper, to be shown once; null where that was so already
   * @throws Refusal sign-in-failed for a code that the app does not show now
   */
  async set({ id }: KnownPerson, sealed: string, code: string, sender: Sender): Promise<string[] | null> {
    const secret = openSetUp(this.secrets, sealed, id);
    const { clock, security } = this.record;
    const step = secret === null ? null : stepOf(secret, plainCode(code), clock.now());
    if (secret === null || step === null) throw new Refusal('sign-in-failed');
    const codes = await this.work.do(async (tx) => {
      if (await factorOf(tx.manager, id)) return null;
      const row = { person: id, secret: this.secrets.seal(secret), lastStep: step, since: clock.now() };
      await tx.manager.insert(StoredFactor, row);
      await security.add(tx, { type: 'SecondFactorSet', person: id, sender, facts: {} });
      return replaceRecoveryCodes(tx.manager, this.secrets, id);
    });
    await this.directory.load();
    return codes;
  }

  /** New codes for paper; the former ones end. A code was asked before. @returns null where there is no second step */
  newCodes({ id }: KnownPerson, sender: Sender): Promise<string[] | null> {
    return this.work.do(async (tx) => {
      if (!(await factorOf(tx.manager, id))) return null;
      await this.record.security.add(tx, { type: 'RecoveryCodesMade', person: id, sender, facts: {} });
      return replaceRecoveryCodes(tx.manager, this.secrets, id);
    });
  }

  /** Signs in in one step again. A code was asked before. */
  async end({ id }: KnownPerson, sender: Sender): Promise<void> {
    await this.work.do(async (tx) => {
      if (await endFactor(tx.manager, id))
        await this.record.security.add(tx, { type: 'SecondFactorEnded', person: id, sender, facts: {} });
    });
    await this.directory.load();
  }
}
