// Links that were just made, as they are kept sealed with the answer to their form: nothing more is kept of them.
import { Injectable } from '@nestjs/common';
import type { Id } from '../domain/vocabulary.js';
import { keptAnswer } from '../store/caller.js';
import { Database } from '../store/database.js';
import { LinksShown, linkInAnswer, type LinkShown } from '../store/links-shown.js';
import { Clock } from '../store/process/clock.js';
import { Invitations } from './invitations.js';

/** So long it can be read again: time to copy it, and what is left open in a browser shows it no more. */
const shownFor = 15 * 60_000;

@Injectable()
export class SealedLinks extends LinksShown {
  constructor(
    private readonly database: Database,
    private readonly invitations: Invitations,
    private readonly clock: Clock,
  ) {
    super();
  }

  async of(maker: Id, key: string): Promise<LinkShown | null> {
    const kept = await keptAnswer(this.database.reader, maker, key, this.clock);
    if (!kept || kept.keptAt < this.clock.after(-shownFor)) return null;
    const answer = this.opened(kept.answer);
    return answer === null ? null : linkInAnswer(answer);
  }

  /** Null for the answer to another form, which was never sealed. */
  private opened(answer: string): string | null {
    try {
      return this.invitations.unseal(answer);
    } catch {
      return null;
    }
  }
}
