// One-time links by which somebody sets a password.
import { Injectable } from '@nestjs/common';
import type { Id } from '../domain/vocabulary.js';
import { addInvitation } from './sessions.js';
import type { Invitation } from '../store/directory.js';
import type { Transaction } from '../store/unit-of-work.js';
import { Clock, dayLong } from '../store/process/clock.js';
import { Configuration } from '../store/process/configuration.js';
import { newSecret, Secrets } from './secrets.js';

/** Where on the site a one-time link leads. */
export const invitationPath = '/uitnodiging/';

@Injectable()
export class Invitations {
  constructor(
    private readonly secrets: Secrets,
    private readonly clock: Clock,
    private readonly configuration: Configuration,
  ) {}

  /** Makes a link, in the transaction of a job; it takes the place of every older one of that person. */
  async make({ manager }: Pick<Transaction, 'manager'>, person: Id): Promise<Invitation> {
    const secret = newSecret();
    const expiresAt = this.clock.after(dayLong);
    await addInvitation(manager, { hash: this.secrets.digest(secret), person, expiresAt });
    return { link: `${this.configuration.baseUrl}${invitationPath}${secret}`, expiresAt };
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
