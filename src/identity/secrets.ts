// Random secrets, and what is stored of them. Who reads the database alone can do nothing with it.
import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import pLimit from 'p-limit';
import type { Hex } from '../domain/vocabulary.js';
import { Refusal } from '../domain/refusal.js';
import { digestOf } from '../store/one-time-links.js';
import { Configuration } from '../store/process/configuration.js';
import { Sealing } from '../store/sealing.js';

/** Argon2id by the first choice of the OWASP password storage cheat sheet: 19 MiB, two passes, one lane. */
const argon2id = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
/** At most so many passwords are hashed at once, or sign-in would starve everything else. */
const hashingMax = 2;
/** At most so many wait for their turn. */
const waitingMax = 100;

const limited = pLimit(hashingMax);

/** @throws Refusal busy when too many wait already */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (limited.pendingCount >= waitingMax) throw new Refusal('busy', { retryAfter: 5 });
  return limited(work);
}

const normal = (password: string): string => password.normalize('NFC');

export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(normal(password), argon2id));

/** What an unknown account is compared with, so that it takes as long as a known one. */
let nobody: Promise<string> | undefined;

export const passwordFits = (stored: string | null, password: string): Promise<boolean> =>
  inTurn(async () => {
    // Made for the first who signs in, and also a known account waits for it: the time tells nothing.
    const other = await (nobody ??= hash(randomBytes(16).toString('hex'), argon2id));
    const fits = await verify(stored ?? other, normal(password));
    return fits && stored !== null;
  });

@Injectable()
export class Secrets {
  private readonly sessionSecret: string;
  private readonly sealing: Sealing;
  private readonly signing: Buffer;

  constructor({ sessionSecret }: Configuration) {
    this.sessionSecret = sessionSecret;
    this.signing = Buffer.from(hkdfSync('sha256', sessionSecret, '', 'devices', 32));
    this.sealing = new Sealing(sessionSecret, 'kept answers');
  }

  digest(secret: string): Hex {
    return digestOf(this.sessionSecret, secret);
  }

  /** What only this installation can write beneath a text. */
  sign(text: string): string {
    return createHmac('sha256', this.signing).update(text).digest('base64url');
  }

  /** Encrypts an answer that holds a secret, so that it can be kept. */
  seal(text: string): string {
    return this.sealing.seal(text);
  }

  /** @throws Error when it was sealed with another secret, or changed */
  unseal(text: string): string {
    return this.sealing.unseal(text);
  }
}
