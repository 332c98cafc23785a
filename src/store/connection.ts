// One way to ask a database something. SQL is portable and written with `?`; how it is run is for the dialect. For what
// every request does: where a few microseconds do not count, entities and their repositories are shorter.
import type { DataSource, EntityMetadata } from 'typeorm';
import type { Driver, EntityClass, EventStatements, Value } from './dialect/dialect.js';

export class Connection {
  readonly events: EventStatements;

  constructor(
    private readonly driver: Driver,
    private readonly source: DataSource,
  ) {
    this.events = driver.events;
  }

  /** The rows of a query, in the order that it asks for. */
  rows<Row>(sql: string, values: readonly Value[] = []): Promise<Row[]> {
    return this.driver.rows(sql, values) as Promise<Row[]>; // the query names the columns of the row
  }

  async row<Row>(sql: string, values: readonly Value[] = []): Promise<Row | null> {
    return (await this.rows<Row>(sql, values))[0] ?? null;
  }

  run(sql: string, values: readonly Value[] = []): Promise<void> {
    return this.driver.run(sql, values);
  }

  /** Which table and columns an entity has. */
  metadataOf(entity: EntityClass): EntityMetadata {
    return this.source.getMetadata(entity);
  }
}
