// The API: JSON over HTTP.
import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { DossiersModule } from '../app/dossiers.module.js';
import { Routes } from '../http/routes.js';
import { commandControllers } from './commands.controller.js';
import { DescriptionController } from './description.controller.js';
import { DossiersController } from './dossiers.controller.js';
import { ForecastsController } from './forecast.controller.js';
import { HealthController } from './health.controller.js';
import { Description } from './openapi.js';
import { PapersController } from './papers.controller.js';
import { Reference, ReferenceController } from './reference.controller.js';
import { SecurityLogController } from './security-log.controller.js';
import { StorageLines } from './storage-lines.js';
import { ToldOtherwiseController } from './told-otherwise.controller.js';
import { SearchesController } from './search.controller.js';
import { TurnsController } from './turns.controller.js';
import { WorkflowsController } from './workflows.controller.js';

@Module({
  imports: [DossiersModule, DiscoveryModule],
  providers: [Routes, Description, Reference, StorageLines],
  controllers: [
    WorkflowsController,
    DossiersController,
    ForecastsController,
    PapersController,
    ...commandControllers,
    ToldOtherwiseController,
    TurnsController,
    SearchesController,
    SecurityLogController,
    HealthController,
    DescriptionController,
    ReferenceController,
  ],
})
export class ApiModule {}
