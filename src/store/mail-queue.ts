// The statements of who sends mail: what is due is taken for a while, and what became of it is written down.
import { In, MoreThan, type EntityManager } from 'typeorm';
import type { Id, Instant } from '../domain/vocabulary.js';
import { RefusedAddress, StoredMail, type MailFailure } from './stored-mail.js';
import { hasTurn } from './waiting.js';

/** What became of a try; `wait` says until when the next has to. */
export type Tried =
  | { became: 'sent'; answer: string }
  | { became: 'failed'; why: MailFailure; answer: string }
  | { became: 'waiting'; until: Instant; answer: string }
  | { became: 'needless' };

/** It is its turn, or nothing was heard of the try in time. */
const due = (now: Instant) => [
  { state: 'waiting' as const, nextAt: hasTurn(now) },
  { state: 'sending' as const, nextAt: hasTurn(now) },
];

export const isAnyDue = (manager: EntityManager, now: Instant): Promise<boolean> =>
  manager.exists(StoredMail, { where: due(now) });

/** Takes what has waited longest, until somebody says what became of it, or until then. */
export async function takeDue(manager: EntityManager, now: Instant, until: Instant, max: number) {
  const taken = await manager.find(StoredMail, { where: due(now), order: { nextAt: 'ASC', id: 'ASC' }, take: max });
  for (const mail of taken) {
    mail.tries++;
    await manager.update(StoredMail, mail.id, { state: 'sending', nextAt: until, tries: mail.tries });
  }
  return taken;
}

/** Nobody sends any more: what was being sent is due at once. */
export async function releaseTaken(manager: EntityManager, now: Instant): Promise<void> {
  await manager.update(StoredMail, { state: 'sending' }, { nextAt: now });
}

export async function writeTried(manager: EntityManager, mail: StoredMail, tried: Tried, at: Instant): Promise<void> {
  if (tried.became === 'needless') {
    await manager.delete(StoredMail, { id: mail.id });
    return;
  }
  const { answer } = tried;
  if (tried.became === 'waiting') {
    await manager.update(StoredMail, mail.id, { state: 'waiting', nextAt: tried.until, answer });
    return;
  }
  const why = tried.became === 'failed' ? tried.why : null;
  await manager.update(StoredMail, mail.id, { state: tried.became, endedAt: at, secret: null, why, answer });
  const { address } = mail;
  if (tried.became === 'sent') await manager.delete(RefusedAddress, { address });
  else if (why === 'address') await manager.upsert(RefusedAddress, { address, at, answer }, ['address']);
}

/** One that was not delivered is tried as if it were new. @returns whether there is such a one */
export async function sendAgain(manager: EntityManager, id: Id, now: Instant, expiresAt: Instant): Promise<boolean> {
  const again = { state: 'waiting', tries: 0, nextAt: now, expiresAt, endedAt: null, why: null } as const;
  return (await manager.update(StoredMail, { id, state: 'failed' }, again)).affected === 1;
}

export const findMail = (manager: EntityManager, id: Id): Promise<StoredMail | null> =>
  manager.findOneBy(StoredMail, { id });

/** The newest of some states, at most `max`. */
export const newestMail = (manager: EntityManager, states: StoredMail['state'][], max: number): Promise<StoredMail[]> =>
  manager.find(StoredMail, { where: { state: In(states) }, order: { madeAt: 'DESC', id: 'ASC' }, take: max });

/** How many wait, and how many of late were not delivered. */
export async function countMail(manager: EntityManager, since: Instant): Promise<{ waiting: number; failed: number }> {
  const waiting = await manager.countBy(StoredMail, { state: In(['waiting', 'sending']) });
  const failed = await manager.countBy(StoredMail, { state: 'failed', madeAt: MoreThan(since) });
  return { waiting, failed };
}
