// Writes a small file under its name: whole or not at all, there after a power cut, and read by this account alone.
import { closeSync, fchmodSync, fsyncSync, openSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { flushFolder } from './flush-folder.js';

export function placeFile(file: string, text: string): void {
  const unfinished = `${file}.unfinished`;
  const to = openSync(unfinished, 'w', 0o600);
  try {
    fchmodSync(to, 0o600); // one that was left unfinished may be open to others
    writeFileSync(to, text);
    fsyncSync(to);
  } finally {
    closeSync(to);
  }
  renameSync(unfinished, file);
  flushFolder(dirname(file));
}
