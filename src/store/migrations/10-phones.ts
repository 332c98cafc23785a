// By which number somebody can be called: beside the record, like a password, and theirs to change.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Phones1700000000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE person ADD COLUMN phone TEXT');
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}
