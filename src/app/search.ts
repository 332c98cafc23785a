// Looks for words in everything that somebody may know. The index only says where to look: whether they see it is read in the
// dossier, line by line, as its log shows it to them; so a decision that is closed to them is not found, nor counted.
import { setImmediate as letOthersRun } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { KnownPerson } from '../domain/people.js';
import { Refusal, refused } from '../domain/refusal.js';
import type { DossierId } from '../domain/vocabulary.js';
import { Database } from '../store/database.js';
import { Clock } from '../store/process/clock.js';
import { findWords, type FoundPlace } from '../store/read-models/found-words.js';
import { stemsIn } from '../wording/language/stems.js';
import { DossierCache } from './dossier-cache.js';
import { findableLog, findInLine, type FindableLog, type FoundInLine } from './found-lines.js';
import { Readings } from './readings.js';
import { visibleTo } from './visible.js';

/** A line that was found, with the log that it is of. */
export interface SearchHit extends FoundInLine, Omit<FindableLog, 'shown'> {
  place: FoundPlace;
}

/** So many places are read at a time. */
const placesMax = 100;
/** After so many seconds more of the index is filled. */
const fillingSeconds = 10;

@Injectable()
export class Search {
  constructor(
    private readonly database: Database,
    private readonly readings: Readings,
    private readonly cache: DossierCache,
    private readonly clock: Clock,
  ) {}

  /**
   * The lines that this person may see and in which all these words stand: those that name a dossier first, the newest first.
   * However many there are that they may not see, it goes on to the end: else those would show in what is left out.
   * @throws Refusal busy while what was recorded is read anew: less would be found than there is
   */
  async find(person: KnownPerson, words: string, from: FoundPlace | null, limit: number): Promise<SearchHit[]> {
    const { lists } = this.cache;
    if (lists !== null) throw refused('busy', { filling: lists }, { retryAfter: fillingSeconds });
    const stems = stemsIn(words);
    const seen = visibleTo(person, this.clock.today());
    const opened = new Map<DossierId, FindableLog | null>();
    const hits: SearchHit[] = [];
    for (let after = from; ;) {
      const places = await findWords(this.database.reader, { stems: [...stems], ...seen, after, limit: placesMax });
      for (const place of places) {
        if (!opened.has(place.dossier)) opened.set(place.dossier, await this.open(person, place.dossier));
        const log = opened.get(place.dossier);
        const found = log && findInLine(log, place, stems);
        if (found) hits.push({ reading: log.reading, all: log.all, ...found, place });
        if (hits.length === limit) return hits;
      }
      after = places.at(-1) ?? null;
      if (places.length < placesMax) return hits;
      await letOthersRun();
    }
  }

  /** Null where they may not see it, or where its record does not hold. */
  private async open(person: KnownPerson, id: DossierId): Promise<FindableLog | null> {
    try {
      const { reading } = await this.readings.one(person, id);
      return findableLog(reading, await this.readings.recalled(reading));
    } catch (error) {
      if (error instanceof Refusal) return null;
      throw error;
    }
  }
}
