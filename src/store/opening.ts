// How the database of a folder is opened: to be written where that can be, and else to be read. Nothing is made where a
// registration was and is gone, and nothing is changed in what a newer Sluis wrote.
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { atPath } from './files/at-path.js';
import { opening as words } from '../wording/shell/opening.js';
import { files } from '../wording/shell/start.js';
import type { Driver, FoundInFile, OpenDatabase } from './dialect/dialect.js';
import { openSqlite, type Access, type Opening } from './dialect/sqlite.js';
import { cannotWrite, faultOf } from './dialect/sqlite-driver.js';
import { isHalfRestored, mustBeRestored } from './folder/half-restored.js';
import { installationMark, markAs, markedAs, mustBeMarked, newInstallation } from './folder/installation.js';
import { lockFolder, lockName, type Lock } from './lock.js';
import { makePrivate, privateFolder } from './folder/private-folder.js';
import { PlacedFiles } from './folder/placed-files.js';
import { Mendable } from './process/mendable.js';
import { loadSqlite } from './runtime.mjs';
import { format } from './seal.js';

export const fileName = 'sluis.sqlite';

/** So often another process may be in the way, so many milliseconds apart. */
const triesMax = 10;
const betweenTries = 50;

/** Why nothing can be recorded, while reading goes on. */
export type CannotRecord = 'not-writable' | 'full' | 'damaged';

export interface OpenedFolder {
  opened: OpenDatabase;
  /** Null where the folder cannot be written: then nobody else can, either. */
  lock: Lock | null;
  files: PlacedFiles;
  /** For as long as it is open. */
  cannotRecord: WhyNot | null;
  /** Whether there was no space just now; there may be soon. */
  isFull: boolean;
  /** Whether it is read from memory, where nothing beside it could be written. */
  isCopy: boolean;
  /** What was open to other accounts of this machine. */
  closed: string[];
}

type WhyNot = Exclude<CannotRecord, 'damaged'>;
type Asked = Pick<Opening, 'entities' | 'migrations'>;

/** There is nothing to work on in this folder. */
export class NoDatabase extends Mendable {
  constructor(folder: string) {
    super(files.noDatabase(folder));
  }
}

/** A mistyped DATA_DIR makes no installation; where one was and is gone, opening says so. @throws NoDatabase */
export function mustBeIn(folder: string): void {
  if (!isIn(folder) && markedAs(folder) === null) throw new NoDatabase(folder);
}

/** Whether there is a database in this folder, also while it is replaced by its backup. */
export function isIn(folder: string): boolean {
  return isHalfRestored(folder) || (atPath(join(folder, fileName))?.size ?? 0) > 0;
}

/**
 * Opens it for this process alone, made and migrated when it is new.
 * @throws Mendable for what whoever starts Sluis can put right
 */
export async function openFolder(folder: string, asked: Asked): Promise<OpenedFolder> {
  let lock: Lock | null = null;
  try {
    const closed = privateFolder(folder);
    lock = lockAsFar(folder);
    mustBeRestored(folder);
    const marked = markedAs(folder);
    if (marked !== null && !isIn(folder)) throw new Mendable(words.gone(folder));
    const toWrite = lock ? await openToWrite(folder, marked, asked) : 'not-writable';
    const found = typeof toWrite === 'string' ? await openToRead(folder, marked, asked, toWrite) : toWrite;
    return { lock, closed, files: filesOf(folder), ...found };
  } catch (error) {
    lock?.release();
    throw mendableOf(error, folder);
  }
}

/** Opens what is there beside whoever writes; nothing is looked at first. */
export function openBeside(folder: string, asked: Asked): Promise<OpenDatabase> {
  mustBeRestored(folder);
  return openFile(folder, 'read', asked);
}

const openFile = (folder: string, access: Access, asked: Asked, judge?: Opening['judge']): Promise<OpenDatabase> =>
  openSqlite({ sqlite: loadSqlite(), file: join(folder, fileName), access, judge, ...asked });

/** Those that a server has open as long as it runs. */
const filesOf = (folder: string): PlacedFiles =>
  new PlacedFiles([fileName, `${fileName}-wal`, `${fileName}-shm`, lockName].map((name) => join(folder, name)));

/** @throws FolderInUse */
function lockAsFar(folder: string): Lock | null {
  try {
    makePrivate(join(folder, lockName));
    return lockFolder(folder);
  } catch (error) {
    if (cannotWrite(error) === null || !isIn(folder)) throw error;
    return null;
  }
}

type Found = Pick<OpenedFolder, 'opened' | 'cannotRecord' | 'isFull' | 'isCopy'>;

/** @returns why it can only be read, where that is so */
async function openToWrite(folder: string, marked: string | null, asked: Asked): Promise<Found | WhyNot> {
  const begins = !isIn(folder);
  let opened: OpenDatabase | undefined;
  try {
    makePrivate(join(folder, fileName));
    opened = await openFile(folder, 'write', asked, (found) => judge(folder, marked, found));
    const installation = (await installationIn(opened.reader)) ?? newInstallation();
    const isFull = !(await probe(opened, installation));
    if (marked === null && !isFull) markAs(folder, installation);
    return { opened, cannotRecord: null, isFull, isCopy: false };
  } catch (error) {
    await opened?.close();
    const why = begins ? null : cannotWrite(error);
    if (why === null) throw error;
    return why;
  }
}

async function openToRead(folder: string, marked: string | null, asked: Asked, why: WhyNot): Promise<Found> {
  const mustFit = async (found: FoundInFile): Promise<void> => {
    await judge(folder, marked, found);
    const { found: has, known } = found.schema;
    if (has < known) throw new Mendable(words.olderSchema(folder, has, known));
  };
  const open = async (access: Access): Promise<Found> => {
    const opened = await openFile(folder, access, asked, mustFit);
    return { opened, cannotRecord: why, isFull: false, isCopy: access === 'copy' };
  };
  return open('read').catch((error: unknown) => {
    if (cannotWrite(error) === null) throw error;
    return open('copy');
  });
}

/** @throws Mendable for what is of another installation, or what a newer Sluis wrote */
async function judge(folder: string, marked: string | null, { schema, reader }: FoundInFile): Promise<void> {
  if (schema.isNewer) throw new Mendable(words.newerSchema(folder, schema.found, schema.known));
  mustBeMarked(folder, marked, schema.found === 0 ? null : await installationIn(reader));
  const newest = await reader.newestFormat();
  if (newest > format) throw new Mendable(words.newerFormat(folder, newest, format));
}

/** Null in one that was made before databases knew it. */
async function installationIn(reader: Driver): Promise<string | null> {
  const [row] = (await reader.rows('SELECT value FROM setting WHERE key = ?', [installationMark])) as {
    value: string;
  }[]; // as named
  return row?.value ?? null;
}

/** Writes which installation it is, as if it were not known yet. @returns whether there is space for it */
async function probe({ writer }: OpenDatabase, installation: string): Promise<boolean> {
  const put = 'INSERT INTO setting VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value';
  for (let attempt = 1; ; attempt++) {
    try {
      await writer.run(put, [installationMark, installation]);
      return true;
    } catch (error) {
      const fault = faultOf(error);
      if (fault === 'full') return false;
      if (fault !== 'busy' || attempt === triesMax) throw error;
      await pause(betweenTries);
    }
  }
}

/** A folder in which nobody may even look holds something, as far as is known. */
function withoutRights(folder: string): string {
  try {
    return isIn(folder) || markedAs(folder) !== null ? words.closedFiles(folder) : words.noRights(folder);
  } catch {
    return words.closedFiles(folder);
  }
}

/** What went wrong, as a sentence for whoever starts Sluis; anything else as it is. */
function mendableOf(error: unknown, folder: string): unknown {
  if (error instanceof Mendable) return error;
  const fault = faultOf(error);
  if (fault === 'busy') return new Mendable(words.held(folder));
  const why = cannotWrite(error);
  if (why !== null) return new Mendable(why === 'full' ? words.noSpace(folder) : withoutRights(folder));
  return fault === 'fatal' ? new Mendable(words.unreadable(folder, (error as Error).message)) : error; // SQLite throws errors
}
