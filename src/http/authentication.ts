// Finds out who asks, before anything of the request's body is read.
import { hash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { parseCookie } from 'cookie';
import type { Directory, SessionKind } from '../store/directory.js';
import type { Caller } from '../store/caller.js';
import { Refusal, refused } from '../domain/refusal.js';
import { senderOf } from './sender.js';
import type { KnownPerson } from '../domain/people.js';

/** How somebody is signed in: the secret that they showed, and where. */
export interface SignedIn {
  person: KnownPerson;
  secret: string;
  kind: SessionKind;
}

const signedIn = new WeakMap<FastifyRequest, SignedIn>();

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Whether nothing can be changed by it. */
export const isSafe = ({ method }: FastifyRequest): boolean => safe.has(method);

/** Of a session, and of a browser that signed in before. */
export type CookieKind = 'sluis' | 'sluis-device';

/** The name of a cookie: bound to the host and to https, where there is https. */
export const cookieName = (baseUrl: string, kind: CookieKind): string =>
  baseUrl.startsWith('https:') ? `__Host-${kind}` : kind;

/**
 * A request with an Authorization header never falls back to the cookie.
 * @throws Refusal sign-in-required, token-expired, csrf
 */
export async function authenticate(request: FastifyRequest, directory: Directory, baseUrl: string): Promise<SignedIn> {
  const known = await identify(request, directory, baseUrl);
  signedIn.set(request, known);
  if (known.kind === 'cookie' && !isSafe(request)) mustBeOwnPage(request, baseUrl);
  return known;
}

/** Whether somebody is signed in and asks by a page of our own; who that is, is known from then on. */
export async function identified(request: FastifyRequest, directory: Directory, baseUrl: string): Promise<boolean> {
  try {
    await authenticate(request, directory, baseUrl);
    return true;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    signedIn.delete(request);
    return false;
  }
}

async function identify(request: FastifyRequest, directory: Directory, baseUrl: string): Promise<SignedIn> {
  const header = request.headers.authorization;
  if (header !== undefined) {
    const secret = /^Bearer ([\w-]{1,200})$/i.exec(header)?.[1];
    if (secret === undefined) throw new Refusal('sign-in-required');
    return { person: await directory.authenticate(secret, 'token'), secret, kind: 'token' };
  }
  const secret = cookieOf(request, baseUrl, 'sluis');
  if (secret === undefined) throw new Refusal('sign-in-required');
  return { person: await directory.authenticate(secret, 'cookie'), secret, kind: 'cookie' };
}

/** What is in a cookie of ours, if the browser sent one. */
export const cookieOf = (request: FastifyRequest, baseUrl: string, kind: CookieKind): string | undefined =>
  parseCookie(request.headers.cookie ?? '')[cookieName(baseUrl, kind)];

/** @throws Refusal csrf */
export function mustBeOwnPage(request: FastifyRequest, baseUrl: string): void {
  if (!isOwnPage(request, baseUrl)) throw new Refusal('csrf');
}

/** The browser itself says where a request came from; where it does not, it names the origin. */
export function isOwnPage({ headers }: FastifyRequest, baseUrl: string): boolean {
  const site = headers['sec-fetch-site'];
  return site === undefined ? headers.origin === baseUrl : site === 'same-origin';
}

/**
 * For forms that need no session: refused only when the browser says that another site sent them.
 * @throws Refusal csrf
 */
export function mustNotBeForeign(request: FastifyRequest, baseUrl: string): void {
  const site = request.headers['sec-fetch-site'];
  const { origin } = request.headers;
  const foreign =
    site === undefined ? origin !== undefined && origin !== baseUrl : !['same-origin', 'none'].includes(site);
  if (foreign) throw new Refusal('csrf');
}

/** Who was found by `authenticate`; an open route has nobody. */
export function signedInOf(request: FastifyRequest): SignedIn {
  const found = signedIn.get(request);
  if (!found) throw new Refusal('sign-in-required');
  return found;
}

/** Who was found, if anyone was. */
export const personOf = (request: FastifyRequest): KnownPerson | null => signedIn.get(request)?.person ?? null;

/** @throws Refusal bad-header */
export function callerOf(request: FastifyRequest): Caller {
  const { person } = signedInOf(request);
  return { person, key: keyOf(request), ifMatch: matchOf(request), sender: senderOf(request) };
}

function keyOf(request: FastifyRequest): Caller['key'] {
  const value = request.headers['idempotency-key'];
  if (value === undefined) return null;
  if (typeof value !== 'string' || !/^[\x20-\x7e]{8,128}$/.test(value)) throw badHeader('Idempotency-Key');
  const asked = JSON.stringify([request.method, request.url, request.body], inOrder);
  return { value, request: hash('sha256', asked) };
}

/** The same body in another order of names is the same request. */
const inOrder = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

/** The sequences in If-Match: `"12-digest"`, several with a comma; `*` matches whatever there is. */
function matchOf(request: FastifyRequest): Caller['ifMatch'] {
  const header = request.headers['if-match'];
  if (header === undefined || header.trim() === '*') return null;
  const read = header.split(',').map((tag) => {
    const match = /^\s*(?:W\/)?"(\d{1,10})-[\w-]+"\s*$/.exec(tag);
    if (!match) throw badHeader('If-Match');
    return tag.trim().startsWith('W/') ? -1 : Number(match[1]); // a weak tag matches nothing
  });
  return ({ sequence }) => read.includes(sequence);
}

const badHeader = (header: string): Refusal => refused('bad-header', { header });
