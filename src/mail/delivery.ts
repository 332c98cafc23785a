// Sends what is in the outbox, so many at a time, until the server has it or will never have it. A process that is killed loses
// none: what was being sent is sent again, with the same id.
import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { Instant } from '../domain/vocabulary.js';
import { Database } from '../store/database.js';
import { isAnyDue, releaseTaken, takeDue, writeTried, type Tried } from '../store/mail-queue.js';
import { tellReachable, tellUnreachable } from '../store/mail-told.js';
import { Outbox } from '../store/outbox.js';
import { Configuration } from '../store/process/configuration.js';
import type { MailSettings } from '../store/process/mail-settings.js';
import type { StoredMail } from '../store/stored-mail.js';
import { UnitOfWork } from '../store/unit-of-work.js';
import { waitMax } from '../store/waiting.js';
import { atOnceMax, Smtp, triedFor, type Offered } from './smtp.js';

const lookEvery = 1_000;
/** So often one is tried. */
const triesMax = 16;
const minute = 60_000;
/** Each pause is twice the one before it, up to this one. */
const pauseMax = waitMax;
/** So long nothing is offered to a server that did not answer, at most. */
const restMax = 5 * minute;
/** So long a stop waits for what is being sent. */
const stopMax = 3_000;
/** So often it is tried to write down what became of one; then the mail is sent again. */
const writesMax = 5;

@Injectable()
export class Delivery implements OnApplicationBootstrap, OnModuleDestroy {
  /** What the server said when it took nothing at all; null where it does, or was not asked yet. */
  unreachable: string | null = null;
  private readonly log = new Logger('Sluis');
  private readonly underway = new Set<Promise<void>>();
  private smtp: Smtp | null = null;
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> | null = null;
  private isAsked = false;
  private stopped = false;
  private restUntil = 0;
  private rests = 0;

  constructor(
    private readonly configuration: Configuration,
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly outbox: Outbox,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const { mail } = this.configuration;
    if (!mail) return;
    this.smtp = await Smtp.to(mail);
    await this.work.do(({ manager }) => releaseTaken(manager, inMachineTime())).catch(() => undefined); // then after their time
    this.work.onCommitted(() => {
      if (this.outbox.takeNew()) this.look();
    });
    this.timer = setInterval(() => this.look(), lookEvery).unref();
    this.look();
  }

  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    await Promise.race([Promise.allSettled(this.underway), pause(stopMax, undefined, { ref: false })]);
    this.smtp?.close();
    await Promise.race([Promise.allSettled(this.underway), pause(stopMax, undefined, { ref: false })]);
  }

  /** Asked while it looks already, it looks once more. */
  private look(): void {
    this.isAsked = true;
    this.looking ??= this.lookWhileAsked()
      .catch(() => undefined) // busy now, or full: the next look comes
      .finally(() => (this.looking = null));
  }

  private async lookWhileAsked(): Promise<void> {
    while (this.isAsked) {
      this.isAsked = false;
      await this.takeAll();
    }
  }

  private async takeAll(): Promise<void> {
    const { mail: settings } = this.configuration;
    while (settings && !this.stopped && Date.now() >= this.restUntil) {
      // After a fault it is one that finds out whether the server is there again.
      const free = (this.rests > 0 ? 1 : atOnceMax) - this.underway.size;
      if (free <= 0 || !(await isAnyDue(this.database.manager, inMachineTime()))) return;
      const until = inMachineTime(2 * triedFor(settings));
      const taken = await this.work.do(({ manager }) => takeDue(manager, inMachineTime(), until, free));
      for (const mail of taken) this.begin(mail, settings);
    }
  }

  private begin(mail: StoredMail, settings: MailSettings): void {
    const sending = this.deliver(mail, settings)
      .catch((error: unknown) => this.log.error(error))
      .finally(() => {
        this.underway.delete(sending);
        this.look();
      });
    this.underway.add(sending);
  }

  private async deliver(mail: StoredMail, settings: MailSettings): Promise<void> {
    const tried = await this.try(mail, settings);
    for (let write = 1; write <= writesMax; write++) {
      try {
        await this.work.do(({ manager }) => writeTried(manager, mail, tried, inMachineTime()));
        return;
      } catch {
        await pause(write * 100); // busy, or full
      }
    }
  }

  private async try(mail: StoredMail, settings: MailSettings): Promise<Tried> {
    if (mail.expiresAt <= inMachineTime()) return { became: 'failed', why: 'expired', answer: mail.answer ?? '' };
    const isMeant = await this.outbox.isStillMeant(mail).catch(() => null); // busy: then it is asked again
    if (isMeant === false) return { became: 'needless' };
    if (isMeant === null) return this.later(mail, settings, mail.answer ?? '');
    const { id, name, address, replyTo, subject } = mail;
    const letter = { id, to: { name, address }, replyTo, subject, text: this.outbox.textOf(mail) };
    const { became, answer } = (await this.smtp?.offer(letter)) ?? { became: 'unreachable', answer: '' };
    this.heard(became, answer, settings);
    if (became === 'sent') return { became, answer };
    if (became === 'address' || became === 'refused') return { became: 'failed', why: became, answer };
    return this.later(mail, settings, answer);
  }

  private later({ tries }: StoredMail, settings: MailSettings, answer: string): Tried {
    if (tries >= triesMax) return { became: 'failed', why: 'tries', answer };
    return { became: 'waiting', until: inMachineTime(pauseAfter(tries, settings)), answer };
  }

  /** A server that takes nothing is left alone for a while: for one message as for ten thousand. */
  private heard(became: Offered['became'], answer: string, settings: MailSettings): void {
    if (this.stopped) return;
    if (became === 'unreachable') {
      if (this.unreachable === null) tellUnreachable(answer);
      this.unreachable = answer;
      this.restUntil = Date.now() + Math.min(restMax, pauseAfter(++this.rests, settings));
      return;
    }
    if (this.unreachable !== null) tellReachable();
    this.unreachable = null;
    this.rests = 0;
    this.restUntil = 0;
  }
}

const pauseAfter = (tries: number, { pace }: MailSettings): number =>
  Math.min(pauseMax, (pace?.firstPause ?? minute) * 2 ** (tries - 1));

/** A demonstration has a time of its own; a server of mail lives in that of this machine. */
const inMachineTime = (later = 0): Instant => new Date(Date.now() + later).toISOString();
