// The plans that are shipped and those that dossiers carry, and the registers that they are about: read once, when Sluis opens.
import { Module } from '@nestjs/common';
import { Database } from '../store/database.js';
import { OpenedPlans, openShelf } from './carried-plans.js';
import { KnownBodies } from './known-bodies.js';
import { loadRegisters, Registers } from './registers.js';
import { PlanFiles, Shelf } from './shelf.js';

@Module({
  providers: [
    { provide: OpenedPlans, inject: [PlanFiles, Database], useFactory: openShelf },
    { provide: Shelf, inject: [OpenedPlans], useFactory: ({ shelf }: OpenedPlans) => shelf },
    { provide: Registers, useFactory: loadRegisters },
    KnownBodies,
  ],
  exports: [OpenedPlans, Shelf, Registers, KnownBodies],
})
export class PlansModule {}
