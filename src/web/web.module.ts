// The pages.
import { Module } from '@nestjs/common';
import { DossiersModule } from '../app/dossiers.module.js';
import { PeopleModule } from '../app/people.module.js';
import { PlansModule } from '../app/plans.module.js';
import { RefusalPages } from '../http/refusal-pages.js';
import { AssetsController } from './assets.controller.js';
import { DossierPagesController } from './dossier-pages.controller.js';
import { FormsController } from './forms.controller.js';
import { HomeController } from './home.controller.js';
import { Refusals } from './refusals.js';
import { SignInController } from './sign-in.controller.js';
import { StartController } from './start.controller.js';
import { Visits } from './visit.js';
import { WorkflowPagesController } from './workflow-pages.controller.js';

@Module({
  imports: [PlansModule, PeopleModule, DossiersModule],
  providers: [Visits, { provide: RefusalPages, useClass: Refusals }],
  controllers: [
    SignInController,
    HomeController,
    StartController,
    WorkflowPagesController,
    DossierPagesController,
    FormsController,
    AssetsController,
  ],
  exports: [RefusalPages],
})
export class WebModule {}
