// Sends what other systems are to hear: to each one message after another, in the order in which they were made. A process that is
// killed loses none: what was not written down as taken is sent again, with the same id.
import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { Id, Instant } from '../domain/vocabulary.js';
import { Database } from '../store/database.js';
import { Configuration } from '../store/process/configuration.js';
import { dayLong } from '../store/process/clock.js';
import { UnitOfWork } from '../store/unit-of-work.js';
import { waitMax } from '../store/waiting.js';
import type { StoredWebhook } from '../store/webhook-entities.js';
import { dueWebhooks, nextMessage, writeMessageTried, type MessageTried } from '../store/webhook-queue.js';
import { Posting, type Posted } from './posting.js';

const lookEvery = 1_000;
const minute = 60_000;
/** Each pause is twice the one before it, up to this one. */
const pauseMax = waitMax;
/** A system that failed for so long hears nothing more until somebody says so. */
const failingMax = 3 * dayLong;

@Injectable()
export class WebhookDelivery implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger('Sluis');
  private readonly underway = new Map<Id, Promise<void>>();
  private readonly stop = new AbortController();
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> | null = null;

  constructor(
    private readonly configuration: Configuration,
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly posting: Posting,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.configuration.webhooks) return;
    this.timer = setInterval(() => this.look(), lookEvery).unref();
    this.look();
  }

  /** What is being sent is broken off: it is sent again at the next start. */
  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    this.stop.abort();
    await this.looking;
    await Promise.allSettled(this.underway.values());
  }

  look(): void {
    this.looking ??= this.beginDue()
      .catch(() => undefined) // busy now: the next look comes
      .finally(() => (this.looking = null));
  }

  private async beginDue(): Promise<void> {
    if (this.isStopping() || this.work.cannotRecord !== null) return;
    for (const webhook of await dueWebhooks(this.database.manager, inMachineTime())) {
      if (this.underway.has(webhook.id)) continue;
      const sending = this.sendAll(webhook)
        .catch((error: unknown) => this.log.error(error))
        .finally(() => this.underway.delete(webhook.id));
      this.underway.set(webhook.id, sending);
    }
  }

  /** Until there is nothing more, or something goes wrong. */
  private async sendAll(webhook: StoredWebhook): Promise<void> {
    for (;;) {
      const message = await nextMessage(this.database.manager, webhook.id);
      if (!message || this.isStopping()) return;
      const posted = await this.posting.post(webhook, message, this.stop.signal);
      if (this.isStopping() && posted.became === 'later') return; // broken off: it is sent again
      const tried = this.judge(webhook, posted);
      await this.work.do(({ manager }) => writeMessageTried(manager, message, tried, inMachineTime()));
      const [next] = (await dueWebhooks(this.database.manager, inMachineTime())).filter(({ id }) => id === webhook.id);
      if (!next) return;
      webhook = next; // its secret may be another by now
    }
  }

  private judge({ failures, failingSince }: StoredWebhook, posted: Posted): MessageTried {
    if (posted.became === 'sent') return { became: 'sent', status: posted.status };
    if (posted.became === 'refused') return { became: 'failed', why: posted.why, status: posted.status };
    const since = Date.parse(failingSince ?? inMachineTime());
    const pause = Math.min(pauseMax, this.firstPause * 2 ** failures);
    const waiting = { became: 'waiting', status: posted.status } as const;
    if (posted.became === 'gone')
      return { ...waiting, why: 'bad-status', until: inMachineTime(pause), stopped: 'gone' };
    const until = inMachineTime(Math.min(pauseMax, Math.max(pause, posted.after)));
    const stopped = Date.now() - since >= failingMax ? 'failing' : null;
    return { ...waiting, why: posted.why, until, stopped };
  }

  private isStopping(): boolean {
    return this.stop.signal.aborted;
  }

  private get firstPause(): number {
    return this.configuration.webhooks?.pace?.firstPause ?? minute;
  }
}

const inMachineTime = (later = 0): Instant => new Date(Date.now() + later).toISOString();
