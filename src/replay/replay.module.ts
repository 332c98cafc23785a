// Playing what happened into a fresh dossier.
import { Module } from '@nestjs/common';
import { CoreModule } from '../app/core.module.js';
import { Player } from './play-replay.js';

@Module({ imports: [CoreModule], providers: [Player], exports: [Player] })
export class ReplayModule {}
