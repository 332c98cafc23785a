// Everything that stands in a folder, read as Sluis itself reads it: every chain of both logs is verified link by link and
// text by text, and SQLite is asked whether its file is whole.
import { Database } from '../../src/store/database.js';
import { readRecord } from '../../src/store/event-log.js';
import type { Acknowledged } from './office.js';

export interface Standing {
  /** By dossier: the hash of each event, in order. */
  hashes: Map<string, string[]>;
  /** The keys with which an answer is kept. */
  keys: Set<string>;
}

/** @throws Error when a chain is broken, a file is damaged, or a list does not fit the record */
export async function standingIn(folder: string): Promise<Standing> {
  const database = await Database.open(folder);
  try {
    const { reader, writer } = database;
    const [verdict] = await writer.rows<{ integrity_check: string }>('PRAGMA integrity_check');
    if (verdict?.integrity_check !== 'ok') throw new Error(verdict?.integrity_check);
    const hashes: Standing['hashes'] = new Map();
    for (const id of await reader.events.dossierIds())
      hashes.set(
        id,
        (await readRecord(reader, id)).map(({ event }) => event.hash),
      );
    for (const id of await reader.people.events.dossierIds()) await readRecord(reader.people, id);
    const kept = await reader.rows<{ key: string }>('SELECT key FROM kept_answer ORDER BY key');
    const lists = hashes.size > 0; // before the first dossier the list may not have been made
    const listed = lists ? await reader.rows<{ id: string }>('SELECT id FROM dossier ORDER BY id') : [];
    if (listed.map(({ id }) => id).join() !== [...hashes.keys()].sort().join())
      throw new Error(`${listed.length} dossiers are listed, of ${hashes.size}`);
    return { hashes, keys: new Set(kept.map(({ key }) => key)) };
  } finally {
    await database.close();
  }
}

/** What was acknowledged and does not stand there with its kept answer. */
export const lostOf = (acknowledged: readonly Acknowledged[], { hashes, keys }: Standing): Acknowledged[] =>
  acknowledged.filter(
    ({ dossier, sequence, hash, key }) => hashes.get(dossier)?.[sequence - 1] !== hash || !keys.has(key),
  );

/**
 * Expects that everything that was acknowledged stands there once, and nothing beside it in the same dossiers.
 * @param acknowledged all that was ever sent to those dossiers
 */
export async function standsWhole(folder: string, acknowledged: readonly Acknowledged[]): Promise<void> {
  const standing = await standingIn(folder);
  expect(lostOf(acknowledged, standing)).toEqual([]);
  const own = new Set(acknowledged.map(({ dossier }) => dossier));
  const events = [...own].reduce((sum, dossier) => sum + (standing.hashes.get(dossier)?.length ?? 0), 0);
  expect(events).toBe(acknowledged.length);
}
