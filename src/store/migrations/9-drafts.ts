// Forms that somebody was filling in: beside the record, and for a week.
import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = [
  `CREATE TABLE draft (
    person TEXT NOT NULL,
    place TEXT NOT NULL,
    fields TEXT NOT NULL,
    kept_at TEXT NOT NULL,
    PRIMARY KEY (person, place)
  )`,
  `CREATE INDEX draft_by_age ON draft (kept_at)`,
];

export class Drafts1700000000009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of tables) await runner.query(statement);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}
