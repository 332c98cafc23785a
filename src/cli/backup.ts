// Makes a backup, beside a running server or while it is off, and puts one back.
import { backUp } from '../store/backup/back-up.js';
import { restore } from '../store/backup/restore.js';
import { rememberByHand } from '../store/backup/standing.js';
import { folderIn } from '../store/process/configuration.js';
import { backupLines as words } from '../wording/shell/backup.js';
import type { Given } from './command.js';

/** By the clock of the machine, also of a demonstration. */
const now = (): string => new Date().toISOString();

/** @throws BackupRefused */
export async function backup({ positionals: [to = ''] }: Given): Promise<void> {
  const folder = folderIn(process.env);
  const made = await backUp({ folder, to, now: now() });
  try {
    rememberByHand(folder, made);
  } catch {
    // the disk of the database is full or can only be read: its backup was made all the same
  }
  console.log(words.made(made.file, made));
}

/** @throws UnfitFile, BackupRefused, FolderInUse */
export async function restoreBackup({ positionals: [from = ''], options: { replace } }: Given): Promise<void> {
  const folder = folderIn(process.env);
  const { aside, ...held } = await restore({ from, folder, replace: replace === true, now: now() });
  console.log(words.restored(from, folder, held));
  if (aside.length > 0) console.log(words.aside(aside));
}
