// The HTTP server as every part of Sluis relies on it: what is read, what is always answered.
import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import accepts from 'accepts';
import type { FastifyHttpOptions, FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify';
import { Configuration } from '../store/process/configuration.js';
import { Log } from '../store/process/log.js';
import { Refusal, refused } from '../domain/refusal.js';
import { Directory } from '../store/directory.js';
import { PaperReceiver } from '../store/paper-uploads.js';
import { Admission } from './admission.js';
import { KnownAddresses } from './addresses.js';
import { Answer, send } from './answer.js';
import { answerBroken, begins, type HeadersAt, type RenderPage, type TellUnread } from './broken-message.js';
import { carriedMax, formMax, formType, parseForm } from './form-body.js';
import { bodyMax, openMax, parseJson } from './json-body.js';
import { watchForProxy } from './proxy-seen.js';
import type { RefusalFilter } from './refusal.filter.js';
import { Places } from './places.js';
import { traceRequests } from './request-trace.js';
import { routeOf, plainPath } from './route.js';
import { securityHeaders } from './security-headers.js';
import { multipartType } from './multipart.js';
import { expectWithin } from './time-limit.js';
import { bringsFiles, readUploads } from './uploads.js';
import { identified } from './authentication.js';

export const apiVersion = '1.4.0';

/** Marks a route that needs nobody to be signed in. */
export const open = { open: true };

/** The same for a page that shows who is signed in, when somebody is. */
export const openToAll = { ...open, greets: true };

/** Marks a route whose answer goes on until somebody leaves: it is no request that took so long. */
export const streams = { streams: true };

/** As long as the longest address that Node reads, so that a name that is too long is simply not found. */
const parameterMax = 16_384;

/** In milliseconds: for the headers of a request, for all of it, also with files, and for a connection on which nothing moves. */
const timeOuts = { headers: 15_000, request: 30_000, upload: 300_000, connection: 60_000 };
/** How often it is seen that one is over. */
const checkEvery = 1_000;
/** More are not taken: each holds a descriptor, and of those a process usually has a few more than this. */
const connectionsMax = 1_000;

/** No route describes itself to Fastify: what is asked is judged by us, and what would compile a description is never loaded. */
const undescribed = (): never => {
  throw new Error('a route was given a schema of Fastify: describe it as the others are');
};

/**
 * @param filter asked for when it is needed: Nest makes it when there is an adapter
 * @param renderPage for messages so broken that the filter never sees them
 * @param tell of those that no hook sees
 */
export function newAdapter(
  configuration: Configuration,
  filter: () => RefusalFilter,
  renderPage: RenderPage,
  tell: TellUnread,
): FastifyAdapter {
  const { trustProxy } = configuration;
  const headersAt = commonHeaders(configuration);
  const options: FastifyHttpOptions<Server> = {
    bodyLimit: bodyMax,
    trustProxy: trustProxy.length > 0 ? trustProxy : false,
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: parameterMax },
    schemaController: { compilersFactory: { buildValidator: undescribed, buildSerializer: undescribed } },
    requestTimeout: timeOuts.upload, // what brings no files has less
    connectionTimeout: timeOuts.connection,
    http: {
      requireHostHeader: false, // Node would refuse it by itself, without a word; `mustBeAddressed` does
      headersTimeout: timeOuts.headers,
      connectionsCheckingInterval: checkEvery,
    },
    return503OnClosing: false, // what was begun is answered; Fastify would refuse it in words of its own
    clientErrorHandler: answerBroken(headersAt, renderPage, tell),
    // An address that cannot be decoded is refused before any hook runs.
    frameworkErrors: (_error: unknown, request: FastifyRequest, reply: FastifyReply) => {
      void reply.headers(headersAt(plainPath(request.url), request.id));
      filter().answer(new Refusal('unknown-path'), request, reply);
      tell(reply.statusCode, request.id, request.ip);
    },
  };
  return new Adapter({ ...options, skipMiddie: true }); // there is no middleware
}

/** Sends an answer with its own status, where Nest would send what the route declares. */
class Adapter extends FastifyAdapter {
  override reply(reply: FastifyReply, body: unknown, status?: number): FastifyReply {
    return body instanceof Answer ? send(reply, body) : super.reply(reply, body, status);
  }
}

/** Called before the routes are made. */
export function prepare(app: NestFastifyApplication): void {
  const configuration = app.get(Configuration);
  const admission = app.get(Admission);
  const server = app.getHttpAdapter().getInstance(); // Nest types its own copy
  const addresses = new KnownAddresses(server);
  const headersAt = commonHeaders(configuration);
  /** Who brings files is known before they are read, and a page before it is found who may see it. */
  const isKnown = (request: FastifyRequest) => identified(request, app.get(Directory), configuration.baseUrl);
  server.addHook('onRoute', boundBody);
  readBodies(server, app.get(PaperReceiver));
  watchForProxy(server, configuration);
  traceRequests(server, app.get(Log), app.get(Places).requests);
  server.addHook('onRequest', async (request, reply) => {
    const place = routeOf(request);
    void reply.headers(headersAt(place, request.id));
    begins(request.raw);
    const isUpload = bringsFiles(request) && (await isKnown(request));
    if (!isUpload) expectWithin(timeOuts.request, request.raw, server.server);
    mustBeAddressed(request);
    if (request.is404) refuseOtherMethods(addresses, place, reply);
    if (!isApi(place) || request.is404) return;
    mustBeAcceptable(request);
    if (!isOpen(request)) await admission.admit(request);
  });
  server.server.maxConnections = connectionsMax;
  // An expectation that nobody here knows is no reason to leave a request without an answer of ours.
  server.server.on('checkExpectation', (request, response) => server.server.emit('request', request, response));
}

/** Signing in again carries the form along that was filled in. */
const carriesForm = (place: string): boolean => place.startsWith('/aanmelden');

const isApi = (place: string): boolean => place.startsWith('/api/');

const isForAnyone = (config: object): boolean => 'open' in config;

export const isOpen = ({ routeOptions }: FastifyRequest): boolean => isForAnyone(routeOptions.config);

/** Whether it shows who is signed in, and nobody has to be. */
export const greets = ({ routeOptions }: FastifyRequest): boolean => 'greets' in routeOptions.config;

/** The headers of every answer, also of those that Node or Fastify gives by itself. */
function commonHeaders({ baseUrl }: Configuration): HeadersAt {
  const { pages: plain, data } = securityHeaders(baseUrl.startsWith('https:'));
  const pages = { ...plain, 'Cache-Control': 'no-store', Vary: 'Cookie' };
  const api = {
    ...data,
    'API-Version': apiVersion,
    'Cache-Control': 'private, no-cache',
    Vary: 'Authorization, Cookie',
  };
  const secret = { ...api, 'Cache-Control': 'no-store' };
  return (url, id) => {
    const tells = /^\/api\/v1\/(tokens|me)\b/.test(url) ? secret : api;
    return { ...(isApi(url) ? tells : pages), 'X-Request-Id': id };
  };
}

/** Whether a body is in UTF-8 and not packed. */
function isPlainText({ headers }: FastifyRequest): boolean {
  const { 'content-type': type = '', 'content-encoding': packed = 'identity' } = headers;
  return !/charset=(?!"?utf-?8)/i.test(type) && packed === 'identity';
}

/** Whoever is not signed in says little, and a form is smaller than what a program may send. */
function boundBody(route: RouteOptions): void {
  if (!isApi(route.url)) route.bodyLimit = carriesForm(route.url) ? carriedMax : formMax;
  else if (isForAnyone(route.config ?? {})) route.bodyLimit = openMax;
}

/** JSON and forms are read, and files with some of them, nothing else: an unknown kind of body is 415, and so is one that was packed. */
function readBodies(server: FastifyInstance, papers: PaperReceiver): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    try {
      if (!isPlainText(request)) throw new Refusal('unsupported-media-type');
      done(null, parseJson(body as Buffer)); // parseAs says so
    } catch (error) {
      done(error as Error); // parseJson throws refusals alone
    }
  });
  server.addContentTypeParser(multipartType, (request: FastifyRequest, body: FastifyRequest['raw']) =>
    readUploads(request, body, papers),
  );
  server.addContentTypeParser(formType, { parseAs: 'string' }, (request, body, done) => {
    try {
      const place = routeOf(request);
      if (isApi(place) || !isPlainText(request)) throw new Refusal('unsupported-media-type');
      done(null, parseForm(body as string, { carries: carriesForm(place) })); // parseAs says so
    } catch (error) {
      done(error as Error); // parseForm throws refusals alone
    }
  });
}

/** @throws Refusal bad-header for a message without a Host; unknown-path for an address of the API that ends in a slash */
function mustBeAddressed({ raw, url }: FastifyRequest): void {
  const path = plainPath(url); // of the address itself: a name in it that is empty fits a route
  if (raw.httpVersion === '1.1' && raw.headers.host === undefined) throw refused('bad-header', { header: 'Host' });
  if (isApi(path) && path.endsWith('/')) throw new Refusal('unknown-path');
}

/** @throws Refusal method-not-allowed where there is something, but not for this method; Allow names those that it has */
function refuseOtherMethods(addresses: KnownAddresses, place: string, reply: FastifyReply): void {
  const methods = addresses.methodsAt(place);
  if (methods.length === 0) return;
  void reply.header('Allow', methods.join(', '));
  throw new Refusal('method-not-allowed');
}

/** @throws Refusal not-acceptable */
function mustBeAcceptable({ raw }: FastifyRequest): void {
  const { accept } = raw.headers;
  if (accept === undefined || accept === '*/*') return;
  if (accepts(raw).type(['application/json', 'application/problem+json']) === false)
    throw new Refusal('not-acceptable');
}
