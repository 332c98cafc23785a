// What is kept beside the record: until where somebody was told what others recorded.
import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = [
  `CREATE TABLE presence (
    person TEXT PRIMARY KEY,
    here_at TEXT,
    seen INTEGER NOT NULL,
    left_at TEXT,
    told INTEGER NOT NULL
  )`,
];

export class BesideTheRecord1700000000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of tables) await runner.query(statement);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}
