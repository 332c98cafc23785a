// The append-only log of all dossiers. Nothing is ever changed here; a text can be erased beside it.
import type { NewEvent } from '../domain/dossier/events.js';
import { Refusal } from '../domain/refusal.js';
import type { Acting } from '../domain/permissions.js';
import type { DossierId, Instant } from '../domain/vocabulary.js';
import type { Connection } from './connection.js';
import { PlaceTaken } from './dialect/dialect.js';
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
    await appendOne(connection, one);
    sealed.push(one);
    last = one.event;
  }
  return sealed;
}

async function appendOne(connection: Connection, { dossier, event, body, texts }: SealedEvent): Promise<void> {
  const { sequence, hash } = event;
  const rows = Object.entries(texts).map(([key, { text, salt }]) => ({ key, text, salt }));
  try {
    await connection.events.add({ dossier, sequence, body, hash }, rows);
  } catch (error) {
    throw error instanceof PlaceTaken ? new Refusal('overtaken', { version: sequence - 1 }) : error;
  }
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
  const { events, texts } = await connection.events.of(dossier);
  const textsOf = new Map<number, Record<string, SealedText>>();
  for (const { sequence, key, text, salt } of texts) {
    const record = textsOf.get(sequence) ?? (Object.create(null) as Record<string, SealedText>); // any key is a text
    record[key] = { text, salt };
    textsOf.set(sequence, record);
  }
  const found: SealedEvent[] = [];
  for (const row of events) {
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
export const dossierIds = (connection: Connection): Promise<DossierId[]> => connection.events.dossiers();
