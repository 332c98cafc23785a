// The page about the API says all that the description says, and each of its examples could be sent.
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import type { ApiDocument, Operation } from '../../src/api/openapi.js';
import { linesOf, type JsonSchema } from '../../src/api/reference-fields.js';
import { TestServer } from '../support/server.js';

let server: TestServer;
let document: ApiDocument;
let page: string;
let headers: Headers;

beforeAll(async () => {
  server = await TestServer.start();
  document = (await (await fetch(`${server.url}/openapi.json`)).json()) as ApiDocument;
  const answer = await fetch(`${server.url}/docs`);
  ({ headers } = answer);
  page = await answer.text();
}, 60_000);
afterAll(() => server.stop());

const read = (html: string): string =>
  html
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&');

/** A part of the page, up to where the next of its kind begins. */
function partOf(id: string): string {
  const [, after] = page.split(` id="${id}"`);
  if (after === undefined) throw new Error(`nothing on the page has the id ${id}`);
  return after.split(/<section class="sluis-call"|<div id="(?:refusal|header)-/)[0] ?? '';
}

const said = (text: string): string => text.replaceAll('`', '');
const missing = (part: string, texts: readonly string[]): string[] => {
  const text = read(part);
  return texts.filter((one) => !text.includes(said(one)));
};
const code = (name: string): string => `<code>${name}</code>`;

const calls = (): { path: string; method: string; operation: Operation }[] =>
  Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({ path, method, operation })),
  );

/** The names of all schemas in it. */
const refsIn = (value: unknown): string[] =>
  [...JSON.stringify(value).matchAll(/#\/components\/schemas\/(\w+)/g)].map(([, name = '']) => name);

it('says of every call where it is, what it does, what it takes and what it answers', () => {
  expect(calls().length).toBeGreaterThan(45);
  for (const { path, method, operation } of calls()) {
    const part = partOf(operation.operationId);
    const { summary, description, parameters, requestBody, responses } = operation;
    expect(missing(part, [`${method.toUpperCase()} ${path}`, summary, description])).toEqual([]);
    expect(missing(part, [...Object.keys(responses), ...parameters.map((one) => one.description ?? one.name)])).toEqual(
      [],
    );
    const [said] = refsIn(requestBody ?? {}); // a file has no schema of its own
    const lines = said === undefined ? [] : linesOf(document.components.schemas[said] as JsonSchema);
    for (const { name } of [...parameters, ...lines]) expect(part).toContain(code(name));
    for (const name of [...refsIn(requestBody ?? {}), ...refsIn(responses)])
      expect(part).toContain(`href="#schema-${name}"`);
  }
});

it('has every schema with every field, and every refusal and header, each in its words', () => {
  const { schemas, responses, headers: described } = document.components;
  expect(Object.keys(schemas).length).toBeGreaterThan(90);
  for (const [name, schema] of Object.entries(schemas)) {
    const part = partOf(`schema-${name}`);
    for (const line of linesOf(schema)) {
      expect(part).toContain(code(line.name));
      expect(missing(part, [line.meaning ?? ''])).toEqual([]);
    }
    for (const ref of refsIn(schema)) expect(part).toContain(`href="#schema-${ref}"`);
  }
  for (const [name, { description, content }] of Object.entries(responses)) {
    const codes = /"enum":\[([^\]]*)\]/.exec(JSON.stringify(content))?.[1] ?? '';
    expect(
      missing(partOf(`refusal-${name}`), [name, description, codes.replaceAll('"', '').replaceAll(',', ', ')]),
    ).toEqual([]);
  }
  for (const [name, { description }] of Object.entries(described))
    expect(missing(partOf(`header-${name}`), [name, description])).toEqual([]);
});

it('says what the description begins with', () => {
  const words = document.info.description.split(/[\n|]+|\[|\]\([^)]*\)/).map((one) => one.replace(/^#+ |^ | $/g, ''));
  expect(
    missing(
      page,
      words.filter((one) => !/^[-. ]*$/.test(one)),
    ),
  ).toEqual([]);
});

it('has links that lead somewhere, and no id twice', () => {
  const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const links = new Set([...page.matchAll(/ href="#([^"]*)"/g)].map(([, id]) => id));
  expect([...links].filter((id) => !ids.includes(id))).toEqual([]);
});

it('shows each call as a command whose body fits its schema', () => {
  const ajv = new Ajv({ strict: false });
  formats.default(ajv);
  ajv.addSchema({ $id: 'api', components: document.components });
  for (const { path, method, operation } of calls()) {
    const command = read(/<pre[^>]*>([^]*?)<\/pre>/.exec(partOf(operation.operationId))?.[1] ?? '');
    const [, address = ''] = /"\$SLUIS([^"]*)"/.exec(command) ?? [];
    expect([command, address.replaceAll(/\$([A-Z]+)/g, (_, name: string) => `{${name.toLowerCase()}}`)]).toEqual([
      command,
      path,
    ]);
    expect(command.includes(`-X ${method.toUpperCase()}`)).toBe(method !== 'get');
    expect(command.includes('Bearer $TOKEN')).toBe(operation.security.length > 0);
    const body = / -d '([^']*)'$/.exec(command)?.[1];
    const file = / -F 'file=@[^']*'$/.exec(command)?.[0];
    expect([path, (body ?? file) !== undefined]).toEqual([path, operation.requestBody !== undefined]);
    if (body === undefined) continue;
    const isFit = ajv.compile({ $ref: `api#/components/schemas/${refsIn(operation.requestBody)[0]}` });
    expect([body, isFit(JSON.parse(body))]).toEqual([body, true]);
  }
});

it('is for everyone, the same each time, without a script, under the policy of every page', async () => {
  const cookie = await server.cookieOf('administrator', null);
  const again = await fetch(`${server.url}/docs`, { headers: { cookie, 'accept-encoding': 'identity' } });
  expect(await again.text()).toBe(page);
  expect(again.headers.get('content-encoding')).toBe(null);
  expect(headers.get('content-encoding')).toBe('gzip');
  expect(page).not.toMatch(/<script|<style|\sstyle=|\son\w+=|javascript:/);
  const other = await fetch(`${server.url}/aanmelden`);
  expect(headers.get('content-security-policy')).toBe(other.headers.get('content-security-policy'));
  expect(headers.get('content-security-policy')).not.toMatch(/unsafe|script|data:/);
});
