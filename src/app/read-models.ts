// The read models: kept up with every command, and filled anew while people are answered where they are of another version.
import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { DossierEvent } from '../domain/dossier/events.js';
import type { Dossier } from '../domain/dossier/state.js';
import { projections } from '../store/read-models/all.js';
import type { Projection } from '../store/read-models/projection.js';
import {
  beginFilling,
  endFilling,
  fill,
  outdated,
  readToFill,
  type FilledSoFar,
  type ReadDossier,
} from '../store/read-models/rebuild.js';
import type { Connection } from '../store/connection.js';
import { Database } from '../store/database.js';
import { Directory } from '../store/directory.js';
import { Mendable } from '../store/process/mendable.js';
import { UnitOfWork } from '../store/unit-of-work.js';
import { opening as words } from '../wording/shell/opening.js';
import { OpenedPlans, finishOpening } from './carried-plans.js';
import { DossierCache } from './dossier-cache.js';

/** So many dossiers are read at most before they are filled. */
const readMax = 25;
/** So many milliseconds a start waits for it: few dossiers are filled before anybody asks. */
const startMax = 2_000;

@Injectable()
export class ReadModels implements OnModuleInit, OnModuleDestroy {
  /** The filling that goes on; null when everything is filled. */
  filling: Promise<void> | null = null;
  private stopping = false;

  constructor(
    private readonly work: UnitOfWork,
    private readonly database: Database,
    private readonly cache: DossierCache,
    private readonly plans: OpenedPlans,
    private readonly directory: Directory,
  ) {}

  async onModuleInit(): Promise<void> {
    const old = await outdated(this.work.reading.manager, projections);
    if (old.length > 0) {
      if (this.work.cannotRecord !== null) throw new Mendable(words.olderLists);
      await this.startFilling(old);
    }
    await finishOpening(this.plans, this.work, this.cache, this.database.reader);
  }

  async onModuleDestroy(): Promise<void> {
    this.stopping = true;
    await this.filling;
  }

  /** Takes in what one command stored, in its transaction. */
  async apply(connection: Connection, events: readonly DossierEvent[], dossier: Dossier): Promise<void> {
    for (const projection of projections) await projection.apply(connection, events, dossier);
  }

  /** Fills every read model anew from the record, and the tables of people from theirs. */
  async rebuild(): Promise<void> {
    await this.filling;
    await this.fillAll(projections);
    await this.directory.rebuild();
  }

  /** What takes longer goes on beside whoever is answered. */
  private async startFilling(old: readonly Projection[]): Promise<void> {
    const log = new Logger('Sluis');
    const filling = this.fillAll(old).finally(() => (this.filling = null));
    this.filling = filling.catch((error: unknown) => log.error(error)); // the next start goes on from where it was
    let timer: NodeJS.Timeout | undefined;
    const waited = new Promise((resolve) => (timer = setTimeout(resolve, startMax)));
    await Promise.race([filling, waited]).finally(() => clearTimeout(timer));
  }

  private async fillAll(these: readonly Projection[]): Promise<void> {
    let filling = await this.work.do((tx) => beginFilling(tx, these));
    const ids = await this.database.reader.events.dossierIds();
    let read: ReadDossier[] = [];
    for (let from = placeAfter(ids, filling); from < ids.length && !this.stopping; from = placeAfter(ids, filling)) {
      this.cache.lists = { done: from, of: ids.length, isMissing: filling.isMissing };
      if (read.length === 0) for (const id of ids.slice(from, from + readMax)) read.push(await this.read(id));
      const [slice, before] = [read, filling];
      filling = await this.work.do((tx) => fill(tx, these, this.plans.catalogue, slice, before));
      read = read.slice(read.findIndex(({ id }) => id === filling.after) + 1); // what did not fit in that slice
    }
    if (this.stopping) return;
    await this.work.do((tx) => endFilling(tx, these));
    this.cache.lists = null;
  }

  private async read(id: string): Promise<ReadDossier> {
    const read = await readToFill(this.database.reader, this.plans.catalogue, id);
    if (read.damage) this.cache.damaged(id, read.damage, read.dossier);
    return read;
  }
}

/** Where to go on: from the beginning where the last that was filled is not known. */
const placeAfter = (ids: readonly string[], { after }: FilledSoFar): number =>
  after === null ? 0 : ids.indexOf(after) + 1;
