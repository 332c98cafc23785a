// The API: JSON over HTTP.
import { Module } from '@nestjs/common';
import { DossiersModule } from '../app/dossiers.module.js';
import { PeopleModule } from '../app/people.module.js';
import { PlansModule } from '../app/plans.module.js';
import { StoreModule } from '../app/store.module.js';
import { commandControllers } from './commands.controller.js';
import { DossiersController } from './dossiers.controller.js';
import { HealthController } from './health.controller.js';
import { PeopleController } from './people.controller.js';
import { TokensController } from './tokens.controller.js';
import { WorkflowsController } from './workflows.controller.js';

@Module({
  imports: [StoreModule, PlansModule, PeopleModule, DossiersModule],
  controllers: [
    TokensController,
    WorkflowsController,
    DossiersController,
    ...commandControllers,
    PeopleController,
    HealthController,
  ],
})
export class ApiModule {}
