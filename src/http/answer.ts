// Answers in JSON: what a route found or accepted becomes a status, headers and a body, with the tags by which a reader can
// tell whether anything has changed.
import { hash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import type { Accepted } from '../store/caller.js';

/** What is sent as it is: Nest itself knows one status for each route, which it decides before the route runs. */
export class Answer {
  constructor(
    readonly status: number,
    readonly headers: Readonly<Record<string, string | string[]>>,
    readonly body?: string | Buffer | Readable,
  ) {}
}

/** A text goes as bytes: written as it is, a large one would be walked through twice more, while everyone waits. */
export const send = (reply: FastifyReply, { status, headers, body }: Answer): FastifyReply =>
  reply
    .status(status)
    .headers(headers)
    .send(typeof body === 'string' ? Buffer.from(body) : body);

/** What a read of a dossier found, at the sequence of its last event. */
export interface ReadResult {
  view: object;
  sequence: number;
}

/** `"12-digest"`: strong, the sequence of the dossier's last event and a digest of the answer. */
export const etagOf = (sequence: number, body: string): string =>
  `"${sequence}-${hash('sha256', body, 'base64url').slice(0, 22)}"`;

export const json = { 'content-type': 'application/json; charset=utf-8' };

/** What was read, or 304 when the reader has it already. */
export function answerRead({ view, sequence }: ReadResult, headers: IncomingHttpHeaders): Answer {
  const body = JSON.stringify(view);
  const ETag = etagOf(sequence, body);
  return listsTag(headers['if-none-match'], ETag)
    ? new Answer(304, { ETag })
    : new Answer(200, { ETag, ...json }, body);
}

/** If-None-Match compares weakly: a tag that a proxy weakened is still the same answer. */
export const listsTag = (header: string | undefined, etag: string): boolean =>
  header?.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag) ?? false;

/** What is kept of the answer to a command: where the thing is, its tag, and the body. */
export interface AnswerParts {
  location: string;
  etag: string | null;
  body: string;
}

export const packAnswer = ({ location, etag, body }: AnswerParts): string => `${location}\n${etag ?? ''}\n${body}`;

/** What a command would do; nothing was recorded. */
export const answerDryRun = (body: string, sequence: number): Answer =>
  new Answer(200, { ETag: etagOf(sequence, body), ...json }, body);

/** What was accepted, for the first time or again. */
export function answerAccepted({ answer, replayed }: Accepted): Answer {
  const { location, etag, body } = unpackAnswer(answer);
  const headers: Record<string, string> = { Location: location, ...json };
  if (etag !== null) headers.ETag = etag;
  if (replayed) headers['Idempotency-Replayed'] = 'true';
  return new Answer(201, headers, body);
}

export function unpackAnswer(answer: string): AnswerParts {
  const first = answer.indexOf('\n');
  const second = answer.indexOf('\n', first + 1);
  const etag = answer.slice(first + 1, second);
  return { location: answer.slice(0, first), etag: etag === '' ? null : etag, body: answer.slice(second + 1) };
}
