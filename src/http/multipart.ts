// Reads a form with files as it comes in: its fields as the pairs of any other form, each file by who takes it, one after the
// other. A file that is too large is read to its end and not kept, so that the rest of the form is not lost with it.
import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import { Busboy, type BusboyFileStream, type BusboyInstance } from '@fastify/busboy';
import { paperMax } from '../domain/papers.js';
import { Refusal } from '../domain/refusal.js';
import { UploadFault } from '../store/paper-uploads.js';
import { fieldsMax, formMax } from './form-body.js';

export const multipartType = 'multipart/form-data';

const filesMax = 10;
/** Of all files together, with the form around them. */
const bytesMax = 4 * paperMax + 1024 * 1024;

/** A file as it comes in. */
export interface FilePart {
  /** The name of its field. */
  field: string;
  name: string;
  bytes: AsyncIterable<Buffer>;
}

/** @returns what stands in its field from then on */
export type TakeFile = (part: FilePart) => Promise<string>;

/** @throws Refusal too-large, bad-message; whatever `take` throws */
export function readMultipart(headers: IncomingHttpHeaders, body: Readable, take: TakeFile): Promise<URLSearchParams> {
  return new Promise((resolve, reject) => {
    const pairs = new URLSearchParams();
    const files: [field: string, value: string][] = [];
    let taking: Promise<unknown> = Promise.resolve();
    let current: BusboyFileStream | undefined;
    const parser = parserOf(headers);
    const fail = (error: Error): void => {
      body.unpipe(parser);
      current?.destroy(new UploadFault('paper-broken-off'));
      reject(error);
    };
    /** What came before it broke off is still a form. */
    const breakOff = (): void => {
      current?.destroy(new UploadFault('paper-broken-off'));
      if (current) finish();
      else fail(new Refusal('bad-message'));
    };
    const finish = (): void => {
      taking.then(() => {
        for (const [field, value] of files) pairs.set(field, value);
        resolve(pairs);
      }, reject);
    };
    parser.on('field', (name, value, _nameCut, isCut) => {
      if (isCut) fail(new Refusal('too-large'));
      else pairs.append(name, value);
    });
    parser.on('file', (field, stream, name: string | undefined) => {
      stream.on('error', () => undefined); // told to who reads it
      current = stream;
      taking = taking.then(async () => {
        const value = await takenFrom({ field, stream, name: name ?? '' }, take);
        if (value !== null) files.push([field, value]);
      });
      taking.catch(fail);
      stream.once('end', () => (current = undefined));
    });
    parser.on('filesLimit', () => fail(new Refusal('too-large')));
    parser.on('fieldsLimit', () => fail(new Refusal('too-large')));
    parser.on('error', breakOff);
    parser.on('finish', finish);
    bound(body, fail);
    body.once('error', () => fail(new Refusal('bad-message'))); // its sender is gone
    body.once('close', () => body.readableEnded || fail(new Refusal('bad-message')));
    body.pipe(parser);
  });
}

/** @throws Refusal bad-message for headers that say not how it is divided */
function parserOf(headers: IncomingHttpHeaders): BusboyInstance {
  const type = headers['content-type'] ?? '';
  const limits = { fieldNameSize: 200, fieldSize: formMax, fields: fieldsMax, files: filesMax, fileSize: paperMax + 1 };
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
    if (read > bytesMax) fail(new Refusal('too-large'));
  });
}

/** Null where no file was chosen: then a browser sends one without a name. */
async function takenFrom(
  { field, stream, name }: { field: string; stream: BusboyFileStream; name: string },
  take: TakeFile,
): Promise<string | null> {
  const bytes = whole(stream.iterator({ destroyOnReturn: false }));
  const first = await bytes.next();
  if (name === '' && first.done) return null;
  try {
    return await take({ field, name, bytes: from(first, bytes) });
  } finally {
    stream.resume(); // what was not read is not needed, and the rest of the form comes after it
  }
}

/** @throws UploadFault where it ends before it is complete */
async function* whole(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield* bytes;
  } catch {
    throw new UploadFault('paper-broken-off');
  }
}

async function* from(first: IteratorResult<Buffer>, rest: AsyncIterator<Buffer>): AsyncIterable<Buffer> {
  for (let next = first; !next.done; next = await rest.next()) yield next.value;
}
