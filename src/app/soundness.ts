// Has the whole database looked through in a thread of its own, once people are answered. A dossier that does not hold is
// put aside before somebody opens it; where the file itself is damaged, nothing is recorded any more and reading goes on.
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { Database, migrationNames } from '../store/database.js';
import { DamagedRecord } from '../store/event-log.js';
import { fileName } from '../store/opening.js';
import { Configuration } from '../store/process/configuration.js';
import { SecurityLog } from '../store/security/security-log.js';
import type { FoundOnTheWay, LookedThrough } from '../store/watch/soundness.js';
import { UnitOfWork } from '../store/unit-of-work.js';
import { damageAt, newerThan } from '../wording/shell/backup.js';
import { storageWords as words } from '../wording/shell/opening.js';
import { DossierCache } from './dossier-cache.js';

@Injectable()
export class Soundness implements OnModuleDestroy {
  /** How far it has come, in a word; `of` is not known before the file was looked at. */
  state: 'not-begun' | 'file' | 'sound' | 'damaged' | 'newer' | 'ended' | { done: number; of: number } = 'not-begun';
  private worker: Worker | null = null;
  private file: string | null = null;
  /** What was found beside damage of dossiers, which `quarantine` tells. */
  private found: 'damaged' | 'newer' | null = null;
  private readonly log = new Logger('Sluis');

  constructor(
    private readonly configuration: Configuration,
    private readonly database: Database,
    private readonly cache: DossierCache,
    private readonly work: UnitOfWork,
    private readonly security: SecurityLog,
  ) {}

  /** Begins to look; resolves when everything was looked at. */
  begin(): Promise<void> {
    const workerData: LookedThrough = {
      file: join(this.configuration.folder, fileName),
      fromCopy: this.database.isCopy,
      known: migrationNames,
    };
    const worker = new Worker(new URL('../store/watch/soundness-worker.js', import.meta.url), { workerData });
    worker.unref();
    this.worker = worker;
    this.state = 'file';
    let taken = Promise.resolve();
    const report = (error: unknown) => this.log.error(error);
    worker.on('message', (found: FoundOnTheWay) => void (taken = taken.then(() => this.take(found)).catch(report)));
    worker.on('error', report);
    return new Promise((resolve) => worker.once('exit', (code) => void taken.then(() => this.end(code)).then(resolve)));
  }

  async onModuleDestroy(): Promise<void> {
    await this.worker?.terminate();
  }

  /** Takes in what was found. */
  async take(found: FoundOnTheWay): Promise<void> {
    if (found.what === 'looked') this.state = { done: found.done, of: found.of };
    else if (found.what === 'file') this.stopRecording(found.why);
    else if (found.what === 'dossier') await this.putAside(found.id, new DamagedRecord(found.sequence, [], found.why));
    else this.tell(found);
  }

  private tell(found: Exclude<FoundOnTheWay, { what: 'looked' | 'file' | 'dossier' }>): void {
    if (found.what === 'triggers') {
      if (found.wrong.length > 0) this.log.error(words.triggersWrong(found.wrong));
      return; // strange ones were told when it was opened
    }
    this.found = found.what === 'newer' ? 'newer' : 'damaged';
    if (found.what === 'newer') this.log.error(words.newerFound(newerThan(found.part, found.its, found.known)));
    else if (found.what === 'security') this.security.found(found.sequence);
    else this.log.error(words.recordDamaged(damageAt(found)));
  }

  private end(code: number): void {
    this.worker = null;
    const isThrough = code === 0 && typeof this.state === 'object' && this.state.done === this.state.of;
    this.state = this.file !== null ? 'damaged' : (this.found ?? (isThrough ? 'sound' : 'ended'));
  }

  private stopRecording(why: string): void {
    if (this.file === null) this.log.error(words.fileDamaged(why)); // once is enough
    this.file = why;
    this.work.stopRecording();
  }

  /** It is read again here, with how it was before; what is kept of the disk in memory may still be whole. */
  private async putAside(id: string, damage: DamagedRecord): Promise<void> {
    const found = await this.cache.read(this.database.reader, id).catch(() => null);
    if (found) this.cache.damaged(id, damage, null);
  }
}
