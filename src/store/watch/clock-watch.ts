// Compares the clock of the machine with what was recorded, says so once when it cannot be believed, and hears within a
// second that somebody confirmed it. Reading is never in its way.
import { uptime } from 'node:os';
import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { Instant } from '../../domain/vocabulary.js';
import { clockWords as words } from '../../wording/shell/start.js';
import { Database } from '../database.js';
import { Clock, hour, type Doubt } from '../process/clock.js';
import { ClockTrust, type ConfirmedClock } from '../process/clock-trust.js';
import { Configuration } from '../process/configuration.js';
import { saveSetting, setting } from '../settings.js';
import { UnitOfWork } from '../unit-of-work.js';

const seenMark = 'clock seen';
const confirmedMark = 'clock confirmed';
const lookEvery = 1_000;

@Injectable()
export class ClockWatch implements OnModuleInit, OnModuleDestroy {
  private trust: ClockTrust | null = null;
  private told: Doubt | null = null;
  private storedAt = 0;
  private timer: NodeJS.Timeout | undefined;
  private readonly log = new Logger('Sluis');

  constructor(
    private readonly configuration: Configuration,
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly work: UnitOfWork,
  ) {}

  /** Why nothing can be recorded now; null when it can. */
  get doubt(): Doubt | null {
    return this.clock.judge();
  }

  async onModuleInit(): Promise<void> {
    const newest = await this.database.reader.newestRecordedAt();
    if (this.configuration.mode === 'demonstration') this.catchUp(newest);
    else if (this.configuration.clock === null) await this.begin(newest);
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  /** Looks now, as it does every second. */
  async look(): Promise<void> {
    const { trust } = this;
    if (!trust) return;
    const doubt = trust.judge();
    if (doubt?.why !== this.told?.why) this.log.warn(doubt ? words.doubt(doubt, this.clock.now()) : words.believed);
    this.told = doubt;
    if (doubt) await this.hear(trust);
    else if (Math.abs(Date.now() - this.storedAt) > hour) await this.storeSeen();
  }

  /** What is invented has a time of its own, which goes on from where it was. */
  private catchUp(newest: Instant | null): void {
    if (newest === null || this.clock.isPast(newest)) return;
    this.clock.runOnFrom(newest);
    this.log.warn(words.runsOn(newest));
  }

  private async begin(newest: Instant | null): Promise<void> {
    const { manager } = this.database;
    const known = { newest, seen: await setting(manager, seenMark), confirmed: await confirmation(this.database) };
    const trust = new ClockTrust({ now: () => this.clock.now(), steady: () => uptime() * 1_000 }, known);
    this.trust = trust;
    this.clock.judge = () => trust.judge();
    this.clock.recorded = (at) => trust.recorded(at);
    await this.look();
    this.timer = setInterval(
      () => void this.look().catch((error: unknown) => this.log.error(error)),
      lookEvery,
    ).unref();
  }

  private async hear(trust: ClockTrust): Promise<void> {
    const confirmed = await confirmation(this.database);
    if (!confirmed || !trust.confirm(confirmed)) return;
    this.log.warn(words.confirmed(confirmed));
    await this.look();
  }

  /** When the database is busy the next hour comes. */
  private async storeSeen(): Promise<void> {
    this.storedAt = Date.now();
    await this.work.do(({ manager }) => saveSetting(manager, seenMark, this.clock.now())).catch(() => undefined);
  }
}

/** Why a server would not record by the clock of this machine now; null when it would. */
export async function doubtOfClock(folder: string): Promise<Doubt | null> {
  const database = await Database.openForReading(folder);
  try {
    const { manager, reader } = database;
    const confirmed = await confirmation(database);
    const known = { newest: await reader.newestRecordedAt(), seen: await setting(manager, seenMark), confirmed };
    const clock = new Clock();
    return new ClockTrust({ now: () => clock.now(), steady: () => uptime() * 1_000 }, known).judge();
  } finally {
    await database.close();
  }
}

async function confirmation({ manager }: Pick<Database, 'manager'>): Promise<ConfirmedClock | null> {
  const text = await setting(manager, confirmedMark);
  return text === null ? null : (JSON.parse(text) as ConfirmedClock); // as `confirmClock` wrote it
}

/** Says in the database that the clock is right now, whether a server runs on it or not. */
export async function confirmClock(folder: string, at: Instant, by: string): Promise<ConfirmedClock> {
  const database = await Database.openForReading(folder);
  try {
    const confirmed = { at, by, newest: await database.reader.newestRecordedAt() };
    Database.saveBeside(folder, [
      [confirmedMark, JSON.stringify(confirmed)],
      [seenMark, at],
    ]);
    return confirmed;
  } finally {
    await database.close();
  }
}
