// Writes the reminders that are due, and the overview of the week: it looks again and again at every dossier of the regions that
// want it. What it wrote before it does not write again, so that nothing is lost by not looking for a while.
import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { daysAfter, isWeekend, weekdayOf } from '../domain/calendar.js';
import type { Dossier } from '../domain/dossier/state.js';
import { isPublicHoliday } from '../domain/public-holidays.js';
import { Refusal } from '../domain/refusal.js';
import type { DossierId, Slug } from '../domain/vocabulary.js';
import { Database } from '../store/database.js';
import { Outbox, type NewMail } from '../store/outbox.js';
import { Clock } from '../store/process/clock.js';
import { listDossiers } from '../store/read-models/dossier-list.js';
import type { ReminderPlan } from '../domain/turns/reminders-due.js';
import { plansThatRun } from '../store/reminder-plans.js';
import { UnitOfWork } from '../store/unit-of-work.js';
import { DossierCache } from './dossier-cache.js';
import { ReminderLetters } from './reminder-letters.js';

const firstLookAfter = 2_000;
const lookEvery = 5 * 60_000;
/** Nobody is written to at night. */
const hours = { from: 8, until: 18 };
/** Of more running dossiers in one region those that began last are left out. */
const dossiersMax = 1_000;

const hourOf = new Intl.DateTimeFormat('nl-NL', { hour: '2-digit', hourCycle: 'h23', timeZone: 'Europe/Amsterdam' });

@Injectable()
export class Reminding implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger('Sluis');
  private timers: NodeJS.Timeout[] = [];
  private looking: Promise<void> | null = null;

  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly cache: DossierCache,
    private readonly outbox: Outbox,
    private readonly letters: ReminderLetters,
  ) {}

  onApplicationBootstrap(): void {
    const look = () => void this.look().catch((error: unknown) => this.log.error(error));
    this.timers = [setTimeout(look, firstLookAfter).unref(), setInterval(look, lookEvery).unref()];
  }

  async onModuleDestroy(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer);
    await this.looking?.catch(() => undefined);
  }

  /** Looks now. */
  look(): Promise<void> {
    return (this.looking ??= this.lookOnce().finally(() => (this.looking = null)));
  }

  private async lookOnce(): Promise<void> {
    const { clock } = this.letters;
    if (this.work.cannotRecord !== null || clock.judge() !== null || !isOfficeHour(clock)) return;
    for (const [region, plan] of await plansThatRun(this.database.manager)) await this.lookIn(region, plan, clock);
  }

  private async lookIn(region: Slug, plan: ReminderPlan, clock: Clock): Promise<void> {
    const asked = { state: 'running', regions: [region], bodies: [], limit: dossiersMax };
    const dossiers: Dossier[] = [];
    for (const { id } of await listDossiers(this.database.manager, asked)) {
      const dossier = await this.latest(id);
      if (dossier?.source !== null) continue;
      dossiers.push(dossier);
      if (await this.isAnyNew(await this.letters.due(dossier, plan))) await this.remind(id, plan);
      if (this.letters.isNew(dossier)) await this.notify(dossier, plan);
    }
    if (!plan.digest) return;
    const today = clock.today();
    const monday = daysAfter(today, 1 - weekdayOf(today));
    await this.write(await this.letters.digests(region, dossiers, monday));
  }

  /** What is recorded meanwhile is seen: nobody is reminded of what they did just now. */
  private async remind(id: DossierId, plan: ReminderPlan): Promise<void> {
    await this.work
      .do(async (tx) => {
        for (const letter of await this.letters.due(await this.cache.current(tx, id), plan))
          await this.outbox.add(tx, this.letters.linked(tx, letter));
      })
      .catch(expected); // the next look comes
  }

  private async notify(dossier: Dossier, plan: ReminderPlan): Promise<void> {
    const events = await this.cache.recalled(this.database.reader, dossier).catch((error: unknown) => {
      expected(error);
      return [];
    });
    await this.write(this.letters.notices(dossier, plan, events));
  }

  private async write(mails: NewMail[]): Promise<void> {
    if (!(await this.isAnyNew(mails))) return;
    await this.work
      .do(async (tx) => {
        for (const mail of mails) await this.outbox.add(tx, mail);
      })
      .catch(expected);
  }

  private async isAnyNew(mails: readonly NewMail[]): Promise<boolean> {
    for (const { once } of mails) if (once === undefined || !(await this.outbox.wasTold(once))) return true;
    return false;
  }

  /** Null for one that is damaged: of what it holds nothing is known. */
  private latest(id: DossierId): Promise<Dossier | null> {
    return this.cache.latest(this.database.reader, id).catch((error: unknown) => {
      expected(error);
      return null;
    });
  }
}

/** Busy, full, damaged: told elsewhere. */
function expected(error: unknown): void {
  if (!(error instanceof Refusal)) throw error;
}

function isOfficeHour(clock: Clock): boolean {
  const today = clock.today();
  const hour = Number(hourOf.format(Date.parse(clock.now())));
  return !isWeekend(today) && !isPublicHoliday(today, today) && hour >= hours.from && hour < hours.until;
}
