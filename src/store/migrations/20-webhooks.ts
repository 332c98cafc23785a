// Addresses of other systems that hear what happened, the messages to them, and the events that nobody but a body may know of yet.
import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = [
  `CREATE TABLE webhook (
    id TEXT PRIMARY KEY NOT NULL,
    region TEXT NOT NULL,
    address TEXT NOT NULL,
    secret TEXT NOT NULL,
    former_secret TEXT,
    former_until TEXT,
    made_at TEXT NOT NULL,
    since INTEGER NOT NULL,
    stopped TEXT,
    failures INTEGER NOT NULL,
    failing_since TEXT,
    next_at TEXT NOT NULL,
    why TEXT,
    status INTEGER
  )`,
  `CREATE TABLE webhook_message (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    webhook TEXT NOT NULL,
    type TEXT NOT NULL,
    dossier TEXT,
    gate TEXT,
    body TEXT NOT NULL,
    state TEXT NOT NULL,
    tries INTEGER NOT NULL,
    made_at TEXT NOT NULL,
    ended_at TEXT,
    why TEXT,
    status INTEGER,
    UNIQUE (webhook, id)
  )`,
  `CREATE INDEX webhook_message_by_turn ON webhook_message (webhook, state, number)`,
  `CREATE INDEX webhook_message_by_age ON webhook_message (made_at)`,
  `CREATE TABLE webhook_held (
    dossier TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    PRIMARY KEY (dossier, sequence)
  )`,
];

export class Webhooks1700000000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of tables) await runner.query(statement);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}
