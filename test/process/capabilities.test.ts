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
import { environment, surroundings } from '../support/process.js';

const root = resolve(import.meta.dirname, '../..');
const page = readFileSync(join(root, 'docs/capabilities.md'), 'utf8');
const answeredMax = 60_000;

/** What the page says to write: each block of code, in the file that was named last before it. */
const files = page.split('```ts\n').flatMap((part, i, parts) => {
  const path = parts[i - 1]
    ?.match(/`src\/[\w./-]+\.ts`/g)
    ?.at(-1)
    ?.slice(1, -1);
  return path === undefined ? [] : [{ path, text: part.split('```')[0] ?? '' }];
});

let folder: string;
let hook: Server;
let child: ChildProcess | undefined;
const posted: unknown[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sluis-capability-'));
  const taken = ['src', 'workflows', 'registers', 'scripts', 'nest-cli.json', 'package.json', 'package-lock.json'];
  for (const path of [...taken, 'tsconfig.json', 'tsconfig.build.json', 'docs/api-changes.md'])
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
      .then(() => response.end());
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
  expect([...new Set(imported)].sort()).toEqual(['domain', 'http', 'store']);
});

it('posts every conclusion, once it is recorded and once alone, and lets the process end when it was answered', async () => {
  const builder = pathToFileURL(join(folder, 'scripts/build.mjs')).href;
  const script = `import { build } from ${JSON.stringify(builder)}; await build(${JSON.stringify(folder)});`;
  const built = spawnSync(process.execPath, ['--input-type=module', '--eval', script], { encoding: 'utf8' });
  expect([built.status, built.stderr]).toEqual([0, '']);
  const { port } = hook.address() as AddressInfo; // it listens on a port
  const more = {
    SESSION_SECRET: '',
    BASE_URL: '',
    WEBHOOK_URL: `http://127.0.0.1:${port}/`,
    CLOCK: '2024-04-29T09:00:00Z',
  };
  const where = await surroundings(more);
  const main = join(folder, 'dist/src/main.js');
  const server = spawn(process.execPath, [main, 'demonstration'], { cwd: folder, env: environment(where) });
  child = server;
  const url = `http://127.0.0.1:${where.port}`;
  expect(await readyAt(url, server)).toEqual({ status: 'ok', damaged: 0, webhook: 'on' });

  const client = await Client.at(url);
  const as = async (name: string): Promise<Client> => {
    const credentials = { email: `${name}@demo.example`, password: 'demonstratie-sluis' };
    return client.bearing((await accepted(client.post<{ token: string }>('/tokens', credentials))).token);
  };
  const chair = await as('voorzitter');
  const { body } = await chair.get<{ items: { id: string }[] }>('/dossiers');
  const dossier = body.items[0]?.id ?? '';
  const path = `/dossiers/${dossier}/gates/instemming/rulings`;
  const meeting = { form: 'session', reference: 'ABO 29 april' };
  const refused = await chair.post(path, { ruling: 'go', ruledOn: '2024-04-29', meeting });
  expect(refused.status).toBe(409);
  await accepted(
    chair.post(path, { ruling: 'hold', ruledOn: '2024-04-29', meeting, reason: 'Nog niet alle antwoorden' }),
  );
  const gone = once(server, 'exit');
  server.kill('SIGTERM');
  expect(await gone).toEqual([0, null]);
  expect(posted).toEqual([{ dossier, gate: 'instemming', round: 1, ruling: 'hold' }]);
});

async function readyAt(url: string, server: ChildProcess): Promise<unknown> {
  const until = Date.now() + answeredMax;
  for (;;) {
    const answer = await fetch(`${url}/health/ready`).catch(() => null);
    if (answer) return answer.json();
    if (server.exitCode !== null || Date.now() > until) throw new Error('it did not start');
    await pause(50);
  }
}
