// Looks every second whether the files that are open are still in their place, and whether there is space again; and says
// in the log what changed. Reading is never in its way.
import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { storageWords as words } from '../../wording/shell/opening.js';
import { Database } from '../database.js';
import type { CannotRecord } from '../opening.js';
import { FileMoved } from '../folder/placed-files.js';
import { saveSetting } from '../settings.js';
import { UnitOfWork } from '../unit-of-work.js';

const lookEvery = 1_000;
/** What is written to see whether there is space, and of how many characters: no less than a decision takes. */
const spaceMark = 'space seen';
const spaceNeeded = 65_536;

@Injectable()
export class StorageWatch implements OnModuleInit, OnModuleDestroy {
  private looking: Promise<void> | null = null;
  private timer: NodeJS.Timeout | undefined;
  private readonly log = new Logger('Sluis');

  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
  ) {}

  /** In a word, for whoever keeps Sluis running. */
  get state(): CannotRecord | 'works' {
    return this.work.cannotRecord ?? (this.work.isFull ? 'full' : 'works');
  }

  onModuleInit(): void {
    this.timer = setInterval(() => void this.look().catch((error: unknown) => this.log.error(error)), lookEvery);
    this.timer.unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  /** Looks now, as it does every second. */
  look(): Promise<void> {
    this.looking ??= this.lookNow().finally(() => (this.looking = null));
    return this.looking;
  }

  private async lookNow(): Promise<void> {
    try {
      this.database.mustBeInPlace();
    } catch (error) {
      if (!(error instanceof FileMoved)) throw error;
      this.work.fail(error);
      return;
    }
    if (this.work.isFull && this.work.cannotRecord === null) await this.findSpace();
  }

  /** Whoever is refused for lack of space makes it known; that there is some again is found by writing. */
  private async findSpace(): Promise<void> {
    const found = await this.work
      .do(({ manager }) => saveSetting(manager, spaceMark, String(Date.now()).padEnd(spaceNeeded)), { alone: true })
      .then(
        () => true,
        () => false, // not yet
      );
    if (!found) return;
    this.work.foundSpace();
    this.log.warn(words.space);
  }
}
