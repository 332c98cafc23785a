// The record of people and their roles. Those who are there already are taken over as its first events when Sluis opens.
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { peopleLog, tablesOf, triggersOf } from '../dialect/sqlite-events.js';

const statements = [
  ...tablesOf(peopleLog),
  ...triggersOf(peopleLog),
  'ALTER TABLE person ADD COLUMN erased_on TEXT',
  `INSERT INTO setting (key, value) SELECT 'people taken over', 'due' WHERE EXISTS (SELECT 1 FROM person)`,
];

export class People1700000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}
