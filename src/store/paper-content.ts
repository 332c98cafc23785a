// What an uploaded paper is, by what is in it: its name and what its sender says of it are not asked. A paper that only opens
// with a password is none: whoever is asked to decide on it could not read it.
import { inflateRawSync } from 'node:zlib';
import { isPaperKind, type PaperFault, type PaperKind } from '../domain/papers.js';

/** How the library calls what we call otherwise. */
const named: Readonly<Record<string, PaperKind>> = { jpg: 'jpeg' };

/** Of a list of encrypted files in an OpenDocument no more is read. */
const listMax = 1024 * 1024;

export async function contentOf(bytes: Buffer): Promise<{ kind: PaperKind } | { fault: PaperFault }> {
  if (bytes.length === 0) return { fault: 'paper-empty' };
  const { fileTypeFromBuffer } = await import('file-type'); // at the first upload, not at every start
  const ext = (await fileTypeFromBuffer(bytes).catch(() => undefined))?.ext ?? '';
  const kind = named[ext] ?? ext;
  if (ext === 'cfb') return { fault: bytes.includes(encryptedPackage) ? 'paper-encrypted' : 'paper-of-other-kind' };
  if (!isPaperKind(kind)) return { fault: 'paper-of-other-kind' };
  const isEncrypted = kind === 'pdf' ? isEncryptedPdf(bytes) : isPackage(kind) && isEncryptedZip(bytes);
  return isEncrypted ? { fault: 'paper-encrypted' } : { kind };
}

const isPackage = (kind: PaperKind): boolean => kind === 'docx' || kind === 'odt' || kind === 'xlsx';

/** The stream in which Office keeps a document that has a password. */
const encryptedPackage = Buffer.from('EncryptedPackage', 'utf16le');

/** The trailer of a PDF with a password names the dictionary by which it was encrypted. */
function isEncryptedPdf(bytes: Buffer): boolean {
  for (let at = bytes.indexOf('/Encrypt'); at >= 0; at = bytes.indexOf('/Encrypt', at + 1))
    if (/^\/Encrypt\s*(\d+\s+\d+\s+R|<<)/.test(bytes.toString('latin1', at, at + 64))) return true;
  return false;
}

const entryMark = 0x02014b50;
const endMark = Buffer.from([0x50, 0x4b, 5, 6]);
const localHeader = 30;
const entryHeader = 46;

/** Whether a file in it is encrypted, by its own word or by that of the list of an OpenDocument. */
function isEncryptedZip(bytes: Buffer): boolean {
  for (const entry of entriesOf(bytes))
    if (entry.isEncrypted || entry.name === 'encrypted-package' || tellsOfKeys(entry)) return true;
  return false;
}

const tellsOfKeys = (entry: Entry): boolean =>
  entry.name === 'META-INF/manifest.xml' && entry.content().includes('encryption-data');

interface Entry {
  name: string;
  isEncrypted: boolean;
  /** Empty where it cannot be read. */
  content(): string;
}

/** The files of a zip, by the directory at its end. */
function* entriesOf(bytes: Buffer): Iterable<Entry> {
  const end = bytes.lastIndexOf(endMark);
  if (end < 0 || end + 20 > bytes.length) return;
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    if (at + entryHeader > bytes.length || bytes.readUInt32LE(at) !== entryMark) return;
    const [flags, method] = [bytes.readUInt16LE(at + 8), bytes.readUInt16LE(at + 10)];
    const size = bytes.readUInt32LE(at + 20);
    const lengths = [28, 30, 32].map((field) => bytes.readUInt16LE(at + field)) as [number, number, number]; // as many
    const name = bytes.toString('utf8', at + entryHeader, at + entryHeader + lengths[0]);
    const from = bytes.readUInt32LE(at + 42);
    yield { name, isEncrypted: (flags & 1) === 1, content: () => inflated(bytes, { from, size, method }) };
    at += entryHeader + lengths[0] + lengths[1] + lengths[2];
  }
}

function inflated(bytes: Buffer, { from, size, method }: { from: number; size: number; method: number }): string {
  if (from + localHeader > bytes.length) return '';
  const begin = from + localHeader + bytes.readUInt16LE(from + 26) + bytes.readUInt16LE(from + 28);
  const packed = bytes.subarray(begin, begin + size);
  try {
    return (method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: listMax })).toString('utf8');
  } catch {
    return '';
  }
}
