// Playing what happened into a fresh dossier.
import { Module } from '@nestjs/common';
import { DossiersModule } from '../app/dossiers.module.js';
import { PeopleModule } from '../app/people.module.js';
import { PlansModule } from '../app/plans.module.js';
import { Player } from './play-replay.js';

@Module({ imports: [PlansModule, PeopleModule, DossiersModule], providers: [Player], exports: [Player] })
export class ReplayModule {}
