// A capability is added as docs/capabilities.md says, and nothing else is touched: its folder and its line.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { Client } from '../support/client.js';
import { accepted } from '../support/drenthe.js';
import { pagesAt } from '../support/pages.js';
import { environment, surroundings } from '../support/process.js';

const root = resolve(import.meta.dirname, '../..');
const page = readFileSync(join(root, 'docs/capabilities.md'), 'utf8');
const answeredMax = 60_000;

/** What the page says to write: each block of code, in the file that was named last before it. */
const files = page.split(/```tsx?\n/).flatMap((part, i, parts) => {
  const path = parts[i - 1]
    ?.match(/`src\/[\w./-]+\.tsx?`/g)
    ?.at(-1)
    ?.slice(1, -1);
  return path === undefined ? [] : [{ path, text: part.split('```')[0] ?? '' }];
});

let folder: string;
let hook: Server;
let child: ChildProcess | undefined;
let url: string;
let dossier: string;
/** What a browser says of a form on a page of this server. */
let ownPage: Record<string, string>;
/** With which status the hook answers. */
let answered = 200;
const posted: unknown[] = [];
const { look, send } = pagesAt(() => url);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sluis-capability-'));
  const taken = ['src', 'workflows', 'registers', 'scripts', 'nest-cli.json', 'package.json', 'package-lock.json'];
  for (const path of [...taken, 'tsconfig.json', 'tsconfig.build.json', 'docs/api-changes.md', 'docs/handboek'])
    cpSync(join(root, path), join(folder, path), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  for (const { path, text } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), withLine(path, text));
  }
  hook = createServer((request, response) => {
    void request
      .toArray()
      .then((chunks: Buffer[]) => posted.push(JSON.parse(Buffer.concat(chunks).toString())))
      .then(() => response.writeHead(answered).end());
  }).listen(0, '127.0.0.1');
  await once(hook, 'listening');
});
afterAll(async () => {
  child?.kill('SIGKILL');
  hook.close();
  await once(hook, 'close');
  rmSync(folder, { recursive: true });
});

/** A new file as it stands on the page; of one that is there already, the line with the same beginning is replaced. */
function withLine(path: string, text: string): string {
  if (path !== 'src/capabilities.ts') return text;
  const [beginning = ''] = text.split('=');
  const lines = readFileSync(join(root, path), 'utf8').split('\n');
  const changed = lines.map((line) => (line.startsWith(beginning) ? text.trimEnd() : line));
  expect(changed.filter((line, i) => line !== lines[i])).toHaveLength(1);
  return changed.join('\n');
}

it('asks for one folder and one line, and imports only what a capability may', () => {
  const folders = new Set(files.map(({ path }) => dirname(path)));
  expect([...folders]).toEqual(['src/webhook', 'src']);
  expect(files.filter(({ path }) => dirname(path) === 'src').map(({ path }) => path)).toEqual(['src/capabilities.ts']);
  const own = files.filter(({ path }) => dirname(path) === 'src/webhook');
  const imported = own.flatMap(({ text }) => [...text.matchAll(/from '\.\.\/(\w+)\//g)].map(([, from]) => from));
  expect([...new Set(imported)].sort()).toEqual(['domain', 'http', 'store', 'wording']);
});

it('is built with the product, and adds its line to what says whether the process can work', async () => {
  const builder = pathToFileURL(join(folder, 'scripts/build.mjs')).href;
  const script = `import { build } from ${JSON.stringify(builder)}; await build(${JSON.stringify(folder)});`;
  const built = spawnSync(process.execPath, ['--input-type=module', '--eval', script], { encoding: 'utf8' });
  expect([built.status, built.stderr]).toEqual([0, '']);
  const { port } = hook.address() as AddressInfo; // it listens on a port
  const more = {
    SESSION_SECRET: '',
    BASE_URL: '',
    WEBHOOK_URL: `http://127.0.0.1:${port}/?sleutel=geheim`,
    CLOCK: '2024-04-29T09:00:00Z',
  };
  const where = await surroundings(more);
  const main = join(folder, 'dist/src/main.js');
  child = spawn(process.execPath, [main, 'demonstration'], { cwd: folder, env: environment(where) });
  url = `http://127.0.0.1:${where.port}`;
  ownPage = { origin: `http://localhost:${where.port}`, accept: 'text/html' };
  expect(await readyAt(url, child)).toMatchObject({
    status: 'ok',
    damaged: 0,
    clock: 'trusted',
    storage: 'works',
    lists: 'filled',
    looked: expect.any(String),
    backup: 'off',
    webhook: 'on',
  });
});

it('posts every conclusion, once it is recorded and once alone', async () => {
  const chair = await signedIn('voorzitter');
  const { body } = await chair.get<{ items: { id: string }[] }>('/dossiers');
  dossier = body.items[0]?.id ?? '';
  const path = `/dossiers/${dossier}/gates/instemming/rulings`;
  const meeting = { form: 'session', reference: 'ABO 29 april' };
  const refused = await chair.post(path, { ruling: 'go', ruledOn: '2024-04-29', meeting });
  expect(refused.status).toBe(409);
  expect((await gatePage('voorzitter')).text).not.toContain(told);
  answered = 500;
  await accepted(
    chair.post(path, { ruling: 'hold', ruledOn: '2024-04-29', meeting, reason: 'Nog niet alle antwoorden' }),
  );
  await untilThere(async () => (await gatePage('voorzitter')).text.includes(told));
  expect(posted).toEqual([{ dossier, gate: 'instemming', round: 1, ruling: 'hold' }]);
});

it('says on the page of the gate what was answered, and where it was refused has the process lead tell it again', async () => {
  const turn = { dossier, what: 'webhook/tell-again', phase: 'instemming', role: 'process-lead', since: '2024-04-29' };
  expect(await turnsOf('kwartiermaker')).toContainEqual(expect.objectContaining(turn));
  expect(await turnsOf('voorzitter')).not.toContainEqual(expect.objectContaining(turn));
  const tasks = await look('/taken', await cookieOf('kwartiermaker'));
  expect(tasks.text).toMatch(new RegExp(`instemming" aria-label="Openen: Meld de conclusie opnieuw`));
  const [ofLead, ofChair] = [await gatePage('kwartiermaker'), await gatePage('voorzitter')];
  for (const { text } of [ofLead, ofChair]) expect(text).toContain(`; het antwoord was 500.`);
  const again = `/webhook/${dossier}/instemming`;
  expect([ofLead, ofChair].map(({ text }) => text.includes(`action="${again}"`))).toEqual([true, false]);
  expect([ofLead, ofChair].filter(({ text }) => text.includes('geheim'))).toEqual([]);
  expect((await gatePage('kwartiermaker', '?asOf=2024-04-29')).text).not.toContain(told);
  answered = 200;
  expect((await send(again, await cookieOf('voorzitter'), {}, ownPage)).status).toBe(404);
  expect(posted).toHaveLength(1);
  expect(await send(again, await cookieOf('kwartiermaker'), {}, ownPage)).toMatchObject({
    status: 303,
    location: `/trajecten/${dossier}/momenten/instemming`,
  });
  expect(posted).toEqual(Array(2).fill(posted[0]));
  const { text } = await gatePage('kwartiermaker');
  expect([text.includes(`; het antwoord was 200.`), text.includes(again)]).toEqual([true, false]);
  expect(await turnsOf('kwartiermaker')).not.toContainEqual(expect.objectContaining(turn));
});

it('lets the process end when it was answered', async () => {
  const chair = await signedIn('voorzitter');
  const meeting = { form: 'session', reference: 'ABO 30 april' };
  const hold = { ruling: 'hold', ruledOn: '2024-04-29', meeting, reason: 'Nog steeds niet' };
  await accepted(chair.post(`/dossiers/${dossier}/gates/instemming/rulings`, hold));
  if (!child) throw new Error('it runs');
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  expect(await gone).toEqual([0, null]);
  expect(posted).toHaveLength(3);
});

/** What the section begins with. */
const told = 'De conclusie is op 29 april 2024 gemeld aan 127.0.0.1';
const credentialsOf = (name: string) => ({ email: `${name}@demo.example`, password: 'demonstratie-sluis' });

async function signedIn(name: string): Promise<Client> {
  const client = await Client.at(url);
  return client.bearing((await accepted(client.post<{ token: string }>('/tokens', credentialsOf(name)))).token);
}

async function cookieOf(name: string): Promise<string> {
  const body = new URLSearchParams({ ...credentialsOf(name), next: '/' });
  const answer = await fetch(`${url}/aanmelden`, { method: 'POST', redirect: 'manual', headers: ownPage, body });
  return answer.headers.get('set-cookie')?.split(';')[0] ?? '';
}

const gatePage = async (name: string, query = '') =>
  look(`/trajecten/${dossier}/momenten/instemming${query}`, await cookieOf(name));

const turnsOf = async (name: string) =>
  (await (await signedIn(name)).get<{ items: object[] }>('/me/turns?limit=100')).body.items;

async function untilThere(isThere: () => Promise<boolean>): Promise<void> {
  const until = Date.now() + answeredMax;
  while (!(await isThere())) {
    if (Date.now() > until) throw new Error('it did not come');
    await pause(50);
  }
}

async function readyAt(url: string, server: ChildProcess): Promise<unknown> {
  const until = Date.now() + answeredMax;
  for (;;) {
    const answer = await fetch(`${url}/health/ready`).catch(() => null);
    if (answer) return answer.json();
    if (server.exitCode !== null || Date.now() > until) throw new Error('it did not start');
    await pause(50);
  }
}
