// Asks another server for something, at an address that somebody filled in. Never one of the own network or of this machine:
// the address that is connected to is the one that was looked at, also after a redirect.
import { lookup, type LookupAddress } from 'node:dns';
import { request as requestPlainly, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as requestSafely } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import ipaddr from 'ipaddr.js';

/** Why there is no answer to read; `status` where the other server gave another. */
export type ElsewhereFault =
  | { code: 'bad-address' }
  | { code: 'not-public' }
  | { code: 'no-answer' }
  | { code: 'bad-status'; status: number }
  | { code: 'too-large'; max: number };

export interface AskedElsewhere {
  /** In bytes. */
  max: number;
  /** Which addresses may be connected to; the public ones where nothing is said. */
  mayConnect?: (address: string) => boolean;
}

/** What is posted, and how long may be waited for an answer, in milliseconds. */
export interface PostedElsewhere extends Pick<AskedElsewhere, 'mayConnect'> {
  body: string;
  headers: Readonly<Record<string, string>>;
  within: number;
  signal?: AbortSignal;
}

const redirectsMax = 3;
/** From the question to the last byte, in milliseconds: a server that sends one byte a second would hold on for ever. */
const timeMax = 10_000;

class Unanswered extends Error {
  constructor(readonly fault: ElsewhereFault) {
    super(fault.code);
  }
}

/** The text at an address, which is taken to be UTF-8. */
export async function textElsewhere(
  address: string,
  asked: AskedElsewhere,
): Promise<{ text: string } | { fault: ElsewhereFault }> {
  const signal = AbortSignal.timeout(timeMax);
  try {
    return { text: await follow(addressIn(address.trim().replace(/^webcal:/i, 'https:')), asked, signal) };
  } catch (error) {
    return { fault: error instanceof Unanswered ? error.fault : { code: 'no-answer' } };
  }
}

/**
 * Posts a text to an address and answers with what came back, of which nothing but the status is read; no redirect is followed.
 * `retryAfter`: after so many seconds the other server wants to be asked again, where it said so.
 */
export async function postElsewhere(
  address: string,
  { body, headers, within, mayConnect, signal }: PostedElsewhere,
): Promise<{ status: number; retryAfter: number | null } | { fault: ElsewhereFault }> {
  const limit = AbortSignal.timeout(within);
  const sent = { method: 'POST', body, headers };
  try {
    const asked = mayConnect === undefined ? {} : { mayConnect };
    const until = signal === undefined ? limit : AbortSignal.any([limit, signal]);
    const answer = await answerAt(addressIn(address), asked, until, sent);
    answer.destroy();
    const seconds = Number(answer.headers['retry-after'] ?? Number.NaN);
    return { status: answer.statusCode ?? 0, retryAfter: seconds > 0 ? seconds : null };
  } catch (error) {
    return { fault: error instanceof Unanswered ? error.fault : { code: 'no-answer' } };
  }
}

function addressIn(text: string, from?: URL): URL {
  if (!URL.canParse(text, from?.href)) throw new Unanswered({ code: 'bad-address' });
  const url = new URL(text, from?.href);
  if (/^https?:$/.test(url.protocol) && url.username === '') return url;
  throw new Unanswered({ code: 'bad-address' });
}

async function follow(first: URL, asked: AskedElsewhere, signal: AbortSignal): Promise<string> {
  let url = first;
  for (let n = 0; n <= redirectsMax; n++) {
    const answer = await answerAt(url, asked, signal);
    const { statusCode: status = 0, headers } = answer;
    if (status === 200) return textOf(answer, asked);
    answer.destroy();
    if (![301, 302, 303, 307, 308].includes(status) || !headers.location)
      throw new Unanswered({ code: 'bad-status', status });
    url = addressIn(headers.location, url);
  }
  throw new Unanswered({ code: 'no-answer' });
}

interface Sent {
  method: string;
  headers: Readonly<Record<string, string>>;
  body?: string;
}

const plainGet: Sent = { method: 'GET', headers: { accept: '*/*' } };

function answerAt(
  url: URL,
  { mayConnect = isPublic }: Pick<AskedElsewhere, 'mayConnect'>,
  signal: AbortSignal,
  { method, headers, body }: Sent = plainGet,
): Promise<IncomingMessage> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  // A number is connected to as it stands, without being looked up.
  if (isIP(host) && !mayConnect(host)) throw new Unanswered({ code: 'not-public' });
  const options: RequestOptions = { signal, agent: false, lookup: lookupOf(mayConnect), method, headers };
  return new Promise((resolve, reject) => {
    const request = url.protocol === 'https:' ? requestSafely : requestPlainly;
    request(url, options, resolve).on('error', reject).end(body);
  });
}

/** Looks a name up, and gives it only where all that it stands for may be connected to. */
const lookupOf =
  (mayConnect: (address: string) => boolean): LookupFunction =>
  (host, options, callback) => {
    // Nothing was found where there is an error.
    lookup(host, { ...options, all: true }, (error: Error | null, found: LookupAddress[] | undefined) => {
      const [first] = found ?? [];
      const mayAll = found?.every(({ address }) => mayConnect(address)) === true;
      if (error || !first || !mayAll) callback(error ?? new Unanswered({ code: 'not-public' }), '');
      else if (options.all) callback(null, found);
      else callback(null, first.address, first.family);
    });
  };

async function textOf(answer: IncomingMessage, { max }: AskedElsewhere): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of unpacked(answer)) {
    size += part.length;
    if (size > max) throw new Unanswered({ code: 'too-large', max });
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

/** Some pack what they answer though nobody asked for it. What is counted is what comes out. */
function unpacked(answer: IncomingMessage): AsyncIterable<Buffer> {
  const make = unpackers.get(answer.headers['content-encoding']?.trim().toLowerCase() ?? '');
  if (!make) return answer;
  const through = make();
  answer.on('error', (error) => through.destroy(error));
  return answer.pipe(through);
}

const unpackers = new Map<string, () => Transform>([
  ['gzip', createGunzip],
  ['x-gzip', createGunzip],
  ['deflate', createInflate],
  ['br', createBrotliDecompress],
]);

/** Whether a host can be one of the internet at large, as far as can be seen without looking it up. */
export function isPublicHost({ hostname }: URL): boolean {
  const host = hostname.replace(/^\[|\]$/g, '');
  return isIP(host) ? isPublic(host) : host.includes('.') && !/(^|\.)localhost\.?$/.test(host);
}

/** Whether an address is one of the internet at large: not of this machine, of a network of one's own, or of a cloud's own. */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address) || ofClouds.has(address)) return false;
  const judged = ipaddr.process(address); // an IPv4 address that is written as one of IPv6 is judged as what it is
  if (judged.range() !== 'unicast') return false;
  return judged.kind() === 'ipv4' || judged.match(ipaddr.parse('2000::'), 3); // nothing else of IPv6 was ever given out
}

/** Within the machines of a cloud these are its own, though they look like addresses of the internet. */
const ofClouds = new Set(['168.63.129.16']);
