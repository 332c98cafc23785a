// The configuration and the clock of a process, for every module.
import { Global, Module, type DynamicModule } from '@nestjs/common';
import { Clock } from './clock.js';
import { Configuration } from './configuration.js';

@Global()
@Module({})
export class ConfigurationModule {
  static of(configuration: Configuration): DynamicModule {
    return {
      module: ConfigurationModule,
      providers: [
        { provide: Configuration, useValue: configuration },
        { provide: Clock, useValue: new Clock(configuration.clock ?? undefined) },
      ],
      exports: [Configuration, Clock],
    };
  }
}
