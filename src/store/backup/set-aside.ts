// Sets the database of a folder aside, so that the next start makes a new one. Nothing is removed.
import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { foldedLog } from '../dialect/sqlite-file.js';
import { flushFolder } from '../files/flush-folder.js';
import { mustBeRestored } from '../folder/half-restored.js';
import { markerOf } from '../folder/installation.js';
import { FolderInUse, lockFolder } from '../lock.js';
import { fileName } from '../opening.js';
import { loadSqlite } from '../runtime.mjs';
import { asideName } from './put-in-place.js';
import { stamp } from './back-up.js';

/**
 * Where it is now. Whoever is killed in between leaves it where it was, or set aside, and whole.
 * @param judge throws where it may not be, once nobody else works on it
 * @throws FolderInUse
 */
export async function setAside(folder: string, at: string, judge: () => Promise<void>): Promise<string> {
  const lock = lockFolder(folder);
  try {
    mustBeRestored(folder);
    await judge();
    const [file, aside] = [join(folder, fileName), asideName(folder, `sluis.eerder-${stamp(at)}`)];
    if (!foldedLog(loadSqlite(), file)) throw new FolderInUse(folder); // by who reads it
    rmSync(markerOf(folder), { force: true });
    renameSync(file, aside);
    for (const end of ['-wal', '-shm']) if (existsSync(`${file}${end}`)) rmSync(`${file}${end}`); // empty by now
    flushFolder(folder);
    return aside;
  } finally {
    lock.release();
  }
}
