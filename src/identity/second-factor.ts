// The second step of signing in: a code of an app that changes every half minute (TOTP, RFC 6238), or one of ten codes on paper.
// Each works once. What the app makes its codes of is stored encrypted; of the codes on paper only hashes are.
import { randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import {
  Column,
  Entity,
  Index,
  JoinColumn,
  LessThan,
  ManyToOne,
  PrimaryColumn,
  type EntityManager,
  type Relation,
} from 'typeorm';
import type { Hex, Id, Instant } from '../domain/vocabulary.js';
import type { Secrets } from './secrets.js';
import { StoredPerson } from './stored-person.js';

/** Seconds that a code of the app is shown. */
const period = 30;
/** So many steps may the clock of a telephone be off, either way. */
const stepsOff = 1;
const recoveryCodes = 10;
/** Letters and digits that nobody takes for another. */
const letters = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
/** Bytes below this stand for each letter as often as for another. */
const fair = 256 - (256 % letters.length);
const recoveryLength = 12;

@Entity('second_factor')
export class StoredFactor {
  @PrimaryColumn('text') person!: Id;
  /** Sealed. */
  @Column('text') secret!: string;
  /** The step of the newest code that was used: none before it works any more. */
  @Column('integer', { name: 'last_step' }) lastStep!: number;
  @Column('text') since!: Instant;

  @ManyToOne(() => StoredPerson)
  @JoinColumn({ name: 'person' })
  of?: Relation<StoredPerson>;
}

@Entity('recovery_code')
@Index('recovery_code_of_person', ['person'])
export class RecoveryCode {
  @PrimaryColumn('text') hash!: Hex;
  @Column('text') person!: Id;

  @ManyToOne(() => StoredPerson)
  @JoinColumn({ name: 'person' })
  of?: Relation<StoredPerson>;
}

export const newFactorSecret = (): string => new Secret({ size: 20 }).base32;

/** What an app reads from the square. */
export const factorAddress = (secret: string, email: string, issuer: string): string =>
  appOf(secret, email, issuer).toString();

const appOf = (secret: string, label = '', issuer = ''): TOTP =>
  new TOTP({ secret: Secret.fromBase32(secret), label, issuer, algorithm: 'SHA1', digits: 6, period });

/** The step that a code is of, or null when it is none of now. */
export function stepOf(secret: string, code: string, now: Instant): number | null {
  const timestamp = Date.parse(now);
  const off = appOf(secret).validate({ token: code, timestamp, window: stepsOff });
  return off === null ? null : Math.floor(timestamp / 1000 / period) + off;
}

export const factorOf = (manager: EntityManager, person: Id): Promise<StoredFactor | null> =>
  manager.findOneBy(StoredFactor, { person });

export const recoveryLeft = (manager: EntityManager, person: Id): Promise<number> =>
  manager.countBy(RecoveryCode, { person });

/** As it was meant: people write them with spaces and dashes. */
export const plainCode = (written: string): string => written.replaceAll(/[\s-]/g, '').toUpperCase();

/** Uses a code up; null where it does not work. */
export async function useCode(
  manager: EntityManager,
  secrets: Secrets,
  person: Id,
  written: string,
  now: Instant,
): Promise<'app' | 'recovery' | null> {
  const code = plainCode(written);
  if (!/^\d{6}$/.test(code)) {
    const { affected } = await manager.delete(RecoveryCode, { person, hash: secrets.digest(recoveryText(code)) });
    return affected ? 'recovery' : null;
  }
  const factor = await factorOf(manager, person);
  const step = factor && stepOf(secrets.unseal(factor.secret), code, now);
  if (step === null) return null;
  const { affected } = await manager.update(StoredFactor, { person, lastStep: LessThan(step) }, { lastStep: step });
  return affected ? 'app' : null;
}

/** Its digest is of nothing else that is kept. */
const recoveryText = (code: string): string => `recovery ${code}`;

/** Takes the place of every former code. @returns the codes, to be shown once */
export async function replaceRecoveryCodes(manager: EntityManager, secrets: Secrets, person: Id): Promise<string[]> {
  await manager.delete(RecoveryCode, { person });
  const codes = Array.from({ length: recoveryCodes }, newRecoveryCode);
  for (const code of codes) await manager.insert(RecoveryCode, { person, hash: secrets.digest(recoveryText(code)) });
  return codes.map((code) => code.match(/.{4}/g)?.join('-') ?? code);
}

/** A letter for each random byte that stands for one without favour. */
function newRecoveryCode(): string {
  let code = '';
  while (code.length < recoveryLength)
    for (const byte of randomBytes(recoveryLength)) if (byte < fair) code += letters[byte % letters.length] ?? '';
  return code.slice(0, recoveryLength);
}

export async function endFactor(manager: EntityManager, person: Id): Promise<boolean> {
  await manager.delete(RecoveryCode, { person });
  const { affected } = await manager.delete(StoredFactor, { person });
  return affected !== 0;
}

/** Everybody who has one: few enough to be held in memory. */
export async function peopleWithFactor(manager: EntityManager): Promise<Set<Id>> {
  return new Set((await manager.find(StoredFactor, { select: { person: true } })).map(({ person }) => person));
}
