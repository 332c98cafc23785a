// Other systems that are told what happens in a region: which there are, with which secret each message is signed, and how far the
// record was told. It sends nothing.
import { randomBytes, randomUUID } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { LessThan, type EntityManager } from 'typeorm';
import type { Id, Instant, Slug } from '../domain/vocabulary.js';
import { Database } from './database.js';
import { Clock, dayLong } from './process/clock.js';
import { Configuration } from './process/configuration.js';
import { Sealing } from './sealing.js';
import { saveSetting, setting } from './settings.js';
import { Tidying } from './tidying.js';
import { HeldEvent, StoredWebhook, WebhookMessage } from './webhook-entities.js';

/** Of one region. */
export const webhooksMax = 20;
/** A message is known here for so long, whether it went or not. */
export const messageDays = 90;
/** After it was renewed the former secret signs too for so long. */
export const bothSignFor = 3 * dayLong;

const secretBytes = 32;
const placeKey = 'webhooks told up to';
const machineTime = (later = 0): Instant => new Date(Date.now() + later).toISOString();

@Injectable()
export class Webhooks implements OnModuleInit {
  private readonly sealing: Sealing;

  constructor(
    private readonly database: Database,
    configuration: Configuration,
    private readonly clock: Clock,
    private readonly tidying: Tidying,
  ) {
    this.sealing = new Sealing(configuration.sessionSecret, 'webhook');
  }

  onModuleInit(): void {
    this.tidying.forgets.push(async (manager) => {
      await manager.delete(WebhookMessage, { madeAt: LessThan(this.clock.after(-messageDays * dayLong)) });
    });
  }

  all(): Promise<StoredWebhook[]> {
    return this.database.manager.find(StoredWebhook, { order: { madeAt: 'ASC', id: 'ASC' } });
  }

  find(id: Id): Promise<StoredWebhook | null> {
    return this.database.manager.findOneBy(StoredWebhook, { id });
  }

  /**
   * It hears of what is recorded from now on.
   * @returns with its secret, which nobody can be told again; why not, where that cannot be
   */
  async make(
    manager: EntityManager,
    { region, address }: { region: Slug; address: string },
  ): Promise<{ id: Id; secret: string } | 'too-many' | 'there-already'> {
    if (await manager.existsBy(StoredWebhook, { region, address })) return 'there-already';
    if ((await manager.countBy(StoredWebhook, { region })) >= webhooksMax) return 'too-many';
    const [id, secret, since] = [randomUUID(), newSigningSecret(), await this.database.reader.events.head()];
    if (!(await manager.exists(StoredWebhook))) await saveSetting(manager, placeKey, String(since));
    await manager.insert(StoredWebhook, {
      ...{ id, region, address, secret: this.sealing.seal(secret), formerSecret: null, formerUntil: null },
      ...{ madeAt: this.clock.now(), since, stopped: null, failures: 0, failingSince: null },
      ...{ nextAt: machineTime(), why: null, status: null },
    });
    return { id, secret };
  }

  /** @returns the new secret; for a while the former one signs beside it */
  async renew(manager: EntityManager, { id, secret: formerSecret }: StoredWebhook): Promise<string> {
    const secret = newSigningSecret();
    const formerUntil = machineTime(bothSignFor);
    await manager.update(StoredWebhook, id, { secret: this.sealing.seal(secret), formerSecret, formerUntil });
    return secret;
  }

  /** With what was to go to it. */
  async remove(manager: EntityManager, id: Id): Promise<boolean> {
    await manager.delete(WebhookMessage, { webhook: id });
    return ((await manager.delete(StoredWebhook, { id })).affected ?? 0) > 0;
  }

  /** Those that sign now; none where they were sealed by another installation. */
  secretsOf({ secret, formerSecret, formerUntil }: StoredWebhook): string[] {
    const isBoth = formerSecret !== null && formerUntil !== null && formerUntil > machineTime();
    return [secret, ...(isBoth ? [formerSecret] : [])].flatMap((sealed) => {
      try {
        return [this.sealing.unseal(sealed)];
      } catch {
        return [];
      }
    });
  }
}

/** As receivers are given it. */
const newSigningSecret = (): string => `whsec_${randomBytes(secretBytes).toString('base64')}`;

/** Up to which place the record was told. */
export const placeTold = async (manager: EntityManager): Promise<number> =>
  Number((await setting(manager, placeKey)) ?? 0);

export const savePlaceTold = (manager: EntityManager, place: number): Promise<void> =>
  saveSetting(manager, placeKey, String(place));

/** What could not be told yet, in the order of recording within each dossier. */
export const heldEvents = (manager: EntityManager): Promise<HeldEvent[]> =>
  manager.find(HeldEvent, { order: { dossier: 'ASC', sequence: 'ASC' } });
