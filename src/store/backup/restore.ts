// Puts a backup back in a folder in which no server runs: verified before anything is written, and once more as it will be
// opened. What was there is set aside, never removed.
import { existsSync, realpathSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Instant } from '../../domain/vocabulary.js';
import { noRestore as words } from '../../wording/shell/backup.js';

import { closeCopy, copyDatabase, faultOfFile } from '../dialect/sqlite-copy.js';
import { isHalfRestored } from '../folder/half-restored.js';
import { lockFolder, lockName } from '../lock.js';
import { fileName } from '../opening.js';
import { makePrivate, privateFolder } from '../folder/private-folder.js';
import { Mendable } from '../process/mendable.js';
import { loadSqlite } from '../runtime.mjs';
import { stamp } from './back-up.js';
import { dropFile, flush, freeIn, makeFile, sizeOf } from './on-disk.js';
import { asideFiles, asideName, holdsDatabase, stepsInto } from './put-in-place.js';
import { restoredSetting, type RestoredState } from './standing.js';
import { BackupRefused, UnfitFile } from './unfit.js';
import { verify, type Contents } from './verify.js';

/** Whoever was signed in then, or had a link, is not any more: they may have been signed out since, and links used. */
const revoked = ['session', 'invitation'];

interface AskedBack {
  from: string;
  /** Where it is put. */
  folder: string;
  /** Whether what is there may be set aside. */
  replace: boolean;
  now: Instant;
}

export interface Restored extends Contents {
  /** Under which names it is, what was there before. */
  aside: string[];
}

/** @throws UnfitFile, BackupRefused, FolderInUse */
export async function restore({ from, folder, replace, now }: AskedBack): Promise<Restored> {
  const source = resolve(from);
  const file = join(folder, fileName);
  const { newest } = await verify(source);
  if (existsSync(file) && realpathSync(source) === realpathSync(file)) throw new BackupRefused(words.itself(source));
  let lock: ReturnType<typeof lockFolder> | null = null;
  try {
    privateFolder(folder);
    makePrivate(join(folder, lockName));
    lock = lockFolder(folder);
    if (!replace && (holdsDatabase(file) || isHalfRestored(folder))) throw new BackupRefused(words.hasDatabase(folder));
    const needed = sizeOf(source);
    if (freeIn(folder) < needed) throw new BackupRefused(words.full(folder, needed));
    return await put({ source, file, folder, state: { at: now, from: basename(source), newest } });
  } catch (error) {
    throw refusedBy(error, source, folder);
  } finally {
    lock?.release();
  }
}

interface Put {
  source: string;
  file: string;
  folder: string;
  state: RestoredState;
}

async function put({ source, file, folder, state }: Put): Promise<Restored> {
  const ready = `${file}.nieuw`;
  const aside = asideName(folder, `sluis.vervangen-${stamp(state.at)}`);
  try {
    const contents = await copied(source, ready, state);
    for (const step of stepsInto({ folder, file, ready, aside })) step();
    return { ...contents, aside: asideFiles(aside) };
  } finally {
    dropFile(ready);
  }
}

/** The backup as it will be opened: one file of its owner alone, in which nobody is signed in. */
async function copied(source: string, ready: string, state: RestoredState): Promise<Contents> {
  dropFile(ready); // of who was killed
  makeFile(ready);
  await copyDatabase(loadSqlite(), source, ready);
  closeCopy(loadSqlite(), ready, { emptied: revoked, settings: [restoredSetting(state)] });
  const contents = await verify(ready);
  flush(ready);
  return contents;
}

function refusedBy(error: unknown, source: string, folder: string): unknown {
  // The source was verified before: what does not hold is the copy.
  if (error instanceof UnfitFile) return new BackupRefused(words.failed(source, error.why), { cause: error });
  if (error instanceof Mendable) return error;
  const fault = faultOfFile(error);
  if (fault === 'full') return new BackupRefused(words.full(folder, sizeOf(source)));
  if (fault === 'closed') return new BackupRefused(words.closed(folder));
  return new BackupRefused(words.failed(source, error instanceof Error ? error.message : String(error)), {
    cause: error,
  });
}
