// Which words stand in which event: a read model, filled anew when a database that did not have it is opened.
import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = [
  `CREATE TABLE found_word (
    stem TEXT NOT NULL,
    part TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    dossier TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    PRIMARY KEY (stem, part, recorded_at, dossier, sequence)
  ) WITHOUT ROWID`,
  `CREATE INDEX found_word_of_dossier ON found_word (dossier)`,
];

export class FoundWords1700000000014 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of tables) await runner.query(statement);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}
