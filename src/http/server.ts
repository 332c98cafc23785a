// The HTTP server as every part of Sluis relies on it: what is read, what is always answered, and how it stops.
import { randomUUID } from 'node:crypto';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import accepts from 'accepts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Sluis } from '../app/sluis.js';
import { Refusal } from '../domain/refusal.js';
import { authenticate } from './authentication.js';
import { formType, parseForm } from './form-body.js';
import { bodyMax, parseJson } from './json-body.js';
import type { RefusalFilter } from './refusal.filter.js';
import { explorerPolicy, securityHeaders } from './security-headers.js';

export const apiVersion = '1.0.0';
const stopMax = 10_000;
const sweepEvery = 50;

/** Marks a route that needs nobody to be signed in. */
export const open = { open: true };

/** As long as Node reads an address at all: what is too long for a name is simply not found. */
const parameterMax = 16_384;

export const newAdapter = (trustProxy: string[], filter: RefusalFilter): FastifyAdapter =>
  new FastifyAdapter({
    skipMiddie: true, // there is no middleware
    bodyLimit: bodyMax,
    trustProxy: trustProxy.length > 0 ? trustProxy : false,
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: parameterMax },
    // An address that cannot be decoded is refused before any hook runs.
    frameworkErrors: (_error: unknown, request: FastifyRequest, reply: FastifyReply) => {
      void reply.header('X-Request-Id', request.id);
      filter.answer(new Refusal('unknown-path'), request, reply);
    },
  });

/** Called before the routes are made. What it gives back is called when they are, before the server listens. */
export function prepare(app: NestFastifyApplication, sluis: Sluis): () => void {
  const server = app.getHttpAdapter().getInstance(); // Nest types its own copy
  const security = securityHeaders(sluis.configuration.baseUrl.startsWith('https:'));
  readBodies(server);
  server.addHook('onRequest', async (request, reply) => {
    void reply.headers(isApi(request) ? security.data : security.pages);
    answerAlways(request, reply);
    if (!isApi(request) || request.is404 || isOpen(request)) return;
    await authenticate(request, sluis.accounts, sluis.configuration.baseUrl);
  });
  return refuseOtherMethods(server);
}

/** Stops taking connections, lets requests in flight finish, and cuts what is left after ten seconds. */
export async function close(app: NestFastifyApplication): Promise<void> {
  const server = app.getHttpServer() as { closeIdleConnections(): void; closeAllConnections(): void };
  const sweeping = setInterval(() => server.closeIdleConnections(), sweepEvery);
  const cutting = setTimeout(() => server.closeAllConnections(), stopMax);
  try {
    await app.close();
  } finally {
    clearInterval(sweeping);
    clearTimeout(cutting);
  }
}

const isApi = (request: FastifyRequest): boolean => request.url.startsWith('/api/');

const isOpen = (request: FastifyRequest): boolean => (request.routeOptions.config as { open?: boolean }).open === true;

/** JSON and forms are read, nothing else: an unknown kind of body is 415. */
function readBodies(server: FastifyInstance): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    try {
      if (/charset=(?!"?utf-?8)/i.test(request.headers['content-type'] ?? ''))
        throw new Refusal('unsupported-media-type');
      done(null, parseJson(body as Buffer)); // parseAs says so
    } catch (error) {
      done(error as Error); // parseJson throws refusals alone
    }
  });
  server.addContentTypeParser(formType, { parseAs: 'string' }, (request, body, done) => {
    try {
      if (isApi(request)) throw new Refusal('unsupported-media-type');
      done(null, parseForm(body as string, { carries: request.url.startsWith('/aanmelden') })); // parseAs says so
    } catch (error) {
      done(error as Error); // parseForm throws refusals alone
    }
  });
}

function answerAlways(request: FastifyRequest, reply: FastifyReply): void {
  void reply.header('X-Request-Id', request.id);
  if (request.url.startsWith('/docs')) void reply.header('Content-Security-Policy', explorerPolicy);
  if (!isApi(request)) return;
  const secret = /^\/api\/v1\/(tokens|me)\b/.test(request.url);
  void reply.header('API-Version', apiVersion);
  void reply.header('Cache-Control', secret ? 'no-store' : 'private, no-cache');
  void reply.header('Vary', 'Authorization, Cookie');
  if (request.headers.accept === undefined || request.headers.accept === '*/*') return;
  const acceptable = accepts(request.raw).type(['application/json', 'application/problem+json']);
  if (acceptable === false) throw new Refusal('not-acceptable');
}

/** Every path answers 405 to the methods that it does not have, and names those that it has. */
function refuseOtherMethods(server: FastifyInstance): () => void {
  const known = new Map<string, Set<string>>();
  server.addHook('onRoute', ({ url, method }) => {
    known.set(url, new Set([...(known.get(url) ?? []), ...[method].flat()]));
  });
  return () => {
    for (const [url, methods] of [...known]) {
      const method = allMethods.filter((one) => !methods.has(one));
      if (url.includes('*') || method.length === 0) continue;
      const allow = [...methods].join(', ');
      const handler = (_request: FastifyRequest, reply: FastifyReply) => {
        void reply.header('Allow', allow);
        throw new Refusal('method-not-allowed');
      };
      server.route({ url, method, config: open, handler });
    }
  };
}

const allMethods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];
