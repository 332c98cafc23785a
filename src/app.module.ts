// The wiring of HTTP: controllers around one opened Sluis.
import { Module, type DynamicModule } from '@nestjs/common';
import { CommandsController } from './api/commands.controller.js';
import { DossiersController } from './api/dossiers.controller.js';
import { HealthController } from './api/health.controller.js';
import { PeopleController } from './api/people.controller.js';
import { TokensController } from './api/tokens.controller.js';
import { TurnsController } from './api/turns.controller.js';
import { WorkflowsController } from './api/workflows.controller.js';
import { Sluis } from './app/sluis.js';
import { AssetsController } from './web/assets.controller.js';
import { DossierPagesController } from './web/dossier-pages.controller.js';
import { FormsController } from './web/forms.controller.js';
import { HomeController } from './web/home.controller.js';
import { SignInController } from './web/sign-in.controller.js';
import { StartController } from './web/start.controller.js';
import { WorkflowPagesController } from './web/workflow-pages.controller.js';

@Module({})
export class AppModule {
  static around(sluis: Sluis): DynamicModule {
    return {
      module: AppModule,
      providers: [{ provide: Sluis, useValue: sluis }],
      controllers: [
        TokensController,
        TurnsController,
        WorkflowsController,
        DossiersController,
        CommandsController,
        PeopleController,
        HealthController,
        SignInController,
        HomeController,
        StartController,
        WorkflowPagesController,
        DossierPagesController,
        FormsController,
        AssetsController,
      ],
    };
  }
}
