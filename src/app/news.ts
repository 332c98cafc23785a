// What others recorded since somebody was here before, in what they may see: told as the log tells it, and kept nowhere.
import { Injectable } from '@nestjs/common';
import type { KnownPerson } from '../domain/people.js';
import type { Reading } from '../domain/views/viewer.js';
import type { Instant } from '../domain/vocabulary.js';
import { Database } from '../store/database.js';
import { Presence, type FormerVisit } from '../store/presence.js';
import { Readings, type LoggedEvent } from './readings.js';

/** What is new in one dossier. */
export interface DossierNews {
  /** When the former visit ended. */
  leftAt: Instant;
  reading: Reading;
  /** After which event of its record it begins. */
  after: number;
  /** The newest first. */
  fresh: LoggedEvent[];
  /** Everything that its log shows. */
  all: LoggedEvent[];
}

export interface NewsFound {
  leftAt: Instant;
  /** Those in which something was recorded last come first. */
  dossiers: DossierNews[];
  /** Whether more was recorded in dossiers that are not looked at. */
  isMore: boolean;
}

/** In so many dossiers what is new is read. */
const dossiersMax = 25;

@Injectable()
export class News {
  constructor(
    private readonly readings: Readings,
    private readonly presence: Presence,
    private readonly database: Database,
  ) {}

  /** Over all dossiers, and has it told from now on; null for who is here for the first time. @throws Refusal busy */
  async tell(person: KnownPerson): Promise<NewsFound | null> {
    const former = this.presence.former(person.id);
    await this.presence.sees(person.id);
    if (!former) return null;
    const listed = await this.readings.list(person, { changedAfter: former.told, limit: dossiersMax + 1 });
    const dossiers: DossierNews[] = [];
    for (const { reading } of listed.slice(0, dossiersMax)) {
      const news = reading && (await this.after(former, person, reading));
      if (news) dossiers.push(news);
    }
    return { leftAt: former.leftAt, dossiers, isMore: listed.length > dossiersMax };
  }

  /** In one dossier as it is now; null where there is nothing. @throws Refusal damaged */
  async in(person: KnownPerson, reading: Reading): Promise<DossierNews | null> {
    const former = this.presence.former(person.id);
    return former && this.after(former, person, reading);
  }

  private async after(
    { leftAt, told }: FormerVisit,
    person: KnownPerson,
    reading: Reading,
  ): Promise<DossierNews | null> {
    const { id, sequence } = reading.dossier;
    const after = await this.database.reader.events.lastUpTo(id, told);
    if (after >= sequence) return null;
    const all = await this.readings.recalled(reading);
    const fresh = all.filter(({ event }) => event.sequence > after && event.recordedBy !== person.id).reverse();
    return fresh.length === 0 ? null : { leftAt, reading, after, fresh, all };
  }
}
