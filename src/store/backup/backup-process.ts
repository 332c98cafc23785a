// Makes one backup in a process of its own, so that the server that asks is never held up, and answers what became of it.
import { readdirSync, rmSync, statSync } from 'node:fs';
import { setPriority } from 'node:os';
import { join } from 'node:path';
import { dayLong } from '../process/clock.js';
import { backUp, DamagedBackup, type AskedBackup } from './back-up.js';
import type { BackupOutcome } from './own-process.js';

/** Behind whoever answers requests. */
const behind = 10;
/** What somebody who was killed left: theirs by its name, and nobody writes in it any more. */
const left = /^sluis-[\dT-]+Z\.sqlite\.\d+\.deel/;

async function outcomeOf(asked: AskedBackup): Promise<BackupOutcome> {
  try {
    return { made: await backUp(asked) };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return error instanceof DamagedBackup ? { refused: why, damaged: error.file } : { refused: why };
  }
}

function sweep(folder: string): void {
  for (const name of readdirSync(folder).filter((one) => left.test(one))) {
    const file = join(folder, name);
    if (Date.now() - statSync(file).mtimeMs > dayLong) rmSync(file, { force: true });
  }
}

process.once('disconnect', () => process.kill(process.pid, 'SIGTERM')); // without a server nobody wants it
try {
  setPriority(behind);
} catch {
  // where the system lets nobody say so, a backup takes its turn like the rest
}
const asked = JSON.parse(process.argv[2] ?? '') as AskedBackup; // as its server wrote it
const outcome = await outcomeOf(asked);
try {
  sweep(asked.to);
} catch {
  // what is left there is in nobody's way
}
process.send?.(outcome, () => process.exit());
