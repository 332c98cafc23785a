// Small files as people have them, and how a test uploads one.
import { deflateRawSync } from 'node:zlib';
import type { Answer, Client, Problem } from './client.js';

export interface PaperSent {
  hash: string;
  name: string;
  type: string;
  size: number;
}

/** A PDF that says something, filled up to so many bytes. */
export function pdf(words: string, size = 0, trailer = '/Root 1 0 R'): Buffer {
  const begin = `%PDF-1.4\n%âãÏÓ\n1 0 obj <</Type/Catalog/Title(${words})>> endobj\n%`;
  const end = `\ntrailer <<${trailer}>>\n%%EOF\n`;
  const filling = Math.max(0, size - Buffer.byteLength(begin) - Buffer.byteLength(end));
  return Buffer.concat([Buffer.from(begin), Buffer.alloc(filling, 'x'), Buffer.from(end)]);
}

/** An archive with these files, of which the first is not packed; `flags` as each of them has them. */
export function zip(files: Record<string, string>, flags = 0): Buffer {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let at = 0;
  Object.entries(files).forEach(([name, text], i) => {
    const method = i === 0 ? 0 : 8;
    const packed = method === 0 ? Buffer.from(text) : deflateRawSync(text);
    const sizes = [flags, method, 0, 0, crc(Buffer.from(text)), packed.length, Buffer.byteLength(text)] as const;
    const local = header(0x04034b50, [20], sizes, [name.length, 0]);
    locals.push(local, Buffer.from(name), packed);
    const entry = header(0x02014b50, [20, 20], sizes, [name.length, 0, 0, 0, 0, 0, 0]);
    entries.push(Buffer.concat([entry, quad(at), Buffer.from(name)]));
    at += local.length + name.length + packed.length;
  });
  const directory = Buffer.concat(entries);
  const count = entries.length;
  const end = [quad(0x06054b50), pair(0), pair(0), pair(count), pair(count), quad(directory.length), quad(at), pair(0)];
  return Buffer.concat([...locals, directory, ...end]);
}

const pair = (value: number): Buffer => Buffer.from([value & 255, value >>> 8]);
const quad = (value: number): Buffer => Buffer.concat([pair(value & 0xffff), pair(value >>> 16)]);

function header(
  mark: number,
  versions: number[],
  [flags, method, time, day, sum, packed, size]: readonly [number, number, number, number, number, number, number],
  rest: number[],
): Buffer {
  const own = [flags, method, time, day].map(pair);
  return Buffer.concat([
    quad(mark),
    ...versions.map(pair),
    ...own,
    quad(sum),
    quad(packed),
    quad(size),
    ...rest.map(pair),
  ]);
}

function crc(bytes: Buffer): number {
  let sum = ~0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let i = 0; i < 8; i++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}

const types = (part: string): string =>
  `<?xml version="1.0"?><Types><Override PartName="/x" ContentType="application/vnd.openxmlformats-officedocument.${part}.main+xml"/></Types>`;

export const docx = (): Buffer =>
  zip({ '[Content_Types].xml': types('wordprocessingml.document'), 'word/document.xml': '<a/>' });
/** As LibreOffice puts them: what it is stands last. */
export const docxLast = (): Buffer =>
  zip({
    '_rels/.rels': '<a/>',
    'word/document.xml': '<a/>'.repeat(9000),
    '[Content_Types].xml': types('wordprocessingml.document'),
  });
export const xlsx = (): Buffer =>
  zip({ '[Content_Types].xml': types('spreadsheetml.sheet'), 'xl/workbook.xml': '<a/>' });
export const odt = (list = '<manifest/>'): Buffer =>
  zip({ mimetype: 'application/vnd.oasis.opendocument.text', 'META-INF/manifest.xml': list });
export const png = (): Buffer =>
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
export const jpeg = (): Buffer =>
  Buffer.concat([Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'), Buffer.from('ffd9', 'hex')]);
export const webp = (): Buffer => Buffer.from('UklGRiQAAABXRUJQVlA4IBgAAAAwAQCdASoBAAEAAgA0JaQAA3AA/vuUAAA=', 'base64');
/** As Office keeps a document with a password. */
export const encryptedOffice = (): Buffer =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(504),
    Buffer.from('EncryptedPackage', 'utf16le'),
    Buffer.alloc(512),
  ]);

/** A form with one file as a client sends it. */
export async function multipart(
  file: { bytes: Buffer; name: string; field?: string },
  fields: Record<string, string> = {},
): Promise<{ body: Buffer; type: string }> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append(file.field ?? 'file', new Blob([new Uint8Array(file.bytes)]), file.name);
  const request = new Request('http://localhost', { method: 'POST', body: form });
  return { body: Buffer.from(await request.arrayBuffer()), type: request.headers.get('content-type') ?? '' };
}

export async function upload(
  who: Client,
  dossier: string,
  bytes: Buffer,
  name = 'brief.pdf',
): Promise<Answer<PaperSent & Problem>> {
  const { body, type } = await multipart({ bytes, name });
  return who.post(`/dossiers/${dossier}/papers`, body, { 'content-type': type });
}
