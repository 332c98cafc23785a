// Forgets every hour what is past its term: kept answers, and what modules add.
import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Instant } from '../domain/vocabulary.js';
import { forgetAnswers, keptDays } from './kept-answers.js';
import { Clock, dayLong, hour } from './process/clock.js';
import { UnitOfWork } from './unit-of-work.js';

/** Forgets what ended before that moment, a week ago. */
type Forget = (manager: EntityManager, before: Instant) => Promise<void>;

@Injectable()
export class Tidying implements OnModuleInit, OnModuleDestroy {
  /** In the order of the modules. */
  readonly forgets: Forget[] = [forgetAnswers];
  /** What takes jobs of its own, in the order of the modules. */
  readonly sweeps: (() => Promise<void>)[] = [];
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.timer = setInterval(() => void this.tidy(), hour).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  /** Does it now. */
  async tidy(): Promise<void> {
    if (this.clock.judge() !== null) return; // by a wrong clock everything would be past its term
    const before = this.clock.after(-keptDays * dayLong);
    await this.work
      .do(async ({ manager }) => {
        for (const forget of this.forgets) await forget(manager, before);
      })
      .catch(() => undefined); // busy now: the next hour comes
    for (const sweep of this.sweeps) await sweep().catch(() => undefined);
  }
}
