// Links in mails by which somebody comes to one form of one body at one gate: whose they are, and a digest of their secret.
import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = [
  `CREATE TABLE personal_link (
    hash TEXT PRIMARY KEY NOT NULL,
    id TEXT NOT NULL UNIQUE,
    person TEXT NOT NULL,
    dossier TEXT NOT NULL,
    gate TEXT NOT NULL,
    round INTEGER NOT NULL,
    body TEXT NOT NULL,
    made_at TEXT NOT NULL
  )`,
  `CREATE INDEX personal_link_of_person ON personal_link (person)`,
  `CREATE INDEX personal_link_by_age ON personal_link (made_at)`,
];

export class PersonalLinks1700000000018 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of tables) await runner.query(statement);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}
