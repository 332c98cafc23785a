// The database in a folder: opened for one process at a time, with one connection that writes and one that only reads.
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Logger } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import { storageWords as words } from '../wording/shell/opening.js';
import { StoredNote } from './body-notes.js';
import { StoredCalendar } from './calendar-entity.js';
import { Connection } from './connection.js';
import type { EntityClass, OpenDatabase } from './dialect/dialect.js';
import { saveBeside } from './dialect/sqlite.js';
import { StoredErasure } from './erased-papers.js';
import { StoredHouseStyle } from './house-style-entity.js';
import { KeptAnswer } from './kept-answers.js';
import { FirstTables1700000000001 } from './migrations/1-first-tables.js';
import { Plans1700000000002 } from './migrations/2-plans.js';
import { ToldOtherwise1700000000003 } from './migrations/3-told-otherwise.js';
import { People1700000000004 } from './migrations/4-people.js';
import { SecurityLog1700000000005 } from './migrations/5-security-log.js';
import { BesideTheRecord1700000000006 } from './migrations/6-beside-the-record.js';
import { Papers1700000000007 } from './migrations/7-papers.js';
import { BodyNotes1700000000008 } from './migrations/8-body-notes.js';
import { Drafts1700000000009 } from './migrations/9-drafts.js';
import { Phones1700000000010 } from './migrations/10-phones.js';
import { SecondFactor1700000000012 } from './migrations/12-second-factor.js';
import { FoundWords1700000000014 } from './migrations/14-found-words.js';
import { Calendars1700000000015 } from './migrations/15-calendars.js';
import { Mail1700000000016 } from './migrations/16-mail.js';
import { HouseStyle1700000000017 } from './migrations/17-house-style.js';
import { CalendarFeeds1700000000019 } from './migrations/19-calendar-feeds.js';
import { ErasedPapers1700000000021 } from './migrations/21-erased-papers.js';
import { Webhooks1700000000020 } from './migrations/20-webhooks.js';
import { PersonalLinks1700000000018 } from './migrations/18-personal-links.js';
import { StoredDraft } from './drafts.js';
import { RefusedAddress, StoredMail } from './stored-mail.js';
import { HeldEvent, StoredWebhook, WebhookMessage } from './webhook-entities.js';
import { StoredFeed } from './feed-entity.js';
import { fileName, isIn, openBeside, openFolder, type OpenedFolder } from './opening.js';
import { StoredPaper } from './papers.js';
import { StoredLink } from './personal-links.js';
import { StoredPlan } from './plans.js';
import { StoredPresence } from './presence-entity.js';
import { loadSqlite } from './runtime.mjs';
import { format } from './seal.js';
import { Setting } from './settings.js';
import { StoredDifference } from './told-otherwise.js';

const migrations = [
  FirstTables1700000000001,
  Plans1700000000002,
  ToldOtherwise1700000000003,
  People1700000000004,
  SecurityLog1700000000005,
  BesideTheRecord1700000000006,
  Papers1700000000007,
  BodyNotes1700000000008,
  Drafts1700000000009,
  Phones1700000000010,
  SecondFactor1700000000012,
  FoundWords1700000000014,
  Calendars1700000000015,
  Mail1700000000016,
  HouseStyle1700000000017,
  PersonalLinks1700000000018,
  CalendarFeeds1700000000019,
  Webhooks1700000000020,
  ErasedPapers1700000000021,
];

/** What is done to the tables of a new database, by name and in order. */
export const migrationNames: readonly string[] = migrations.map(({ name }) => name);

const ownEntities = [
  StoredDraft,
  KeptAnswer,
  Setting,
  StoredPlan,
  StoredDifference,
  StoredPresence,
  StoredPaper,
  StoredNote,
  StoredCalendar,
  StoredMail,
  RefusedAddress,
  StoredLink,
  StoredFeed,
  StoredHouseStyle,
  StoredErasure,
  StoredWebhook,
  WebhookMessage,
  HeldEvent,
];

/** Says at start what was found, beside what opening refuses. */
const log = new Logger('Sluis');

export class Database {
  /** Used by the unit of work alone. */
  readonly writer: Connection;
  readonly reader: Connection;
  /** Entities and repositories, to be read: what would write is refused. To write, ask the unit of work. */
  readonly source: DataSource;
  /** Why nothing can be recorded as long as it is open; null where that can be. */
  readonly cannotRecord: OpenedFolder['cannotRecord'];
  /** Whether there was no space when it was opened. */
  readonly wasFull: boolean;
  /** Whether it is read from memory. */
  readonly isCopy: boolean;

  private constructor(
    /** For the unit of work, as its writer is. */
    readonly opened: OpenDatabase,
    private readonly folder: Omit<OpenedFolder, 'opened'> | null,
  ) {
    this.source = opened.source;
    this.writer = new Connection(opened.writer, opened.source);
    this.reader = new Connection(opened.reader, opened.source);
    this.cannotRecord = folder?.cannotRecord ?? null;
    this.wasFull = folder?.isFull ?? false;
    this.isCopy = folder?.isCopy ?? false;
  }

  /**
   * Opens the database in a folder for this process alone, made and migrated when it is new. Where nothing can be written
   * it is opened to be read.
   * @param entities those of read models and of modules, beside what the store itself has
   * @throws Mendable for what whoever starts Sluis can put right: FolderInUse, HalfRestored, UnsafeDatabase and others
   */
  static async open(folder: string, entities: readonly EntityClass[] = []): Promise<Database> {
    const { opened, ...rest } = await openFolder(folder, { migrations, entities: [...ownEntities, ...entities] });
    const database = new Database(opened, rest);
    if (rest.closed.length > 0) log.warn(words.modesMended(rest.closed));
    if (rest.cannotRecord !== null) log.error(words.readingOnly[rest.cannotRecord]);
    database.guard();
    return database;
  }

  /** Whether there is one in this folder, also while it is replaced by its backup. */
  static isIn(folder: string): boolean {
    return isIn(folder);
  }

  /** How many bytes it takes in this folder, with what was not yet copied into it. */
  static sizeIn(folder: string): number {
    const names = existsSync(join(folder, fileName)) ? [fileName, `${fileName}-wal`] : [];
    const files = names.map((name) => statSync(join(folder, name), { throwIfNoEntry: false }));
    return files.reduce((sum, file) => sum + (file?.size ?? 0), 0);
  }

  /** Opens it for reading beside a running server; nothing can be written. */
  static async openForReading(folder: string): Promise<Database> {
    return new Database(await openBeside(folder, { migrations, entities: ownEntities }), null);
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

  /** What a newer release wrote here; null where this one knows all of it. */
  async newer(): Promise<{ part: 'schema' | 'format'; its: string; known: string } | null> {
    const done = await this.reader.rows<{ name: string }>('SELECT name FROM migrations ORDER BY id');
    const unknown = done.find(({ name }) => !migrationNames.includes(name))?.name;
    if (unknown !== undefined) return { part: 'schema', its: unknown, known: migrationNames.at(-1) ?? '' };
    const newest = await this.opened.reader.newestFormat();
    return newest > format ? { part: 'format', its: String(newest), known: String(format) } : null;
  }

  /** To read entities with. */
  get manager(): EntityManager {
    return this.source.manager;
  }

  /** That what is written goes where it will be found. @throws FileMoved */
  mustBeInPlace(): void {
    this.folder?.files.mustBeInPlace();
  }

  async close(): Promise<void> {
    await this.opened.close();
    this.folder?.lock?.release();
  }

  /** Puts back what keeps the logs append-only. That it was gone changes nothing of what they hold, and is told. */
  private guard(): void {
    const { wrong, strange } = this.opened.triggers;
    if (strange.length > 0) log.error(words.triggersStrange(strange));
    if (wrong.length === 0) return;
    try {
      this.opened.mendTriggers(wrong);
      log.error(words.triggersMended(wrong));
    } catch {
      log.error(words.triggersWrong(wrong)); // no space, or nothing can be written at all
    }
  }
}
