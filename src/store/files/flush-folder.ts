// Names in a folder, as they must be after a power cut.
import { closeSync, fsyncSync, openSync } from 'node:fs';

/** So that what was made, renamed or removed in it stays so; Windows has no such call. */
export function flushFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const open = openSync(folder, 'r');
  try {
    fsyncSync(open);
  } finally {
    closeSync(open);
  }
}
