// One-time links by which somebody sets a password.
import { Injectable } from '@nestjs/common';
import type { Hex, Id, Instant } from '../domain/vocabulary.js';
import { addInvitation } from './sessions.js';
import type { Invitation } from '../store/directory.js';
import type { Transaction } from '../store/unit-of-work.js';
import { Clock, dayLong } from '../store/process/clock.js';
import { Configuration } from '../store/process/configuration.js';
import { linkTo, newSecret } from '../store/one-time-links.js';
import { Secrets } from './secrets.js';

@Injectable()
export class Invitations {
  constructor(
    private readonly secrets: Secrets,
    private readonly clock: Clock,
    private readonly configuration: Configuration,
  ) {}

  /** Makes a link, in the transaction of a job; it takes the place of every older one of that person. */
  async make(tx: Pick<Transaction, 'manager'>, person: Id): Promise<Invitation> {
    const secret = newSecret();
    const expiresAt = await this.keep(tx, person, this.secrets.digest(secret));
    return { link: linkTo(this.configuration.baseUrl, secret), expiresAt };
  }

  /** The same where somebody else made the secret. @returns until when it works */
  async keep({ manager }: Pick<Transaction, 'manager'>, person: Id, hash: Hex): Promise<Instant> {
    const expiresAt = this.clock.after(dayLong);
    await addInvitation(manager, { hash, person, expiresAt });
    return expiresAt;
  }

  /** An answer that holds a link, so that it can be kept. */
  seal(answer: string): string {
    return this.secrets.seal(answer);
  }

  /** @throws Error when it was sealed with another secret, or changed */
  unseal(answer: string): string {
    return this.secrets.unseal(answer);
  }
}
