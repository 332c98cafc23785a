// The API: JSON over HTTP.
import { Module } from '@nestjs/common';
import { DossiersModule } from '../app/dossiers.module.js';
import { commandControllers } from './commands.controller.js';
import { DossiersController } from './dossiers.controller.js';
import { HealthController } from './health.controller.js';
import { StorageLines } from './storage-lines.js';
import { ToldOtherwiseController } from './told-otherwise.controller.js';
import { TurnsController } from './turns.controller.js';
import { WorkflowsController } from './workflows.controller.js';

@Module({
  imports: [DossiersModule],
  controllers: [
    WorkflowsController,
    DossiersController,
    ...commandControllers,
    ToldOtherwiseController,
    TurnsController,
    HealthController,
  ],
  providers: [StorageLines],
})
export class ApiModule {}
