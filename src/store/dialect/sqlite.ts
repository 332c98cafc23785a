// SQLite inside the process, and everything that is true of SQLite alone: its pragmas, its faults, its way to begin, and
// how TypeORM writes on a connection that it did not open. WAL with synchronous=FULL, or an acknowledged row could be
// lost in a power cut (docs/decisions/0001-sqlite-driver.md).
import type BetterSqlite3 from 'better-sqlite3';
import { DataSource, EntityManager, MigrationExecutor, type MigrationInterface } from 'typeorm';
import type { BetterSqlite3Driver } from 'typeorm/driver/better-sqlite3/BetterSqlite3Driver.js';
import { BetterSqlite3QueryRunner } from 'typeorm/driver/better-sqlite3/BetterSqlite3QueryRunner.js';
import {
  UnsafeDatabase,
  type EntityClass,
  type JobManager,
  type FoundInFile,
  type OpenDatabase,
  type TriggersFound,
} from './dialect.js';
import { faultOf, SqliteDriver } from './sqlite-driver.js';
import { copyInMemory, mendTriggers, prepared, schemaIn, triggersIn } from './sqlite-file.js';

/** `synchronous` as SQLite numbers it. */
const full = 2;
/** So many milliseconds one statement waits for another process, in a command that nobody else waits for. */
const besideMax = 5_000;

/** What TypeORM does on the writing connection, though its source is the reading one. */
class WritingRunner extends BetterSqlite3QueryRunner {
  constructor(
    driver: BetterSqlite3Driver,
    protected readonly sqlite: BetterSqlite3.Database,
  ) {
    super(driver);
  }

  override connect(): Promise<BetterSqlite3.Database> {
    return Promise.resolve(this.sqlite);
  }
}

/**
 * Born within the transaction of a job, so that `save` and `remove` begin none of their own and a nested transaction is
 * a savepoint. It cannot end what it did not begin, and is of no use after its job.
 */
class JobRunner extends WritingRunner {
  override isTransactionActive = true;
  override transactionDepth = 1;

  override query(
    ...asked: Parameters<BetterSqlite3QueryRunner['query']>
  ): ReturnType<BetterSqlite3QueryRunner['query']> {
    if (this.sqlite.inTransaction) return super.query(...asked);
    return Promise.reject(new Error('the transaction of this job is gone: nothing is written after it'));
  }

  override async commitTransaction(): Promise<void> {
    this.mustBeNested();
    await super.commitTransaction();
  }

  override async rollbackTransaction(): Promise<void> {
    this.mustBeNested();
    await super.rollbackTransaction();
  }

  private mustBeNested(): void {
    if (this.transactionDepth === 1) throw new Error('the transaction of a job is ended by the unit of work alone');
  }
}

class OpenSqlite implements OpenDatabase {
  readonly reader: SqliteDriver;
  readonly writer: SqliteDriver;

  constructor(
    readonly source: DataSource,
    private readonly reading: BetterSqlite3.Database,
    /** Null when it was opened to be read alone: what writes then is refused by SQLite. */
    private readonly writing: BetterSqlite3.Database | null,
  ) {
    this.reader = new SqliteDriver(reading);
    this.writer = writing ? new SqliteDriver(writing) : this.reader;
  }

  get inTransaction(): boolean {
    return this.writing?.inTransaction ?? false;
  }

  begin(): Promise<void> {
    return this.writer.run('BEGIN IMMEDIATE', []);
  }

  managerOfJob(): JobManager {
    if (!this.writing) throw new Error('a database that was opened to be read has no jobs');
    const runner = new JobRunner(driverOf(this.source), this.writing);
    return { manager: new EntityManager(this.source, runner), end: () => (runner.isReleased = true) };
  }

  get triggers(): TriggersFound {
    return triggersIn(this.reading);
  }

  mendTriggers(names: readonly string[]): void {
    if (!this.writing) throw new Error('a database that was opened to be read is mended by nobody');
    mendTriggers(this.writing, names);
  }

  readonly faultOf = faultOf;

  assertDurable(): void {
    const journal = this.writing?.pragma('journal_mode', { simple: true });
    const synchronous = this.writing?.pragma('synchronous', { simple: true });
    if (journal !== 'wal' || synchronous !== full)
      throw new UnsafeDatabase(
        `journal_mode is ${String(journal)} and synchronous ${String(synchronous)}, not wal and 2`,
      );
  }

  async close(): Promise<void> {
    await this.source.destroy();
    this.writing?.close();
  }
}

const driverOf = (source: DataSource): BetterSqlite3Driver => source.driver as BetterSqlite3Driver; // of its `type`, below

/** write: made and migrated when it is new · read: beside whoever writes · copy: from memory, where nobody can write */
export type Access = 'write' | 'read' | 'copy';

export interface Opening {
  /** The module of SQLite that fits this Node. */
  sqlite: typeof BetterSqlite3;
  file: string;
  access: Access;
  entities: readonly EntityClass[];
  migrations: readonly (new () => MigrationInterface)[];
  /** Looks at what is in the file before anything is changed there; what it throws leaves it as it is. */
  judge?: (found: FoundInFile) => Promise<void>;
}

/** @throws whatever judges it */
export async function openSqlite(asked: Opening): Promise<OpenDatabase> {
  const { sqlite, file, access, migrations, judge } = asked;
  const writing = access === 'write' ? prepared(new sqlite(file, { timeout: 0 })) : null;
  let source: DataSource | undefined;
  try {
    const [made, reading] = await openSource(asked);
    source = made;
    const opened = new OpenSqlite(source, reading, writing);
    await judge?.({ schema: schemaIn(reading, migrations), reader: opened.reader });
    if (writing) await migrate(source, writing);
    return opened;
  } catch (error) {
    await source?.destroy();
    writing?.close();
    throw error;
  }
}

async function openSource({
  sqlite,
  file,
  access,
  entities,
  migrations,
}: Opening): Promise<[source: DataSource, reading: BetterSqlite3.Database]> {
  const opened: BetterSqlite3.Database[] = [];
  const inMemory = function (): BetterSqlite3.Database {
    return copyInMemory(sqlite, file); // an object that `new` is given instead
  };
  const source = new DataSource({
    type: 'better-sqlite3',
    driver: access === 'copy' ? inMemory : sqlite,
    database: file,
    readonly: true,
    entities: [...entities],
    migrations: [...migrations],
    // A busy wait would block every request: waiting is done in the unit of work, between turns of the event loop.
    timeout: 0,
    prepareDatabase: (database: BetterSqlite3.Database) => void opened.push(database),
  });
  await source.initialize();
  const [reading] = opened;
  if (!reading) throw new Error('TypeORM did not open the database that it was given');
  return [source, reading];
}

async function migrate(source: DataSource, writing: BetterSqlite3.Database): Promise<void> {
  const runner = new WritingRunner(driverOf(source), writing);
  new EntityManager(source, runner); // which the runner then has as its own
  const executor = new MigrationExecutor(source, runner);
  executor.transaction = 'each';
  await executor.executePendingMigrations();
}

/** Puts settings into a file that another process may have open, and waits for it a little. */
export function saveBeside(
  sqlite: typeof BetterSqlite3,
  file: string,
  settings: readonly (readonly [key: string, value: string])[],
): void {
  const beside = prepared(new sqlite(file, { timeout: besideMax, fileMustExist: true }));
  try {
    const put = beside.prepare(
      'INSERT INTO setting VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
    );
    beside.transaction(() => settings.forEach((one) => put.run(...one)))();
  } finally {
    beside.close();
  }
}
