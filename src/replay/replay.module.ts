// Playing what happened into a fresh dossier.
import { Module } from '@nestjs/common';
import { DossiersModule } from '../app/dossiers.module.js';
import { Player } from './play-replay.js';

@Module({ imports: [DossiersModule], providers: [Player], exports: [Player] })
export class ReplayModule {}
