// What a server did to its folder, in order, as disk.c writes it down, and between it what its clients heard.
import { execFileSync } from 'node:child_process';
import {
  closeSync,
  mkdtempSync,
  openSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Surroundings } from '../../support/process.js';

/** As disk.c has them; a client adds what it heard. */
const kinds = {
  c: 'create',
  w: 'write',
  t: 'truncate',
  s: 'flush',
  d: 'flush-folder',
  u: 'unlink',
  r: 'rename',
  h: 'heard',
} as const;
const headerLength = 16;

export interface DiskStep {
  kind: (typeof kinds)[keyof typeof kinds];
  /** Of the file in the folder. */
  name: string;
  offset: number;
  data: Buffer;
}

/** Where the server stands between its disk and a library of ours; it needs a C compiler, and fails without one. */
export class WatchedDisk {
  readonly file: string;
  private readonly heard: number;

  /** @param fault as disk.c reads PROOF_FAULT */
  constructor(
    private readonly folder: string,
    private readonly fault = '',
  ) {
    this.file = join(mkdtempSync(join(tmpdir(), 'sluis-')), 'journal');
    this.heard = openSync(this.file, 'a');
  }

  /** The surroundings of a server whose every change in its folder is written down. */
  watched(where: Surroundings): Surroundings {
    const own = {
      LD_PRELOAD: library(),
      PROOF_FOLDER: realpathSync(this.folder),
      PROOF_JOURNAL: this.file,
      PROOF_FAULT: this.fault,
    };
    return { ...where, more: { ...where.more, ...own } };
  }

  /** Writes down what a client heard, at the moment that it did: every change of which it was told stands before it. */
  hear(said: unknown): void {
    const data = Buffer.from(JSON.stringify(said));
    const header = Buffer.alloc(headerLength);
    header.write('h', 0);
    header.writeUInt32LE(data.length, 4);
    writeSync(this.heard, Buffer.concat([header, data]));
  }

  /** From now on its fault is there, or no more. */
  fail(fails: boolean): void {
    if (fails) writeFileSync(`${this.file}.fails`, '');
    else rmSync(`${this.file}.fails`);
  }

  /** Everything that was written down until now. */
  steps(): DiskStep[] {
    const journal = readFileSync(this.file);
    const found: DiskStep[] = [];
    for (let at = 0; at < journal.length;) {
      const kind = kinds[String.fromCharCode(journal.readUInt8(at)) as keyof typeof kinds]; // as disk.c writes them
      const nameLength = journal.readUInt8(at + 1);
      const dataLength = journal.readUInt32LE(at + 4);
      const offset = Number(journal.readBigUInt64LE(at + 8));
      const name = journal.toString('utf8', at + headerLength, at + headerLength + nameLength);
      const from = at + headerLength + nameLength;
      found.push({ kind, name, offset, data: journal.subarray(from, from + dataLength) });
      at = from + dataLength;
    }
    return found;
  }

  close(): void {
    closeSync(this.heard);
  }
}

let made: string | null = null;

function library(): string {
  if (made !== null) return made;
  const file = join(mkdtempSync(join(tmpdir(), 'sluis-')), 'disk.so');
  const source = join(import.meta.dirname, 'disk.c');
  execFileSync('cc', ['-O2', '-Wall', '-Wextra', '-Werror', '-shared', '-fPIC', '-o', file, source]);
  return (made = file);
}
