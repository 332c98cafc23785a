// An answer in JSON, with the tags by which a reader can tell whether anything has changed.
import { hash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Accepted } from '../app/caller.js';

/** `"12-digest"`: strong, the sequence of the dossier's last event and a digest of the answer. */
export const etagOf = (sequence: number, body: string): string =>
  `"${sequence}-${hash('sha256', body, 'base64url').slice(0, 22)}"`;

const json = 'application/json; charset=utf-8';

/** Sends what was read, or 304 when the reader has it already. */
export function sendRead(
  request: FastifyRequest,
  reply: FastifyReply,
  body: string,
  sequence: number | null,
): FastifyReply {
  if (sequence !== null) {
    const etag = etagOf(sequence, body);
    void reply.header('ETag', etag);
    if (holds(request.headers['if-none-match'], etag)) return reply.status(304).send();
  }
  return reply.type(json).send(body);
}

/** Sends what a command would do; nothing was recorded. */
export const sendTold = (reply: FastifyReply, body: string, sequence: number): FastifyReply =>
  reply.status(200).header('ETag', etagOf(sequence, body)).type(json).send(body);

/** If-None-Match compares weakly: a tag that a proxy weakened is still the same answer. */
const holds = (header: string | undefined, etag: string): boolean =>
  header?.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag) ?? false;

/** What is kept of the answer to a command: where the thing is, its tag, and the body. */
export interface CommandAnswer {
  location: string;
  etag: string | null;
  body: string;
}

export const packAnswer = ({ location, etag, body }: CommandAnswer): string => `${location}\n${etag ?? ''}\n${body}`;

export function sendAccepted(reply: FastifyReply, { answer, replayed }: Accepted): FastifyReply {
  const [location = '', etag = '', body = ''] = split(answer);
  void reply.header('Location', location);
  if (etag !== '') void reply.header('ETag', etag);
  if (replayed) void reply.header('Idempotency-Replayed', 'true');
  return reply.status(201).type(json).send(body);
}

function split(answer: string): string[] {
  const first = answer.indexOf('\n');
  const second = answer.indexOf('\n', first + 1);
  return [answer.slice(0, first), answer.slice(first + 1, second), answer.slice(second + 1)];
}
