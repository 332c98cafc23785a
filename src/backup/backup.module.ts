// Backups that the server makes by itself: its schedule, its page for the administrator, and a line of what is ready.
import { Module, type OnModuleInit } from '@nestjs/common';
import { managesPeople } from '../domain/permissions.js';
import { Places } from '../http/places.js';
import { BackupEntries } from './backup-entries.js';
import { backupPath, BackupPageController } from './backup.controller.js';
import { BackupSchedule } from './backup-schedule.js';

@Module({ providers: [BackupSchedule, BackupEntries], controllers: [BackupPageController] })
export class BackupModule implements OnModuleInit {
  constructor(
    private readonly places: Places,
    private readonly schedule: BackupSchedule,
  ) {}

  /** Whoever works here goes on without one, so it takes nobody off the air. */
  onModuleInit(): void {
    const read = async () => ({ works: true, says: (await this.schedule.now()).word });
    this.places.ready.push({ name: 'backup', read });
    this.places.measures.push({
      name: 'sluis_backup_age_seconds',
      help: 'How old the newest backup is that was verified.',
      kind: 'gauge',
      read: async () => ageOf((await this.schedule.now()).last?.at),
    });
    this.places.menu.push({
      href: backupPath,
      label: ({ backupPages }) => backupPages.menu,
      isFor: managesPeople,
      group: 'managing',
    });
  }
}

const ageOf = (at: string | undefined): number | null =>
  at === undefined ? null : (Date.now() - Date.parse(at)) / 1000;
