// A one-time link that is asked for at the shell, beside a running server: who lost the only password of an administrator needs
// no downtime. The shell makes the secret and leaves its digest in the database; the server hears of it within a second, judges
// it, records the link like the rest, and leaves its answer in the same place.
import { setTimeout as pause } from 'node:timers/promises';
import type { EntityManager } from 'typeorm';
import type { RefusalCode } from '../domain/refusal.js';
import type { Hex, Instant } from '../domain/vocabulary.js';
import { Database } from './database.js';
import { digestOf } from './one-time-links.js';
import { Clock } from './process/clock.js';
import type { Configuration } from './process/configuration.js';
import { saveSetting, setting } from './settings.js';

const mark = 'shell link';
/** For so long the shell waits for an answer, and the question holds. */
const waitMax = 10_000;
const lookEvery = 100;

export interface LinkAsked {
  email: string;
  /** Of the secret in the link. */
  hash: Hex;
  /** That whoever asks has the secret of the server: with another, the link would lead nowhere. */
  proof: Hex;
  until: Instant;
}

export interface LinkAnswer {
  hash: Hex;
  /** Until when it works; null where it was refused. */
  expiresAt: Instant | null;
  refused: RefusalCode | 'other-secret' | null;
}

type Left = { asked: LinkAsked } | { answer: LinkAnswer } | null;

export const proofOf = (sessionSecret: string, hash: Hex): Hex => digestOf(sessionSecret, `shell ${hash}`);

/** Asks the server that runs on the folder. @returns null where nobody answered */
export async function askBeside(
  { folder, sessionSecret }: Configuration,
  email: string,
  hash: Hex,
): Promise<LinkAnswer | null> {
  const asked: LinkAsked = { email, hash, proof: proofOf(sessionSecret, hash), until: new Clock().after(waitMax) };
  leave(folder, { asked });
  const database = await Database.openForReading(folder);
  try {
    for (let waited = 0; waited < waitMax; waited += lookEvery) {
      await pause(lookEvery);
      const left = await leftIn(database.manager);
      if (left && 'answer' in left && left.answer.hash === hash) return left.answer;
    }
  } finally {
    await database.close();
  }
  leave(folder, null);
  return null;
}

/** What is asked now; null where nothing is. */
export async function askedIn(manager: EntityManager): Promise<LinkAsked | null> {
  const left = await leftIn(manager);
  return left && 'asked' in left ? left.asked : null;
}

export const answerIn = (manager: EntityManager, answer: LinkAnswer): Promise<void> =>
  saveSetting(manager, mark, JSON.stringify({ answer } satisfies Left));

const leave = (folder: string, left: Left): void => Database.saveBeside(folder, [[mark, JSON.stringify(left)]]);

async function leftIn(manager: EntityManager): Promise<Left> {
  const text = await setting(manager, mark);
  return text === null ? null : (JSON.parse(text) as Left); // as it was left here
}
