// When somebody was here last, and how far they had seen what is recorded: two times and two places in the log for each
// person, beside the record. A visit ends when they sign out, or with half an hour in which they asked nothing.
import { Injectable, Logger } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type { Id, Instant } from '../domain/vocabulary.js';
import { Database } from './database.js';
import { Forgetting } from './forgetting.js';
import { findOf, upsertOf } from './prepared.js';
import { StoredPresence, type Seen } from './presence-entity.js';
import { Clock } from './process/clock.js';
import { UnitOfWork } from './unit-of-work.js';

/** Until when somebody was here before, and which place in the log they had seen by then. */
export interface FormerVisit {
  leftAt: Instant;
  told: number;
}

const findPresence = findOf(StoredPresence);
const keepPresence = upsertOf(StoredPresence);

/** A visit is over after so many milliseconds in which nothing was asked. */
const pauseMax = 30 * 60_000;
/** What changes within a visit is written so often at most; who was here when a process died is told a little twice. */
const writeEvery = 5 * 60_000;
/** So many people are held in memory. */
const heldMax = 10_000;

interface Held {
  presence: Seen;
  /** By the clock of the process, when it was written. */
  writtenAt: number;
}

@Injectable()
export class Presence {
  private readonly held = new LRUCache<Id, Held>({
    max: heldMax,
    dispose: ({ presence }, _, why) => {
      if (why === 'evict') void this.write(presence);
    },
  });
  private readonly log = new Logger('Sluis');
  /** Who hears at once of somebody who signed out. */
  readonly left: ((person: Id) => void)[] = [];

  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    forgetting: Forgetting,
  ) {
    forgetting.forgets.push(async (manager, person) => {
      this.held.delete(person);
      await manager.delete(StoredPresence, { person });
    });
  }

  /** They ask for a page. Nobody goes without it because this could not be kept. */
  async here(person: Id): Promise<void> {
    try {
      const held = this.held.get(person) ?? (await this.read(person));
      const now = this.clock.now();
      if (held && isWithin(held.presence, now)) {
        held.presence.hereAt = now;
        if (performance.now() - held.writtenAt > writeEvery) this.keep(held.presence);
      } else this.keep(begun(held?.presence, person, now, await this.head()));
    } catch (error) {
      this.log.debug(error);
    }
  }

  /** The visit before this one; null for who is here for the first time. */
  former(person: Id): FormerVisit | null {
    const presence = this.held.get(person)?.presence;
    return presence?.leftAt ? { leftAt: presence.leftAt, told: presence.told } : null;
  }

  /** They were shown everything that was recorded so far. */
  async sees(person: Id): Promise<void> {
    const held = this.held.get(person);
    if (held) held.presence.seen = await this.head();
  }

  /** They signed out. */
  leaves(person: Id): void {
    const presence = this.held.get(person)?.presence;
    if (presence) this.keep(left(presence));
    for (const listen of this.left) listen(person);
  }

  /** Writes what was not written yet: the process ends. */
  async close(): Promise<void> {
    await Promise.all([...this.held.values()].map(({ presence }) => this.write(presence)));
  }

  private async read(person: Id): Promise<Held | undefined> {
    const found = await findPresence(this.database.reader, person);
    const meanwhile = this.held.get(person);
    if (meanwhile || !found) return meanwhile;
    const held = { presence: found, writtenAt: performance.now() };
    this.held.set(person, held);
    return held;
  }

  /** Does not wait until it is written: whoever asks for a page does not either. */
  private keep(presence: Seen): void {
    this.held.set(presence.person, { presence, writtenAt: performance.now() });
    void this.write(presence);
  }

  private async write(presence: Seen): Promise<void> {
    const row = { ...presence };
    await this.work.do(({ connection }) => keepPresence(connection, row)).catch(() => undefined); // then it is known here alone
  }

  private head(): Promise<number> {
    return this.database.reader.events.head();
  }
}

/** Also by a clock that was set back meanwhile. */
const isWithin = ({ hereAt }: Seen, now: Instant): boolean =>
  hereAt !== null && Math.abs(Date.parse(now) - Date.parse(hereAt)) <= pauseMax;

/** A visit that begins; what came during the one before it and was not shown then is told now. */
function begun(before: Seen | undefined, person: Id, now: Instant, head: number): Seen {
  if (!before) return { person, hereAt: now, seen: head, leftAt: null, told: head };
  return { ...left(before), hereAt: now, seen: head };
}

/** Who had left already has left since then. */
const left = (before: Seen): Seen =>
  before.hereAt === null ? before : { ...before, hereAt: null, leftAt: before.hereAt, told: before.seen };
