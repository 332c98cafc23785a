// The statements of who sends messages to other systems: which is next, and what became of it.
import { In, IsNull, type EntityManager } from 'typeorm';
import type { Id, Instant } from '../domain/vocabulary.js';
import { StoredWebhook, WebhookMessage, type WebhookFault, type WebhookStop } from './webhook-entities.js';
import { hasTurn } from './waiting.js';

/** What became of a try; where it can be tried again, from when on. */
export type MessageTried =
  | { became: 'sent'; status: number }
  | { became: 'failed'; why: WebhookFault; status: number | null }
  | { became: 'waiting'; why: WebhookFault; status: number | null; until: Instant; stopped: WebhookStop | null };

/** To which something may go now. */
export const dueWebhooks = (manager: EntityManager, now: Instant): Promise<StoredWebhook[]> =>
  manager.find(StoredWebhook, { where: { stopped: IsNull(), nextAt: hasTurn(now) }, order: { id: 'ASC' } });

/** In the order in which they were made: one that waits is not overtaken. */
export const nextMessage = (manager: EntityManager, webhook: Id): Promise<WebhookMessage | null> =>
  manager.findOne(WebhookMessage, { where: { webhook, state: 'waiting' }, order: { number: 'ASC' } });

export async function writeMessageTried(
  manager: EntityManager,
  { webhook: id, number, tries }: WebhookMessage,
  tried: MessageTried,
  at: Instant,
): Promise<void> {
  const { became, status } = tried;
  const why = tried.became === 'sent' ? null : tried.why;
  const endedAt = became === 'waiting' ? null : at;
  await manager.update(WebhookMessage, number, { state: became, tries: tries + 1, endedAt, why, status });
  if (tried.became !== 'waiting') {
    await manager.update(StoredWebhook, id, { failures: 0, failingSince: null, nextAt: at, why, status });
    return;
  }
  const former = await manager.findOneBy(StoredWebhook, { id });
  if (!former) return; // removed meanwhile, with its messages
  await manager.update(StoredWebhook, id, {
    failures: former.failures + 1,
    failingSince: former.failingSince ?? at,
    nextAt: tried.until,
    stopped: former.stopped ?? tried.stopped,
    ...{ why, status },
  });
}

/** Messages go to it from now on, or no more until somebody says so. */
export async function switchWebhook(manager: EntityManager, id: Id, isOn: boolean, now: Instant): Promise<void> {
  const fresh = { failures: 0, failingSince: null, nextAt: now, stopped: null } as const;
  await manager.update(StoredWebhook, id, isOn ? fresh : { stopped: 'by-hand' });
}

/** One that was refused waits again, with the same id. @returns whether there is such a one */
export async function tellAgain(manager: EntityManager, webhook: Id, number: number): Promise<boolean> {
  const again = { state: 'waiting', endedAt: null, why: null, status: null, tries: 0 } as const;
  return (await manager.update(WebhookMessage, { webhook, number, state: 'failed' }, again)).affected === 1;
}

/** The newest in a state; of those that wait the first to go. */
export const messagesOf = (
  manager: EntityManager,
  webhook: Id,
  state: WebhookMessage['state'],
  max: number,
): Promise<WebhookMessage[]> =>
  manager.find(WebhookMessage, {
    where: { webhook, state },
    order: { number: state === 'waiting' ? 'ASC' : 'DESC' },
    take: max,
  });

/** How many wait, and how many were refused. */
export async function countMessages(
  manager: EntityManager,
  webhooks: readonly Id[],
): Promise<{ waiting: number; failed: number }> {
  const webhook = In([...webhooks]);
  const waiting = await manager.countBy(WebhookMessage, { webhook, state: 'waiting' });
  return { waiting, failed: await manager.countBy(WebhookMessage, { webhook, state: 'failed' }) };
}
