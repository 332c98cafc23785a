// One way to ask a database something. SQL is portable and written with `?`; nothing above this folder sees TypeORM.
// TypeORM opens the connection and migrates the tables; statements go straight to its driver, because its query()
// costs 5 µs a statement on top of the 2 µs that SQLite needs (docs/decisions/0001-sqlite-driver.md).
import type BetterSqlite3 from 'better-sqlite3';
import type { DataSource } from 'typeorm';

/** So many statements are kept prepared; the code has far fewer. */
const preparedMax = 500;

export type Value = string | number | null;

export class Connection {
  readonly sqlite: BetterSqlite3.Database;
  private readonly prepared = new Map<string, BetterSqlite3.Statement>();

  constructor(source: DataSource) {
    this.sqlite = (source.driver as unknown as { databaseConnection: BetterSqlite3.Database }).databaseConnection; // which TypeORM does not type
  }

  /** The rows of a query, in the order that it asks for. */
  async rows<Row>(sql: string, values: readonly Value[] = []): Promise<Row[]> {
    return this.statement(sql).all(...values) as Row[]; // the query names the columns of the row
  }

  async row<Row>(sql: string, values: readonly Value[] = []): Promise<Row | null> {
    return (await this.rows<Row>(sql, values))[0] ?? null;
  }

  async run(sql: string, values: readonly Value[] = []): Promise<void> {
    const statement = this.statement(sql);
    if (statement.reader) statement.all(...values);
    else statement.run(...values);
  }

  /** Adds one row. @returns the key that the database gave it */
  async insert(sql: string, values: readonly Value[]): Promise<number> {
    return Number(this.statement(sql).run(...values).lastInsertRowid);
  }

  private statement(sql: string): BetterSqlite3.Statement {
    const known = this.prepared.get(sql);
    if (known) return known;
    if (this.prepared.size >= preparedMax) this.prepared.clear();
    const statement = this.sqlite.prepare(sql);
    this.prepared.set(sql, statement);
    return statement;
  }
}

const made = new Map<string, string>();

/** `(?, ?), (?, ?)` for so many rows of so many columns. */
export function placeholders(rows: number, columns: number): string {
  const name = `${rows} ${columns}`;
  const known = made.get(name);
  if (known !== undefined) return known;
  const row = `(${Array.from({ length: columns }, () => '?').join(', ')})`;
  const all = Array.from({ length: rows }, () => row).join(', ');
  made.set(name, all);
  return all;
}
