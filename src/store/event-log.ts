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
    await appendTexts(connection, await appendBody(connection, one), one);
    sealed.push(one);
    last = one.event;
  }
  return sealed;
}

/** @returns the position of the event in the log */
async function appendBody(connection: Connection, { dossier, event, body }: SealedEvent): Promise<number> {
  try {
    return await connection.insert('INSERT INTO event (dossier, sequence, body, hash) VALUES (?, ?, ?, ?)', [
      dossier,
      event.sequence,
      body,
      event.hash,
    ]);
  } catch (error) {
    throw isRefusedRow(error) ? new Refusal('overtaken', { version: event.sequence - 1 }) : error;
  }
}

async function appendTexts(connection: Connection, position: number, { texts }: SealedEvent): Promise<void> {
  const rows = Object.entries(texts).map(([key, { text, salt }]): Value[] => [position, key, text, salt]);
  if (rows.length === 0) return;
  // SQLite binds 32,766 values at most; a visit or a decision has far fewer texts than a thousand.
  const sql = `INSERT INTO event_text (event, key, text, salt) VALUES ${placeholders(rows.length, 4)}`;
  await connection.run(sql, rows.flat());
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

/** A record that does not hold from an event on. */
export class DamagedRecord extends Error {
  constructor(
    readonly sequence: number,
    /** The events before it, which do. */
    readonly holding: readonly SealedEvent[],
    why: unknown,
  ) {
    super(why instanceof Error ? why.message : String(why));
  }
}

/**
 * The whole record of a dossier, verified link by link and text by text; empty when there is none.
 * @throws DamagedRecord
 */
export async function readRecord(connection: Connection, dossier: DossierId): Promise<SealedEvent[]> {
  const rows = await connection.rows<EventRow>(
    'SELECT sequence, body, hash FROM event WHERE dossier = ? ORDER BY sequence',
    [dossier],
  );
  const texts = await connection.rows<TextRow>(
    `SELECT event.sequence, key, text, salt FROM event JOIN event_text ON event_text.event = event.position
      WHERE event.dossier = ? ORDER BY event.sequence, key`,
    [dossier],
  );
  const textsOf = new Map<number, Record<string, SealedText>>();
  for (const { sequence, key, text, salt } of texts) {
    const record = textsOf.get(sequence) ?? (Object.create(null) as Record<string, SealedText>); // any key is a text
    record[key] = { text, salt };
    textsOf.set(sequence, record);
  }
  const found: SealedEvent[] = [];
  for (const row of rows) {
    const own = textsOf.get(row.sequence) ?? {};
    try {
      const event = open(row, found.at(-1)?.event.hash ?? noHash, own);
      if (event.type === 'DossierStarted' && event.facts.dossier !== dossier)
        throw new Error(`it is of dossier ${event.facts.dossier}`);
      found.push({ dossier, event, body: row.body, texts: own });
    } catch (error) {
      throw new DamagedRecord(row.sequence, found, error);
    }
  }
  return found;
}

/** The ids of all dossiers, in the order in which they were started; also of one whose first event is gone. */
export async function dossierIds(connection: Connection): Promise<DossierId[]> {
  const rows = await connection.rows<{ dossier: DossierId }>(
    'SELECT dossier FROM event GROUP BY dossier ORDER BY MIN(position)',
  );
  return rows.map(({ dossier }) => dossier);
}
