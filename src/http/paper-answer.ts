// A paper as it is sent: never as anything else than what it is, taken along under its own name, and shown in the browser only
// where that is asked and its kind is one that browsers show by themselves.
import type { IncomingHttpHeaders } from 'node:http';
import { Readable } from 'node:stream';
import { fileNameOf, isPaperKind, paperKinds } from '../domain/papers.js';
import type { WholePaper } from '../store/papers.js';
import { Answer, listsTag } from './answer.js';

/** What a paper may do in the browser that shows it: nothing. A browser refuses to show a PDF where all is shut in. */
const policy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
const ofImages = `${policy}; sandbox`;
const ofPdf = `${policy}; object-src 'self'; style-src 'unsafe-inline'`;

interface Sent {
  paper: WholePaper;
  bytes: AsyncIterable<Buffer>;
  headers: IncomingHttpHeaders;
  /** Whether it is to be shown, where a browser can. */
  shows?: boolean;
}

/** It never changes: the tag is of its hash. @throws Error for a kind that nobody knows */
export function answerPaper({ paper, bytes, headers, shows = false }: Sent): Answer {
  const { kind, hash, size, name } = paper;
  if (!isPaperKind(kind)) throw new Error(`paper ${paper.id} is a ${kind}, which nobody knows`);
  const ETag = `"0-${hash}"`;
  if (listsTag(headers['if-none-match'], ETag)) return new Answer(304, { ETag });
  const { type, isShown } = paperKinds[kind];
  const disposition = shows && isShown ? 'inline' : 'attachment';
  return new Answer(
    200,
    {
      ETag,
      'content-type': type,
      'content-length': String(size),
      'content-disposition': `${disposition}; ${namedInHeader(fileNameOf(name, kind))}`,
      'content-security-policy': kind === 'pdf' ? ofPdf : ofImages,
      'cache-control': 'private, no-cache',
    },
    Readable.from(bytes, { objectMode: false }),
  );
}

/** A name in a header (RFC 6266): whole for who reads RFC 8187, and with what is left of it in ASCII for who does not. */
export function namedInHeader(name: string): string {
  const plain = name.normalize('NFKD').replace(/[^\x20-\x7e]|["\\%/]/g, '_');
  const whole = encodeURIComponent(name).replace(
    /['()*!]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `filename="${plain}"; filename*=UTF-8''${whole}`;
}
