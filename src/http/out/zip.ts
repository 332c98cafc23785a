// Files in one ZIP. Each is packed off the main thread; names are UTF-8, and no entry says when it was made, so that the same
// content is the same file.
import { promisify } from 'node:util';
import { crc32, deflateRaw } from 'node:zlib';

export interface ZipEntry {
  name: string;
  bytes: Buffer;
}

const pack = promisify(deflateRaw);
/** Reading asks for version 2.0: folders and deflate. */
const version = 20;
const utf8Names = 0x0800;
const deflated = 8;
/** 1 January 1980, the first day that a ZIP knows. */
const firstDay = 0x0021;

/** Beyond 4 GB, or 65,535 entries, it would have to be another kind of ZIP. @throws RangeError where it is */
export async function zipOf(entries: readonly ZipEntry[]): Promise<Buffer> {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let place = 0;
  for (const { name, bytes } of entries) {
    const packed: Buffer = await pack(bytes);
    const named = Buffer.from(name);
    const facts = factsOf(bytes, packed, named);
    const local = Buffer.concat([signature(0x04034b50), facts, named, packed]);
    directory.push(signature(0x02014b50), words(version), facts, Buffer.alloc(10), int(place), named);
    parts.push(local);
    place += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.concat([
    signature(0x06054b50),
    words(0, 0, entries.length, entries.length),
    int(central.length),
    int(place),
    words(0),
  ]);
  return Buffer.concat([...parts, central, end]);
}

/** What a local header and the directory both say of an entry. */
const factsOf = (bytes: Buffer, packed: Buffer, named: Buffer): Buffer =>
  Buffer.concat([
    words(version, utf8Names, deflated, 0, firstDay),
    int(crc32(bytes)),
    int(packed.length),
    int(bytes.length),
    words(named.length, 0),
  ]);

const signature = (value: number): Buffer => int(value);

function int(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function words(...values: number[]): Buffer {
  const bytes = Buffer.alloc(2 * values.length);
  for (const [i, value] of values.entries()) bytes.writeUInt16LE(value, 2 * i);
  return bytes;
}
