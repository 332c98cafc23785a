// The plans that dossiers carry: the canonical text of each, under its hash, beside the record that names it.
import type { DossierId, Hex, Slug } from '../domain/vocabulary.js';
import type { Connection } from './connection.js';

export interface StoredPlan {
  hash: Hex;
  workflow: Slug;
  version: number;
  /** Null for one that was named before plans were stored, and was not found since. */
  text: string | null;
}

export const storedPlans = (connection: Connection): Promise<StoredPlan[]> =>
  connection.rows('SELECT hash, workflow, version, text FROM plan ORDER BY workflow, version, hash');

/** Does nothing where it is stored already. */
export const storePlan = (connection: Connection, { hash, workflow, version, text }: StoredPlan): Promise<void> =>
  connection.run('INSERT INTO plan (hash, workflow, version, text) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING', [
    hash,
    workflow,
    version,
    text,
  ]);

export const storeText = (connection: Connection, hash: Hex, text: string): Promise<void> =>
  connection.run('UPDATE plan SET text = ? WHERE hash = ? AND text IS NULL', [text, hash]);

/** The dossiers that follow it or followed it. It reads the whole log, so it is asked for a plan that is lost alone. */
export async function dossiersOn(connection: Connection, hash: Hex): Promise<DossierId[]> {
  const rows = await connection.rows<{ dossier: DossierId }>(
    'SELECT dossier FROM event WHERE body LIKE ? GROUP BY dossier ORDER BY MIN(position)',
    [`%"workflowHash":"${hash}"%`],
  );
  return rows.map(({ dossier }) => dossier);
}
