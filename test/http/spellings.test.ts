// One address can be spelt in many ways, and each is the same address: what needs signing in, what is refused and which
// headers an answer has never follow from how it was written.
import { connect } from 'node:net';
import { TestServer } from '../support/server.js';

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.start();
});
afterAll(() => server.stop());

/** Sends a target as it is, which no client of ours would. */
function sent(method: string, target: string, headers: string[] = [], body = ''): Promise<string> {
  const { hostname, port } = new URL(server.url);
  const lines = [`${method} ${target} HTTP/1.1`, 'Host: sluis.example', 'Connection: close', ...headers];
  if (body !== '') lines.push(`Content-Length: ${body.length}`);
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(Number(port), hostname, () => socket.end(`${lines.join('\r\n')}\r\n\r\n${body}`));
    socket.on('data', (chunk) => (answer += String(chunk)));
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
  });
}

const statusOf = (answer: string): number => Number(answer.split(' ')[1]);

/** The names of the headers, in order. */
const namesOf = (answer: string): string[] =>
  [...(answer.split('\r\n\r\n')[0] ?? '').matchAll(/^([\w-]+):/gm)].map(([, name = '']) => name.toLowerCase()).sort();

const spellings: [string, (path: string) => string][] = [
  ['a letter escaped', (path) => path.replace('a', '%61')],
  ['another letter escaped', (path) => path.replace('api', 'ap%69')],
  ['with its host', (path) => `http://sluis.example${path}`],
  ['with another host and a port', (path) => `HTTP://elders.example:1234${path}`],
];

it.each(spellings)(
  'every call of the API, %s, answers as it does plainly to who is not signed in',
  async (_, spell) => {
    const { paths } = server.anyone.description.document;
    const calls = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => ({
        method: method.toUpperCase(),
        path: `/api/v1${path.replace(/[{}]/g, '')}`,
      })),
    );
    expect(calls.length).toBeGreaterThan(40);
    for (const { method, path } of calls) {
      const [plain, spelt] = [await sent(method, path), await sent(method, spell(path))];
      expect([method, path, statusOf(spelt), namesOf(spelt)]).toEqual([method, path, statusOf(plain), namesOf(plain)]);
      if (!path.endsWith('/tokens')) expect([path, statusOf(plain)]).toEqual([path, 401]);
    }
  },
);

it.each(spellings)('a token counts where the address is %s', async (_, spell) => {
  const { token } = await server.addPerson({ role: 'reader', body: 'jeugdhulpregio-drenthe/abo' });
  const own = [`Authorization: Bearer ${token}`];
  expect(statusOf(await sent('GET', spell('/api/v1/me'), own))).toBe(200);
  expect(statusOf(await sent('PUT', spell('/api/v1/me'), own))).toBe(405);
});

it.each(spellings)('a form is no body of the API where the address is %s', async (_, spell) => {
  const form = ['Content-Type: application/x-www-form-urlencoded'];
  expect(statusOf(await sent('POST', spell('/api/v1/tokens'), form, 'email=a'))).toBe(415);
});

it.each([
  ['another charset', ['Content-Type: application/x-www-form-urlencoded; charset=iso-8859-1'], 'email=caf%E9', 415],
  ['a packed body', ['Content-Type: application/x-www-form-urlencoded', 'Content-Encoding: gzip'], 'email=a', 415],
  ['bytes that are no UTF-8', ['Content-Type: application/x-www-form-urlencoded'], 'email=caf%E9', 415],
  ['a half of a pair', ['Content-Type: application/x-www-form-urlencoded'], 'email=%ED%A0%80', 415],
  ['the mark itself', ['Content-Type: application/x-www-form-urlencoded'], 'email=%EF%BF%BD', 401],
])('a form with %s is not taken for another text', async (_, headers, body, status) => {
  expect(statusOf(await sent('POST', '/aanmelden', headers, body))).toBe(status);
});
