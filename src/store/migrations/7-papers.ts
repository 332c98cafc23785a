// Papers that were uploaded: what is known of each, and what it says in pieces, so that no transaction is long.
import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  `CREATE TABLE paper (
    id TEXT PRIMARY KEY,
    dossier TEXT NOT NULL,
    person TEXT NOT NULL,
    uploaded_at TEXT NOT NULL,
    name TEXT NOT NULL,
    hash TEXT,
    kind TEXT,
    size INTEGER,
    content TEXT NOT NULL,
    linked INTEGER NOT NULL
  )`,
  `CREATE INDEX paper_by_hash ON paper (hash)`,
  `CREATE INDEX paper_by_dossier ON paper (dossier)`,
  `CREATE INDEX paper_by_content ON paper (content)`,
  // The bytes of one content, numbered from 0.
  `CREATE TABLE paper_piece (
    content TEXT NOT NULL,
    number INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (content, number)
  )`,
];

export class Papers1700000000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}
