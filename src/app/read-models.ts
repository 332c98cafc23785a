// The read models: brought up to date when Sluis opens, kept up with every command, filled anew on request.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { DossierEvent } from '../domain/dossier/events.js';
import type { Dossier } from '../domain/dossier/state.js';
import { projections } from '../store/read-models/all.js';
import type { Projection } from '../store/read-models/projection.js';
import { outdated, rebuild } from '../store/read-models/rebuild.js';
import type { Connection } from '../store/connection.js';
import { Mendable } from '../store/process/mendable.js';
import { opening as words } from '../wording/opening.js';
import { Database } from '../store/database.js';
import { Directory } from '../store/directory.js';
import { UnitOfWork, type Transaction } from '../store/unit-of-work.js';
import { OpenedPlans, finishOpening } from './carried-plans.js';
import { DossierCache } from './dossier-cache.js';

@Injectable()
export class ReadModels implements OnModuleInit {
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
      await this.work.do((tx) => this.fill(tx, old));
    }
    await finishOpening(this.plans, this.work, this.cache, this.database.reader);
  }

  /** Takes in what one command stored, in its transaction. */
  async apply(connection: Connection, events: readonly DossierEvent[], dossier: Dossier): Promise<void> {
    for (const projection of projections) await projection.apply(connection, events, dossier);
  }

  /** Fills every read model anew from the record, and the tables of people from theirs. */
  async rebuild(): Promise<void> {
    await this.work.do((tx) => this.fill(tx, projections));
    await this.directory.rebuild();
  }

  private fill(tx: Transaction, these: readonly Projection[]): Promise<void> {
    return rebuild(tx, these, this.plans.catalogue, (...damage) => this.cache.damaged(...damage));
  }
}
