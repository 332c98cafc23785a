// What no client of the API would send: other methods, half a message, no message at all. Whatever answers it, it has
// the headers of every answer and the words of every refusal: problem+json for programs, a page for people.
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { expectWithin } from '../../src/http/time-limit.js';
import { formType } from '../../src/http/form-body.js';
import type { Problem } from '../support/client.js';
import { startDrenthe } from '../support/drenthe.js';
import { TestServer } from '../support/server.js';

let server: TestServer;
/** Waits for nobody, as the others do after half a minute. */
let impatient: TestServer;
let id: string;

beforeAll(async () => {
  server = await TestServer.start({ change: { baseUrl: 'https://sluis.example' } });
  id = await startDrenthe(server);
  impatient = await TestServer.start({ change: { baseUrl: 'https://sluis.example' } });
  Object.assign(impatient.http as Server, { headersTimeout: 100, requestTimeout: 200 });
});
afterAll(() => Promise.all([server.stop(), impatient.stop()]));

interface Raw {
  status: number;
  headers: Headers;
  text: string;
}

/** Sends bytes as they are, and reads until the other side has nothing more to say. */
async function raw(bytes: string, meanwhile?: (socket: Socket) => void, url = server.url): Promise<Raw> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  socket.write(bytes, 'latin1');
  meanwhile?.(socket);
  const chunks: Buffer[] = [];
  for await (const chunk of socket) chunks.push(chunk as Buffer);
  const [head = '', ...rest] = Buffer.concat(chunks).toString('utf8').split('\r\n\r\n');
  const [first = '', ...lines] = head.split('\r\n');
  const headers = new Headers(
    lines.map((line): [string, string] => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]),
  );
  return { status: Number(first.split(' ')[1]), headers, text: rest.join('\r\n\r\n') };
}

const lines = (...all: string[]): string => `${all.join('\r\n')}\r\n\r\n`;
const asked = (method: string, path: string, ...more: string[]): string =>
  lines(`${method} ${path} HTTP/1.1`, 'Host: sluis.example', 'Connection: close', ...more);

/** What every answer carries, and what besides every answer of the API does. */
const everywhere = ['x-request-id', 'x-content-type-options', 'content-security-policy', 'strict-transport-security'];
const ofTheApi = ['api-version', 'cache-control', 'vary'];

function mustBeProblem({ status, headers, text }: Raw, expected: string): void {
  const problem = JSON.parse(text) as Problem & { type: string };
  expect(`${status} ${problem.code}`).toBe(expected);
  expect(problem).toMatchObject({ status, type: `/problems/${problem.code}`, errors: [] });
  expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  expect([...everywhere, ...ofTheApi].filter((name) => !headers.has(name))).toEqual([]);
  expect(headers.get('x-frame-options')).toBe('DENY');
}

function mustBePage({ headers, text }: Raw, words: string): void {
  expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(text).toContain(words);
  expect(everywhere.filter((name) => !headers.has(name))).toEqual([]);
}

const cookies = `Cookie: a=${'x'.repeat(20_000)}`;

describe('a method that an address does not have', () => {
  it.each([
    ['PUT', '/dossiers', 'GET, HEAD, POST'],
    ['OPTIONS', '/dossiers', 'GET, HEAD, POST'],
    ['TRACE', '/dossiers', 'GET, HEAD, POST'],
    ['PROPFIND', '/me', 'GET, HEAD'],
    ['OPTIONS', '/tokens', 'POST'],
    ['GET', '/tokens/current', 'DELETE'],
    ['OPTIONS', '/openapi.json', 'GET, HEAD'],
    ['DELETE', '/dossiers/{id}/gates/instemming', 'GET, HEAD'],
    ['PATCH', '/dossiers/{id}/gates/instemming/decisions', 'POST'],
  ])('%s %s is 405, and Allow names those that it has: %s', async (method, path, allow) => {
    const answer = await raw(asked(method, `/api/v1${path.replace('{id}', id)}`));
    mustBeProblem(answer, '405 method-not-allowed');
    expect(answer.headers.get('allow')).toBe(allow);
  });

  it('is 405 on pages too, and to people a page', async () => {
    const answer = await raw(asked('OPTIONS', '/aanmelden', 'Accept: text/html'));
    mustBePage(answer, 'Methode niet mogelijk');
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD, POST']);
  });

  it('is 404 where there is no such address', async () => {
    mustBeProblem(await raw(asked('OPTIONS', '/api/v1/feest')), '404 unknown-path');
    mustBeProblem(await raw(asked('OPTIONS', '/api/v1/dossiers/a/b/c')), '404 unknown-path');
  });
});

describe('an address', () => {
  it('that ends in a slash is 404, whoever asks', async () => {
    for (const path of ['/api/v1/', '/api/v1/dossiers/', `/api/v1/dossiers/${id}/`, '/api/v1/dossiers/?limit=1'])
      mustBeProblem(await raw(asked('GET', path)), '404 unknown-path');
    mustBeProblem(await raw(asked('POST', '/api/v1/dossiers/')), '404 unknown-path');
  });

  it('that cannot be decoded is 404', async () => {
    mustBeProblem(await raw(asked('GET', '/api/v1/dossiers/%E0%A4%A')), '404 unknown-path');
    mustBePage(await raw(asked('GET', '/trajecten/%E0%A4%A', 'Accept: text/html')), 'Niet gevonden');
  });
});

describe('a message', () => {
  it.each([
    ['of an unknown method', lines('FEEST /api/v1/me HTTP/1.1', 'Host: sluis.example'), '400 bad-message'],
    ['with a header that is none', asked('GET', '/api/v1/me', 'Een kopregel: x'), '400 bad-message'],
    ['with two lengths', asked('POST', '/api/v1/tokens', 'Content-Length: 1', 'Content-Length: 2'), '400 bad-message'],
    ['with headers beyond 16 kB', asked('GET', '/api/v1/me', cookies), '431 headers-too-large'],
    ['with an address beyond 16 kB', asked('GET', `/api/v1/${'x'.repeat(20_000)}`), '431 headers-too-large'],
    ['without a host', lines('GET /api/v1/me HTTP/1.1', 'Connection: close'), '400 bad-header'],
    ['with an expectation', asked('GET', '/api/v1/me', 'Expect: feest'), '401 sign-in-required'],
  ])('%s', async (_, bytes, expected) => {
    mustBeProblem(await raw(bytes), expected);
  });

  it.each([
    ['', ''],
    ['GET /api/v1/me HTTP/1.1\r\nHost: slu', ''],
    [asked('POST', '/api/v1/tokens', 'Content-Type: application/json', 'Content-Length: 9'), '{"e'],
    [asked('POST', '/aanmelden', `Content-Type: ${formType}`, 'Content-Length: 9'), 'ema'],
  ])('that does not come to its end in time is 408: %j', async (head, body) => {
    const answer = await raw(head + body, undefined, impatient.url);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      408,
      'application/problem+json; charset=utf-8',
    ]);
    expect((JSON.parse(answer.text) as Problem).code).toBe('too-slow');
    expect(everywhere.filter((name) => !answer.headers.has(name))).toEqual([]);
    if (head.includes('/tokens')) mustBeProblem(answer, '408 too-slow');
  });

  it('of a browser that does not come to its end in time gets a page', async () => {
    const form = ['Accept: text/html', `Content-Type: ${formType}`, 'Content-Length: 9'];
    mustBePage(await raw(`${asked('POST', '/aanmelden', ...form)}ema`, undefined, impatient.url), 'Te langzaam');
  });

  it('has half a minute to arrive, where it brings no files', async () => {
    const bare = createServer((request) => expectWithin(50, request, bare)).listen(0, '127.0.0.1');
    await once(bare, 'listening');
    const { port } = bare.address() as AddressInfo;
    const late = once(bare, 'clientError');
    const socket = connect(port, '127.0.0.1').on('error', () => undefined);
    socket.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n{');
    const [error] = (await late) as [{ code: string }];
    expect(error.code).toBe('ERR_HTTP_REQUEST_TIMEOUT');
    socket.destroy();
    bare.close();
  });

  it('has five minutes for its files, and its headers a quarter of one', () => {
    const { headersTimeout, requestTimeout, timeout, maxConnections } = server.http as Server;
    expect({ headersTimeout, requestTimeout, timeout, maxConnections }).toEqual({
      headersTimeout: 15_000,
      requestTimeout: 300_000,
      timeout: 60_000,
      maxConnections: 1_000,
    });
  });

  // A server that is replaced must let nobody's request end in silence: whoever gets no answer does not know what was kept.
  it('that was begun before the server stops is answered as any other', async () => {
    const stopping = await TestServer.start();
    let stopped = Promise.resolve();
    const taken = once(stopping.http as Server, 'connection');
    const answer = await raw(
      'GET /api/v1/me HTTP/1.1\r\nHost: sluis.example\r\n',
      (socket) => {
        // What the server has not taken yet, or has not begun to read, nobody promised an answer.
        const begun = taken.then(() => new Promise((resolve) => setTimeout(resolve, 100)));
        void begun.then(() => {
          stopped = stopping.stop();
          setTimeout(() => socket.write('\r\n'), 100); // by then the server has begun to stop, and takes nobody new
        });
      },
      stopping.url,
    );
    await stopped;
    expect([answer.status, answer.headers.get('connection')]).toEqual([401, 'close']);
    expect([...ofTheApi, 'x-request-id'].filter((name) => !answer.headers.has(name))).toEqual([]);
  });

  it('that does not come holds up no stop, nor does who never says anything', async () => {
    const stopping = await TestServer.start();
    const { hostname, port } = new URL(stopping.url);
    const half = [
      '',
      'GET /api/v1/me HT',
      asked('POST', '/api/v1/tokens', 'Content-Type: application/json', 'Content-Length: 9') + '{"e',
      asked('GET', '/health/live').replace('close', 'keep-alive'),
    ];
    const sockets = half.map((bytes) => {
      const socket = connect(Number(port), hostname);
      socket.on('error', () => undefined); // it is cut
      socket.write(bytes);
      return socket;
    });
    await Promise.all(sockets.map((socket) => once(socket, 'connect')));
    await Promise.all(sockets.slice(3).map((socket) => once(socket, 'data'))); // answered, and waiting for the next
    const began = performance.now();
    await Promise.all([
      stopping.stop(),
      ...sockets.map((socket) =>
        once(
          socket.on('error', () => undefined),
          'close',
        ),
      ),
    ]);
    expect(performance.now() - began).toBeLessThan(8_000); // what holds it up is cut after ten seconds
  });

  it('of a browser gets a page', async () => {
    const answer = await raw(asked('GET', '/', 'Accept: text/html', cookies));
    expect(answer.status).toBe(431);
    mustBePage(answer, 'Kopregels te groot');
  });

  it('that was packed is 415', async () => {
    const token = server.tokens.get('process-lead jeugdhulpregio-drenthe/abo');
    const sent = ['Content-Type: application/json', 'Content-Encoding: gzip', 'Content-Length: 2'];
    const answer = await raw(
      `${asked('POST', `/api/v1/dossiers/${id}/stops`, `Authorization: Bearer ${token}`, ...sent)}{}`,
    );
    mustBeProblem(answer, '415 unsupported-media-type');
  });
});
