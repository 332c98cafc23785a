// The second step of signing in: what an app makes codes of, and codes on paper for who lost it.
import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = [
  `CREATE TABLE second_factor (
    person TEXT NOT NULL PRIMARY KEY REFERENCES person (id),
    secret TEXT NOT NULL,
    last_step INTEGER NOT NULL,
    since TEXT NOT NULL
  )`,
  `CREATE TABLE recovery_code (
    hash TEXT NOT NULL PRIMARY KEY,
    person TEXT NOT NULL REFERENCES person (id)
  )`,
  `CREATE INDEX recovery_code_of_person ON recovery_code (person)`,
];

export class SecondFactor1700000000012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of tables) await runner.query(statement);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}
