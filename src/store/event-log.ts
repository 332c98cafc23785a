// An append-only log of chains of events: that of all dossiers, and that of people. Nothing is ever changed here; a text
// can be erased beside it.
import { setImmediate as letOthersRun } from 'node:timers/promises';
import type { DossierEvent } from '../domain/dossier/events.js';
import { Refusal } from '../domain/refusal.js';
import type { Acting } from '../domain/permissions.js';
import type { Hex, Instant } from '../domain/vocabulary.js';
import { SequenceTaken, type EventRow, type EventStatements } from './dialect/dialect.js';
import { isCorrupt } from './dialect/sqlite-driver.js';
import {
  emptyHead,
  NewerFormat,
  noHash,
  open,
  seal,
  type ChainedEvent,
  type Head,
  type SealedEvent,
  type SealedText,
  type UnsealedEvent,
} from './seal.js';

/** Where a log is kept: a connection is that of the dossiers. */
interface LogPlace {
  readonly events: EventStatements;
}

/** So many events at most are appended in one turn of the event loop: whoever only reads waits for no more of them. */
const appendedMax = 20;

/**
 * Appends what one command decided, and gives it back as it was stored.
 * @param acting who decided it; null where nobody was signed in
 * @throws Refusal overtaken when someone else appended to the chain first
 */
export async function append<E extends ChainedEvent = DossierEvent>(
  log: LogPlace,
  dossier: string,
  head: Head,
  events: readonly UnsealedEvent[],
  acting: Acting | null,
  now: Instant,
): Promise<SealedEvent<E>[]> {
  const sealed: SealedEvent<E>[] = [];
  let last = head;
  for (const event of events) {
    const one = seal<E>(dossier, last, event, acting, now);
    await appendOne(log, one);
    sealed.push(one);
    last = one.event;
    if (sealed.length % appendedMax === 0) await letOthersRun();
  }
  return sealed;
}

async function appendOne<E extends ChainedEvent>(
  log: LogPlace,
  { dossier, event, body, texts }: SealedEvent<E>,
): Promise<void> {
  const { sequence, hash } = event;
  const rows = Object.entries(texts).map(([key, { text, salt }]) => ({ key, text, salt }));
  try {
    await log.events.add({ dossier, sequence, body, hash }, rows);
  } catch (error) {
    throw error instanceof SequenceTaken ? new Refusal('overtaken', { version: sequence - 1 }) : error;
  }
}

/** A record that does not hold from an event on. */
export class DamagedRecord extends Error {
  constructor(
    readonly sequence: number,
    /** The events of a dossier before it, which do. */
    readonly holding: readonly SealedEvent[],
    why: unknown,
  ) {
    super(why instanceof Error ? why.message : String(why), { cause: why });
  }

  /** The format in which a newer Sluis wrote it; null where it is damaged indeed. */
  get newerFormat(): number | null {
    return this.cause instanceof NewerFormat ? this.cause.its : null;
  }
}

/** So many events at most are read and verified in one turn of the event loop: a few milliseconds. */
const sliceMax = 250;

/** Where reading begins: after an event of this sequence, which has this hash. */
type After = Pick<Head, 'sequence' | 'hash'>;

/**
 * A chain, or what follows an event of it that is known, verified link by link and text by text. Others have a turn
 * between its slices. Empty when there is none.
 * @throws DamagedRecord
 */
export async function readRecord<E extends ChainedEvent = DossierEvent>(
  log: LogPlace,
  dossier: string,
  after: After = emptyHead,
): Promise<SealedEvent<E>[]> {
  const found: SealedEvent<E>[] = [];
  for (;;) {
    const former = found.at(-1)?.event ?? after;
    const slice = await readSlice(log, dossier, former.sequence, sliceMax).catch((error: unknown) => {
      throw isCorrupt(error) ? damaged(former.sequence + 1, found, error) : error;
    });
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
export async function readPage(log: LogPlace, dossier: string, after: number, limit: number): Promise<SealedEvent[]> {
  const former = await log.events.hashAt(dossier, after);
  const found: SealedEvent[] = [];
  const slice = await readSlice(log, dossier, after, Math.min(limit, sliceMax));
  verify(dossier, slice, former ?? noHash, found);
  return found;
}

interface StoredEvent extends EventRow {
  texts: Record<string, SealedText>;
}

async function readSlice(log: LogPlace, dossier: string, after: number, limit: number): Promise<StoredEvent[]> {
  const { events: rows, texts } = await log.events.read(dossier, after, limit);
  const textsOf = new Map<number, Record<string, SealedText>>();
  for (const { sequence, key, text, salt } of texts) {
    const record = textsOf.get(sequence) ?? (Object.create(null) as Record<string, SealedText>); // any key is a text
    record[key] = { text, salt };
    textsOf.set(sequence, record);
  }
  return rows.map((row) => ({ ...row, texts: textsOf.get(row.sequence) ?? {} }));
}

/** Adds what was stored to what was found before it. @throws DamagedRecord */
function verify<E extends ChainedEvent>(
  dossier: string,
  stored: readonly StoredEvent[],
  previous: Hex,
  found: SealedEvent<E>[],
): void {
  let former = previous;
  for (const { texts, ...row } of stored) {
    try {
      const event = open(row, former, texts) as E; // as this log holds them
      const { dossier: own } = event.facts as { dossier?: string }; // with which a dossier starts
      if (event.type === 'DossierStarted' && own !== dossier) throw new Error(`it is of dossier ${own}`);
      found.push({ dossier, event, body: row.body, texts });
      former = event.hash;
    } catch (error) {
      throw damaged(row.sequence, found, error);
    }
  }
}

const damaged = (sequence: number, holding: readonly SealedEvent<ChainedEvent>[], why: unknown): DamagedRecord =>
  new DamagedRecord(sequence, holding as readonly SealedEvent[], why); // those of a dossier alone are read
