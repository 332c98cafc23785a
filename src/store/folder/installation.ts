// Which installation a folder is of. The database knows it, and a file beside it says it: a folder that was in use never
// begins anew because its database is gone.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMissing } from '../files/at-path.js';
import { placeFile } from '../files/place-file.js';
import { opening as words } from '../../wording/shell/opening.js';
import { Mendable } from '../process/mendable.js';

/** Under which the database keeps its id. */
export const installationMark = 'installation';

export const newInstallation = (): string => randomUUID();

/** The file beside the database. */
export const markerOf = (folder: string): string => join(folder, 'sluis.json');

/** The id in the file beside the database; null where there is none, and empty where it says nothing that can be read. */
export function markedAs(folder: string): string | null {
  let text: string;
  try {
    text = readFileSync(markerOf(folder), 'utf8');
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
  try {
    const { installation } = JSON.parse(text) as { installation?: unknown };
    return typeof installation === 'string' ? installation : '';
  } catch {
    return '';
  }
}

/** @throws Mendable where the file beside the database names another installation */
export function mustBeMarked(folder: string, marked: string | null, installation: string | null): void {
  if (marked !== null && marked !== installation) throw new Mendable(words.foreign(folder));
}

/** Whole or not at all, and after the database has it. */
export function markAs(folder: string, installation: string): void {
  placeFile(markerOf(folder), `${JSON.stringify({ installation })}\n`);
}
