// The append-only log of all dossiers. Nothing is ever changed here; a text can be erased beside it.
import { setImmediate as letOthersRun } from 'node:timers/promises';
import type { NewEvent } from '../domain/dossier/events.js';
import { Refusal } from '../domain/refusal.js';
import type { Acting } from '../domain/permissions.js';
import type { DossierId, Hex, Instant } from '../domain/vocabulary.js';
import type { Connection } from './connection.js';
import { SequenceTaken, type EventRow } from './dialect/dialect.js';
import { emptyHead, noHash, open, seal, type Head, type SealedEvent, type SealedText } from './seal.js';

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
    throw error instanceof SequenceTaken ? new Refusal('overtaken', { version: sequence - 1 }) : error;
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

/** So many events at most are read and verified in one turn of the event loop: a few milliseconds. */
const sliceMax = 250;

/** Where reading begins: after an event of this sequence, which has this hash. */
type After = Pick<Head, 'sequence' | 'hash'>;

/**
 * The record of a dossier, or what follows an event of it that is known, verified link by link and text by text. Others
 * have a turn between its slices. Empty when there is none.
 * @throws DamagedRecord
 */
export async function readRecord(
  connection: Connection,
  dossier: DossierId,
  after: After = emptyHead,
): Promise<SealedEvent[]> {
  const found: SealedEvent[] = [];
  for (;;) {
    const former = found.at(-1)?.event ?? after;
    const slice = await readSlice(connection, dossier, former.sequence, sliceMax);
    verify(dossier, slice, former.hash, found);
    if (slice.length < sliceMax) return found;
    await letOthersRun();
  }
}

/**
 * At most so many events after a sequence, each verified by its own hash, by that of the event before it, and by its
 * texts. No more than `sliceMax` of them.
 * @throws DamagedRecord
 */
export async function readPage(
  connection: Connection,
  dossier: DossierId,
  after: number,
  limit: number,
): Promise<SealedEvent[]> {
  const former = await connection.events.hashAt(dossier, after);
  const found: SealedEvent[] = [];
  const slice = await readSlice(connection, dossier, after, Math.min(limit, sliceMax));
  verify(dossier, slice, former ?? noHash, found);
  return found;
}

interface StoredEvent extends EventRow {
  texts: Record<string, SealedText>;
}

async function readSlice(
  connection: Connection,
  dossier: DossierId,
  after: number,
  limit: number,
): Promise<StoredEvent[]> {
  const { events: rows, texts } = await connection.events.read(dossier, after, limit);
  const textsOf = new Map<number, Record<string, SealedText>>();
  for (const { sequence, key, text, salt } of texts) {
    const record = textsOf.get(sequence) ?? (Object.create(null) as Record<string, SealedText>); // any key is a text
    record[key] = { text, salt };
    textsOf.set(sequence, record);
  }
  return rows.map((row) => ({ ...row, texts: textsOf.get(row.sequence) ?? {} }));
}

/** Adds what was stored to what was found before it. @throws DamagedRecord */
function verify(dossier: DossierId, stored: readonly StoredEvent[], previous: Hex, found: SealedEvent[]): void {
  let former = previous;
  for (const { texts, ...row } of stored) {
    try {
      const event = open(row, former, texts);
      if (event.type === 'DossierStarted' && event.facts.dossier !== dossier)
        throw new Error(`it is of dossier ${event.facts.dossier}`);
      found.push({ dossier, event, body: row.body, texts });
      former = event.hash;
    } catch (error) {
      throw new DamagedRecord(row.sequence, found, error);
    }
  }
}
