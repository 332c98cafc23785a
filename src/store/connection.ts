// Runs portable SQL, written with `?`, for what every request does; the dialect knows how. Where a few microseconds do
// not count, entities and their repositories are shorter.
import type { DataSource, EntityMetadata } from 'typeorm';
import { latest } from '../domain/calendar.js';
import type { Instant } from '../domain/vocabulary.js';
import type { Driver, EntityClass, EventStatements, SqlValue } from './dialect/dialect.js';

export class Connection {
  readonly events: EventStatements;
  /** The log of people and their roles, as what reads and writes a log takes it. */
  readonly people: { readonly events: EventStatements };

  constructor(
    private readonly driver: Driver,
    private readonly source: DataSource,
  ) {
    this.events = driver.events;
    this.people = { events: driver.people };
  }

  /** The rows of a query, in the order that it asks for. */
  rows<Row>(sql: string, values: readonly SqlValue[] = []): Promise<Row[]> {
    return this.driver.rows(sql, values) as Promise<Row[]>; // the query names the columns of the row
  }

  async row<Row>(sql: string, values: readonly SqlValue[] = []): Promise<Row | null> {
    return (await this.rows<Row>(sql, values))[0] ?? null;
  }

  run(sql: string, values: readonly SqlValue[] = []): Promise<void> {
    return this.driver.run(sql, values);
  }

  /** When the newest event of both logs was recorded; null where there is none. */
  async newestRecordedAt(): Promise<Instant | null> {
    return latest(await this.events.newestRecordedAt(), await this.people.events.newestRecordedAt());
  }

  /** Which table and columns an entity has. */
  metadataOf(entity: EntityClass): EntityMetadata {
    return this.source.getMetadata(entity);
  }
}
