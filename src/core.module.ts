// What Sluis is without HTTP: the store for every module, plans, people and dossiers. Every process has it.
import { Module } from '@nestjs/common';
import { DossiersModule } from './app/dossiers.module.js';
import { PlansModule } from './app/plans.module.js';
import { StoreModule } from './app/store.module.js';
import { identityEntities } from './identity/entities.js';
import { IdentityModule } from './identity/identity.module.js';

@Module({ imports: [StoreModule.with(identityEntities), PlansModule, IdentityModule, DossiersModule] })
export class CoreModule {}
