// The only way to write. Jobs wait in one queue; those that wait at the same moment share one transaction, each in its
// savepoint, and none is answered before the commit: not a refusal and not a replay either. TypeORM shares one
// connection on SQLite, where interleaved transactions would silently lose acknowledged rows.
import { setImmediate as letOthersRun, setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Refusal } from '../domain/refusal.js';
import type { Connection } from './connection.js';
import { Database } from './database.js';
import type { JobManager } from './dialect/dialect.js';
import type { CannotRecord } from './opening.js';
import { FileMoved } from './folder/placed-files.js';
import { Staged } from './staged.js';
import { StorageFaults } from './storage-faults.js';

/** At most so many jobs share a commit. */
const groupMax = 64;
/** How often a locked database is tried, and how many milliseconds apart, before a 503. */
const busyTriesMax = 10;
const busyPause = 50;
const retryAfterSeconds = 1;

/** What a job works with. */
export interface Transaction {
  /** Statements on the writing connection: for what every decision does. */
  readonly connection: Connection;
  /** Entities on the writing connection, within this job alone; a transaction of theirs is a savepoint, one at a time. */
  readonly manager: EntityManager;
  /** Values that live exactly as long as what it writes. */
  readonly staged: Staged;
}

class JobTransaction implements Transaction {
  readonly connection: Connection;
  private own: JobManager | null = null;

  constructor(
    private readonly database: Database,
    readonly staged: Staged,
  ) {
    this.connection = database.writer;
  }

  /** Made when a job asks for it: a decision does not. */
  get manager(): EntityManager {
    this.own ??= this.database.opened.managerOfJob();
    return this.own.manager;
  }

  end(): void {
    this.own?.end();
  }
}

type OnCommitted = (staged: Iterable<[string, unknown]>) => void;
type OnFatal = (error: Error) => void;

interface Job {
  alone: boolean;
  run(transaction: Transaction): Promise<unknown>;
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

@Injectable()
export class UnitOfWork {
  private readonly waiting: Job[] = [];
  private working: Promise<void> | null = null;
  private durable = false;
  private failed: Error | null = null;
  private damaged = false;
  private full: boolean;
  private readonly committed: OnCommitted[] = [];
  private readonly fatal: OnFatal[] = [];
  private readonly faults = new StorageFaults();
  /** Since the process began. */
  readonly counted = { commits: 0, jobs: 0, faults: 0 };

  constructor(private readonly database: Database) {
    this.full = database.wasFull;
  }

  /** Why nothing can be recorded until somebody puts it right; null where jobs can be asked for. */
  get cannotRecord(): CannotRecord | null {
    return this.damaged ? 'damaged' : this.database.cannotRecord;
  }

  /** Whether there was no space when it was needed last. Jobs are tried nevertheless: there may be some now. */
  get isFull(): boolean {
    return this.full;
  }

  /** Whether what is on disk is unknown, so that nothing can be acknowledged any more. */
  get hasFailed(): boolean {
    return this.failed !== null;
  }

  /** For who only reads, also where no job can be done. */
  get reading(): Pick<Transaction, 'connection' | 'manager'> {
    return { connection: this.database.reader, manager: this.database.manager };
  }

  /** The file of the database is damaged: what is in it can be read as far as it goes, and nothing is added to it. */
  stopRecording(): void {
    this.damaged = true;
  }

  /** Something was written. */
  foundSpace(): void {
    this.full = false;
  }

  /** Has this called after every commit, with what the jobs of its group staged. */
  onCommitted(listener: OnCommitted): void {
    this.committed.push(listener);
  }

  /** Has this called once when a flush failed: what is on disk is unknown, so the process must end. */
  onFatal(listener: OnFatal): void {
    this.fatal.push(listener);
  }

  /**
   * Runs a job in the next transaction and answers after its commit. What the job throws is thrown here, also after
   * the commit; what it wrote is rolled back. Alone, it takes nobody along when there is no space for it.
   * @throws Refusal busy, storage-full, reading-only
   */
  do<T>(run: (transaction: Transaction) => Promise<T>, { alone = false } = {}): Promise<T> {
    if (this.cannotRecord !== null) return Promise.reject(new Refusal('reading-only'));
    if (this.failed) return Promise.reject(new Refusal('busy', { retryAfter: retryAfterSeconds }));
    return new Promise<T>((resolve, reject) => {
      this.waiting.push({ run, alone, resolve: resolve, reject }); // resolved with what run returns
      this.working ??= this.work().finally(() => (this.working = null));
    });
  }

  /** How many wait for a commit. */
  get queued(): number {
    return this.waiting.length;
  }

  /** Resolves when nothing is waiting any more. */
  async idle(): Promise<void> {
    while (this.working) await this.working;
  }

  private async work(): Promise<void> {
    await letOthersRun(); // whoever asks in this turn of the event loop shares the first commit
    while (this.waiting.length > 0) {
      await this.group(this.waiting.splice(0, this.nextCount()));
      await letOthersRun(); // requests that arrived meanwhile are read before the next group
    }
  }

  /** How many of those that wait share the next transaction. */
  private nextCount(): number {
    const alone = this.waiting.findIndex((job) => job.alone);
    return alone < 0 ? groupMax : Math.min(groupMax, Math.max(alone, 1));
  }

  private async group(jobs: Job[]): Promise<void> {
    const connection = this.database.writer;
    const staged = new Staged();
    const answers: (() => void)[] = [];
    try {
      await this.begin();
      for (const job of jobs) answers.push(await this.attempt(job, staged, jobs.length > 1));
      this.database.mustBeInPlace();
      await connection.run('COMMIT');
      if (!this.durable) this.database.opened.assertDurable();
      this.durable = true;
    } catch (error) {
      await this.abandon(connection, jobs, error);
      return;
    }
    this.counted.commits++;
    this.counted.jobs += jobs.length;
    for (const listen of this.committed) listen(staged.entries());
    for (const answer of answers) answer();
  }

  private async begin(): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      try {
        await this.database.opened.begin();
        return;
      } catch (error) {
        if (this.database.opened.faultOf(error) !== 'busy' || attempt === busyTriesMax) throw error;
        await pause(busyPause);
      }
    }
  }

  /** What to answer once the group is committed. A job that shares its transaction has a savepoint of its own. */
  private async attempt(job: Job, staged: Staged, shares: boolean): Promise<() => void> {
    const { writer: connection, opened } = this.database;
    const transaction = new JobTransaction(this.database, staged);
    if (shares) await connection.run('SAVEPOINT job');
    try {
      const value = await job.run(transaction);
      if (shares) await connection.run('RELEASE job');
      staged.keep();
      return () => job.resolve(value);
    } catch (error) {
      staged.drop();
      const onlyThisJob = shares && opened.faultOf(error) === 'none' && opened.inTransaction;
      if (!onlyThisJob) throw error;
      await connection.run('ROLLBACK TO job');
      await connection.run('RELEASE job');
      return () => job.reject(error);
    } finally {
      transaction.end();
    }
  }

  /** Nothing of the group was written: everyone in it hears the same. */
  private async abandon(connection: Connection, jobs: Job[], error: unknown): Promise<void> {
    const { opened } = this.database;
    if (opened.inTransaction) await connection.run('ROLLBACK').catch(() => undefined);
    const fault = error instanceof FileMoved ? 'fatal' : opened.faultOf(error);
    if (fault === 'full') this.full = true;
    const code = fault === 'full' ? 'storage-full' : 'busy';
    const answer = fault === 'none' ? error : new Refusal(code, { retryAfter: retryAfterSeconds });
    for (const job of jobs) job.reject(answer);
    if (fault !== 'none') this.counted.faults++;
    if (fault !== 'none' && !(error instanceof FileMoved)) this.faults.tell(fault, error as Error);
    if (fault === 'fatal') this.fail(error as Error); // a fault was found in it, so it is one
  }

  /** Nothing is acknowledged any more: what is on disk is unknown, or is not where it should be. */
  fail(error: Error): void {
    if (this.failed) return;
    this.failed = error;
    for (const job of this.waiting.splice(0)) job.reject(new Refusal('busy', { retryAfter: retryAfterSeconds }));
    for (const listen of this.fatal) listen(error);
  }
}
