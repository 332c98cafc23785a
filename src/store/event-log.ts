// The append-only log of all dossiers. Nothing is ever changed here; a text can be erased beside it.
import type { NewEvent } from '../domain/dossier/events.js';
import { Refusal } from '../domain/refusal.js';
import type { Acting } from '../domain/permissions.js';
import type { DossierId, Hex, Instant } from '../domain/vocabulary.js';
import { placeholders, type Connection, type Value } from './connection.js';
import { isRefusedRow } from './faults.js';
import { noHash, open, seal, type Head, type SealedEvent, type SealedText } from './seal.js';

/**
 * Appends what one command decided, and gives it back as it was stored.
 * @throws Refusal overtaken when someone else appended to the dossier first
 */
export async function append(
  connection: Connection,
  dossier: DossierId,
  head: Head,
  events: readonly NewEvent[],
  acting: Acting,
  now: Instant,
): Promise<SealedEvent[]> {
  const sealed: SealedEvent[] = [];
  let last = head;
  for (const event of events) {
    const one = seal(dossier, last, event, acting, now);
    sealed.push(one);
    last = one.event;
  }
  const rows = sealed.flatMap(({ event, body }): Value[] => [dossier, event.sequence, body, event.hash]);
  try {
    await connection.run(
      `INSERT INTO event (dossier, sequence, body, hash) VALUES ${placeholders(sealed.length, 4)}`,
      rows,
    );
  } catch (error) {
    if (isRefusedRow(error)) throw new Refusal('overtaken', { version: head.sequence });
    throw error;
  }
  await appendTexts(connection, sealed);
  return sealed;
}

async function appendTexts(connection: Connection, sealed: readonly SealedEvent[]): Promise<void> {
  const rows = sealed.flatMap(({ dossier, event, texts }) =>
    Object.entries(texts).map(([key, { text, salt }]): Value[] => [dossier, event.sequence, key, text, salt]),
  );
  // SQLite binds 32,766 values at most; a visit or a decision has far fewer texts than a thousand.
  if (rows.length > 0)
    await connection.run(
      `INSERT INTO event_text (dossier, sequence, key, text, salt) VALUES ${placeholders(rows.length, 5)}`,
      rows.flat(),
    );
}

interface EventRow {
  sequence: number;
  body: string;
  hash: Hex;
}

interface TextRow extends SealedText {
  sequence: number;
  key: string;
}

/**
 * The whole record of a dossier, verified link by link; empty when there is none.
 * @throws Error when the chain is broken
 */
export async function readRecord(connection: Connection, dossier: DossierId): Promise<SealedEvent[]> {
  const rows = await connection.rows<EventRow>(
    'SELECT sequence, body, hash FROM event WHERE dossier = ? ORDER BY sequence',
    [dossier],
  );
  const texts = await connection.rows<TextRow>(
    'SELECT sequence, key, text, salt FROM event_text WHERE dossier = ? ORDER BY sequence, key',
    [dossier],
  );
  const textsOf = new Map<number, Record<string, SealedText>>();
  for (const { sequence, key, text, salt } of texts) {
    const record = textsOf.get(sequence) ?? {};
    record[key] = { text, salt };
    textsOf.set(sequence, record);
  }
  let previous = noHash;
  return rows.map(({ sequence, body, hash }) => {
    const own = textsOf.get(sequence) ?? {};
    const event = open(dossier, previous, body, hash, own);
    previous = hash;
    return { dossier, event, body, texts: own };
  });
}

/** The ids of all dossiers, in the order in which they were started. */
export async function dossierIds(connection: Connection): Promise<DossierId[]> {
  const rows = await connection.rows<{ dossier: DossierId }>(
    'SELECT dossier FROM event WHERE sequence = 1 ORDER BY position',
  );
  return rows.map(({ dossier }) => dossier);
}
