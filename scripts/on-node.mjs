// Proves that Sluis installs, starts and passes its suite on other Nodes, and that its tarball installs in an empty folder:
// `node scripts/on-node.mjs 22 24`, with --core the part of the suite that touches the database and HTTP, with --tarball
// none of it. Each Node comes from npm, into a folder that is thrown away.
import { spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, delimiter, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const core = ['test/packages', 'test/process/unfit', 'test/store', 'test/http/once', 'test/http/closed'];
const startMax = 60_000;
/** What an installation may find beside Node and npm: no compiler, no python. */
const bareTools = ['env', 'sh'];
const leftOut = new Set(['.git', 'node_modules', 'dist', 'data', 'coverage', 'mutants']);

const asked = process.argv.slice(2);
const totals = { passed: 0, failed: 0 };
for (const version of asked.filter((one) => /^\d/.test(one))) {
  const folder = mkdtempSync(join(tmpdir(), `sluis-on-node-${version}-`));
  try {
    const { passed, failed } = await prove(version, folder);
    totals.passed += passed;
    totals.failed += failed;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = totals.failed === 0 ? 0 : 1;

/** @returns what the suite counted, with one failure for each of its conditions that did not hold */
async function prove(version, folder) {
  const where = join(folder, 'sluis');
  cpSync(root, where, { recursive: true, filter: (path) => !leftOut.has(basename(path)) });
  const { env, bare } = bring(version, folder);
  const told = [];
  const tell = (what, { seconds, output, ok }) => {
    const warnings = output.split('\n').filter((line) => /warn|deprecat|EBADENGINE/i.test(line));
    told.push(`${what} ${seconds}, ${warnings.length === 0 ? 'no warnings' : warnings.join(' | ')}`);
    if (!ok) console.error(output);
    return ok && warnings.length === 0;
  };
  const installed = tell('install', timed(['npm', 'ci'], where, bare));
  const started = installed && tell('start', await start(['npm', 'start'], where, bare));
  const packed = installed && (await proveTarball(tell, where, join(folder, 'empty'), bare));
  if (asked.includes('--tarball')) {
    console.log(`Node ${version}: ${told.join('; ')}`);
    return counted([installed, started, packed]);
  }
  const tests = asked.includes('--core') ? ['--', ...core] : [];
  const suite = timed(['npm', 'run', 'test:suite', ...tests], where, env);
  console.log(suite.output);
  console.log(`Node ${version}: ${told.join('; ')}; suite ${suite.seconds}`);
  const [, passed = 0, failed = 0] = /^(\d+) passed, (\d+) failed$/m.exec(suite.output) ?? [];
  const { failed: unmet } = counted([installed, started, packed, suite.ok || Number(failed) > 0]);
  return { passed: Number(passed), failed: Number(failed) + unmet };
}

function counted(met) {
  return { passed: met.filter(Boolean).length, failed: met.filter((one) => !one).length };
}

/** Packs the checkout as a release, installs that in an empty folder where nothing can be compiled, and starts it. */
async function proveTarball(tell, where, empty, env) {
  if (!tell('pack', timed(['npm', 'pack', '--silent', '--pack-destination', join(empty, '..')], where, env)))
    return false;
  mkdirSync(empty);
  const tarball = readdirSync(join(empty, '..')).find((name) => name.endsWith('.tgz'));
  const command = ['npm', 'install', '--loglevel=error', join(empty, '..', tarball)]; // what an older npm warns of is its own
  if (!tell('install of the tarball', timed(command, empty, env))) return false;
  const unpacked = join(empty, '..', 'unpacked');
  mkdirSync(unpacked);
  timed(['tar', 'xzf', join(empty, '..', tarball), '-C', unpacked, '--strip-components=1'], unpacked, process.env);
  const documented = ['npm', 'ci', '--omit=dev', '--install-links', '--loglevel=error'];
  if (!tell('install of what was unpacked', timed(documented, unpacked, env))) return false;
  const { output } = timed(['npx', 'sluis', '--version'], empty, env);
  const { version } = JSON.parse(readFileSync(join(where, 'package.json'), 'utf8'));
  if (output.trim() !== version) console.error(output);
  const begins = tell('start of the tarball', await start(['npx', 'sluis', 'demonstration'], empty, env));
  return begins && output.trim() === version;
}

/** Node itself; the environment in which it is found first, and one in which there is hardly anything else. */
function bring(version, folder) {
  const own = join(folder, 'node');
  const { ok, output } = timed(
    ['npm', 'install', '--prefix', own, '--no-save', `node@${version}`],
    folder,
    process.env,
  );
  if (!ok) throw new Error(output);
  const packages = join(own, 'node_modules/node/node_modules');
  const brought = join(
    packages,
    readdirSync(packages).find((name) => /^node-(?!bin-setup)/.test(name)),
  );
  const bin = join(folder, 'bin');
  mkdirSync(bin);
  symlinkSync(join(brought, 'bin/node'), join(bin, 'node'));
  for (const tool of [...bareTools, 'npm', 'npx']) symlinkSync(realpathSync(found(tool)), join(bin, tool));
  const path = `${bin}${delimiter}${process.env.PATH}`;
  const env = { ...process.env, PATH: path, npm_config_nodedir: brought };
  const compiles = version.startsWith('20');
  return { env, bare: compiles ? env : { ...env, PATH: bin, npm_config_nodedir: '/nowhere' } };
}

function found(tool) {
  const places = process.env.PATH.split(delimiter).map((folder) => join(folder, tool));
  return places.find((place) => existsSync(place));
}

/** Runs a command to its end, and says how long it took and how much of the processor. */
function timed(command, cwd, env) {
  const measured = `TIMEFORMAT='%R s (%U user, %S sys)'; time "$@" 2>&1`;
  const options = { cwd, env, encoding: 'utf8', maxBuffer: 1_000_000_000 };
  const { status, stdout, stderr } = spawnSync('/bin/bash', ['-c', measured, 'bash', ...command], options);
  return { ok: status === 0, output: stdout, seconds: stderr.trim() };
}

/** The demonstration until it is ready, twice: the first time a checkout builds. */
async function start(command, cwd, env) {
  const first = await startOnce(command, cwd, env);
  if (!first.ok) return first;
  const second = await startOnce(command, cwd, env);
  return { ...second, output: first.output + second.output, seconds: `${first.seconds}, again ${second.seconds}` };
}

async function startOnce([program, ...args], cwd, env) {
  const port = await freePort();
  const begun = performance.now();
  const child = spawn(program, args, { cwd, env: { ...env, PORT: port, NODE_OPTIONS: '' }, detached: true });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const ended = new Promise((resolve) => child.once('close', resolve));
  let ok = false;
  while (!ok && child.exitCode === null && performance.now() - begun < startMax) {
    await pause(25);
    ok = await fetch(`http://127.0.0.1:${port}/health/ready`).then(
      (answer) => answer.ok,
      () => false,
    );
  }
  const seconds = `${((performance.now() - begun) / 1000).toFixed(1)} s`;
  if (child.exitCode === null) process.kill(-child.pid, 'SIGTERM'); // npm, its shell and the server
  await ended;
  return { ok, output, seconds };
}

function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(String(port)));
    });
  });
}
