// Secret addresses at which a calendar program reads days of Sluis. Of the secret in it only the digest is kept.
import { randomUUID } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Hex, Id } from '../domain/vocabulary.js';
import { Database } from './database.js';
import { Forgetting } from './forgetting.js';
import { digestOf, newSecret } from './one-time-links.js';
import { Clock } from './process/clock.js';
import { Configuration } from './process/configuration.js';
import { StoredFeed } from './feed-entity.js';

/** Where they are. */
export const feedPath = '/agenda/';

/** Of one person: more nobody keeps apart. */
export const feedsMax = 20;

@Injectable()
export class CalendarFeeds implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly configuration: Configuration,
    private readonly clock: Clock,
    private readonly forgetting: Forgetting,
  ) {}

  onModuleInit(): void {
    this.forgetting.forgets.push(async (manager, person) => {
      await manager.delete(StoredFeed, { person });
    });
  }

  /** Those of somebody, the oldest first. */
  of(person: Id): Promise<StoredFeed[]> {
    return this.database.manager.find(StoredFeed, { where: { person }, order: { madeAt: 'ASC', id: 'ASC' } });
  }

  /** Null for what is none, or was revoked. */
  find(secret: string): Promise<StoredFeed | null> {
    return this.database.manager.findOneBy(StoredFeed, { hash: this.digest(secret) });
  }

  /** @returns its address, which nobody can be told again; null where there are too many */
  async make(manager: EntityManager, feed: Pick<StoredFeed, 'person' | 'kind' | 'about'>): Promise<string | null> {
    if ((await manager.countBy(StoredFeed, { person: feed.person })) >= feedsMax) return null;
    const secret = newSecret();
    await manager.insert(StoredFeed, {
      hash: this.digest(secret),
      id: randomUUID(),
      ...feed,
      madeAt: this.clock.now(),
    });
    return `${this.configuration.baseUrl}${feedPath}${secret}.ics`;
  }

  /** @returns whether there was such a one of theirs */
  async revoke(manager: EntityManager, person: Id, id: Id): Promise<boolean> {
    return ((await manager.delete(StoredFeed, { person, id })).affected ?? 0) > 0;
  }

  private digest(secret: string): Hex {
    return digestOf(this.configuration.sessionSecret, `feed ${secret}`);
  }
}
