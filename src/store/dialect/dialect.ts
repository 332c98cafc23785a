// What the store asks of a database. Whatever only one kind of database knows stands in the file of its dialect beside
// this one: PostgreSQL is another such file, and not another program.
import type { DataSource, EntityManager } from 'typeorm';
import { Mendable } from '../process/mendable.js';

export type SqlValue = string | number | Uint8Array | null;

/** A class that TypeORM maps onto a table. */
export type EntityClass<E extends object = object> = new () => E;

/** One connection. SQL is written with `?` for its values. */
export interface Driver {
  rows(sql: string, values: readonly SqlValue[]): Promise<unknown[]>;
  run(sql: string, values: readonly SqlValue[]): Promise<void>;
  /** The log of the dossiers. */
  readonly events: EventStatements;
  /** The log of people and their roles. */
  readonly people: EventStatements;
  /** The newest format in which anything of its logs was written; 0 before the first. */
  newestFormat(): Promise<number>;
}

/** The statements of an event log, which no repository makes: it is append-only, and the hottest table there is. */
export interface EventStatements {
  /**
   * Adds an event at the end of its dossier, with its texts.
   * @throws SequenceTaken
   */
  add(event: NewEventRow, texts: readonly TextRow[]): Promise<void>;
  /** At most so many events of a dossier after a sequence, in their order, and every text of theirs. */
  read(dossier: string, after: number, limit: number): Promise<StoredEvents>;
  /** The last event of a chain; null where there is none. */
  last(dossier: string): Promise<EventRow | null>;
  /** The hash of one event; null where there is none. */
  hashAt(dossier: string, sequence: number): Promise<string | null>;
  /** Erases every text of one event, with its salt. */
  eraseTexts(dossier: string, sequence: number): Promise<void>;
  /** How many texts of a dossier were erased. */
  countErased(dossier: string): Promise<number>;
  /** The place of the newest event among those of all chains; 0 before the first. */
  head(): Promise<number>;
  /** At most so many events of all chains after such a place, in the order in which they were recorded. */
  placedAfter(place: number, limit: number): Promise<PlacedEvent[]>;
  /** The sequence of the last event of a chain up to such a place; 0 where there is none. */
  lastUpTo(dossier: string, place: number): Promise<number>;
  /** The ids of all dossiers, in the order in which they were started; also of one whose first event is gone. */
  dossierIds(): Promise<string[]>;
  /** When the event was recorded that has the latest time of all; null before the first. */
  newestRecordedAt(): Promise<string | null>;
  /** Those with an event that holds these words. It reads the whole log. */
  dossiersWith(words: string): Promise<string[]>;
}

export interface StoredEvents {
  events: EventRow[];
  texts: (TextRow & { sequence: number })[];
}

export interface EventRow {
  sequence: number;
  body: string;
  hash: string;
}

/** Where an event stands: among those of all chains, and in its own. */
export interface PlacedEvent {
  place: number;
  chain: string;
  sequence: number;
}

export interface NewEventRow extends EventRow {
  dossier: string;
}

export interface TextRow {
  key: string;
  text: string | null;
  salt: string | null;
}

/** Another event stands where this one should come, or the one before it is missing. */
export class SequenceTaken extends Error {}

/**
 * none: the statement alone · busy: someone else holds the database · full: no space is left
 * fatal: reading, writing or flushing failed, so that what is on disk is unknown
 */
export type DatabaseFault = 'none' | 'busy' | 'full' | 'fatal';

/** The database would not flush every commit. */
export class UnsafeDatabase extends Mendable {}

/** A manager that writes within the transaction of one job, until that job ends. */
export interface JobManager {
  readonly manager: EntityManager;
  /** After this it refuses whatever is asked of it. */
  end(): void;
}

/** The triggers of the logs that are gone or say something else, and any that no Sluis made. */
export interface TriggersFound {
  wrong: string[];
  strange: string[];
}

/** Of what schema a database is, and which one this Sluis makes. */
export interface SchemaFound {
  found: number;
  known: number;
  /** Whether something was done to it that this Sluis knows nothing of. */
  isNewer: boolean;
}

/** What is in a file before it is changed. */
export interface FoundInFile {
  schema: SchemaFound;
  reader: Driver;
}

/** An open database: one connection that writes, used by the unit of work alone, and one that cannot. */
export interface OpenDatabase {
  readonly writer: Driver;
  readonly reader: Driver;
  /** Entities and repositories on the reading connection: the only source that there is, so that none can write. */
  readonly source: DataSource;
  /** Whether a transaction is still open: a database can end one by itself, on a full disk or a failed write. */
  readonly inTransaction: boolean;
  /** Begins a transaction in which nobody else can write. */
  begin(): Promise<void>;
  /** Within the transaction that has begun. */
  managerOfJob(): JobManager;
  /** What keeps its logs append-only. */
  readonly triggers: TriggersFound;
  /** Makes these as they should be. */
  mendTriggers(names: readonly string[]): void;
  faultOf(error: unknown): DatabaseFault;
  /** @throws UnsafeDatabase unless every commit is flushed */
  assertDurable(): void;
  close(): Promise<void>;
}
