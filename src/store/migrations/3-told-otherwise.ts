// What is read otherwise than in the first release. A database that holds a record is told both ways at its next start.
import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  `CREATE TABLE told_otherwise (
    dossier TEXT NOT NULL,
    gate TEXT NOT NULL,
    body TEXT NOT NULL,
    round INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    stood_as TEXT NOT NULL,
    stands_as TEXT NOT NULL,
    because TEXT NOT NULL,
    seen_at TEXT,
    seen_by TEXT,
    seen_as TEXT,
    seen_for TEXT,
    PRIMARY KEY (dossier, gate, body)
  )`,
  `INSERT INTO setting (key, value) SELECT 'told otherwise', 'due' WHERE EXISTS (SELECT 1 FROM event)`,
];

export class ToldOtherwise1700000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}
