// What arrives and is no HTTP message at all, or only half of one: it never becomes a request, so it is answered here,
// on its bare socket, with the same headers and the same words as everything else.
import { randomUUID } from 'node:crypto';
import { STATUS_CODES, type IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { Refusal, type RefusalCode } from '../domain/refusal.js';
import { statusOfCode } from './statuses.js';
import { wordingAsked } from './language.js';
import { isPage, problemOf, problemType } from './problem.js';

/** What is always answered at a path, whoever asks. */
export type HeadersAt = (url: string, id: string) => Record<string, string>;

/** A refusal as a page of HTML, where nothing is known of who asks. */
export type RenderPage = (refusal: Refusal, requestId: string, path: string) => string;

/** Says that it was answered. */
export type TellUnread = (status: number, requestId: string, address: string | undefined) => void;

/** How Node calls what is wrong with a message; anything else is a `bad-message`. */
const codes: Partial<Record<string, RefusalCode>> = {
  HPE_HEADER_OVERFLOW: 'headers-too-large',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 'too-large',
  ERR_HTTP_REQUEST_TIMEOUT: 'too-slow',
};

/** The last request of each connection, of which the rest may never come. */
const begun = new WeakMap<Socket, IncomingMessage>();

export const begins = (request: IncomingMessage): void => void begun.set(request.socket, request);

/** An error of Node's parser, with the bytes that it had where it had any. */
type ParserError = Error & { code?: string; rawPacket?: unknown };

export const answerBroken =
  (headersAt: HeadersAt, renderPage: RenderPage, tell: TellUnread) =>
  (error: ParserError, socket: Socket): void => {
    if (error.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy();
      return;
    }
    const refusal = new Refusal(codes[error.code ?? ''] ?? 'bad-message');
    const { url, accept } = beginningOf(error.rawPacket, begun.get(socket));
    const id = randomUUID();
    const page = isPage(url, accept);
    const body = page ? renderPage(refusal, id, url) : JSON.stringify(problemOf(refusal, wordingAsked()));
    const headers = {
      ...headersAt(url, id),
      'Content-Type': page ? 'text/html; charset=utf-8' : problemType,
      'Content-Length': String(Buffer.byteLength(body)),
      Connection: 'close',
    };
    const status = statusOfCode(refusal.code);
    tell(status, id, socket.remoteAddress);
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n${body}`);
  };

/** How far the first bytes can be read: which address was meant, and what was wanted there. */
function beginningOf(packet: unknown, request: IncomingMessage | undefined): { url: string; accept: string } {
  if (!Buffer.isBuffer(packet)) return { url: request?.url ?? '/', accept: request?.headers.accept ?? '' };
  const text = packet.toString('latin1');
  const url = /^\S+ (\/[\x21-\x7e]*)/.exec(text)?.[1] ?? '/';
  const accept = /\r\naccept:([^\r\n]*)/i.exec(text)?.[1] ?? '';
  return { url, accept };
}
