// Which words stand in which event: a read model, filled anew when a database that did not have it is opened.
import { Table, type MigrationInterface, type QueryRunner } from 'typeorm';

const isKey = { isPrimary: true };

export class FoundWords1700000000014 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'found_word',
        withoutRowid: true,
        columns: [
          { name: 'stem', type: 'text', ...isKey },
          { name: 'part', type: 'text', ...isKey },
          { name: 'recorded_at', type: 'text', ...isKey },
          { name: 'dossier', type: 'text', ...isKey },
          { name: 'sequence', type: 'integer', ...isKey },
        ],
        indices: [{ name: 'found_word_of_dossier', columnNames: ['dossier'] }],
      }),
    );
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}
