// The configuration, the clock and the log of a process, for every module.
import { Global, Module, type DynamicModule } from '@nestjs/common';
import { Clock } from './clock.js';
import { Configuration } from './configuration.js';
import { Log } from './log.js';
import { quietTrace } from './trace-settings.js';

@Global()
@Module({})
export class ConfigurationModule {
  static of(configuration: Configuration): DynamicModule {
    return {
      module: ConfigurationModule,
      providers: [
        { provide: Configuration, useValue: configuration },
        { provide: Clock, useValue: new Clock(configuration.clock ?? undefined) },
        {
          provide: Log,
          inject: [Configuration],
          useFactory: ({ trace = quietTrace }: Configuration) => new Log(trace.log),
        },
      ],
      exports: [Configuration, Clock, Log],
    };
  }
}
