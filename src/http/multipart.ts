// Reads a form with files as it comes in: its fields as the pairs of any other form, each file by who takes it, one after the
// other. A file that is too large is read to its end and not kept, so that the rest of the form is not lost with it.
import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import { Busboy, type BusboyFileStream, type BusboyInstance } from '@fastify/busboy';
import { file } from '../domain/facts/values.js';
import { faultOfPaper, paperMax, refusedPaper } from '../domain/papers.js';
import { Refusal, refused } from '../domain/refusal.js';
import { UploadFault } from '../store/paper-uploads.js';
import { fieldsMax, formMax } from './form-body.js';

export const multipartType = 'multipart/form-data';

/** What decoding puts in the place of bytes that are no UTF-8. */
const noText = '\uFFFD';

/** So much text leaves room for what else such a form holds. */
const longMax = 62_000;

/**
 * Whole lines of it, where it has any. It ends at a line because the text goes back into the form and is sent again: there the first half of a
 * row would be read as a row of its own, with another name or another day than somebody pasted.
 */
function beginningOf(text: string): string {
  const kept = Buffer.from(text)
    .subarray(0, longMax)
    .toString()
    .replace(/\uFFFD+$/, '');
  const end = kept.lastIndexOf('\n');
  return end > 0 ? kept.slice(0, end) : kept;
}

/** Of all files together: what comes after that is read and not kept, so that the form is not lost with it. */
const keptMax = 4 * paperMax;
/** More than this is not read. */
const bytesMax = 2 * keptMax + 1024 * 1024;

/** A file as it comes in. */
export interface FilePart {
  /** The name of its field. */
  field: string;
  name: string;
  bytes: AsyncIterable<Buffer>;
}

/** @returns what stands in its field from then on */
export type TakeFile = (part: FilePart) => Promise<string>;

/** Text that is too long for its field: its beginning is kept, and whose page it is says so with the form. */
export interface CutField {
  name: string;
  isCut: boolean;
}

/** @throws Refusal too-large, bad-message; whatever `take` throws */
export function readMultipart(
  headers: IncomingHttpHeaders,
  body: Readable,
  take: TakeFile,
  long?: CutField,
): Promise<URLSearchParams> {
  return new Promise((resolve, reject) => {
    const pairs = new URLSearchParams();
    const files: [field: string, value: string][] = [];
    let taking: Promise<unknown> = Promise.resolve();
    let current: BusboyFileStream | undefined;
    let kept = 0;
    const parser = parserOf(headers);
    const fail = (error: Error): void => {
      body.unpipe(parser);
      current?.destroy(new UploadFault('paper-broken-off'));
      reject(error);
    };
    /** What came before it broke off is still something; whether it is enough says who takes the file. */
    const breakOff = (): void => {
      current?.destroy(new UploadFault('paper-broken-off'));
      if (current) finish();
      else fail(new Refusal('bad-message'));
    };
    const finish = (): void => {
      taking.then(() => {
        for (const [field, value] of files) pairs.set(field, orFormer(value, pairs.get(field)));
        resolve(pairs);
      }, reject);
    };
    parser.on('field', fieldsInto(pairs, fail, long));
    parser.on('file', (field: string | undefined, stream, name: string | undefined) => {
      stream.on('error', () => undefined); // told to who reads it
      if (field === undefined) {
        fail(new Refusal('bad-message'));
        return;
      }
      current = stream;
      const within = (size: number): void => {
        kept += size;
        if (kept > keptMax) throw new UploadFault('paper-together-too-large');
      };
      taking = taking.then(async () => {
        const value = await takenFrom({ field, stream, name: name ?? '' }, within, take);
        if (value !== null) files.push([field, value]);
      });
      taking.catch(fail);
      stream.once('end', () => (current = undefined));
    });
    for (const limit of ['filesLimit', 'fieldsLimit'] as const) parser.on(limit, () => fail(tooLarge()));
    parser.on('error', breakOff);
    parser.on('finish', finish);
    bound(body, fail);
    body.once('error', () => fail(new Refusal('bad-message'))); // its sender is gone
    body.once('close', () => body.readableEnded || fail(new Refusal('bad-message')));
    body.pipe(parser);
  });
}

/** Takes fields that are no file, within what a form may hold. */
function fieldsInto(
  pairs: URLSearchParams,
  fail: (error: Error) => void,
  long: CutField | undefined,
): (name: string, value: string, isNameCut: boolean, isCut: boolean) => void {
  let written = 0;
  return (name, value, _isNameCut, isCut) => {
    if (long?.name === name && Buffer.byteLength(value) > longMax) {
      long.isCut = true;
      pairs.append(name, beginningOf(value));
      return;
    }
    written += Buffer.byteLength(name) + Buffer.byteLength(value);
    if (isCut || written > formMax) fail(refused('too-large', { form: true }));
    else if (value.includes(noText) || name.includes(noText)) fail(new Refusal('unsupported-media-type'));
    else pairs.append(name, value);
  };
}

/** @throws Refusal bad-message for headers that say not how it is divided */
function parserOf(headers: IncomingHttpHeaders): BusboyInstance {
  const type = headers['content-type'] ?? '';
  // A browser sends every field for a file, also where none was chosen.
  const limits = {
    fieldNameSize: 200,
    fieldSize: formMax,
    fields: fieldsMax,
    files: fieldsMax,
    fileSize: paperMax + 1,
  };
  try {
    return new Busboy({ headers: { ...headers, 'content-type': type }, limits });
  } catch {
    throw new Refusal('bad-message');
  }
}

function bound(body: Readable, fail: (error: Error) => void): void {
  let read = 0;
  body.on('data', (some: Buffer) => {
    read += some.length;
    if (read > bytesMax) fail(tooLarge());
  });
}

/** Where a file was not taken, the one before it stays. */
function orFormer(value: string, former: string | null): string {
  const fault = faultOfPaper(value);
  const isHash = former !== null && file.judge(former).length === 0;
  return fault && isHash ? refusedPaper(fault, former) : value;
}

const tooLarge = (): Refusal => refused('too-large', { files: true });

/** Null where no file was chosen: then a browser sends one without a name. */
async function takenFrom(
  { field, stream, name }: { field: string; stream: BusboyFileStream; name: string },
  within: (size: number) => void,
  take: TakeFile,
): Promise<string | null> {
  const bytes = whole(stream.iterator({ destroyOnReturn: false }), within);
  const first = await bytes.next();
  if (name === '' && first.done) return null;
  try {
    return await take({ field, name, bytes: from(first, bytes) });
  } finally {
    await bytes.return(undefined); // an iterator that is still open keeps its stream from going on
    stream.resume(); // what was not read is not needed, and the rest of the form comes after it
  }
}

/** @throws UploadFault where it ends before it is complete, and where too much came together */
async function* whole(bytes: AsyncIterable<Buffer>, within: (size: number) => void): AsyncGenerator<Buffer> {
  try {
    for await (const some of bytes) {
      within(some.length);
      yield some;
    }
  } catch (error) {
    throw error instanceof UploadFault ? error : new UploadFault('paper-broken-off');
  }
}

async function* from(first: IteratorResult<Buffer>, rest: AsyncIterator<Buffer>): AsyncIterable<Buffer> {
  for (let next = first; !next.done; next = await rest.next()) yield next.value;
}
