// Where files are taken with a form: on the pages of a dossier, and at the call for papers. Who uploads is known before a byte is
// kept; who may not, still gets the form back with everything else that was filled in.
import type { FastifyRequest } from 'fastify';
import { escapePointer } from '../domain/facts/values.js';
import { faultOfPaper, refusedPaper } from '../domain/papers.js';
import { invalid, Refusal } from '../domain/refusal.js';
import type { DossierId } from '../domain/vocabulary.js';
import {
  faultOfUpload,
  UploadFault,
  type PaperAsker,
  type PaperReceiver,
  type TakenPaper,
} from '../store/paper-uploads.js';
import { personOf } from './authentication.js';
import { leftOut } from '../domain/papers.js';
import { multipartType, readMultipart, type FilePart, type TakeFile } from './multipart.js';

/** Marks the call that takes a paper. */
export const takesPaper = { takesPaper: true };

/** In which a sheet, or a text, is pasted. */
const pastedField = 'sheet';

/** Marks the page that takes a sheet: it is read, and never kept. */
export const takesSheet = { takesSheet: true };

/** What that page was sent. */
export class SheetSent {
  constructor(
    readonly pairs: URLSearchParams,
    /** Null where no file was chosen. */
    readonly file: Buffer | null,
    /** Whether what was pasted is longer than a form takes: then its beginning is there. */
    readonly isCut: boolean,
  ) {}
}

/** The fields of forms that take one. */
const ofFiles = /^(?:.*\/)?file$/;

/** The field of that call. */
const field = 'file';

/** One byte more than this is too much: its reader says so. */
const sheetKeptMax = 2 * 1024 * 1024;

/** What the call for papers was sent. */
export class PaperSent {
  constructor(readonly paper: TakenPaper) {}
}

export const isMultipart = ({ headers }: FastifyRequest): boolean =>
  (headers['content-type'] ?? '').toLowerCase().startsWith(multipartType);

/** Whether this request can bring files, and takes its time for that. */
export const bringsFiles = (request: FastifyRequest): boolean =>
  isMultipart(request) &&
  request.method === 'POST' &&
  (isPaperCall(request) || isSheetPage(request) || isPageOfDossier(request));

const isPaperCall = ({ routeOptions }: FastifyRequest): boolean => 'takesPaper' in routeOptions.config;

const isSheetPage = ({ routeOptions }: FastifyRequest): boolean => 'takesSheet' in routeOptions.config;

const isPageOfDossier = ({ routeOptions }: FastifyRequest): boolean =>
  routeOptions.url?.startsWith('/trajecten/:dossier/') ?? false;

const dossierIn = ({ params }: FastifyRequest): DossierId => (params as { dossier: string }).dossier; // as its route names it

/** The body of a request that brings files. @throws Refusal */
export async function readUploads(
  request: FastifyRequest,
  body: FastifyRequest['raw'],
  papers: PaperReceiver,
): Promise<PaperSent | SheetSent | URLSearchParams> {
  const person = personOf(request);
  if (!bringsFiles(request)) throw new Refusal('unsupported-media-type');
  if (isSheetPage(request)) return sheetOf(request, body, person !== null);
  const asker = person && { person, dossier: dossierIn(request) };
  if (isPaperCall(request)) {
    if (!asker) throw new Refusal('sign-in-required');
    await papers.mustBeAllowed(asker); // before it is read
    return paperOf(request, body, (part) => papers.take(asker, part));
  }
  const names = new Map<string, string>();
  const pairs = await readMultipart(request.headers, body, async (part) => {
    const value = await valueOf(part, asker, papers);
    if (faultOfPaper(value) === undefined) names.set(part.field, part.name);
    return value;
  });
  for (const [name, fileName] of names) nameIn(pairs, name, fileName);
  return pairs;
}

/** Of a sheet that is too large so much is kept that it is known to be; who is not signed in leaves nothing. */
async function sheetOf(request: FastifyRequest, body: FastifyRequest['raw'], isKnown: boolean): Promise<SheetSent> {
  let file: Buffer | null = null;
  const pasted = { name: pastedField, isCut: false };
  const take: TakeFile = async ({ field: name, bytes }) => {
    if (name !== 'file') throw new Refusal('bad-message'); // no form of ours sends that
    const pieces: Buffer[] = [];
    let size = 0;
    for await (const piece of bytes) {
      if (isKnown && size <= sheetKeptMax) pieces.push(piece);
      size += piece.length;
    }
    file = Buffer.concat(pieces);
    return '';
  };
  const pairs = await readMultipart(request.headers, body, take, pasted);
  return new SheetSent(pairs, file, pasted.isCut);
}

/** What a form holds in the field of a file: its hash, or why it was not taken. */
async function valueOf(part: FilePart, asker: PaperAsker | null, papers: PaperReceiver): Promise<string> {
  if (!ofFiles.test(part.field)) throw new Refusal('bad-message'); // no form of ours sends that
  if (!asker) return refusedPaper('paper-not-yours');
  try {
    return (await papers.take(asker, part)).hash;
  } catch (error) {
    const fault = faultOfUpload(error) ?? (error instanceof Refusal ? 'paper-not-yours' : undefined);
    if (fault === undefined) throw error;
    if (fault === 'paper-broken-off') throw new Refusal('bad-message'); // what came after it is missing, too
    return refusedPaper(fault);
  }
}

/** A form that comes back says which file it has; what has no title of its own is called as its file. */
function nameIn(pairs: URLSearchParams, name: string, fileName: string): void {
  pairs.set(`${name}Name`, fileName);
  pairs.delete(`${name}${leftOut}`); // that was of the one before it
  const title = name.replace(/file$/, 'title');
  if (pairs.get(title)?.trim() === '') pairs.set(title, fileName.replace(/\.[A-Za-z0-9]{1,10}$/, ''));
}

/** @throws Refusal */
async function paperOf(
  request: FastifyRequest,
  body: FastifyRequest['raw'],
  take: (part: FilePart) => Promise<TakenPaper>,
): Promise<PaperSent> {
  let taken: TakenPaper | undefined;
  try {
    await readMultipart(request.headers, body, async (part) => {
      if (part.field !== field) throw invalid([{ pointer: `/${escapePointer(part.field)}`, code: 'unknown-property' }]);
      if (taken) throw invalid([{ pointer: `/${field}`, code: 'too-long', limit: 1 }]);
      taken = await take(part);
      return taken.hash;
    });
  } catch (error) {
    if (!(error instanceof UploadFault)) throw error;
    throw invalid([{ pointer: `/${field}`, code: 'bad-paper', because: { code: error.fault } }]);
  }
  if (!taken) throw invalid([{ pointer: `/${field}`, code: 'required' }]);
  return new PaperSent(taken);
}
