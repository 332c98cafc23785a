// The page about backups, for who gives roles: how it stands, what is kept, and how one is put back.
import { Get, UseGuards } from '@nestjs/common';
import type { ReactElement } from 'react';
import { ManagesPeople } from '../http/manages-people.guard.js';
import { AroundParam } from '../http/page/asked.js';
import type { Surroundings } from '../http/page/frame.js';
import { PageController } from '../http/page/page-controller.js';
import { BackupPage } from './backup-page.js';
import { BackupSchedule } from './backup-schedule.js';

export const backupPath = '/reservekopie';

@UseGuards(ManagesPeople)
@PageController(backupPath)
export class BackupPageController {
  constructor(private readonly schedule: BackupSchedule) {}

  @Get()
  async page(@AroundParam() around: Surroundings): Promise<ReactElement> {
    return <BackupPage around={{ ...around, here: backupPath }} backups={await this.schedule.now()} />;
  }
}
