// The database and the one way to write to it, for every module: opened when the plans are known to be sound, closed after everything else.
import { Global, Module, type OnApplicationShutdown } from '@nestjs/common';
import { CommittedEvents } from '../store/committed-events.js';
import { Database } from '../store/database.js';
import { UnitOfWork } from '../store/unit-of-work.js';
import { Configuration } from './configuration.js';
import { PlansModule } from './plans.module.js';
import { Shelf } from './shelf.js';

@Global()
@Module({
  imports: [PlansModule],
  providers: [
    {
      provide: Database,
      inject: [Configuration, Shelf], // a plan that is not sound is refused before anything is made in the folder
      useFactory: ({ folder }: Configuration) => Database.open(folder),
    },
    UnitOfWork,
    CommittedEvents,
  ],
  exports: [Database, UnitOfWork, CommittedEvents],
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
