// Secret addresses at which a calendar program reads days of Sluis: whose they are, about what, and a digest of the secret.
import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = [
  `CREATE TABLE calendar_feed (
    hash TEXT PRIMARY KEY NOT NULL,
    id TEXT NOT NULL UNIQUE,
    person TEXT NOT NULL,
    kind TEXT NOT NULL,
    about TEXT NOT NULL,
    made_at TEXT NOT NULL
  )`,
  `CREATE INDEX calendar_feed_of_person ON calendar_feed (person)`,
];

export class CalendarFeeds1700000000019 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of tables) await runner.query(statement);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}
