// Makes a backup of the database in a folder, beside a running server or while it is off: copied, verified, flushed, and
// only then given its name.
import { existsSync, realpathSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Instant } from '../../domain/vocabulary.js';
import { noBackup as words } from '../../wording/shell/backup.js';
import { atPath } from '../files/at-path.js';
import { Database } from '../database.js';
import { closeCopy, copyDatabase, faultOfFile } from '../dialect/sqlite-copy.js';
import { mustBeRestored } from '../folder/half-restored.js';
import { lockName } from '../lock.js';
import { fileName } from '../opening.js';
import { loadSqlite } from '../runtime.mjs';
import { dropFile, flush, freeIn, isWithin, makeFile, moveToFree, sizeOf } from './on-disk.js';
import { BackupRefused, UnfitFile } from './unfit.js';
import { verify, type Contents } from './verify.js';

/** A backup that was verified. */
export interface MadeBackup extends Contents {
  file: string;
  at: Instant;
}

/** The database is damaged: what there is of it was kept, under a name that says so. */
export class DamagedBackup extends BackupRefused {
  constructor(
    readonly file: string,
    why: string,
  ) {
    super(words.damagedKept(file, why));
  }
}

export interface AskedBackup {
  /** Of the database. */
  folder: string;
  /** A file that ends in `.sqlite`, or else a folder, in which it gets a name of its own. */
  to: string;
  /** By the clock of the machine: when it is. */
  now: Instant;
}

const ending = '.sqlite';
const unfinished = '.deel';

/** @throws BackupRefused, HalfRestored */
export async function backUp({ folder, to, now }: AskedBackup): Promise<MadeBackup> {
  if (!Database.isIn(folder)) throw new BackupRefused(words.noDatabase(folder));
  mustBeRestored(folder);
  const source = join(folder, fileName);
  const file = to.endsWith(ending) ? resolve(to) : join(resolve(to), `sluis-${stamp(now)}${ending}`);
  const part = `${file}.${process.pid}${unfinished}`;
  try {
    mustBeFree(file, source);
    makeFile(part);
  } catch (error) {
    throw refusedBy(error, file, source);
  }
  const drop = () => dropFile(part);
  const leave = () => {
    drop();
    process.exit(1);
  };
  process.once('SIGINT', leave).once('SIGTERM', leave); // nothing half made is left, also when it is stopped
  try {
    await copy(source, part);
    return { file, at: now, ...(await finished(part, file)) };
  } catch (error) {
    drop();
    throw refusedBy(error, file, source);
  } finally {
    process.off('SIGINT', leave).off('SIGTERM', leave);
  }
}

/** 2026-11-29T030000Z: as a name of a file may be everywhere. */
export const stamp = (at: Instant): string => `${at.slice(0, 19).replaceAll(':', '')}Z`;

/** @throws BackupRefused where a file cannot or must not be made */
function mustBeFree(file: string, source: string): void {
  const [target, own] = [dirname(file), dirname(source)];
  const found = atPath(target);
  if (!found?.isDirectory()) throw new BackupRefused(found ? words.fileForFolder(target) : words.noFolder(target));
  if (existsSync(file)) {
    if (realpathSync(file) === realpathSync(source)) throw new BackupRefused(words.itself(file));
    throw new BackupRefused(words.exists(file));
  }
  if (isWithin(target, own)) throw new BackupRefused(words.inside(target));
  if ([fileName, lockName].some((name) => existsSync(join(target, name))))
    throw new BackupRefused(words.otherSluis(target));
  const needed = sizeOf(source);
  if (freeIn(target) < needed) throw new BackupRefused(words.full(target, needed));
}

/** @throws BackupRefused when the source cannot be read */
async function copy(source: string, part: string): Promise<void> {
  try {
    await copyDatabase(loadSqlite(), source, part);
  } catch (error) {
    const fault = faultOfFile(error);
    if (fault === 'foreign' || fault === 'damaged')
      throw new BackupRefused(words.brokenSource(source, (error as Error).message));
    throw error;
  }
}

/** Verifies the copy and gives it its name. @throws DamagedBackup, UnfitFile */
async function finished(part: string, file: string): Promise<Contents> {
  try {
    closeCopy(loadSqlite(), part, { emptied: [], settings: [] });
    const contents = await verify(part);
    flush(part);
    moveToFree(part, file);
    return contents;
  } catch (error) {
    const why = faultOfFile(error) === 'damaged' ? (error as Error).message : damageIn(error);
    if (why === null) throw error;
    const kept = file.replace(/\.sqlite$/, `-beschadigd${ending}`);
    flush(part);
    moveToFree(part, kept);
    throw new DamagedBackup(kept, why);
  }
}

const damageIn = (error: unknown): string | null =>
  error instanceof UnfitFile && error.kind === 'damaged' ? error.why : null;

function refusedBy(error: unknown, file: string, source: string): Error {
  if (error instanceof BackupRefused) return error;
  if (error instanceof UnfitFile)
    return new BackupRefused(error.kind === 'newer' ? words.newer(source, error.why) : words.foreign(source));
  const target = dirname(file);
  const fault = faultOfFile(error);
  if (fault === 'full') return new BackupRefused(words.full(target, sizeOf(source)));
  if (fault === 'closed') return new BackupRefused(words.closed(target));
  if ((error as NodeJS.ErrnoException).code === 'EEXIST') return new BackupRefused(words.exists(file));
  return new BackupRefused(words.failed(file, error instanceof Error ? error.message : String(error)), {
    cause: error,
  });
}
