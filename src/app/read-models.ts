// The read models that there are: brought up to date when Sluis opens, kept up with every command, filled anew on request.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { DossierEvent } from '../domain/dossier/events.js';
import type { Dossier } from '../domain/dossier/state.js';
import { dossierList, usedWorkflows } from '../projections/dossier-list.js';
import type { Projection } from '../projections/projection.js';
import { outdated, rebuild } from '../projections/rebuild.js';
import type { Connection } from '../store/connection.js';
import { Database } from '../store/database.js';
import { UnitOfWork } from '../store/unit-of-work.js';
import { files } from '../wording/start.js';
import { Library } from './library.js';
import { Shelf } from './shelf.js';

const projections: readonly Projection[] = [dossierList];

/** A dossier was started with a workflow file that is gone or has changed since. */
export class WorkflowChanged extends Error {}

@Injectable()
export class ReadModels implements OnModuleInit {
  constructor(
    private readonly work: UnitOfWork,
    private readonly database: Database,
    private readonly library: Library,
    private readonly shelf: Shelf,
  ) {}

  /** @throws WorkflowChanged */
  async onModuleInit(): Promise<void> {
    await this.work.do(async ({ connection }) => {
      const old = await outdated(connection, projections);
      if (old.length > 0) await this.fill(connection, old);
    });
    await mustMatch(this.database, this.shelf);
  }

  /** Takes in what one command stored, in its transaction. */
  async apply(connection: Connection, events: readonly DossierEvent[], dossier: Dossier): Promise<void> {
    for (const projection of projections) await projection.apply(connection, events, dossier);
  }

  /** Fills every read model anew from the record. */
  async rebuild(): Promise<void> {
    await this.work.do(({ connection }) => this.fill(connection, projections));
  }

  private fill(connection: Connection, these: readonly Projection[]): Promise<void> {
    return rebuild(connection, these, this.shelf, (...damage) => this.library.damaged(...damage));
  }
}

/** Dossiers follow the very files that they were started with and migrated to. */
async function mustMatch(database: Database, shelf: Shelf): Promise<void> {
  for (const { workflow, version, hash } of await usedWorkflows(database.reader)) {
    const plan = shelf.find(workflow, version);
    const file = `workflows/${workflow}.v${version}`;
    if (!plan) throw new WorkflowChanged(files.gone(file));
    if (plan.hash !== hash) throw new WorkflowChanged(files.changed(file));
  }
}
