// One way to ask a database something. SQL is portable and written with `?`; nothing above this folder sees TypeORM.
import type { DataSource } from 'typeorm';

export type Value = string | number | null;

export class Connection {
  constructor(private readonly source: DataSource) {}

  /** The rows of a query, in the order that it asks for. */
  async rows<Row>(sql: string, values: readonly Value[] = []): Promise<Row[]> {
    return this.source.manager.query<Row[]>(sql, [...values]); // the query names the columns of the row
  }

  async row<Row>(sql: string, values: readonly Value[] = []): Promise<Row | null> {
    return (await this.rows<Row>(sql, values))[0] ?? null;
  }

  async run(sql: string, values: readonly Value[] = []): Promise<void> {
    await this.source.manager.query(sql, [...values]);
  }
}

/** `(?, ?), (?, ?)` for so many rows of so many columns. */
export const placeholders = (rows: number, columns: number): string =>
  Array.from({ length: rows }, () => `(${Array.from({ length: columns }, () => '?').join(', ')})`).join(', ');
