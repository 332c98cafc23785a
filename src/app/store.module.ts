// The database and the one way to write to it, for every module: opened when the plans are known to be sound, closed after everything else.
import { Global, Module, type OnApplicationShutdown } from '@nestjs/common';
import { readModelEntities } from '../store/read-models/all.js';
import { CommittedEvents } from '../store/committed-events.js';
import { Database } from '../store/database.js';
import { UnitOfWork } from '../store/unit-of-work.js';
import { Configuration } from './configuration.js';
import { PlanFiles } from './shelf.js';

@Global()
@Module({
  providers: [
    {
      provide: PlanFiles,
      inject: [Configuration],
      useFactory: (configuration: Configuration) => PlanFiles.load(configuration),
    },
    {
      provide: Database,
      inject: [Configuration, PlanFiles], // a plan that is not sound is refused before anything is made in the folder
      useFactory: ({ folder }: Configuration) => Database.open(folder, readModelEntities),
    },
    UnitOfWork,
    CommittedEvents,
  ],
  exports: [PlanFiles, Database, UnitOfWork, CommittedEvents],
})
export class StoreModule implements OnApplicationShutdown {
  constructor(
    private readonly work: UnitOfWork,
    private readonly database: Database,
  ) {}

  /** Nest stops what is for every module last. */
  async onApplicationShutdown(): Promise<void> {
    await this.work.idle();
    await this.database.close();
  }
}
