// The plans that dossiers carry, by the hash that their events name. Of what was recorded before only the hash is known:
// the text is found again in the file that has it.
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { planTriggers } from '../dialect/sqlite-events.js';

const tables = [
  // `text` is the canonical form that the hash is of; null until it is found.
  `CREATE TABLE plan (
    hash TEXT PRIMARY KEY,
    workflow TEXT NOT NULL,
    version INTEGER NOT NULL,
    text TEXT
  )`,
  ...planTriggers,
  // The events say it themselves.
  'DROP TABLE IF EXISTS dossier_plan',
];

/** The events with which a dossier takes up a plan. */
const named = `SELECT body FROM event
  WHERE body LIKE '%"type":"DossierStarted"%' OR body LIKE '%"type":"DossierMigrated"%' ORDER BY position`;

export class Plans1700000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of tables) await runner.query(statement);
    for (const { body } of (await runner.query(named)) as { body: string }[]) {
      const facts = factsIn(body);
      if (facts === null) continue;
      const { workflowHash, workflow, version } = facts;
      await runner.query('INSERT INTO plan (hash, workflow, version) VALUES (?, ?, ?) ON CONFLICT DO NOTHING', [
        workflowHash,
        workflow,
        version,
      ]);
    }
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}

/** Null for an event that was changed behind our back: its dossier is found damaged when it is read. */
function factsIn(body: string): { workflowHash: string; workflow: string; version: number } | null {
  try {
    const { facts } = JSON.parse(body) as { facts: Record<string, unknown> };
    const { workflowHash, workflow, version } = facts;
    const isWhole = typeof workflowHash === 'string' && typeof workflow === 'string' && typeof version === 'number';
    return isWhole ? { workflowHash, workflow, version } : null;
  } catch {
    return null;
  }
}
