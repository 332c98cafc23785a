// Who asks, and how their request is recognised when it comes again.
import type { Dossier } from '../domain/dossier/state.js';
import { Refusal } from '../domain/refusal.js';
import type { Sender } from '../domain/security/entries.js';
import type { Hex, Id, LinkUse } from '../domain/vocabulary.js';
import { findKept, keepAnswer, keptDays, type KeptAnswer } from './kept-answers.js';
import type { KnownPerson } from '../domain/people.js';
import type { Transaction } from './unit-of-work.js';
import type { Connection } from './connection.js';
import { dayLong, type Clock } from './process/clock.js';

export interface Caller {
  person: KnownPerson;
  /** The idempotency key, with a digest of method, path and body; null when none was given. */
  key: { value: string; request: Hex } | null;
  /** Whether the dossier is as the caller read it; null when it does not matter to them. */
  ifMatch: ((dossier: Dossier) => boolean) | null;
  /** From where they ask; absent where nothing came over the network. */
  sender?: Sender;
  /** How they came by a link from a mail; absent where they did not. */
  link?: LinkUse;
  /** Set while a replay is played: the document that says so. Absent when people record what happened. */
  replay?: { source: string; invented: boolean };
}

/** An accepted command: what is answered, and whether it is the first answer again. */
export interface Accepted {
  answer: string;
  replayed: boolean;
}

/**
 * The answer that this very request got before, if it did.
 * @throws Refusal idempotency-key-reused when the key belongs to another request; clock-not-trusted when it is to be
 * carried out, and the time is not known
 */
export async function recall({ connection }: Transaction, caller: Caller, clock: Clock): Promise<Accepted | null> {
  const kept = caller.key && (await keptAnswer(connection, caller.person.id, caller.key.value, clock));
  if (caller.key && kept) {
    if (kept.request !== caller.key.request) throw new Refusal('idempotency-key-reused');
    return { answer: kept.answer, replayed: true };
  }
  clock.mustBeTrusted();
  return null;
}

/** What was answered to this key of a person; an older key may be used again. */
export async function keptAnswer(
  connection: Connection,
  person: Id,
  key: string,
  clock: Clock,
): Promise<KeptAnswer | null> {
  const kept = await findKept(connection, person, key);
  return kept && kept.keptAt >= clock.after(-keptDays * dayLong) ? kept : null;
}

/** Keeps an answer in the transaction of what it answers. */
export async function remember(
  { connection }: Transaction,
  caller: Caller,
  answer: string,
  clock: Clock,
): Promise<Accepted> {
  if (caller.key) {
    const { value: key, request } = caller.key;
    await keepAnswer(connection, { person: caller.person.id, key, request, answer, keptAt: clock.now() });
  }
  return { answer, replayed: false };
}

/** @throws Refusal changed-meanwhile when the dossier is not as the caller read it */
export function mustBeUnchanged({ ifMatch }: Caller, dossier: Dossier): void {
  if (ifMatch && !ifMatch(dossier)) throw new Refusal('changed-meanwhile', { version: dossier.sequence });
}
