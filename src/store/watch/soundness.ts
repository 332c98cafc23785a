// Looks through a whole database: whether this release knows it, whether its file is sound, and whether every plan, every
// chain and every text is what was recorded. The one reader of a backup, of what is put back, and of what a server runs on.
import type { DamageFound } from '../../wording/shell/backup.js';
import type { TriggersFound } from '../dialect/dialect.js';
import { isCorrupt } from '../dialect/sqlite-driver.js';
import type { DatabaseFile } from '../dialect/sqlite-file.js';
import { DamagedRecord, readRecord } from '../event-log.js';
import { format, sha256 } from '../seal.js';
import { damageOfLog } from '../security/chain.js';

/** What a thread of its own is given to look through. */
export interface LookedThrough {
  file: string;
  /** Whether nothing can be written beside it. */
  fromCopy: boolean;
  /** The migrations that this release makes. */
  known: readonly string[];
}

/** What was found on the way. */
export type FoundOnTheWay =
  | { what: 'looked'; done: number; of: number }
  | { what: 'newer'; part: 'schema' | 'format'; its: string; known: string }
  | ({ what: 'triggers' } & TriggersFound)
  | DamageFound;

/** Every so many dossiers it is told how far it has come. */
const tellEvery = 100;

/**
 * First the version and the file: what is wrong there is told before anything is read from it. What a newer release wrote
 * cannot be judged by this one, so it ends there.
 * @param known the migrations that this release makes, in order
 */
export async function* lookThrough(file: DatabaseFile, known: readonly string[]): AsyncGenerator<FoundOnTheWay> {
  try {
    for await (const found of lookAtAll(file, known)) {
      yield found;
      if (found.what === 'newer') return;
    }
  } catch (error) {
    if (!isCorrupt(error)) throw error;
    yield { what: 'file', why: (error as Error).message }; // SQLite throws errors
  }
}

async function* lookAtAll(file: DatabaseFile, known: readonly string[]): AsyncGenerator<FoundOnTheWay> {
  const { migrations } = file;
  const newer = migrations.find((name) => !known.includes(name));
  if (newer !== undefined) yield { what: 'newer', part: 'schema', its: newer, known: known.at(-1) ?? '' };
  const why = file.fault();
  if (why !== null) yield { what: 'file', why };
  const { wrong, strange } = file.triggers;
  const isUpToDate = migrations.length === known.length; // an older one gets its newest triggers when it is opened
  if ((isUpToDate && wrong.length > 0) || strange.length > 0) yield { what: 'triggers', wrong, strange };
  for (const { hash, text } of await file.plans()) if (sha256(text) !== hash) yield { what: 'plan', hash };
  yield* lookThroughChains(file);
}

async function* lookThroughChains(file: DatabaseFile): AsyncGenerator<FoundOnTheWay> {
  const { dossiers, people } = file;
  const ids = await dossiers.dossierIds();
  for (const [i, id] of ids.entries()) {
    if (i % tellEvery === 0) yield { what: 'looked', done: i, of: ids.length };
    const damage = await damageOf(readRecord({ events: dossiers }, id));
    if (damage) yield foundIn({ what: 'dossier', id }, damage);
  }
  for (const chain of (await people?.dossierIds()) ?? []) {
    const damage = people && (await damageOf(readRecord({ events: people }, chain)));
    if (damage) yield foundIn({ what: 'people' }, damage);
  }
  const damage = file.hasSecurityLog ? await damageOfLog(file) : null;
  if (damage) yield foundIn({ what: 'security' }, damage);
  yield { what: 'looked', done: ids.length, of: ids.length };
}

type Chain = { what: 'dossier'; id: string } | { what: 'people' | 'security' };

function foundIn(chain: Chain, { sequence, message: why, newerFormat }: DamagedRecord): FoundOnTheWay {
  if (newerFormat === null) return { ...chain, sequence, why };
  return { what: 'newer', part: 'format', its: String(newerFormat), known: String(format) };
}

async function damageOf(reading: Promise<unknown>): Promise<DamagedRecord | null> {
  try {
    await reading;
    return null;
  } catch (error) {
    if (!(error instanceof DamagedRecord)) throw error;
    return error;
  }
}
