// The API: JSON over HTTP.
import { Module } from '@nestjs/common';
import { CoreModule } from '../app/core.module.js';
import { commandControllers } from './commands.controller.js';
import { DossiersController } from './dossiers.controller.js';
import { HealthController } from './health.controller.js';
import { PeopleController } from './people.controller.js';
import { TokensController } from './tokens.controller.js';
import { TurnsController } from './turns.controller.js';
import { WorkflowsController } from './workflows.controller.js';

@Module({
  imports: [CoreModule],
  controllers: [
    TokensController,
    WorkflowsController,
    DossiersController,
    ...commandControllers,
    TurnsController,
    PeopleController,
    HealthController,
  ],
})
export class ApiModule {}
