// Forgets every hour what is past its term: kept answers after a week, sessions a week after they ended.
import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { forgetAnswers, keptDays } from '../store/kept-answers.js';
import { forgetSessions } from '../store/sessions.js';
import { UnitOfWork } from '../store/unit-of-work.js';
import { Clock, dayLong, hour } from './clock.js';

@Injectable()
export class Tidying implements OnModuleInit, OnModuleDestroy {
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

  private async tidy(): Promise<void> {
    const before = this.clock.after(-keptDays * dayLong);
    await this.work
      .do(async ({ manager }) => {
        await forgetAnswers(manager, before);
        await forgetSessions(manager, before);
      })
      .catch(() => undefined); // busy now: the next hour comes
  }
}
