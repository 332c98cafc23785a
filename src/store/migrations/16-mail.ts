// Mail that is to be sent, and was: written in the transaction of what it tells of. And the addresses that refused some.
import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = [
  `CREATE TABLE mail (
    id TEXT PRIMARY KEY NOT NULL,
    once TEXT UNIQUE,
    kind TEXT NOT NULL,
    person TEXT,
    name TEXT NOT NULL,
    address TEXT NOT NULL,
    reply_to TEXT,
    subject TEXT NOT NULL,
    text TEXT NOT NULL,
    secret TEXT,
    dossier TEXT,
    gate TEXT,
    state TEXT NOT NULL,
    tries INTEGER NOT NULL,
    next_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    made_at TEXT NOT NULL,
    ended_at TEXT,
    why TEXT,
    answer TEXT
  )`,
  `CREATE INDEX mail_by_turn ON mail (state, next_at)`,
  `CREATE INDEX mail_by_age ON mail (made_at)`,
  `CREATE INDEX mail_of_gate ON mail (dossier, gate)`,
  `CREATE TABLE refused_address (
    address TEXT PRIMARY KEY NOT NULL,
    at TEXT NOT NULL,
    answer TEXT NOT NULL
  )`,
];

export class Mail1700000000016 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of tables) await runner.query(statement);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}
