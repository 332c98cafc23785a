// Files that must be on the disk before anybody hears of them.
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statfsSync,
} from 'node:fs';
import { dirname, relative, isAbsolute } from 'node:path';
import { atPath } from '../files/at-path.js';
import { flushFolder } from '../files/flush-folder.js';

/** What SQLite may put beside a file. */
const besides = ['-journal', '-wal', '-shm'];

/** A new empty file that only its owner reads. @throws where there is one already */
export function makeFile(file: string): void {
  closeSync(openSync(file, 'wx', 0o600));
}

/** Makes sure that what was written into a file is there after a power cut. */
export function flush(file: string): void {
  const opened = openSync(file, 'r+');
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}

/** Gives a file its name, unless something has it: there is no moment at which it is there in part. */
export function moveToFree(from: string, to: string): void {
  try {
    linkSync(from, to);
    rmSync(from);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // A share or a stick may know no second name of a file.
    if (code === 'EEXIST' || existsSync(to)) throw error;
    renameSync(from, to);
  }
  flushFolder(dirname(to));
}

/** Takes away a file that was not finished, with what SQLite put beside it. */
export function dropFile(file: string): void {
  for (const end of ['', ...besides]) rmSync(`${file}${end}`, { force: true });
}

/** So many bytes are free for who asks. */
export function freeIn(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

/** How large a database is, with what was not yet taken up in it. */
export function sizeOf(file: string): number {
  const of = (path: string) => atPath(path)?.size ?? 0;
  return of(file) + of(`${file}-wal`);
}

/** Whether a folder is another or lies in it, whatever leads there. Both exist. */
export function isWithin(folder: string, other: string): boolean {
  const between = relative(realpathSync(other), realpathSync(folder));
  return between === '' || (!between.startsWith('..') && !isAbsolute(between));
}
