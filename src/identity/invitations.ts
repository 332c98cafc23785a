// One-time links by which somebody sets a password.
import { Injectable } from '@nestjs/common';
import type { Hex, Id, Instant } from '../domain/vocabulary.js';
import { addInvitation } from './sessions.js';
import type { Invitation } from '../store/directory.js';
import type { Transaction } from '../store/unit-of-work.js';
import { Clock, dayLong } from '../store/process/clock.js';
import { Configuration } from '../store/process/configuration.js';
import { linkTo, newSecret } from '../store/one-time-links.js';
import { Outbox, secretMark } from '../store/outbox.js';
import { languages } from '../wording/wording.js';
import { Secrets } from './secrets.js';

/** To whom a link goes, and whether they are new here. */
interface Mailed {
  name: string;
  email: string;
  isNew: boolean;
}

@Injectable()
export class Invitations {
  constructor(
    private readonly secrets: Secrets,
    private readonly clock: Clock,
    private readonly configuration: Configuration,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Makes a link, in the transaction of a job; it takes the place of every older one of that person.
   * @param mailed who gets it by mail too, where Sluis sends any; nobody where it is left out
   */
  async make(tx: Pick<Transaction, 'manager'>, person: Id, mailed?: Mailed): Promise<Invitation> {
    const secret = newSecret();
    const expiresAt = await this.keep(tx, person, this.secrets.digest(secret));
    const link = linkTo(this.configuration.baseUrl, secret);
    if (mailed && this.outbox.isSent) await this.mail(tx, { person, ...mailed }, { link, expiresAt });
    return { link, expiresAt };
  }

  /** The link itself is sealed: who reads the database cannot follow it. */
  private async mail(
    tx: Pick<Transaction, 'manager'>,
    { isNew, ...to }: Mailed & { person: Id },
    { link, expiresAt }: Invitation,
  ): Promise<void> {
    const site = this.configuration.baseUrl;
    const { mailLetters, momentWords } = languages.nl; // who is written to asked nothing: in the language of this place
    const letter = mailLetters.link({ name: to.name, link: secretMark, until: momentWords(expiresAt), site, isNew });
    await this.outbox.add(tx, { ...letter, kind: 'link', to, secret: () => Promise.resolve(link), worksFor: dayLong });
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
