// The mark of a folder in which a backup is being put back: until that has ended, nothing in it may be opened.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { noRestore as words } from '../../wording/shell/backup.js';
import { Mendable } from '../process/mendable.js';

/** It holds the name under which is set aside what was there. */
export const halfwayName = 'sluis.terugzetten';

export class HalfRestored extends Mendable {
  constructor(folder: string) {
    super(words.halfway(folder));
  }
}

/** Whether putting a backup back was begun here, and not ended. */
export const isHalfRestored = (folder: string): boolean => existsSync(join(folder, halfwayName));

/** @throws HalfRestored */
export function mustBeRestored(folder: string): void {
  if (isHalfRestored(folder)) throw new HalfRestored(folder);
}
