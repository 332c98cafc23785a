// Makes a folder with those above it that are not there, each for this account alone.
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { atPath, isMissing } from '../files/at-path.js';
import { opening as words } from '../../wording/shell/opening.js';
import { Mendable } from './mendable.js';

/**
 * One at a time: Node's own way of making all of them tries for ever where the system lets nobody make one, as in /proc.
 * @throws Mendable where none can be made
 */
export function makeFolder(folder: string): void {
  if (atPath(folder)) return;
  const above = dirname(folder);
  if (above !== folder) makeFolder(above);
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    if (atPath(folder)?.isDirectory()) return; // somebody else just did
    if (!isMissing(error)) throw error;
    throw new Mendable(words.noFolderMade(folder));
  }
}
