// What an administrator does with other systems that hear what happens: each in one transaction with its line in the security log.
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Sender } from '../domain/security/entries.js';
import type { Id, Slug } from '../domain/vocabulary.js';
import { isPublicHost } from '../http/elsewhere.js';
import { cloudEventType, pingOf } from '../store/cloud-event.js';
import { Configuration } from '../store/process/configuration.js';
import { SecurityLog } from '../store/security/security-log.js';
import { UnitOfWork } from '../store/unit-of-work.js';
import { WebhookMessage, type StoredWebhook } from '../store/webhook-entities.js';
import { switchWebhook, tellAgain } from '../store/webhook-queue.js';
import { Webhooks, webhooksMax } from '../store/webhooks.js';
import type { Wording } from '../wording/wording.js';
import { Posting } from './posting.js';

/** By whom, and from where. */
interface By {
  person: Id;
  sender: Sender;
}

export const addressMax = 1_000;

const nowByMachine = (): string => new Date().toISOString();

@Injectable()
export class WebhookChanges {
  constructor(
    private readonly webhooks: Webhooks,
    private readonly posting: Posting,
    private readonly configuration: Configuration,
    private readonly work: UnitOfWork,
    private readonly security: SecurityLog,
  ) {}

  /** @returns what is wrong with the address; with its secret, which is told once, where nothing is */
  async make(
    region: Slug,
    text: string,
    by: By,
    { webhookPages: words }: Wording,
  ): Promise<{ id: Id; secret: string } | { fault: string }> {
    const inside = this.configuration.webhooks?.inside ?? [];
    const url = addressIn(text, inside);
    if (text.length > addressMax) return { fault: words.tooLong(addressMax) };
    if (!url) return { fault: words.badAddress };
    if (!inside.includes(url.hostname) && !isPublicHost(url)) return { fault: words.notPublic };
    const made = await this.work.do(async (tx) => {
      const is = await this.webhooks.make(tx.manager, { region, address: url.href });
      if (typeof is === 'string') return is;
      await this.security.add(tx, {
        ...{ type: 'WebhookMade', ...by },
        facts: { webhook: is.id, region, host: url.host },
      });
      return is;
    });
    if (made === 'too-many') return { fault: words.tooMany(webhooksMax) };
    return made === 'there-already' ? { fault: words.thereAlready } : made;
  }

  renew(webhook: StoredWebhook, by: By): Promise<string> {
    return this.work.do(async (tx) => {
      await this.security.add(tx, { ...{ type: 'WebhookSecretRenewed', ...by }, facts: toldOf(webhook) });
      return this.webhooks.renew(tx.manager, webhook);
    });
  }

  async remove(webhook: StoredWebhook, by: By): Promise<void> {
    await this.work.do(async (tx) => {
      if (await this.webhooks.remove(tx.manager, webhook.id))
        await this.security.add(tx, { ...{ type: 'WebhookRemoved', ...by }, facts: toldOf(webhook) });
    });
  }

  /** Said twice it changes nothing. */
  async switch(webhook: StoredWebhook, on: boolean, by: By): Promise<void> {
    await this.work.do(async (tx) => {
      await switchWebhook(tx.manager, webhook.id, on, nowByMachine());
      if (on === (webhook.stopped !== null))
        await this.security.add(tx, { ...{ type: 'WebhookSwitched', ...by }, facts: { ...toldOf(webhook), on } });
    });
  }

  /** @returns whether there is such a message, which was refused */
  again({ id }: StoredWebhook, number: number): Promise<boolean> {
    return this.work.do(({ manager }) => tellAgain(manager, id, number));
  }

  /** Tries a message that says nothing, at once and beside those that wait. @returns whether it was taken */
  async ping(webhook: StoredWebhook): Promise<boolean> {
    const [id, at] = [randomUUID(), nowByMachine()];
    const body = pingOf(this.configuration, id, at);
    const posted = await this.posting.post(webhook, { id, body });
    const isTaken = posted.became === 'sent';
    const why = 'why' in posted ? posted.why : isTaken ? null : 'bad-status';
    await this.work.do(async ({ manager }) => {
      if (!(await this.webhooks.find(webhook.id))) return; // removed meanwhile
      await manager.insert(WebhookMessage, {
        ...{ id, webhook: webhook.id, type: cloudEventType('Ping'), dossier: null, gate: null, body },
        ...{ state: isTaken ? 'sent' : 'failed', tries: 1, madeAt: at, endedAt: at, why, status: posted.status },
      });
    });
    return isTaken;
  }
}

const toldOf = ({ id, region, address }: StoredWebhook) => ({ webhook: id, region, host: new URL(address).host });

/** Null for what is no address to which something is sent. */
function addressIn(text: string, inside: readonly string[]): URL | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && inside.includes(url.hostname));
  return isSafe && `${url.username}${url.password}${url.hash}` === '' ? url : null;
}
