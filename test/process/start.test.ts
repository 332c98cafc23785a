// A start reads and compiles only what its first answer needs, and on a Node that can keep it compiles nothing twice.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, symlinkSync } from 'node:fs';
import module from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { demonstrationMark, setting } from '../../src/store/settings.js';
import { Database } from '../../src/store/database.js';
import {
  begunSurroundings,
  environment,
  run,
  ServerProcess,
  surroundings,
  type Surroundings,
} from '../support/process.js';

const root = resolve(import.meta.dirname, '../..');

/** What judges requests that are not in order, and what draws and writes plans. */
const forLater = ['class-validator', 'libphonenumber-js', 'validator', '@dagrejs/dagre', 'xmlbuilder2'];

/** Prints at the end which packages were loaded. */
const telling = `import module from 'node:module';process.on('exit',()=>console.log('loaded '+Object.keys(module._cache).join(' ')))`;

/** The packages that a server has loaded after this was asked of it. */
async function loadedFor(ask: (server: ServerProcess) => Promise<unknown>): Promise<Set<string>> {
  const more = { NODE_OPTIONS: `--import "data:text/javascript,${telling.replaceAll(' ', '%20')}"` };
  const server = await ServerProcess.start('serve', await begunSurroundings(more));
  await ask(server);
  await server.end('SIGTERM');
  const files = [...server.log.matchAll(/^loaded (.+)$/gm)].flatMap(([, all = '']) => all.split(' ')); // of each thread
  return new Set(files.map((file) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? ''));
}

it('loads nothing for its first answer that only some later one needs', async () => {
  const loaded = await loadedFor((server) => fetch(`${server.url}/health/live`));
  expect(loaded).toContain('typeorm');
  expect(forLater.filter((name) => loaded.has(name))).toEqual([]);
});

it('loads class-validator for a request that is not in order', async () => {
  const headers = { 'content-type': 'application/json' };
  const loaded = await loadedFor(async ({ url }) => {
    const { status } = await fetch(`${url}/api/v1/tokens`, { method: 'POST', headers, body: '{"email":1}' });
    expect(status).toBe(400);
  });
  expect(loaded).toContain('class-validator');
});

it('keeps what Node compiled beside what was built, on a Node that can', async () => {
  const product = mkdtempSync(join(tmpdir(), 'sluis-'));
  for (const path of ['dist', 'package.json']) cpSync(join(root, path), join(product, path), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(product, 'node_modules'));
  const where: Surroundings = { ...(await begunSurroundings()), product };
  const log = await ServerProcess.start('serve', where).then(async (server) => {
    await server.end('SIGTERM');
    return server.log;
  });
  expect(log).not.toMatch(/warn/i);
  expect(existsSync(join(product, 'dist/.compiled'))).toBe('enableCompileCache' in module);
});

it('ends in order when it is told to stop before it listens, and leaves nothing half done', async () => {
  const where = await surroundings({ SESSION_SECRET: '', BASE_URL: '' });
  const child = spawn(process.execPath, ['dist/src/main.js', 'demonstration'], { cwd: root, env: environment(where) });
  const ended = once(child, 'close');
  while (!existsSync(join(where.folder, 'sluis.lock')) && child.exitCode === null) await pause(5);
  child.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
  const database = await Database.open(where.folder);
  expect([null, 'loaded']).toContain(await setting(database.manager, demonstrationMark));
  await database.close();
}, 60_000);

it('says in one sentence that its port is taken, and stops in order', async () => {
  const where = await begunSurroundings();
  const other = createServer().listen(where.port, '127.0.0.1');
  await once(other, 'listening');
  const { code, output } = run('dist/src/main.js', ['serve'], environment(where));
  other.close();
  expect(code).toBe(1);
  expect(output).toContain(
    `\nSluis start niet: op 127.0.0.1:${where.port} luistert al een ander programma; stop dat, of`,
  );
  expect(output).not.toContain('EADDRINUSE');
}, 60_000);
