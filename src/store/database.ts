// The database in a folder: opened for one process at a time, with one connection that writes and one that only reads.
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { DataSource, EntityManager } from 'typeorm';
import { Connection } from './connection.js';
import type { EntityClass, OpenDatabase } from './dialect/dialect.js';
import { openSqlite, saveBeside } from './dialect/sqlite.js';
import { isHalfRestored, mustBeRestored } from './half-restored.js';
import { KeptAnswer } from './kept-answers.js';
import { lockFolder, type Lock } from './lock.js';
import { FirstTables1700000000001 } from './migrations/1-first-tables.js';
import { Plans1700000000002 } from './migrations/2-plans.js';
import { ToldOtherwise1700000000003 } from './migrations/3-told-otherwise.js';
import { People1700000000004 } from './migrations/4-people.js';
import { StoredPlan } from './plans.js';
import { loadSqlite } from './runtime.mjs';
import { Setting } from './settings.js';
import { StoredDifference } from './told-otherwise.js';

const migrations = [FirstTables1700000000001, Plans1700000000002, ToldOtherwise1700000000003, People1700000000004];

/** What is done to the tables of a new database, by name and in order. */
export const migrationNames: readonly string[] = migrations.map(({ name }) => name);

const ownEntities = [KeptAnswer, Setting, StoredPlan, StoredDifference];

/** How the database in a folder is called. */
export const fileName = 'sluis.sqlite';

export class Database {
  /** Used by the unit of work alone. */
  readonly writer: Connection;
  readonly reader: Connection;
  /** Entities and repositories, to be read: what would write is refused. To write, ask the unit of work. */
  readonly source: DataSource;

  private constructor(
    /** For the unit of work, as its writer is. */
    readonly opened: OpenDatabase,
    private readonly lock: Lock | null,
  ) {
    this.source = opened.source;
    this.writer = new Connection(opened.writer, opened.source);
    this.reader = new Connection(opened.reader, opened.source);
  }

  /**
   * Opens the database in a folder for this process alone, made and migrated when it is new.
   * @param entities those of read models and of modules, beside what the store itself has
   * @throws FolderInUse when another process writes there
   * @throws HalfRestored where a backup was not put back to the end
   * @throws UnsafeDatabase when SQLite would not flush every commit
   */
  static async open(folder: string, entities: readonly EntityClass[] = []): Promise<Database> {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const lock = lockFolder(folder);
    try {
      return new Database(await openFile(folder, { readonly: false, entities }), lock);
    } catch (error) {
      lock.release();
      throw error;
    }
  }

  /** Whether there is one in this folder, also while it is replaced by its backup. */
  static isIn(folder: string): boolean {
    if (isHalfRestored(folder)) return true;
    return Database.sizeIn(folder) > 0;
  }

  /** How many bytes it takes in this folder, with what was not yet copied into it. */
  static sizeIn(folder: string): number {
    const names = existsSync(join(folder, fileName)) ? [fileName, `${fileName}-wal`] : [];
    const files = names.map((name) => statSync(join(folder, name), { throwIfNoEntry: false }));
    return files.reduce((sum, file) => sum + (file?.size ?? 0), 0);
  }

  /** Opens it for reading beside a running server; nothing can be written. */
  static async openForReading(folder: string): Promise<Database> {
    return new Database(await openFile(folder, { readonly: true, entities: [] }), null);
  }

  /** Keeps settings in the database of a folder, also beside a running server: for what only its operator can say. */
  static saveBeside(folder: string, settings: readonly (readonly [key: string, value: string])[]): void {
    saveBeside(loadSqlite(), join(folder, fileName), settings);
  }

  /** The newest migration that was done here. */
  async schema(): Promise<string> {
    return (
      (await this.reader.row<{ name: string }>('SELECT name FROM migrations ORDER BY id DESC LIMIT 1'))?.name ?? ''
    );
  }

  /** To read entities with. */
  get manager(): EntityManager {
    return this.source.manager;
  }

  async close(): Promise<void> {
    await this.opened.close();
    this.lock?.release();
  }
}

async function openFile(
  folder: string,
  how: { readonly: boolean; entities: readonly EntityClass[] },
): Promise<OpenDatabase> {
  mustBeRestored(folder);
  return openSqlite({
    sqlite: loadSqlite(),
    file: join(folder, fileName),
    migrations,
    readonly: how.readonly,
    entities: [...ownEntities, ...how.entities],
  });
}
