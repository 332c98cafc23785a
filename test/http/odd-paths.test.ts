// What is sent as it is, past every client that would mend it: paths that climb, that cannot be decoded, methods and
// headers that nobody sends. Whatever it is, it is refused and never a fault of ours.
import { connect } from 'node:net';
import { TestServer } from '../support/server.js';

let server: TestServer;
let port: number;
beforeAll(async () => {
  server = await TestServer.start({ change: { mode: 'demonstration', clock: '2024-04-29T07:00:00.000Z' } });
  await server.sluis.demonstration.load();
  port = Number(new URL(server.url).port);
});
afterAll(() => server.stop());

/** The bytes of an answer to these bytes. */
const raw = (bytes: string): Promise<string> =>
  new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes, 'latin1'));
    socket.setTimeout(10_000, () => socket.destroy(new Error(`no answer to ${bytes.slice(0, 80)}`)));
    socket.on('data', (chunk) => (answer += chunk.toString('latin1')));
    socket.on('end', () => socket.end());
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
  });

const statusOf = (answer: string): number => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1]);
const asked = (line: string, ...headers: string[]): string =>
  [`${line} HTTP/1.1`, 'Host: x', 'Connection: close', ...headers, '', ''].join('\r\n');

const prefixes = [
  '',
  '/docs',
  '/api/v1',
  '/api/v1/dossiers',
  '/health',
  '/assets',
  '/trajecten',
  '/procesplannen',
].concat(...[['/problems', '/uitnodiging', '/openapi.json', '/aanmelden', '/taken']]);
const climbing = [
  '/../../package.json',
  '/..%2f..%2fpackage.json',
  '/%2e%2e/%2e%2e/package.json',
  '/..\\..\\package.json',
];
const broken = ['/%', '/%zz', '/%c0%ae%c0%ae/', '/%00', '/a%00b', '/%ff', '/%ud800', '/\xff'];
const odd = [
  '//',
  '/./',
  '/?%',
  '/?a=%zz',
  '/;a=b',
  '/*',
  '/:dossier',
  '/__proto__',
  '/.git/config',
  `/${'a/'.repeat(2000)}`,
];
const others = ['/'.repeat(5000), '*', 'http://x/docs/../../package.json', 'http://', '/#', '/source-sans-3.woff2/..'];

describe.each([
  ['as a program', 'Accept: */*'],
  ['as a browser', 'Accept: text/html'],
])('%s', (_, accept) => {
  it('a path that climbs, cannot be decoded or is odd is refused, on every prefix', async () => {
    const paths = [
      ...prefixes.flatMap((prefix) => [...climbing, ...broken, ...odd].map((path) => prefix + path)),
      ...others,
    ];
    for (const path of paths) {
      const answer = await raw(asked(`GET ${path}`, accept));
      expect([path.slice(0, 80), statusOf(answer) >= 200 && statusOf(answer) < 500]).toEqual([path.slice(0, 80), true]);
      expect(answer).not.toContain('"name": "sluis"');
    }
    expect(statusOf(await raw(asked('GET /docs/../../package.json', accept)))).toBe(404);
  });

  it.each([
    ['a method that is not one', asked('FEEST /docs')],
    ['a method that nobody has', asked('PROPFIND /docs')],
    ['TRACE', asked('TRACE /docs/')],
    ['a part of a file that is not there', asked('GET /source-sans-3.woff2', 'Range: bytes=999999999-')],
    ['a condition on a file', asked('GET /source-sans-3.woff2', 'If-Match: "x"')],
    [
      'a day as a condition on a file',
      asked('GET /source-sans-3.woff2', 'If-Unmodified-Since: Thu, 01 Jan 1970 00:00:00 GMT'),
    ],
    ['an expectation', asked('POST /api/v1/tokens', 'Expect: feest', 'Content-Length: 2') + '{}'],
    ['two lengths', asked('POST /api/v1/tokens', 'Content-Length: 2', 'Content-Length: 3') + '{}'],
    ['a length that is no number', asked('POST /api/v1/tokens', 'Content-Length: x')],
    ['a length and chunks', asked('POST /api/v1/tokens', 'Content-Length: 2', 'Transfer-Encoding: chunked') + '{}'],
    [
      'chunks that are none',
      asked('POST /api/v1/tokens', 'Content-Type: application/json', 'Transfer-Encoding: chunked') + 'zz\r\n',
    ],
    [
      'an encoding of the body',
      asked('POST /api/v1/tokens', 'Content-Type: application/json', 'Content-Encoding: br', 'Content-Length: 2') +
        '{}',
    ],
    ['a kind of body that is none', asked('POST /aanmelden', 'Content-Type: ;', 'Content-Length: 2') + '{}'],
    [
      'a form that cannot be decoded',
      asked('POST /aanmelden', 'Content-Type: application/x-www-form-urlencoded', 'Content-Length: 3') + '%zz',
    ],
    ['a body on what has none', asked('GET /health/live', 'Content-Length: 2') + '{}'],
    ['headers of 20 kB', asked('GET /', `X: ${'x'.repeat(20_000)}`)],
    ['an HTTP that is not there', 'GET / HTTP/9.9\r\n\r\n'],
    ['no HTTP at all', 'feest\r\n\r\n'],
    ['no host', 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n'],
    ['a cookie that is none', asked('GET /', 'Cookie: %zz=;;;=')],
  ])('%s is refused', async (_name, bytes) => {
    const status = statusOf(await raw(bytes.replace('\r\n', `\r\n${accept}\r\n`)));
    expect(status).toBeLessThan(500);
    expect(status).toBeGreaterThanOrEqual(200);
  });
});
