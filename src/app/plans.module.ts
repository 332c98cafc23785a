// The plans that are shipped, and the registers that they are about: read once, when Sluis opens.
import { Module } from '@nestjs/common';
import { Configuration } from './configuration.js';
import { KnownBodies } from './known-bodies.js';
import { loadRegisters, Registers } from './registers.js';
import { loadShelf, Shelf, shippedWorkflows } from './shelf.js';

@Module({
  providers: [
    {
      provide: Shelf,
      inject: [Configuration],
      useFactory: ({ workflows = [] }: Configuration) => loadShelf([shippedWorkflows, ...workflows]),
    },
    { provide: Registers, useFactory: loadRegisters },
    KnownBodies,
  ],
  exports: [Shelf, Registers, KnownBodies],
})
export class PlansModule {}
