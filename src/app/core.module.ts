// What Sluis is without HTTP: the store for every module, plans, people and dossiers.
import { Module } from '@nestjs/common';
import { DossiersModule } from './dossiers.module.js';
import { PeopleModule } from './people.module.js';
import { PlansModule } from './plans.module.js';
import { StoreModule } from './store.module.js';

@Module({
  imports: [StoreModule, PlansModule, PeopleModule, DossiersModule],
  exports: [PlansModule, PeopleModule, DossiersModule],
})
export class CoreModule {}
