// Nobody sees a page without signing in, but for those that are listed here: looked at for every route that there is.
import { RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA, MODULE_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { ApiModule } from '../../src/api/api.module.js';
import { HelpModule } from '../../src/help/help.module.js';
import { IdentityRoutesModule } from '../../src/identity/identity-routes.module.js';
import { WebModule } from '../../src/web/web.module.js';
import { TestServer } from '../support/server.js';

/** What is open, and what it answers when nothing more is said. */
const open: Record<string, number> = {
  'GET /aanmelden': 200,
  'POST /aanmelden': 401,
  'GET /uitnodiging/x': 404,
  'POST /uitnodiging/x': 404,
  'GET /problems/x': 404,
  'GET /sluis-x.css': 404,
  'GET /sluis-x.js': 404,
  'GET /source-sans-3.woff2': 200,
  'GET /sluis.svg': 200,
  'GET /robots.txt': 200,
  'GET /hulp': 200,
  'GET /hulp/begrippen': 200,
  'GET /hulp/x': 404,
  'GET /hulp/beeld/x': 404,
  'GET /agenda/x': 404,
  'GET /antwoord/x': 404,
  'POST /antwoord/x': 404,
  'GET /contact': 200,
  'GET /privacy': 200,
  'GET /toegankelijkheid': 200,
  'GET /.well-known/security.txt': 404,
  'GET /docs': 200,
  'GET /openapi.json': 200,
  'GET /api-changes.md': 200,
  'GET /health/live': 200,
  'GET /health/ready': 200,
};

const listOf = (paths: string | string[]): string[] => [paths].flat();

const controllers = [WebModule, IdentityRoutesModule, ApiModule, HelpModule].flatMap(
  (module) => Reflect.getMetadata(MODULE_METADATA.CONTROLLERS, module) as Type[],
);
/** Every route, as `GET /trajecten/x`. */
const routes = controllers.flatMap((controller) => {
  const bases = listOf(Reflect.getMetadata(PATH_METADATA, controller) as string | string[]);
  const own = Object.entries(Object.getOwnPropertyDescriptors(controller.prototype as object));
  const methods = own.flatMap(([name, { value }]) => (name === 'constructor' ? [] : [value as object]));
  return methods.flatMap((method) => {
    const paths = Reflect.getMetadata(PATH_METADATA, method) as string | string[] | undefined;
    if (paths === undefined) return [];
    const verb = RequestMethod[Reflect.getMetadata(METHOD_METADATA, method) as RequestMethod];
    return bases.flatMap((base) =>
      listOf(paths).map((path) => `${verb} /${base}/${path}`.replace(/\/+/g, '/').replace(/(?<=.)\/$/, '')),
    );
  });
});
/** Those of pages. */
const addresses = [...new Set(routes.map((route) => route.replace(/:\w+/g, 'x').replace(/ $/, ' /')))].filter(
  (address) => !address.includes(' /api/'),
);

let server: TestServer;

beforeAll(async () => {
  server = await TestServer.start();
});
afterAll(() => server.stop());

it('knows every route', () => {
  expect(addresses.length).toBeGreaterThan(60);
  expect(addresses).toEqual(
    expect.arrayContaining(['GET /', 'GET /trajecten/x', 'POST /trajecten/nieuw', 'POST /afmelden']),
  );
  expect(Object.keys(open).filter((address) => !addresses.includes(address))).toEqual([]);
});

it.each(addresses)('%s asks who it is first, unless it is open', async (address) => {
  const [method = '', path = ''] = address.split(' ');
  const body = method === 'POST' ? new URLSearchParams({ title: 'x' }) : undefined;
  const headers = { accept: 'text/html' };
  const answer = await fetch(server.url + path, { method, headers, redirect: 'manual', ...(body ? { body } : {}) });
  const asked = method === 'GET' ? [303, `/aanmelden?next=${encodeURIComponent(path)}`] : [401, null];
  const expected = address in open ? [open[address], null] : asked;
  expect([answer.status, answer.headers.get('location')]).toEqual(expected);
});
