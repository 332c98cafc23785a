// The plans that are shipped and those that dossiers carry, and the registers that they are about: read once, when Sluis
// opens. For every module, so that whoever keeps people can ask which bodies there are.
import { Global, Module } from '@nestjs/common';
import { KnownBodies } from '../domain/known-bodies.js';
import { Database } from '../store/database.js';
import { BodiesOfPlans } from './bodies-of-plans.js';
import { OpenedPlans, openCatalogue } from './carried-plans.js';
import { loadRegisters, Registers } from './registers.js';
import { PlanFiles, PlanCatalogue } from './plan-catalogue.js';

@Global()
@Module({
  providers: [
    { provide: OpenedPlans, inject: [PlanFiles, Database, Registers], useFactory: openCatalogue },
    { provide: PlanCatalogue, inject: [OpenedPlans], useFactory: ({ catalogue }: OpenedPlans) => catalogue },
    { provide: Registers, useFactory: loadRegisters },
    { provide: KnownBodies, useClass: BodiesOfPlans },
  ],
  exports: [OpenedPlans, PlanCatalogue, Registers, KnownBodies],
})
export class PlansModule {}
