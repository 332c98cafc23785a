// The record, the people, and what the process itself must remember. Read models make their own tables.
import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = [
  // The one lock on a dossier is UNIQUE(dossier, sequence). `body` is the canonical text exactly as it was hashed.
  `CREATE TABLE event (
    position INTEGER PRIMARY KEY,
    dossier TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    body TEXT NOT NULL,
    hash TEXT NOT NULL,
    UNIQUE (dossier, sequence)
  )`,
  // Free texts stand beside the record: erasing one sets text and salt to null and leaves the chain whole. Kept in the
  // order of the log, so that a commit touches one page of them.
  `CREATE TABLE event_text (
    event INTEGER NOT NULL REFERENCES event (position),
    key TEXT NOT NULL,
    text TEXT,
    salt TEXT,
    PRIMARY KEY (event, key)
  ) WITHOUT ROWID`,
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

const appendOnly = [
  ...['UPDATE', 'DELETE'].map(
    (change) => `CREATE TRIGGER event_refuses_${change.toLowerCase()} BEFORE ${change} ON event
    BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END`,
  ),
  // INSERT OR REPLACE fires no delete trigger: what would take the place of another event is refused here.
  `CREATE TRIGGER event_only_follows BEFORE INSERT ON event
    WHEN NEW.sequence <> (SELECT COALESCE(MAX(sequence), 0) + 1 FROM event WHERE dossier = NEW.dossier)
      OR EXISTS (SELECT 1 FROM event WHERE position = NEW.position)
    BEGIN SELECT RAISE(ABORT, 'an event only follows the last one of its dossier'); END`,
];

const erasable = [
  `CREATE TRIGGER event_text_refuses_delete BEFORE DELETE ON event_text
    BEGIN SELECT RAISE(ABORT, 'a text is erased, not deleted'); END`,
  `CREATE TRIGGER event_text_only_erases BEFORE UPDATE ON event_text
    WHEN NEW.text IS NOT NULL OR NEW.salt IS NOT NULL
      OR NEW.event <> OLD.event OR NEW.key <> OLD.key
    BEGIN SELECT RAISE(ABORT, 'a text can only be erased'); END`,
  `CREATE TRIGGER event_text_only_adds BEFORE INSERT ON event_text
    WHEN EXISTS (SELECT 1 FROM event_text WHERE event = NEW.event AND key = NEW.key)
    BEGIN SELECT RAISE(ABORT, 'a text is erased, not replaced'); END`,
];

export class FirstTables1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...tables, ...appendOnly, ...erasable]) await runner.query(statement);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}
