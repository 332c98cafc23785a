// Hears within a second that somebody at the shell asks for a one-time link, and makes it as an administrator's page does.
import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { Refusal } from '../domain/refusal.js';
import { Database } from '../store/database.js';
import { Clock } from '../store/process/clock.js';
import { Configuration } from '../store/process/configuration.js';
import { answerIn, askedIn, proofOf, type LinkAnswer, type LinkAsked } from '../store/shell-link.js';
import { UnitOfWork } from '../store/unit-of-work.js';
import { People } from './people.js';

const lookEvery = 1_000;

@Injectable()
export class ShellLinks implements OnModuleInit, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;
  private readonly log = new Logger('Sluis');

  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly configuration: Configuration,
    private readonly people: People,
  ) {}

  onModuleInit(): void {
    this.timer = setInterval(
      () => void this.look().catch((error: unknown) => this.log.error(error)),
      lookEvery,
    ).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  private async look(): Promise<void> {
    const asked = await askedIn(this.database.manager);
    if (!asked || this.clock.isPast(asked.until)) return;
    const answer = { hash: asked.hash, ...(await this.judge(asked)) };
    await this.work.do(({ manager }) => answerIn(manager, answer));
  }

  private async judge({ email, hash, proof }: LinkAsked): Promise<Omit<LinkAnswer, 'hash'>> {
    if (proof !== proofOf(this.configuration.sessionSecret, hash)) return { expiresAt: null, refused: 'other-secret' };
    try {
      return { expiresAt: await this.people.linkForAdministrator(email, hash), refused: null };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { expiresAt: null, refused: error.code };
    }
  }
}
