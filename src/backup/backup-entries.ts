// Has the security log say what was made and what was put back: by the server itself, and by the commands of the shell, which
// leave word of it in the database.
import { basename } from 'node:path';
import { Injectable } from '@nestjs/common';
import {
  handSetting,
  knownBackups,
  restoredSetting,
  type HandMadeBackup,
  type RestoredState,
} from '../store/backup/standing.js';
import { Database } from '../store/database.js';
import { SecurityLog } from '../store/security/security-log.js';
import { saveSetting } from '../store/settings.js';
import { UnitOfWork, type Transaction } from '../store/unit-of-work.js';

@Injectable()
export class BackupEntries {
  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly security: SecurityLog,
  ) {}

  /** In the transaction in which it is remembered. */
  made(tx: Transaction, file: string): Promise<void> {
    return this.security.add(tx, { type: 'BackupMade', facts: { file: basename(file) } });
  }

  /** What commands did since somebody looked. */
  async ofCommands(): Promise<void> {
    const { byHand, restored } = await knownBackups(this.database);
    if (byHand && !byHand.told) await this.tellMade(byHand);
    if (restored && !restored.told) await this.tellRestored(restored);
  }

  private tellMade(byHand: HandMadeBackup): Promise<void> {
    return this.work.do(async (tx) => {
      await this.made(tx, byHand.file);
      await saveSetting(tx.manager, ...handSetting({ ...byHand, told: true }));
    });
  }

  private tellRestored(restored: RestoredState): Promise<void> {
    return this.work.do(async (tx) => {
      await this.security.add(tx, { type: 'BackupRestored', facts: { file: restored.from } });
      await saveSetting(tx.manager, ...restoredSetting({ ...restored, told: true }));
    });
  }
}
