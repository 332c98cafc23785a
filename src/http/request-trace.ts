// What is seen of every request when its answer is sent: one line in the log, and a word to whoever listens. The route
// stands for the address, which can hold the secret of a one-time link; nothing that was asked or sent is told.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { RefusalCode } from '../domain/refusal.js';
import type { Sender } from '../domain/security/entries.js';
import type { Id } from '../domain/vocabulary.js';
import type { Log } from '../store/process/log.js';
import { nowhere, tellRequest } from '../store/process/server-told.js';
import { personOf } from './authentication.js';
import { patternOf, senderOf } from './sender.js';

/** A request and how it was answered. */
export interface RequestSeen extends Sender {
  method: string;
  /** The pattern of its route; null where there is none. */
  pattern: string | null;
  status: number;
  milliseconds: number;
  /** Null where nobody was signed in. */
  person: Id | null;
  /** Null where nothing was refused, and where a page of its own tells why. */
  refusal: RefusalCode | null;
}

type Listener = (seen: RequestSeen) => void;

const refusals = new WeakMap<FastifyRequest, RefusalCode>();

/** Why a request was refused, for whoever is told of it. */
export const noteRefusal = (request: FastifyRequest, code: RefusalCode): void => void refusals.set(request, code);

/** @param listeners those that there are by the time of a request */
export function traceRequests(server: FastifyInstance, log: Log, listeners: readonly Listener[]): void {
  server.addHook('onRequest', (request, _reply, done) => {
    void request.ip; // once the connection is gone nobody knows it any more
    done();
  });
  server.addHook('onResponse', (request, reply, done) => {
    const isStream = 'streams' in request.routeOptions.config && reply.statusCode === 200;
    if (!isStream) {
      const seen = seenOf(request, reply);
      tell(log, seen);
      for (const listen of listeners) listen(seen);
    }
    done();
  });
}

/** Of a message so broken that no route was looked for. */
export const traceUnread = (log: Log, status: number, requestId: string, address: string | undefined): void =>
  tellRequest(log, 'info', { route: nowhere, status, address, requestId });

const seenOf = (request: FastifyRequest, reply: FastifyReply): RequestSeen => ({
  ...senderOf(request),
  method: request.method,
  pattern: patternOf(request),
  status: reply.statusCode,
  milliseconds: Math.round(reply.elapsedTime * 10) / 10,
  person: personOf(request)?.id ?? null,
  refusal: refusals.get(request) ?? null,
});

function tell(log: Log, { request, method, pattern, status, milliseconds, person, address, refusal }: RequestSeen) {
  const level = levelOf(status, pattern);
  if (!log.writes(level)) return;
  tellRequest(log, level, {
    method,
    route: pattern ?? nowhere,
    status,
    ms: milliseconds,
    person: person ?? undefined,
    address,
    requestId: request,
    refusal: refusal ?? undefined,
  });
}

/** Whoever asks after the health of the process does so all day. */
function levelOf(status: number, pattern: string | null): 'debug' | 'info' | 'warn' | 'error' {
  if (status >= 500) return status === 500 ? 'error' : 'warn';
  return pattern?.startsWith('/health/') ? 'debug' : 'info';
}
