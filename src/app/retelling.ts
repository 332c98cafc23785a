// At the first start after an upgrade from the first release every dossier is read both ways, before anyone is answered: what
// differs is stored and told in the log. What was told when the process ended is not told anew; a dossier that cannot be read
// is named and left out. It does not wait until after listening, as read models do: who opened a dossier before its turn would
// see it stand otherwise without a word of why, and could conclude on that, which nobody takes back; and what was recorded
// meanwhile would be told as a stand that the first release never gave. To be deleted with `domain/stand/former.ts`.
import { setImmediate as letOthersRun } from 'node:timers/promises';
import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { dayOf } from '../domain/calendar.js';
import { toldOtherwise, type DifferenceTold } from '../domain/views/told-otherwise.js';
import type { Day, DossierId, Instant } from '../domain/vocabulary.js';
import { Database } from '../store/database.js';
import { Clock } from '../store/process/clock.js';
import {
  beginTelling,
  endTelling,
  pageOfDifferences,
  ReadAnew,
  standsIn,
  storeTold,
  tellingIn,
  type Telling,
} from '../store/told-otherwise.js';
import { UnitOfWork } from '../store/unit-of-work.js';
import { retelling as words } from '../wording/log/told-otherwise.js';
import { DossierCache } from './dossier-cache.js';

/** So many dossiers are read between two commits. */
const sliceMax = 50;

interface ToldDossier {
  dossier: DossierId;
  sequence: number;
  differences: DifferenceTold[];
}

@Injectable()
export class Retelling implements OnApplicationBootstrap {
  private readonly log = new Logger('Sluis');

  constructor(
    private readonly work: UnitOfWork,
    private readonly database: Database,
    private readonly cache: DossierCache,
    private readonly clock: Clock,
    private readonly readAnew: ReadAnew,
  ) {}

  /** When the plans and the read models are there, and nobody is answered yet. */
  async onApplicationBootstrap(): Promise<void> {
    const telling = await tellingIn(this.database.manager);
    if (telling === null || (!telling.isDone && this.work.cannotRecord !== null)) return;
    const since = telling.since ?? (await this.begin());
    this.readAnew.since = since;
    if (telling.isDone) return;
    await this.readAll(telling, dayOf(since));
    await this.tellAll();
    await this.work.do(({ manager }) => endTelling(manager));
  }

  private async begin(): Promise<Instant> {
    const since = this.clock.now();
    await this.work.do(({ manager }) => beginTelling(manager, since));
    return since;
  }

  private async readAll({ after }: Telling, day: Day): Promise<void> {
    const all = await this.database.reader.events.dossierIds();
    for (let from = after === null ? 0 : all.indexOf(after) + 1; from < all.length; from += sliceMax) {
      this.log.warn(words.progress(from, all.length));
      const slice = all.slice(from, from + sliceMax);
      const told: ToldDossier[] = [];
      for (const id of slice) told.push(...(await this.readBoth(id, day)));
      await this.work.do(({ manager }) => storeTold(manager, told, slice.at(-1) ?? ''));
    }
  }

  /** Nothing of a dossier that cannot be read: that one must not keep the others from starting. */
  private async readBoth(id: DossierId, day: Day): Promise<ToldDossier[]> {
    try {
      const { dossier, events } = await this.cache.read(this.database.reader, id);
      await letOthersRun();
      return [{ dossier: id, sequence: dossier.sequence, differences: toldOtherwise(dossier, events, day) }];
    } catch (error) {
      this.log.error(words.skipped(id, error instanceof Error ? error.message : String(error)));
      return [];
    }
  }

  private async tellAll(): Promise<void> {
    let count = 0;
    for (let page = 0; ; page++) {
      const rows = await pageOfDifferences(this.database.manager, page);
      for (const row of rows) {
        const { dossier, gate, body, because } = row;
        this.log.warn(words.line({ dossier, gate, body, because, ...standsIn(row) }));
      }
      if (rows.length === 0) break;
      count += rows.length;
    }
    this.log.warn(words.ended(count));
  }
}
