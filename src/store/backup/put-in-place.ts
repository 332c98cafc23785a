// Puts a database in the place of whatever is in a folder, in steps. Between any two of them the folder opens as it was, or
// as it becomes, or is refused: the log of one database beside the file of another would destroy it.
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { atPath } from '../files/at-path.js';
import { flushFolder } from '../files/flush-folder.js';
import { halfwayName, isHalfRestored } from '../folder/half-restored.js';
import { markerOf } from '../folder/installation.js';
import { placeFile } from '../files/place-file.js';

/** The ends of the names of a database and of what SQLite keeps beside it; the last is of no use without its process. */
const [log, shared] = ['-wal', '-shm'];

/** Whether there is anything of a database that would be lost by being overwritten. */
export const holdsDatabase = (file: string): boolean =>
  ['', log].some((end) => (atPath(`${file}${end}`)?.size ?? 0) > 0);

export interface Replacement {
  folder: string;
  /** Where the database is. */
  file: string;
  /** The new one, whole and on the disk, in the same folder. */
  ready: string;
  /** Where what was there goes. */
  aside: string;
}

/**
 * What is done, in this order. Whoever was killed among them does all of them again, with the name from then: what was done
 * is not done twice.
 */
export function stepsInto({ folder, file, ready, aside }: Replacement): (() => void)[] {
  const done = () => flushFolder(folder);
  const marker = markerOf(folder); // opening makes it anew, from what the database says
  const isThere = [file, `${file}${log}`, `${file}${shared}`, marker].some(existsSync);
  const setAside = (end: string) => () => {
    const [from, to] = [`${file}${end}`, `${aside}${end}`];
    // What is set aside already was the old one: what is here now was put here by who was killed.
    if (existsSync(from) && !existsSync(to)) renameSync(from, to);
    done();
  };
  const into = () => {
    renameSync(ready, file);
    done();
  };
  if (!isThere && !isHalfRestored(folder)) return [into];
  return [
    () => guard(folder, aside),
    setAside(log),
    () => rmSync(`${file}${shared}`, { force: true }),
    () => rmSync(marker, { force: true }),
    setAside(''),
    into,
    () => {
      rmSync(join(folder, halfwayName), { force: true });
      done();
    },
  ];
}

/** What is set aside under which names, once it is. */
export const asideFiles = (aside: string): string[] => ['', log].map((end) => `${aside}${end}`).filter(existsSync);

/** A name that nothing has, or the one that was chosen by who was killed. */
export function asideName(folder: string, name: string): string {
  if (isHalfRestored(folder)) return join(folder, readFileSync(join(folder, halfwayName), 'utf8'));
  for (let n = 1; ; n++) {
    const aside = join(folder, `${name}${n > 1 ? `-${n}` : ''}.sqlite`);
    if (!existsSync(aside) && !existsSync(`${aside}${log}`)) return aside;
  }
}

/** Whole at once, so that a name is never read in part. */
function guard(folder: string, name: string): void {
  placeFile(join(folder, halfwayName), basename(name));
}
