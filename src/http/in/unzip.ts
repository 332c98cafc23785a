// Files in one ZIP, each unpacked when it is asked for, off the main thread and never to more than so many bytes: what its
// directory says of sizes is not believed.
import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';

const unpack = promisify(inflateRaw);
/** No part of a sheet that we read is larger than this. */
const partMax = 8 * 1024 * 1024;
const entriesMax = 2000;
const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const localMark = 0x04034b50;
/** The length of the end of the directory, which a remark of up to 64 kB may follow. */
const endLong = 22;
const stored = 0;
const deflated = 8;

/** What is no ZIP that can be read, or one that holds more than anybody sends. */
export class BadZip extends Error {
  constructor(readonly isTooLarge = false) {
    super(isTooLarge ? 'a part of it is too large' : 'no ZIP that can be read');
  }
}

interface EntryOfZip {
  method: number;
  packed: number;
  at: number;
}

export class Unzipped {
  private constructor(
    private readonly bytes: Buffer,
    private readonly entries: ReadonlyMap<string, EntryOfZip>,
  ) {}

  /** @throws BadZip */
  static of(bytes: Buffer): Unzipped {
    try {
      return new Unzipped(bytes, directoryOf(bytes));
    } catch (error) {
      throw error instanceof RangeError ? new BadZip() : error; // it points outside itself
    }
  }

  has(name: string): boolean {
    return this.entries.has(name.toLowerCase());
  }

  /** Null where there is no such file. @throws BadZip */
  async read(name: string): Promise<Buffer | null> {
    const entry = this.entries.get(name.toLowerCase());
    if (!entry) return null;
    const { method, packed, at } = entry;
    const { bytes } = this;
    if (at + 30 > bytes.length || bytes.readUInt32LE(at) !== localMark) throw new BadZip();
    const from = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
    const content = bytes.subarray(from, from + packed);
    if (method === stored) return content;
    if (method !== deflated) throw new BadZip();
    try {
      return await unpack(content, { maxOutputLength: partMax });
    } catch (error) {
      throw new BadZip((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'); // zlib throws nothing else
    }
  }
}

/** @throws BadZip, RangeError */
function directoryOf(bytes: Buffer): Map<string, EntryOfZip> {
  const end = endOf(bytes);
  const count = bytes.readUInt16LE(end + 10);
  if (count > entriesMax) throw new BadZip(true);
  const entries = new Map<string, EntryOfZip>();
  let at = bytes.readUInt32LE(end + 16);
  for (let i = 0; i < count; i++) {
    if (bytes.readUInt32LE(at) !== entryMark) throw new BadZip();
    const nameLong = bytes.readUInt16LE(at + 28);
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLong);
    entries.set(name.toLowerCase(), {
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      at: bytes.readUInt32LE(at + 42),
    });
    at += 46 + nameLong + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function endOf(bytes: Buffer): number {
  const least = Math.max(0, bytes.length - endLong - 0xffff);
  for (let at = bytes.length - endLong; at >= least; at--) if (bytes.readUInt32LE(at) === endMark) return at;
  throw new BadZip();
}
