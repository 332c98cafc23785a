// Writes a message for every other system of a region about each event that everybody with a role there may know: once, in the
// transaction in which it is written down how far the record was told. What a body keeps to itself waits until it is released.
import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { now } from '../domain/fold/history.js';
import { Refusal } from '../domain/refusal.js';
import { happenedIn } from '../domain/views/happened.js';
import { shownEvents } from '../domain/views/visibility.js';
import type { Viewer } from '../domain/views/viewer.js';
import type { Day, DossierId, Slug } from '../domain/vocabulary.js';
import { cloudEventOf, cloudEventType } from '../store/cloud-event.js';
import { Database } from '../store/database.js';
import { Clock } from '../store/process/clock.js';
import { Configuration } from '../store/process/configuration.js';
import { UnitOfWork } from '../store/unit-of-work.js';
import { HeldEvent, StoredWebhook, WebhookMessage } from '../store/webhook-entities.js';
import { heldEvents, placeTold, savePlaceTold } from '../store/webhooks.js';
import { DossierCache } from './dossier-cache.js';

/** A release on a day of its own is told by nobody: it is looked for. */
const lookEvery = 60_000;
/** So many events are told in one transaction. */
const sliceMax = 200;

/** Everybody with a role in the region may know as much. */
const everybody: Viewer = { nameOf: () => null, seesFindingsOf: () => false, seesClosedOf: () => false };

/** An event by its place; null for one that waited to be released. */
interface ToTell extends HeldEvent {
  place: number | null;
}

interface Judged {
  fresh: { place: number | null; region: Slug; message: Omit<WebhookMessage, 'number' | 'webhook'> }[];
  held: HeldEvent[];
  released: HeldEvent[];
}

@Injectable()
export class TellingSystems implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger('Sluis');
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> | null = null;
  private isAsked = false;
  /** On which day it was looked last what was released. */
  private lookedOn: Day | null = null;

  constructor(
    private readonly configuration: Configuration,
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly cache: DossierCache,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.configuration.webhooks) return;
    this.work.onCommitted(() => void this.look());
    this.timer = setInterval(() => void this.look(), lookEvery).unref();
    void this.look();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.looking;
  }

  /** Looks now; asked while it looks already, once more. What fails is tried at the next look. */
  look(): Promise<void> {
    this.isAsked = true;
    return (this.looking ??= this.lookWhileAsked()
      .catch((error: unknown) => {
        if (!(error instanceof Refusal)) this.log.error(error);
      })
      .finally(() => (this.looking = null)));
  }

  private async lookWhileAsked(): Promise<void> {
    while (this.isAsked) {
      this.isAsked = false;
      while (await this.tellSlice());
    }
  }

  /** @returns whether there may be more */
  private async tellSlice(): Promise<boolean> {
    const { manager, reader } = this.database;
    if (this.work.cannotRecord !== null || !(await manager.exists(StoredWebhook))) return false;
    const placed = await reader.events.placedAfter(await placeTold(manager), sliceMax);
    const fresh = placed.map(({ place, chain: dossier, sequence }): ToTell => ({ place, dossier, sequence }));
    const [today, touched] = [this.clock.today(), new Set(fresh.map(({ dossier }) => dossier))];
    const isNewDay = today !== this.lookedOn;
    if (!isNewDay && touched.size === 0) return false;
    const waited = (await heldEvents(manager)).filter(({ dossier }) => isNewDay || touched.has(dossier));
    const judged = await this.judge([
      ...waited.map(({ dossier, sequence }): ToTell => ({ place: null, dossier, sequence })),
      ...fresh,
    ]);
    await this.write(judged, placed.at(-1)?.place ?? null);
    this.lookedOn = today;
    return placed.length === sliceMax;
  }

  private async judge(events: readonly ToTell[]): Promise<Judged> {
    const judged: Judged = { fresh: [], held: [], released: [] };
    const read = new Map<DossierId, Awaited<ReturnType<TellingSystems['readable']>>>();
    for (const { place, dossier, sequence } of events) {
      if (!read.has(dossier)) read.set(dossier, await this.readable(dossier));
      const found = read.get(dossier);
      const told = found?.events.get(sequence);
      const isShown = told !== undefined || found?.isPlayedBack === true;
      if (!isShown && place !== null) judged.held.push({ dossier, sequence });
      if (isShown && place === null) judged.released.push({ dossier, sequence });
      if (told) judged.fresh.push({ place, ...told });
    }
    return judged;
  }

  /** What of it may be told today, by sequence; null for what is damaged. */
  private async readable(id: DossierId) {
    try {
      const dossier = await this.cache.latest(this.database.reader, id);
      const reading = { dossier, moment: now, day: this.clock.today(), viewer: everybody };
      const all = (await this.cache.recalled(this.database.reader, dossier)).map((event) => ({ event }));
      const shown = dossier.source === null ? shownEvents(all, reading).filter(({ hidden }) => hidden === null) : [];
      const region = dossier.plan.region;
      const events = new Map(
        shown.map(({ event }) => {
          const told = happenedIn(dossier, event);
          const type = cloudEventType(told.event);
          const body = cloudEventOf(this.configuration, told);
          const fresh = { state: 'waiting', tries: 0, endedAt: null, why: null, status: null } as const;
          const about = { id: told.id, type, dossier: id, gate: told.gate, body, madeAt: this.clock.now() };
          return [event.sequence, { region, message: { ...about, ...fresh } }] as const;
        }),
      );
      return { events, isPlayedBack: dossier.source !== null };
    } catch (error) {
      if (error instanceof Refusal && error.code === 'damaged') return null;
      throw error;
    }
  }

  private async write({ fresh, held, released }: Judged, place: number | null): Promise<void> {
    if (place === null && released.length === 0) return;
    await this.work.do(async ({ manager }) => {
      const webhooks = await manager.find(StoredWebhook);
      for (const { place: at, region, message } of fresh)
        for (const { id: webhook, region: its, since } of webhooks)
          if (its === region && (at === null || at > since))
            if (!(await manager.existsBy(WebhookMessage, { webhook, id: message.id })))
              await manager.insert(WebhookMessage, { ...message, webhook });
      for (const one of held) await manager.upsert(HeldEvent, one, ['dossier', 'sequence']);
      for (const one of released) await manager.delete(HeldEvent, { dossier: one.dossier, sequence: one.sequence });
      if (place !== null) await savePlaceTold(manager, place);
    });
  }
}
