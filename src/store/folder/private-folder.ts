// The folder of the database and what is in it are for the account that runs Sluis alone. What others could read is closed
// to them, where it is certain that it is ours; where it is not, whoever starts Sluis is told what to do.
import { chmodSync, closeSync, openSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { atPath } from '../files/at-path.js';
import { makeFolder } from '../process/make-folder.js';
import { opening as words } from '../../wording/shell/opening.js';
import { Mendable } from '../process/mendable.js';

const ourNames = /^(sluis\.|vervangen-|session-secret(\.unfinished)?$)/;
/** The rights of everybody but the owner. */
export const forOthers = 0o077;
/** Whether a file of this name in such a folder is one of Sluis. */
export const isOurs = (name: string): boolean => ourNames.test(name);

/** Everybody writes in such a folder, as in /tmp: never one of ours. */
const shared = 0o1000;

/**
 * Makes the folder where there is none.
 * @param user who asks; root may write everywhere, and whose the folder is could then not read what it made there
 * @returns what was open to others and is not any more
 * @throws Mendable for a folder that is not ours alone
 */
export function privateFolder(folder: string, user = process.getuid?.()): string[] {
  makeFolder(folder);
  const { mode, uid } = statOf(folder);
  if (user === 0 && uid !== 0) throw new Mendable(words.ofAnother(folder, uid));
  if (process.platform === 'win32') return []; // rights are of another kind there
  const names = readdirSync(folder);
  const closed = names.filter(isOurs).flatMap((name) => closeFile(join(folder, name)));
  if ((mode & forOthers) === 0) return []; // nobody came at them
  const isOursAlone = names.every(isOurs) && (mode & shared) === 0;
  // Never said of a folder of others: whoever closes /etc or /tmp as he is told has a machine that does not work.
  if (!isOursAlone) throw new Mendable(words.folderOfOthers(folder));
  if (!closeTo(folder, 0o700)) throw new Mendable(words.openFolder(folder));
  return names.length > 0 ? [folder, ...closed] : closed;
}

function statOf(folder: string): { mode: number; uid: number } {
  const found = statSync(folder);
  if (!found.isDirectory()) throw new Mendable(words.noFolder(folder));
  return found;
}

/** Makes an empty file that nobody else can read, where there is none: whoever writes in it makes none that others can. */
export function makePrivate(file: string): void {
  if (!atPath(file)) closeSync(openSync(file, 'a', 0o600));
}

function closeFile(file: string): string[] {
  const found = atPath(file);
  if (!found?.isFile() || (found.mode & forOthers) === 0) return [];
  if (!closeTo(file, 0o600)) throw new Mendable(words.openFile(file));
  return [file];
}

/** Whether it is closed now; on a disk that cannot be written it stays as it is, and nobody is in the way of reading. */
function closeTo(path: string, mode: number): boolean {
  try {
    chmodSync(path, mode);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException; // of a call of the operating system
    if (code !== 'EPERM' && code !== 'EROFS') throw error;
    return code === 'EROFS';
  }
}
