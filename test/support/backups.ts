// Small databases to be backed up and put back, and what is changed in a file behind our back.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type BetterSqlite3 from 'better-sqlite3';
import type { NewEvent } from '../../src/domain/dossier/events.js';
import { Database } from '../../src/store/database.js';
import { append, readRecord } from '../../src/store/event-log.js';
import { loadSqlite } from '../../src/store/runtime.mjs';
import { emptyHead } from '../../src/store/seal.js';

export const at = '2026-11-29T03:00:00.000Z';
const acting = { person: 'p1', role: 'process-lead', body: null } as const;

export const freshFolder = (): string => mkdtempSync(join(tmpdir(), 'sluis-'));

const started = (dossier: string): NewEvent => ({
  type: 'DossierStarted',
  on: '2024-04-11',
  facts: { dossier, workflow: 'w', version: 1, workflowHash: '0'.repeat(64) },
  texts: { title: `Proef ${dossier}` },
});

/** Adds dossiers of one event each. */
export async function addDossiers(database: Database, ...ids: string[]): Promise<void> {
  for (const id of ids) await append(database.writer, id, emptyHead, [started(id)], acting, '2026-11-28T12:00:00.000Z');
}

/** A folder with a database that holds these dossiers, closed. */
export async function folderWith(...ids: string[]): Promise<string> {
  const folder = freshFolder();
  const database = await Database.open(folder);
  await addDossiers(database, ...ids);
  await database.close();
  return folder;
}

/** The dossiers in a folder as it opens, each of which holds. */
export async function dossiersIn(folder: string): Promise<string[]> {
  const database = await Database.open(folder);
  try {
    const ids = await database.reader.events.dossierIds();
    for (const id of ids) await readRecord(database.reader, id);
    return ids;
  } finally {
    await database.close();
  }
}

/** Changes a file of SQLite, without the triggers that would keep it from that. */
export function tamper(file: string, change: (db: BetterSqlite3.Database) => void): void {
  const db = new (loadSqlite())(file);
  for (const { name } of db.prepare(`SELECT name FROM sqlite_master WHERE type = 'trigger'`).all() as {
    name: string;
  }[])
    db.exec(`DROP TRIGGER ${name}`);
  change(db);
  db.close();
}

/** What was thrown, as it is told; empty where nothing was. */
export const refusalOf = (run: Promise<unknown>): Promise<string> =>
  run.then(
    () => '',
    (error: unknown) => (error as Error).message,
  );
