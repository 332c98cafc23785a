// Makes a backup when one is due, in another process, and removes its own older ones. It looks each minute at the clock of
// the machine, so that a machine that slept, or whose clock was set, makes none too few.
import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { backUpApart, type BackupOutcome, type RunningBackup } from '../store/backup/own-process.js';
import { inPlace, isDue, presentAmong, remove, tooMany, type KeptBackup } from '../store/backup/keeping.js';
import {
  failedSetting,
  keptSetting,
  knownBackups,
  standingOf,
  type BackupStanding,
  type FailedBackup,
  type KnownBackups,
} from '../store/backup/standing.js';
import { tellFailed, tellMade, tellNotRemoved } from '../store/backup/told.js';
import { Database } from '../store/database.js';
import { hour } from '../store/process/clock.js';
import type { BackupPlan } from '../store/process/backup-plan.js';
import { BackupEntries } from './backup-entries.js';
import { Configuration } from '../store/process/configuration.js';
import { saveSetting } from '../store/settings.js';
import { UnitOfWork } from '../store/unit-of-work.js';

const firstLookAfter = 500;
const lookEvery = 60_000;
/** So long a stop waits for it. */
const stopMax = 3_000;
/** So long after a try, whatever became of it, none is made. */
const pauseMax = hour;

/** What is known of backups now, and how that stands. */
export interface BackupsNow extends KnownBackups, BackupStanding {
  plan: BackupPlan | undefined;
  /** The files of those that are not where they were put. */
  gone: ReadonlySet<string>;
}

@Injectable()
export class BackupSchedule implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger('Sluis');
  private readonly timers: NodeJS.Timeout[] = [];
  private running: RunningBackup | null = null;
  private looking: Promise<void> | null = null;
  private triedAt = -Infinity;
  /** Why the last try failed: known here also where a full disk takes no word of it. */
  private failed: FailedBackup | null = null;
  private stopped = false;
  /** Seen at the last look: a folder on a network that does not answer holds up no page. */
  private gone: ReadonlySet<string> = new Set();

  constructor(
    private readonly configuration: Configuration,
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly entries: BackupEntries,
  ) {}

  onApplicationBootstrap(): void {
    const look = () => void this.look().catch((error: unknown) => this.log.error(error));
    this.timers.push(setTimeout(look, firstLookAfter).unref(), setInterval(look, lookEvery).unref());
  }

  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    for (const timer of this.timers) clearInterval(timer);
    this.running?.stop();
    // What it began it ends, unless the folder does not answer.
    await Promise.race([this.looking?.catch(() => undefined), pause(stopMax, undefined, { ref: false })]);
  }

  async now(): Promise<BackupsNow> {
    const { gone } = this;
    const plan = this.configuration.backup;
    const stored = await knownBackups(this.database);
    const known = { ...stored, failed: this.failed ?? stored.failed };
    const kept = plan ? inPlace(known.kept, plan) : [];
    const present = kept.filter(({ file }) => !gone.has(file));
    return { ...known, kept, ...standingOf({ ...known, kept: present }, plan, machineNow()), plan, gone };
  }

  /** Looks now what commands did, and whether one is due, which is then made. */
  look(): Promise<void> {
    return (this.looking ??= this.lookOnce().finally(() => (this.looking = null)));
  }

  private async lookOnce(): Promise<void> {
    const { backup: plan } = this.configuration;
    await this.entries.ofCommands().catch(() => undefined); // busy now, or full: the next minute comes
    if (plan) await this.makeWhenDue(plan);
  }

  private async makeWhenDue(plan: BackupPlan): Promise<void> {
    const kept = inPlace((await knownBackups(this.database)).kept, plan);
    const present = await presentAmong(kept);
    this.gone = new Set(kept.filter((one) => !present.includes(one)).map(({ file }) => file));
    const rest = Math.min(pauseMax, (plan.everyHours * hour) / 2);
    if (performance.now() - this.triedAt < rest || !isDue(present, plan, machineNow())) return;
    this.triedAt = performance.now();
    const at = machineNow();
    this.running = backUpApart({ folder: this.configuration.folder, to: plan.folder, now: at });
    const outcome = await this.running.outcome;
    this.running = null;
    if (!this.stopped) await this.took(plan, present, at, outcome);
  }

  private async took(plan: BackupPlan, present: KeptBackup[], at: string, outcome: BackupOutcome): Promise<void> {
    if ('made' in outcome) {
      const { made } = outcome;
      tellMade(made);
      this.failed = null;
      await this.keep(plan, [{ ...made, verified: true }, ...present], made.file);
      return;
    }
    tellFailed(outcome.refused);
    const failed = { at, why: outcome.refused };
    this.failed = failed;
    await this.work.do(({ manager }) => saveSetting(manager, ...failedSetting(failed))).catch(() => undefined);
    if (outcome.damaged === undefined) return;
    const unknown = { dossiers: 0, events: 0, peopleEvents: 0, newest: null, size: 0 };
    await this.keep(plan, [{ ...unknown, file: outcome.damaged, at, verified: false }, ...present]);
  }

  /** Remembers first what there is: a file that is removed later than it is forgotten would stay for ever. */
  private async keep(plan: BackupPlan, kept: readonly KeptBackup[], made?: string): Promise<void> {
    await this.remember(kept, made);
    const removed = new Set<KeptBackup>();
    for (const one of tooMany(kept, plan)) {
      const why = await remove(one);
      if (why === null) removed.add(one);
      else tellNotRemoved(one.file, why);
    }
    if (removed.size > 0) await this.remember(kept.filter((one) => !removed.has(one)));
  }

  /** @param made the one that is new among them */
  private async remember(kept: readonly KeptBackup[], made?: string): Promise<void> {
    await this.work.do(async (tx) => {
      await saveSetting(tx.manager, ...keptSetting(kept));
      if (made !== undefined) await this.entries.made(tx, made);
    });
  }
}

/** A demonstration has a time of its own; its backups lie among other files of this machine. */
const machineNow = (): string => new Date().toISOString();
