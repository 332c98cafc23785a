// Sets the database of a folder aside, so that the next start makes a new one. Nothing is removed.
import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { flushFolder } from '../files/flush-folder.js';
import { mustBeRestored } from '../folder/half-restored.js';
import { markerOf } from '../folder/installation.js';
import { lockFolder } from '../lock.js';
import { fileName } from '../opening.js';
import { asideName } from './put-in-place.js';
import { stamp } from './back-up.js';

/** Where it is now. @throws FolderInUse */
export function setAside(folder: string, at: string): string {
  const lock = lockFolder(folder);
  try {
    mustBeRestored(folder);
    const [file, aside] = [join(folder, fileName), asideName(folder, `sluis.eerder-${stamp(at)}`)];
    if (existsSync(`${file}-wal`)) renameSync(`${file}-wal`, `${aside}-wal`);
    rmSync(`${file}-shm`, { force: true });
    rmSync(markerOf(folder), { force: true });
    renameSync(file, aside);
    flushFolder(folder);
    return aside;
  } finally {
    lock.release();
  }
}
