// When bodies meet and when they do not, as somebody entered it: every version is kept, the newest counts.
import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = [
  `CREATE TABLE calendar (
    whose TEXT NOT NULL,
    version INTEGER NOT NULL,
    content TEXT,
    entered_by TEXT,
    entered_at TEXT NOT NULL,
    PRIMARY KEY (whose, version)
  )`,
];

export class Calendars1700000000015 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of tables) await runner.query(statement);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}
