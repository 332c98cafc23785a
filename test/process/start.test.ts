// A start reads and compiles only what its first answer needs, and on a Node that can keep it compiles nothing twice.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import module from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { demonstrationMark, setting } from '../../src/store/settings.js';
import { Database } from '../../src/store/database.js';
import { begunSurroundings, environment, run, ServerProcess, surroundings } from '../support/process.js';

const root = resolve(import.meta.dirname, '../..');

/** What judges requests that are not in order, what draws and writes plans, and what compiles schemas for Fastify. */
const ofRequests = ['class-validator', 'libphonenumber-js', 'validator'];
const forLater = [...ofRequests, '@dagrejs/dagre', 'xmlbuilder2', 'ajv', '@fastify/fast-json-stringify-compiler'];

/** Prints which packages a thread has loaded: at its end, and the first when it is asked. */
const telling = `import module from 'node:module';import{threadId}from'node:worker_threads';const tell=()=>console.log('loaded in '+threadId+' '+Object.keys(module._cache).join(' '));process.on('exit',tell);process.on('SIGUSR2',tell)`;

/** Of the first thread at its first answer, of it at the end, and of all others. */
interface Loaded {
  first: Set<string>;
  last: Set<string>;
  others: Set<string>;
}

function loadedBy(log: string): Loaded {
  const told = [...log.matchAll(/^loaded in (\d+) (.+)$/gm)].map(([, thread = '', all = '']) => {
    const files = all.split(' ').map((file) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? '');
    return { thread, packages: new Set(files) };
  });
  const [first, last] = told.filter(({ thread }) => thread === '0').map(({ packages }) => packages);
  if (!first || !last) throw new Error(`it was not told twice what is loaded:\n${log}`);
  const others = told.filter(({ thread }) => thread !== '0').flatMap(({ packages }) => [...packages]);
  return { first, last, others: new Set(others) };
}

describe('a server that answers, and then a request that is not in order', () => {
  let product: string;
  let loaded: Loaded;
  let log: string;

  beforeAll(async () => {
    product = mkdtempSync(join(tmpdir(), 'sluis-'));
    for (const path of ['dist', 'package.json']) cpSync(join(root, path), join(product, path), { recursive: true });
    rmSync(join(product, 'dist/.compiled'), { recursive: true, force: true });
    symlinkSync(join(root, 'node_modules'), join(product, 'node_modules'));
    const more = { NODE_OPTIONS: `--import "data:text/javascript,${telling.replaceAll(' ', '%20')}"` };
    const server = await ServerProcess.start('serve', { ...(await begunSurroundings(more)), product });
    await server.told(/luistert/);
    process.kill(server.pid, 'SIGUSR2');
    await server.told(/^loaded in 0 .+\n/m);
    const headers = { 'content-type': 'application/json' };
    const wrong = await fetch(`${server.url}/api/v1/tokens`, { method: 'POST', headers, body: '{"email":1}' });
    expect(wrong.status).toBe(400);
    await server.end('SIGTERM');
    log = server.log;
    loaded = loadedBy(log);
  }, 60_000);
  afterAll(() => rmSync(product, { recursive: true, force: true }));

  it('loads nothing for its first answer that only some later one needs', () => {
    expect(loaded.first).toContain('typeorm');
    expect(forLater.filter((name) => loaded.first.has(name) || loaded.others.has(name))).toEqual([]);
  });

  it('loads class-validator for a request that is not in order', () => {
    expect(loaded.last).toContain('class-validator');
    expect(forLater.filter((name) => loaded.last.has(name) && !ofRequests.includes(name))).toEqual([]);
  });

  it('keeps what Node compiled beside what was built, on a Node that can', () => {
    expect(log.replace(/^loaded in .+$/gm, '')).not.toMatch(/warn/i);
    expect(existsSync(join(product, 'dist/.compiled'))).toBe('enableCompileCache' in module);
  });
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
