// The whole server: the API and the pages, and what both answer with when something is refused.
import { Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { ApiModule } from './api/api.module.js';
import { RefusalFilter } from './http/refusal.filter.js';
import { Stopping } from './http/stopping.js';
import { WebModule } from './web/web.module.js';

@Module({
  imports: [ApiModule, WebModule],
  providers: [RefusalFilter, { provide: APP_FILTER, useExisting: RefusalFilter }, Stopping],
})
export class AppModule {}
