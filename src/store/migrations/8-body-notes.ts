// Notes about who decides at a gate, for who sees to it that they do: beside the record, and for half a year.
import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = [
  `CREATE TABLE body_note (
    dossier TEXT NOT NULL,
    gate TEXT NOT NULL,
    body TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    text TEXT NOT NULL,
    written_by TEXT NOT NULL,
    written_at TEXT NOT NULL,
    PRIMARY KEY (dossier, gate, body)
  )`,
  `CREATE INDEX body_note_by_age ON body_note (written_at)`,
];

export class BodyNotes1700000000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of tables) await runner.query(statement);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}
