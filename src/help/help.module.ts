// Help and duty: the handbook on screen, and whom to ask.
import { Module } from '@nestjs/common';
import { DutyController } from './duty.controller.js';
import { HandbookController } from './handbook.controller.js';

@Module({ controllers: [HandbookController, DutyController] })
export class HelpModule {}
