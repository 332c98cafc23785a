// What a browser, a proxy or a program may keep of what it got: of pages nothing, after signing out nothing at all.
import { TestServer, abo } from '../support/server.js';
import { startDrenthe } from '../support/drenthe.js';
import { sheet } from '../../src/http/page/stylesheet.js';

let server: TestServer;
let cookie: string;
let id: string;

beforeAll(async () => {
  server = await TestServer.start({ change: { securityContact: 'mailto:veilig@sluis.example' } });
  cookie = await server.cookieOf('process-lead', abo);
  id = await startDrenthe(server);
});
afterAll(() => server.stop());

const look = (path: string, headers: Record<string, string> = { cookie }) =>
  fetch(server.url + path, { redirect: 'manual', headers: { accept: 'text/html', ...headers } });
const form = (path: string, fields: Record<string, string>, headers: Record<string, string> = { cookie }) =>
  fetch(server.url + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { accept: 'text/html', origin: 'http://localhost:3000', ...headers },
    body: new URLSearchParams(fields),
  });
const kept = ({ headers }: Response) => [headers.get('cache-control'), headers.get('vary')];

describe('a page', () => {
  it.each([
    '/',
    '/trajecten',
    '/taken',
    '/procesplannen',
    '/aanmelden',
    '/bestaat-niet',
    '/uitnodiging/een',
    '/%E0%A4%A',
  ])('%s is kept by nobody, and depends on who asks', async (path) => {
    expect(kept(await look(path))).toEqual(['no-store', 'Cookie']);
    expect(kept(await look(path, {}))).toEqual(['no-store', 'Cookie']);
  });

  it('of a dossier neither, nor a form, nor what a form answers', async () => {
    for (const path of [`/trajecten/${id}`, `/trajecten/${id}/logboek`, `/trajecten/${id}/stoppen`])
      expect(kept(await look(path))).toEqual(['no-store', 'Cookie']);
    expect(kept(await form(`/trajecten/${id}/stoppen`, {}))).toEqual(['no-store', 'Cookie']);
    expect(kept(await form(`/trajecten/${id}/stoppen`, {}, {}))).toEqual(['no-store', 'Cookie']);
  });

  it('links to files that are the same for everybody, and are kept', async () => {
    for (const path of [sheet.path, '/source-sans-3.woff2', '/sluis.svg']) {
      const [control, vary] = kept(await look(path));
      expect([path, control, vary]).toEqual([
        path,
        expect.stringMatching(/^public, max-age=\d{5,}/),
        'Accept-Encoding',
      ]);
    }
  });
});

it('signing out takes away what the browser kept, but for the cookie by which it is known again', async () => {
  const own = await server.cookieOf('reader', abo);
  const answer = await form('/afmelden', {}, { cookie: own });
  expect([answer.status, answer.headers.get('clear-site-data')]).toEqual([303, '"cache", "storage"']);
  expect(answer.headers.getSetCookie()).toEqual([expect.stringMatching(/^sluis=; Max-Age=0;/)]);
  expect((await look('/trajecten', { cookie: own })).status).toBe(303);
});

describe('what programs look for at every site', () => {
  it('names whom to tell of a hole, for less than a year', async () => {
    const answer = await look('/.well-known/security.txt', {});
    const text = await answer.text();
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/plain; charset=utf-8']);
    expect(text).toMatch(
      /^Contact: mailto:veilig@sluis\.example\nExpires: \S+\nPreferred-Languages: nl, en\nCanonical: \S+\n$/,
    );
    const ahead = Date.parse(/Expires: (\S+)/.exec(text)?.[1] ?? '') - Date.now();
    expect(ahead).toBeGreaterThan(30 * 86_400_000);
    expect(ahead).toBeLessThan(365 * 86_400_000);
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('is not there where nobody said whom', async () => {
    const silent = await TestServer.start();
    try {
      expect((await fetch(`${silent.url}/.well-known/security.txt`)).status).toBe(404);
    } finally {
      await silent.stop();
    }
  });

  it('says that nothing is to be found', async () => {
    const answer = await look('/robots.txt', {});
    expect([answer.status, await answer.text()]).toEqual([200, 'User-agent: *\nDisallow: /\n']);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });
});

it('a form that was packed is 415', async () => {
  const headers = { cookie, 'content-encoding': 'gzip' };
  expect((await form('/aanmelden', { email: 'x' }, headers)).status).toBe(415);
  expect((await form(`/trajecten/${id}/stoppen`, { reason: 'x' }, headers)).status).toBe(415);
});
