// A disk that loses power: of what was not flushed anything may be there, in any order, in whole or in sectors. A file that
// was made, renamed or removed is so for certain once its folder was flushed.
import type { Chance } from '../chance.js';
import type { DiskStep } from './journal.js';

/** A disk writes a sector in whole or not at all. */
const sector = 512;

interface File {
  /** What is certain. */
  flushed: Buffer;
  length: number;
  /** What is not, in order. */
  waiting: DiskStep[];
}

type Names = Map<string, File>;

export class DiskUntilPowerCut {
  private readonly names: Names = new Map();
  private readonly certain: Names = new Map();
  private waitingNames: ((names: Names) => void)[] = [];

  take(step: DiskStep): void {
    const { kind, name } = step;
    const file = this.names.get(name);
    switch (kind) {
      case 'create':
        if (!file)
          this.rename((names, made) => names.set(name, made), { flushed: Buffer.alloc(0), length: 0, waiting: [] });
        return;
      case 'write':
      case 'truncate':
        file?.waiting.push(step);
        return;
      case 'flush':
        for (const one of file?.waiting.splice(0) ?? []) change(file!, one); // there is a file where something waits
        return;
      case 'unlink':
        this.rename((names) => names.delete(name), file);
        return;
      case 'rename':
        this.rename((names, moved) => (names.delete(name), names.set(step.data.toString(), moved)), file);
        return;
      case 'flush-folder':
        for (const one of this.waitingNames.splice(0)) one(this.certain);
        return;
      case 'heard':
        return;
      default:
        kind satisfies never;
    }
  }

  private rename(change: (names: Names, file: File) => void, file: File | undefined): void {
    if (!file) return;
    change(this.names, file);
    this.waitingNames.push((names) => change(names, file));
  }

  /** What is found in the folder when the power is back. */
  cut(chance: Chance): Map<string, Buffer> {
    const names = new Map(this.certain);
    const kept = this.waitingNames.slice(0, chance(this.waitingNames.length + 1)); // the journal of a file system is in order
    for (const one of kept) one(names);
    const keeps = [keepsNothing, keepsSome, keepsFirst, keepsAll][chance(4)] ?? keepsAll;
    return new Map([...names].map(([name, file]) => [name, afterCut(file, keeps(file.waiting, chance), chance)]));
  }
}

type Keeps = (waiting: DiskStep[], chance: Chance) => DiskStep[];

const keepsNothing: Keeps = () => [];
const keepsSome: Keeps = (waiting, chance) => waiting.filter(() => chance(2) === 0);
const keepsFirst: Keeps = (waiting, chance) => waiting.slice(0, chance(waiting.length + 1));
const keepsAll: Keeps = (waiting) => waiting;

function afterCut(file: File, kept: DiskStep[], chance: Chance): Buffer {
  const found: File = { flushed: Buffer.from(file.flushed.subarray(0, file.length)), length: file.length, waiting: [] };
  for (const step of kept) {
    if (step.kind === 'write' && chance(5) === 0) for (const part of sectorsOf(step, chance)) change(found, part);
    else change(found, step);
  }
  return found.flushed.subarray(0, found.length);
}

/** Some of the sectors of a write that was torn. */
function sectorsOf({ name, offset, data }: DiskStep, chance: Chance): DiskStep[] {
  const parts: DiskStep[] = [];
  for (let from = 0; from < data.length;) {
    const until = Math.min(data.length, from + sector - ((offset + from) % sector));
    if (chance(2) === 0) parts.push({ kind: 'write', name, offset: offset + from, data: data.subarray(from, until) });
    from = until;
  }
  return parts;
}

function change(file: File, { kind, offset, data }: DiskStep): void {
  if (kind === 'truncate') {
    if (offset < file.length) file.flushed.fill(0, offset, file.length);
    reserve(file, offset);
    file.length = offset;
    return;
  }
  const end = offset + data.length;
  reserve(file, end);
  data.copy(file.flushed, offset);
  file.length = Math.max(file.length, end);
}

/** Room for that much; what is beyond the length is zero. */
function reserve(file: File, length: number): void {
  if (file.flushed.length >= length) return;
  const larger = Buffer.alloc(length * 2);
  file.flushed.copy(larger, 0, 0, file.length);
  file.flushed = larger;
}
