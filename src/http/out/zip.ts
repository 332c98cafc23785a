// Files in one ZIP. What is small is packed, off the main thread; what comes in pieces is stored as it is, so that a ZIP can be
// larger than the memory. Names are UTF-8, and no entry says when it was made, so that the same content is the same file.
import { Readable } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';

export interface ZipEntry {
  name: string;
  bytes: readonly Buffer[];
}

/** A file that comes in pieces; it is read twice. */
export interface StreamedEntry {
  name: string;
  size: number;
  pieces: () => AsyncIterable<Buffer>;
}

/** Reading asks for version 2.0: folders and deflate. */
const version = 20;
const utf8Names = 0x0800;
const methods = { stored: 0, deflated: 8 } as const;
/** 1 January 1980, the first day that a ZIP knows. */
const firstDay = 0x0021;

/** Beyond 4 GB, or 65,535 entries, it would have to be another kind of ZIP. @throws RangeError where it is */
export async function zipOf(entries: readonly ZipEntry[]): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of zipped(entries)) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** The same in pieces. @throws RangeError; Error where what comes is not as long as was said */
export async function* zipped(entries: readonly (ZipEntry | StreamedEntry)[]): AsyncGenerator<Buffer> {
  const directory: Buffer[] = [];
  let place = 0;
  for (const entry of entries) {
    const { facts, named, content } = await laidOut(entry);
    const local = Buffer.concat([signature(0x04034b50), facts, named]);
    directory.push(signature(0x02014b50), words(version), facts, Buffer.alloc(10), int(place), named);
    yield local;
    place += local.length;
    for await (const piece of content) {
      yield piece;
      place += piece.length;
    }
  }
  const central = Buffer.concat(directory);
  yield central;
  yield Buffer.concat([
    signature(0x06054b50),
    words(0, 0, entries.length, entries.length),
    int(central.length),
    int(place),
    words(0),
  ]);
}

interface LaidOut {
  facts: Buffer;
  named: Buffer;
  content: AsyncIterable<Buffer> | Buffer[];
}

async function laidOut(entry: ZipEntry | StreamedEntry): Promise<LaidOut> {
  const named = Buffer.from(entry.name);
  if ('bytes' in entry) {
    const packed = await packedFrom(entry.bytes);
    const crc = entry.bytes.reduce((sum, piece) => crc32(piece, sum), 0);
    const sizes = { crc, packed: sizeOf(packed), size: sizeOf(entry.bytes) };
    return { facts: factsOf('deflated', sizes, named), named, content: packed };
  }
  let [crc, size] = [0, 0];
  for await (const piece of entry.pieces()) {
    crc = crc32(piece, crc);
    size += piece.length;
  }
  if (size !== entry.size) throw new Error(`${entry.name} has ${size} bytes and not ${entry.size}`);
  return { facts: factsOf('stored', { crc, packed: size, size }, named), named, content: entry.pieces() };
}

async function packedFrom(bytes: readonly Buffer[]): Promise<Buffer[]> {
  const packed: Buffer[] = [];
  for await (const piece of Readable.from(bytes, { objectMode: false }).pipe(createDeflateRaw()))
    packed.push(piece as Buffer); // what it is made of has no type there
  return packed;
}

export const sizeOf = (bytes: readonly Buffer[]): number => bytes.reduce((sum, { length }) => sum + length, 0);

/** What a local header and the directory both say of an entry. */
const factsOf = (
  method: keyof typeof methods,
  { crc, packed, size }: { crc: number; packed: number; size: number },
  named: Buffer,
): Buffer =>
  Buffer.concat([
    words(version, utf8Names, methods[method], 0, firstDay),
    int(crc),
    int(packed),
    int(size),
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
