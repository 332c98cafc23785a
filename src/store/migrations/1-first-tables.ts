// The record, the people, and what the process itself must remember. Read models make their own tables.
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dossierLog, tablesOf, triggersOf } from '../dialect/sqlite-events.js';

const tables = [
  `CREATE TABLE kept_answer (
    person TEXT NOT NULL,
    key TEXT NOT NULL,
    request TEXT NOT NULL,
    answer TEXT NOT NULL,
    kept_at TEXT NOT NULL,
    PRIMARY KEY (person, key)
  )`,
  `CREATE INDEX kept_answer_by_age ON kept_answer (kept_at)`,
  `CREATE TABLE person (
    id TEXT PRIMARY KEY,
    email TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    password TEXT
  )`,
  `CREATE TABLE assignment (
    id TEXT PRIMARY KEY,
    person TEXT NOT NULL REFERENCES person (id),
    role TEXT NOT NULL,
    body TEXT,
    valid_from TEXT NOT NULL,
    valid_until TEXT
  )`,
  `CREATE INDEX assignment_of_person ON assignment (person)`,
  `CREATE TABLE session (
    hash TEXT PRIMARY KEY,
    person TEXT NOT NULL REFERENCES person (id),
    kind TEXT NOT NULL,
    expires_at TEXT NOT NULL
  )`,
  `CREATE INDEX session_of_person ON session (person)`,
  `CREATE TABLE invitation (
    hash TEXT PRIMARY KEY,
    person TEXT NOT NULL REFERENCES person (id),
    expires_at TEXT NOT NULL
  )`,
  `CREATE TABLE setting (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
  )`,
];

export class FirstTables1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...tablesOf(dossierLog), ...tables, ...triggersOf(dossierLog)])
      await runner.query(statement);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}
