// Gives an event its place in the chain. What is hashed is the RFC 8785 form of the event without its hash and its
// free texts; each text is bound by a commitment: SHA-256 over a 16-byte salt followed by the UTF-8 text.
import { hash as digest } from 'node:crypto';
import type { DossierEvent, Texts } from '../domain/dossier/events.js';
import type { Acting } from '../domain/permissions.js';
import type { Day, Hex, Id, Instant } from '../domain/vocabulary.js';
import { canonical } from './canonical.js';
import { newSalt } from './salt.js';

/** The format in which events are written; 1 is read as well, and it changes only together with what reads the older ones. */
export const format = 2;

/** What the first event has for the hash of the one before it. */
export const noHash: Hex = '0'.repeat(64);

/** The end of a chain, to which its next event is tied. */
export interface Head {
  sequence: number;
  hash: Hex;
  recordedAt: Instant;
}

export const emptyHead: Head = { sequence: 0, hash: noHash, recordedAt: '' };

export interface SealedText {
  text: string | null;
  /** 32 hexadecimal digits. */
  salt: Hex | null;
}

/** An event before it has its place, whatever it is about. */
export interface UnsealedEvent {
  type: string;
  on: Day;
  facts: object;
  texts: Readonly<Record<string, string | undefined>>;
}

/** What every event of a chain has. */
export interface ChainedEvent extends Head {
  type: string;
  format: number;
  on: Day;
  facts: object;
  texts: Texts;
  previous: Hex;
  /** Absent where nobody was signed in. */
  recordedBy?: Id;
}

/** An event with everything that is stored of it. */
export interface SealedEvent<E extends ChainedEvent = DossierEvent> {
  /** The chain that it is in. */
  dossier: string;
  event: E;
  body: string;
  texts: Record<string, SealedText>;
}

/** @param acting who records it; null where nobody was signed in, which its facts then tell */
export function seal<E extends ChainedEvent = DossierEvent>(
  dossier: string,
  head: Head,
  event: UnsealedEvent,
  acting: Acting | null,
  now: Instant,
): SealedEvent<E> {
  const texts: Record<string, SealedText> = {};
  const commitments: Record<string, Hex> = {};
  for (const [key, text] of Object.entries(event.texts)) {
    if (text === undefined) continue;
    const salt = newSalt();
    texts[key] = { text, salt: salt.toString('hex') };
    commitments[key] = commit(salt, text);
  }
  const own = {
    by: acting ? { role: acting.role, body: acting.body ?? undefined, link: acting.link } : undefined,
    commitments: Object.keys(commitments).length > 0 ? commitments : undefined,
  };
  const body = canonical({
    sequence: head.sequence + 1,
    type: event.type,
    format,
    on: event.on,
    // Order is by sequence, never by clock; a clock that jumps back does not take the record along.
    recordedAt: now > head.recordedAt ? now : head.recordedAt,
    recordedBy: acting?.person,
    facts: Object.assign({}, event.facts, own), // last, so that no command can overwrite who recorded it
    previous: head.hash,
  });
  return { dossier, event: opened(body, sha256(body), texts) as E, body, texts }; // as it was given
}

/** What a newer Sluis sealed: it is whole, and this one cannot tell what it says. */
export class NewerFormat extends Error {
  constructor(readonly its: number) {
    super(`it has format ${its}, and ${format} is the newest that is known`);
  }
}

/**
 * The event that a stored body holds, checked against its hash, the one before it, and its texts.
 * @throws Error that says what does not hold; NewerFormat only where its hash is right: one flipped bit makes a 3 of a 2
 */
export function open(
  { sequence, body, hash }: { sequence: number; body: string; hash: Hex },
  previous: Hex,
  texts: Record<string, SealedText>,
): ChainedEvent {
  if (sha256(body) !== hash) throw new Error('its hash is not that of what it says');
  const event = opened(body, hash, texts);
  if (event.format > format) throw new NewerFormat(event.format);
  if (event.previous !== previous || event.sequence !== sequence)
    throw new Error('it does not follow the event before it');
  if (![1, format].includes(event.format)) throw new Error(`it has format ${event.format}, which nothing has`);
  mustBeCommitted(texts, (event.facts as { commitments?: Record<string, Hex> }).commitments ?? {}); // as seal wrote them
  return event;
}

/** Each text is the one that was committed to, or was erased together with its salt; there are no others. */
function mustBeCommitted(texts: Record<string, SealedText>, commitments: Record<string, Hex>): void {
  for (const key of Object.keys(texts))
    if (!Object.hasOwn(commitments, key)) throw new Error(`it has no text "${key}", and there is one`);
  for (const [key, commitment] of Object.entries(commitments)) {
    const found = texts[key];
    if (!found) throw new Error(`its text "${key}" is gone`);
    const { text, salt } = found;
    if (text === null && salt === null) continue;
    // A longer salt could hold the first characters of the text: another text under the same commitment.
    const fits = typeof text === 'string' && typeof salt === 'string' && saltForm.test(salt); // a column can hold bytes
    if (!fits || commit(Buffer.from(salt, 'hex'), text) !== commitment)
      throw new Error(`its text "${key}" is not the one that was recorded`);
  }
}

const saltForm = /^[0-9a-f]{32}$/;

export const commit = (salt: Buffer, text: string): Hex => digest('sha256', Buffer.concat([salt, Buffer.from(text)]));

export const sha256 = (text: string): Hex => digest('sha256', text);

/** Reads an event from the text that is hashed, so that it is the same before and after it was stored. */
function opened(body: string, hash: Hex, texts: Record<string, SealedText>): ChainedEvent {
  const plain: Texts = {};
  for (const [key, { text }] of Object.entries(texts)) plain[key] = text;
  return Object.assign(JSON.parse(body) as object, { texts: plain, hash }) as ChainedEvent; // held to its shape by the hash
}
