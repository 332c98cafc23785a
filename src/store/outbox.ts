// Mail that is to be sent: a row, written in the transaction of what it tells of. It knows nothing of servers of mail.
import { randomUUID } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { LessThan, type EntityManager } from 'typeorm';
import type { DossierId, Id, Instant, Slug } from '../domain/vocabulary.js';
import { Database } from './database.js';
import { Forgetting } from './forgetting.js';
import { Clock, dayLong } from './process/clock.js';
import { Configuration } from './process/configuration.js';
import { Sealing } from './sealing.js';
import { RefusedAddress, refusalOf, StoredMail, type MailKind } from './stored-mail.js';
import { Tidying } from './tidying.js';
import type { Transaction } from './unit-of-work.js';

/** In the text of a mail, where its secret comes. */
export const secretMark = '{geheim}';
/** A mail is known here for so long; by then nothing is told again. */
export const mailDays = 90;
const machineNow = (later = 0): Instant => new Date(Date.now() + later).toISOString();

export interface NewMail {
  kind: MailKind;
  to: { name: string; email: string; person?: Id };
  replyTo?: string;
  subject: string;
  text: string;
  /** What takes the place of its mark; asked for only where the mail is new. */
  secret?: () => Promise<string>;
  about?: { dossier: DossierId; gate: Slug };
  /** What it tells: where a mail told it before, none is added. */
  once?: string;
  /** It is of no use after so many milliseconds. */
  worksFor: number;
}

@Injectable()
export class Outbox implements OnModuleInit {
  /** Asked of each when it is sent: what is of no use any more is not, and is kept no longer. */
  isStillMeant: (mail: StoredMail) => Promise<boolean> = () => Promise.resolve(true);
  private readonly sealing: Sealing;
  private hasNew = false;

  constructor(
    private readonly database: Database,
    private readonly configuration: Configuration,
    private readonly clock: Clock,
    private readonly tidying: Tidying,
    private readonly forgetting: Forgetting,
  ) {
    this.sealing = new Sealing(configuration.sessionSecret, 'mail');
  }

  onModuleInit(): void {
    this.tidying.forgets.push((manager) => forgetMail(manager, this.clock.after(-mailDays * dayLong)));
    this.forgetting.forgets.push(forgetMailTo);
  }

  /** Whether what is added here is sent by itself. */
  get isSent(): boolean {
    return this.configuration.mail !== undefined;
  }

  /** In the transaction of what it tells of. @returns whether it is new */
  async add({ manager }: Pick<Transaction, 'manager'>, mail: NewMail): Promise<boolean> {
    const { to, kind, subject, text, about, once = null, replyTo = null, secret } = mail;
    if (once !== null && (await manager.existsBy(StoredMail, { once }))) return false;
    const timing = { nextAt: machineNow(), expiresAt: machineNow(mail.worksFor), madeAt: this.clock.now() };
    const place = { dossier: about?.dossier ?? null, gate: about?.gate ?? null };
    const sealed = secret === undefined ? null : this.sealing.seal(await secret());
    const whom = { person: to.person ?? null, name: to.name, address: to.email, replyTo };
    const fresh = { state: 'waiting', tries: 0, endedAt: null, why: null, answer: null } as const;
    await manager.insert(StoredMail, {
      ...{ id: randomUUID(), once, kind, subject, text, secret: sealed },
      ...whom,
      ...place,
      ...timing,
      ...fresh,
    });
    this.hasNew = true;
    return true;
  }

  /** Whether a mail told this before. */
  wasTold(once: string): Promise<boolean> {
    return this.database.manager.existsBy(StoredMail, { once });
  }

  /** What this address said that takes no mail; null where it does. */
  refusalOf(address: string): Promise<RefusedAddress | null> {
    return refusalOf(this.database.manager, address);
  }

  /** Whether there may be something since this was asked last. */
  takeNew(): boolean {
    const had = this.hasNew;
    this.hasNew = false;
    return had;
  }

  /** As it is sent. @throws Error when its secret was sealed by another installation */
  textOf({ text, secret }: Pick<StoredMail, 'text' | 'secret'>): string {
    return secret === null ? text : text.replaceAll(secretMark, () => this.sealing.unseal(secret));
  }
}

async function forgetMail(manager: EntityManager, before: Instant): Promise<void> {
  await manager.delete(StoredMail, { madeAt: LessThan(before) });
}

/** What was refused at their address goes with them: an address is nothing else. */
async function forgetMailTo(manager: EntityManager, person: Id): Promise<void> {
  for (const { address } of await manager.find(StoredMail, { select: { address: true }, where: { person } }))
    await manager.delete(RefusedAddress, { address });
  await manager.delete(StoredMail, { person });
}
