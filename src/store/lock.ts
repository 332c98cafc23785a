// One process writes to a folder. The lock is one of SQLite itself on a file of its own: the operating system lets it
// go when the process ends, however it ends, so that a killed server never leaves a stale one.
import { join } from 'node:path';
import { faultOf } from './dialect/sqlite-driver.js';
import { Mendable } from './process/mendable.js';
import { files } from '../wording/shell/start.js';
import { loadSqlite } from './runtime.mjs';

export const lockName = 'sluis.lock';

export class FolderInUse extends Mendable {
  constructor(folder: string) {
    super(files.inUse(folder));
  }
}

export interface Lock {
  release(): void;
}

/** Whether a process works on this folder now. */
export function isFolderInUse(folder: string): boolean {
  try {
    lockFolder(folder).release();
    return false;
  } catch (error) {
    if (error instanceof FolderInUse) return true;
    throw error;
  }
}

/** @throws FolderInUse */
export function lockFolder(folder: string): Lock {
  const file = new (loadSqlite())(join(folder, lockName), { timeout: 0 });
  try {
    file.pragma('journal_mode = MEMORY'); // a lock is taken on a full disk, too
    file.pragma('locking_mode = EXCLUSIVE');
    file.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    file.close();
    throw faultOf(error) === 'busy' ? new FolderInUse(folder) : error;
  }
  return { release: () => file.close() };
}
