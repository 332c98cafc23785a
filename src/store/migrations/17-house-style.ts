// How the pages of a region look: each version that was proposed, and which of them was confirmed.
import type { MigrationInterface, QueryRunner } from 'typeorm';

const table = `CREATE TABLE house_style (
  region TEXT NOT NULL,
  version INTEGER NOT NULL,
  name TEXT NOT NULL,
  accent TEXT,
  logo_kind TEXT,
  logo_width INTEGER,
  logo_height INTEGER,
  logo TEXT,
  based_on INTEGER NOT NULL,
  proposed_by TEXT NOT NULL,
  proposed_at TEXT NOT NULL,
  confirmed_by TEXT,
  confirmed_at TEXT,
  PRIMARY KEY (region, version)
)`;

export class HouseStyle1700000000017 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(table);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}
