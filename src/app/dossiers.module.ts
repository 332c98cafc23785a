// Dossiers: giving commands, reading how they stand, and the demonstration.
import { Module } from '@nestjs/common';
import { Demonstration } from './demonstration.js';
import { Dossiers } from './dossiers.js';
import { Library } from './library.js';
import { Quarantine } from './quarantine.js';
import { ReadModels } from './read-models.js';
import { Readings } from './reading.js';
import { Recorder } from './recorder.js';
import { Starting } from './starting.js';
import { Turns } from './turns.js';

@Module({
  providers: [Quarantine, Library, ReadModels, Recorder, Starting, Dossiers, Readings, Turns, Demonstration],
  exports: [Quarantine, ReadModels, Dossiers, Readings, Turns, Demonstration],
})
export class DossiersModule {}
