// Opens the database: one connection that writes, one that only reads. SQLite in WAL mode with synchronous=FULL, or
// an acknowledged row could be lost in a power cut.
import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type BetterSqlite3 from 'better-sqlite3';
import { DataSource } from 'typeorm';
import { Connection } from './connection.js';
import { lockFolder, type Lock } from './lock.js';
import { FirstTables1700000000001 } from './migrations/1-first-tables.js';
import { Plans1700000000002 } from './migrations/2-plans.js';
import { loadSqlite } from './runtime.mjs';

const migrations = [FirstTables1700000000001, Plans1700000000002];

const fileName = 'sluis.sqlite';

/** `synchronous` as SQLite numbers it. */
const full = 2;

export class UnsafeDatabase extends Error {}

export class Database {
  /** Used by the unit of work alone. */
  readonly writer: Connection;
  readonly reader: Connection;

  private constructor(
    private readonly writing: DataSource,
    private readonly reading: DataSource | null,
    private readonly lock: Lock | null,
  ) {
    this.writer = new Connection(writing);
    this.reader = new Connection(reading ?? writing);
  }

  /**
   * Opens the database in a folder for this process alone, made and migrated when it is new.
   * @throws FolderInUse when another process writes there
   * @throws UnsafeDatabase when SQLite would not flush every commit
   */
  static async open(folder: string): Promise<Database> {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const lock = lockFolder(folder);
    try {
      const writing = await source(folder, { readonly: false }).initialize();
      await writing.runMigrations({ transaction: 'each' });
      const reading = await source(folder, { readonly: true }).initialize();
      return new Database(writing, reading, lock);
    } catch (error) {
      lock.release();
      throw error;
    }
  }

  /** Whether there is one in this folder. */
  static isIn(folder: string): boolean {
    const found = statSync(join(folder, fileName), { throwIfNoEntry: false });
    return found !== undefined && found.size > 0;
  }

  /** Opens it for reading beside a running server; nothing can be written. */
  static async openForReading(folder: string): Promise<Database> {
    return new Database(await source(folder, { readonly: true }).initialize(), null, null);
  }

  /** Whether a transaction is still open; SQLite ends one by itself on a full disk or a failed write. */
  get inTransaction(): boolean {
    return this.writer.sqlite.inTransaction;
  }

  /** @throws UnsafeDatabase unless every commit is flushed; asked again after the first write */
  assertDurable(): void {
    const { sqlite } = this.writer;
    const journal = sqlite.pragma('journal_mode', { simple: true });
    const synchronous = sqlite.pragma('synchronous', { simple: true });
    if (journal !== 'wal' || synchronous !== full)
      throw new UnsafeDatabase(
        `journal_mode is ${String(journal)} and synchronous ${String(synchronous)}, not wal and 2`,
      );
  }

  async close(): Promise<void> {
    await this.reading?.destroy();
    await this.writing.destroy();
    this.lock?.release();
  }
}

/** Pages of 4 kB in the WAL before they are copied into the database: 16 MB, so that pages written often are copied once. */
const checkpointPages = 4_000;

const source = (folder: string, { readonly }: { readonly: boolean }): DataSource =>
  new DataSource({
    type: 'better-sqlite3',
    driver: loadSqlite(),
    database: join(folder, fileName),
    readonly,
    migrations,
    // A busy wait would block every request: waiting is done in the unit of work, between turns of the event loop.
    timeout: 0,
    prepareDatabase: (db: BetterSqlite3.Database) => {
      if (!readonly) db.pragma('journal_mode = WAL');
      db.pragma('synchronous = FULL');
      db.pragma(`wal_autocheckpoint = ${checkpointPages}`);
    },
  });
