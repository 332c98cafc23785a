// The database and the one way to write to it, for every module: opened when the plans are known to be sound, closed after everything else.
import { Global, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { CalendarFeeds } from '../store/calendar-feeds.js';
import { CalendarBook } from '../store/calendars.js';
import { ClockWatch } from '../store/watch/clock-watch.js';
import { CommittedEvents } from '../store/committed-events.js';
import { Database } from '../store/database.js';
import type { EntityClass } from '../store/dialect/dialect.js';
import { Configuration } from '../store/process/configuration.js';
import { readModelEntities } from '../store/read-models/all.js';
import { SecurityLog } from '../store/security/security-log.js';
import { SecurityReading } from '../store/security/reading.js';
import { Forgetting } from '../store/forgetting.js';
import { Presence } from '../store/presence.js';
import { StorageWatch } from '../store/watch/storage-watch.js';
import { PaperUploads } from '../store/paper-uploads.js';
import { Outbox } from '../store/outbox.js';
import { Tidying } from '../store/tidying.js';
import { ReadAnew } from '../store/told-otherwise.js';
import { UnitOfWork } from '../store/unit-of-work.js';
import { Webhooks } from '../store/webhooks.js';
import { PlanFiles } from './plan-catalogue.js';

/** What every module asks for. */
const services = [
  UnitOfWork,
  CalendarBook,
  CalendarFeeds,
  CommittedEvents,
  ClockWatch,
  StorageWatch,
  Tidying,
  Forgetting,
  Outbox,
  Presence,
  PaperUploads,
  ReadAnew,
  SecurityLog,
  SecurityReading,
  Webhooks,
];

@Global()
@Module({
  providers: [
    {
      provide: PlanFiles,
      inject: [Configuration],
      useFactory: (configuration: Configuration) => PlanFiles.load(configuration),
    },
    ...services,
  ],
  exports: [PlanFiles, ...services],
})
export class StoreModule implements OnApplicationShutdown {
  constructor(
    private readonly work: UnitOfWork,
    private readonly database: Database,
    private readonly security: SecurityLog,
    private readonly presence: Presence,
  ) {}

  /** @param entities those of other modules, beside what the store itself has */
  static with(entities: readonly EntityClass[]): DynamicModule {
    const database = {
      provide: Database,
      inject: [Configuration, PlanFiles], // a plan that is not sound is refused before anything is made in the folder
      useFactory: ({ folder }: Configuration) => Database.open(folder, [...readModelEntities, ...entities]),
    };
    return { module: StoreModule, providers: [database], exports: [Database] };
  }

  /** Nest stops what is for every module last. */
  async onApplicationShutdown(): Promise<void> {
    await this.security.close();
    await this.presence.close();
    await this.work.idle();
    await this.database.close();
  }
}
