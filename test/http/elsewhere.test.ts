// What is asked of another server at an address that somebody filled in: never one of the own network, and never for long.
import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { isPublic, textElsewhere } from '../../src/http/elsewhere.js';

const asked = { max: 1_000, mayConnect: (address: string) => /^(127\.0\.0\.1|::1)$/.test(address) };
let server: Server;
let base = '';
const answers: Record<string, RequestListener> = {
  '/text': (_, response) => response.end('BEGIN:VCALENDAR é'),
  '/packed': (_, response) =>
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('BEGIN:VCALENDAR é')),
  '/swelling': (_, response) =>
    response.writeHead(200, { 'content-encoding': 'br' }).end(brotliCompressSync('x'.repeat(1_001))),
  '/no-gzip': (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('geen gzip'),
  '/odd': (_, response) => response.writeHead(200, { 'content-encoding': 'constructor' }).end('BEGIN:VCALENDAR é'),
  '/large': (_, response) => response.end('x'.repeat(1_001)),
  '/endless': (_, response) => {
    const more = (): void => {
      while (response.write('x'.repeat(400)));
      response.once('drain', more);
    };
    more();
  },
  '/gone': (_, response) => response.writeHead(410).end('weg'),
  '/moved': (_, response) => response.writeHead(302, { location: '/text' }).end(),
  '/circle': (_, response) => response.writeHead(307, { location: '/circle' }).end(),
  '/inside': (_, response) => response.writeHead(302, { location: 'http://127.0.0.2:1/' }).end(),
  '/file': (_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
  '/broken': (request) => request.socket.destroy(),
};
beforeAll(async () => {
  server = createServer((request, response) => answers[request.url ?? '']?.(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // it listens on a port
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

it.each([
  ['/text', { text: 'BEGIN:VCALENDAR é' }],
  ['/moved', { text: 'BEGIN:VCALENDAR é' }],
  ['/packed', { text: 'BEGIN:VCALENDAR é' }],
  ['/swelling', { fault: { code: 'too-large', max: 1_000 } }],
  ['/no-gzip', { fault: { code: 'no-answer' } }],
  ['/odd', { text: 'BEGIN:VCALENDAR é' }],
  ['/large', { fault: { code: 'too-large', max: 1_000 } }],
  ['/endless', { fault: { code: 'too-large', max: 1_000 } }],
  ['/gone', { fault: { code: 'bad-status', status: 410 } }],
  ['/circle', { fault: { code: 'no-answer' } }],
  ['/inside', { fault: { code: 'not-public' } }],
  ['/file', { fault: { code: 'bad-address' } }],
  ['/broken', { fault: { code: 'no-answer' } }],
])('%s', async (path, answer) => {
  expect(await textElsewhere(base + path, asked)).toEqual(answer);
});

it('looks at what a name stands for, and at a number however it is written', async () => {
  const { port } = new URL(base);
  expect(await textElsewhere(`http://localhost:${port}/text`, asked)).toEqual({ text: 'BEGIN:VCALENDAR é' });
  for (const host of [
    'localhost',
    '127.1',
    '0x7f.0.0.1',
    '2130706433',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '[::127.0.0.1]',
    '0.0.0.0',
  ])
    expect([host, await textElsewhere(`http://${host}:${port}/text`, { max: 10 })]).toEqual([
      host,
      { fault: { code: 'not-public' } },
    ]);
});

it.each([
  ['public', true, ['192.0.1.1', '8.8.8.8', '2a00:1450:400e::1', '::ffff:8.8.8.8']],
  [
    'of a network of one’s own, or of none',
    false,
    [
      ...['10.1.2.3', '172.16.0.1', '192.168.1.1', '100.64.0.1', '169.254.169.254', '127.9.9.9', '0.0.0.0'],
      ...['224.0.0.1', '255.255.255.255', '::', '::1', 'fe80::1', 'fd00::1', 'ff02::1', '::ffff:10.0.0.1'],
      ...['64:ff9b::a00:1', '2002:a00:1::', '::a00:1', '::7f00:1', '4000::1', '168.63.129.16', 'geen adres', ''],
    ],
  ],
])('%s', (_, expected, addresses) => {
  for (const address of addresses) expect([address, isPublic(address)]).toEqual([address, expected]);
});
