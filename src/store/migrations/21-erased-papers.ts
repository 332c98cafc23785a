// Papers whose content was erased: by what was in it, wherever it is referred to.
import type { MigrationInterface, QueryRunner } from 'typeorm';

const table = `CREATE TABLE erased_paper (
  hash TEXT PRIMARY KEY NOT NULL,
  erased_at TEXT NOT NULL,
  erased_by TEXT NOT NULL,
  reason TEXT NOT NULL
)`;

export class ErasedPapers1700000000021 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(table);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}
